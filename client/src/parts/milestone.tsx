/** Concrete results as everybody reads them: what, who, when, how it went, and why. */
import { rows } from "../store"
import type { Milestone, MilestoneState } from "../wire"
import { longDay, say } from "../words"
import { Icon } from "./icon"

/** How a milestone stands, in a word. */
export function stateWord(state: MilestoneState): string {
  return { planned: say("after-planned"), moved: say("after-moved"), done: say("after-done"), dropped: say("after-dropped") }[state]
}

/** How it went, and why; nothing while it is still to come. */
export function HowItWent({ milestone: { state, why } }: { milestone: Milestone }) {
  if (state === "planned") return null
  return (
    <p class={`went is-${state}`}>
      <Icon name={state === "done" ? "check" : state === "moved" ? "step" : "close"} />
      <b>{stateWord(state)}</b> {why && <span dir="auto">{why}</span>}
    </p>
  )
}

/** The milestones of an initiative, or of one of its groups, by day; those without a day come last. */
export function milestonesOf(initiative: string, group: string): Milestone[] {
  const there = rows("Milestone").filter((one) => one.initiative === initiative && one.group === group)
  return there.sort((a, b) => (a.when || "9").localeCompare(b.when || "9") || a.at - b.at)
}

/** All of them, to read. */
export function MilestoneList({ initiative, group = "" }: { initiative: string; group?: string }) {
  const there = milestonesOf(initiative, group)
  if (there.length === 0) return null
  return (
    <section class="card after">
      <h2>{say("lead-milestones")}</h2>
      <ul class="ours-rows">
        {there.map((one) => (
          <li key={one.id} class="ours-words">
            <p class="ours-text" dir="auto">
              {one.what}
            </p>
            <p class="small soft">
              <bdi>{[one.who, one.when && longDay(one.when)].filter(Boolean).join(" · ")}</bdi>
            </p>
            <HowItWent milestone={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}
