/** The programme of the day on the stage: what was, what is now, and about when the rest begins. */
import { now, secondsUntil } from "../../link"
import { fullName } from "../../parts/round"
import { ordered, row } from "../../store"
import { say, timeOfDay } from "../../words"
import { schedule, type Slot } from "../console/schedule"
import { Fit } from "./fit"

function Line({ slot }: { slot: Slot }) {
  const here = slot.place === "now" || slot.place === "over"
  const begun = slot.place !== "planned" || slot.starts > 0
  return (
    <li class={here ? "is-now" : slot.place === "done" ? "is-done" : ""} aria-current={here ? "step" : undefined}>
      <time>{begun && slot.starts > 0 ? timeOfDay(slot.starts) : ""}</time>
      <bdi>{fullName(slot.round)}</bdi>
      {here && <b>{say("stage-now")}</b>}
    </li>
  )
}

export function Programme() {
  const rounds = ordered("Round")
  const current = row("Programme", "programme")?.round ?? ""
  void secondsUntil(0) // so that times move along while nothing happens
  const day = schedule(rounds, current, now())
  return (
    <main class="scene scene-list" id="content">
      <Fit>
        <h1 class="is-short">{say("stage-programme")}</h1>
        <ol class="stage-programme">
          {day.slots
            .filter((slot) => slot.place !== "skipped")
            .map((slot) => (
              <Line key={slot.round.id} slot={slot} />
            ))}
        </ol>
      </Fit>
    </main>
  )
}
