/** The run of show: every round of the day, with the time it will start as things stand now. */
import { now, secondsUntil } from "../../link"
import { digits } from "../../parts/countdown"
import { Icon } from "../../parts/icon"
import { shortName } from "../../parts/round"
import { ordered } from "../../store"
import { say, timeOfDay, word } from "../../words"
import { currentId, Move } from "./moves"
import { type Day, schedule, type Slot } from "./schedule"

const MINUTE = 60_000

/** The day as it looks now; what reads it follows the clock. */
function theDay(): Day {
  const rounds = ordered("Round")
  const current = currentId()
  const ends = rounds.find((round) => round.id === current)?.ends ?? 0
  const running = secondsUntil(ends) > 0
  return schedule(rounds, current, running ? ends : Math.floor(now() / MINUTE) * MINUTE)
}

function mark(slot: Slot): string {
  if (slot.place === "now") return digits(secondsUntil(slot.round.ends))
  if (slot.place === "over") return say("run-over")
  if (slot.place === "done") return say("run-done")
  return slot.place === "skipped" ? "" : say("run-minutes", { minutes: slot.minutes })
}

function Line({ slot, next }: { slot: Slot; next: boolean }) {
  const { round, place } = slot
  const name = shortName(round)
  const current = place === "now" || place === "over"
  const inside = (
    <>
      <time>{slot.starts ? timeOfDay(slot.starts) : say("run-no-time")}</time>
      <span class="run-name">
        <bdi>{name}</bdi>
        {round.kind === "pitch" && name !== word("round", "pitch") && <small>{word("round", "pitch")}</small>}
        {place === "skipped" && <small>{say("run-skipped")}</small>}
        {current && <small class="run-flag">{say("run-now")}</small>}
        {next && <small class="run-flag">{say("run-next")}</small>}
      </span>
      <span class="run-mark">
        {place === "done" && <Icon name="check" />}
        <span class={place === "done" ? "unseen" : ""}>{mark(slot)}</span>
      </span>
    </>
  )
  return (
    <li class={`run-line is-${place}${next ? " is-next" : ""}`} aria-current={current ? "step" : undefined}>
      {current ? <div class="run-row">{inside}</div> : <Move to={round} from="list" look="run-row">{inside}</Move>}
    </li>
  )
}

function lateness({ late }: Day): string {
  if (late === null) return say("run-not-started")
  if (late === 0) return say("run-on-time")
  return late > 0 ? say("run-late", { minutes: late }) : say("run-early", { minutes: -late })
}

export function Run() {
  const day = theDay()
  return (
    <section class="panel run" id="run" aria-labelledby="run-title">
      <h2 id="run-title">{say("run-title")}</h2>
      <p class="run-sum">
        {lateness(day)} <strong>{say("run-ends", { time: timeOfDay(day.ends) })}</strong>
      </p>
      <ol class="run-lines">
        {day.slots.map((slot, at) => (
          <Line key={slot.round.id} slot={slot} next={at === day.here + 1} />
        ))}
      </ol>
      <p class="hint">{say("run-hint")}</p>
    </section>
  )
}
