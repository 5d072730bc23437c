/**
 * The run of show: every round of the day, with the time it will start as things stand now.
 *
 * A press on a round goes there, after asking. While the rest of the day is being changed, a press on a round that is
 * still to come opens what can be changed of it instead.
 */
import { useEffect, useRef, useState } from "preact/hooks"
import { now, secondsUntil } from "../../link"
import { digits } from "../../parts/countdown"
import { Icon } from "../../parts/icon"
import { shortName } from "../../parts/round"
import { ordered } from "../../store"
import { say, timeOfDay, word } from "../../words"
import { Adapt } from "./adapt"
import { AddRound } from "./addround"
import { around, currentId, Move } from "./moves"
import { type Day, schedule, type Slot, toCome } from "./schedule"

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

interface LineProps {
  slot: Slot
  next: boolean
  /** The rest of the day is being changed, and this round can be. */
  adapt: { day: Day; open: boolean; toggle: () => void } | undefined
  /** Pressing it goes there. */
  moves: boolean
}

function Line({ slot, next, adapt, moves }: LineProps) {
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
      {adapt && (
        <button type="button" class="run-row" aria-expanded={adapt.open} onClick={adapt.toggle}>
          {inside}
        </button>
      )}
      {!adapt && moves && !current && (
        <Move to={round} from="list" look="run-row">
          {inside}
        </Move>
      )}
      {!adapt && (!moves || current) && <div class="run-row">{inside}</div>}
      {adapt?.open && <Adapt round={round} day={adapt.day} />}
    </li>
  )
}

function lateness({ late }: Day): string {
  if (late === null) return say("run-not-started")
  if (late === 0) return say("run-on-time")
  return late > 0 ? say("run-late", { minutes: late }) : say("run-early", { minutes: -late })
}

/** Have the round of now in sight when it changes; except under the hand of who is busy there. */
function useInSight() {
  const place = useRef<HTMLElement>(null)
  const now = currentId()
  useEffect(() => {
    const run = place.current
    const line = run?.querySelector<HTMLElement>("[aria-current]")
    if (run && line && !run.matches(":hover, :focus-within")) run.scrollTop = line.offsetTop - run.clientHeight / 2
  }, [now])
  return place
}

export function Run() {
  const place = useInSight()
  const [adapting, adapt] = useState(false)
  const [opened, open] = useState("")
  const day = theDay()
  const rounds = day.slots.map((slot) => slot.round)
  const next = around(rounds, currentId()).next?.id
  const line = (slot: Slot, at: number) => {
    const { id } = slot.round
    const can = adapting && toCome(slot, at, day.here)
    const change = { day, open: opened === id, toggle: () => open(opened === id ? "" : id) }
    return <Line key={id} slot={slot} next={id === next} adapt={can ? change : undefined} moves={!adapting} />
  }
  return (
    <section class="panel run" id="run" ref={place} aria-labelledby="run-title">
      <div class="panel-head">
        <h2 id="run-title">{say("run-title")}</h2>
        <button type="button" class="quiet run-adapt" aria-pressed={adapting} onClick={() => adapt(!adapting)}>
          <Icon name={adapting ? "check" : "pencil"} />
          {adapting ? say("console-adapt-done") : say("console-adapt")}
        </button>
      </div>
      <p class="run-sum">
        {lateness(day)} <strong>{say("run-ends", { time: timeOfDay(day.ends) })}</strong>
      </p>
      <ol class="run-lines">{day.slots.map(line)}</ol>
      {adapting && <AddRound day={day} />}
      <p class="hint">{adapting ? say("console-adapt-hint") : say("run-hint")}</p>
    </section>
  )
}
