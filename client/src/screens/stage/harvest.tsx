/** What the day brings: how much was given and promised, what initiatives take along, and who does what. */
import { numbers } from "../../link"
import { Countdown } from "../../parts/countdown"
import { initiativeName } from "../../parts/round"
import { rows } from "../../store"
import type { Round } from "../../wire"
import { say, word } from "../../words"
import { Filled, Fit } from "./fit"
import { named } from "./pin"
import { given } from "./wall"

const MOST = 4

interface Gain {
  id: string
  at: number
  text: string
  initiative: string
}

/** The notes on the stage that an initiative takes along, and the milestones; the latest first. */
function gains(): Gain[] {
  const taken = rows("Note").filter((note) => note.taken)
  const notes = taken.map(({ id, at, text, board }) => ({ id, at, text, initiative: board }))
  const steps = rows("Milestone").map(({ id, at, what, initiative }) => ({ id, at, text: what, initiative }))
  return [...notes, ...steps].sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1)).slice(0, MOST)
}

function Gains() {
  const all = gains()
  return (
    <section>
      <h2>{say("stage-gains")}</h2>
      <Filled look="gains">
        {all.map(({ id, text, initiative }) => (
          <li key={id}>
            <b>
              <bdi>{initiativeName(initiative)}</bdi>
            </b>
            <p dir="auto">{text}</p>
          </li>
        ))}
      </Filled>
      {all.length === 0 && <p class="gains-none">{say("stage-gains-none")}</p>}
    </section>
  )
}

/** The latest pledges; who made them only with names on. */
export function Pledges() {
  const latest = rows("Pledge").sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
  return (
    <section>
      <h2>{say("stage-pledges")}</h2>
      <Filled look="gains is-pledges">
        {latest.slice(0, MOST).map(({ id, what, name, initiative }) => (
          <li key={id}>
            <p dir="auto">{what}</p>
            <b>{say("stage-pledge-for", { initiative: initiativeName(initiative) })}</b>
            {named() && <span class="gains-name">{name}</span>}
          </li>
        ))}
      </Filled>
      {latest.length === 0 && <p class="gains-none">{say("stage-pledges-none")}</p>}
    </section>
  )
}

/** How much there is: only what is there is counted aloud. */
export function Counts() {
  const counts = [
    { count: given(), words: say("stage-given", { count: given() }) },
    { count: numbers.value.contacts ?? 0, words: say("stage-contacts", { count: numbers.value.contacts ?? 0 }) },
    { count: rows("Pledge").length, words: say("stage-pledged", { count: rows("Pledge").length }) },
    { count: numbers.value.connections ?? 0, words: say("stage-connected", { count: numbers.value.connections ?? 0 }) },
    { count: rows("Milestone").length, words: say("stage-milestones", { count: rows("Milestone").length }) },
  ]
  return (
    <ul class="counts">
      {counts.map(({ count, words }, at) => (
        <li key={at}>
          <strong>{count}</strong>
          <span>{words}</span>
        </li>
      ))}
    </ul>
  )
}

export function Counters() {
  return (
    <main class="scene scene-counters" id="content">
      <Fit>
        <h1>{say("stage-counters")}</h1>
        <Counts />
      </Fit>
    </main>
  )
}

export function Gathering({ round }: { round: Round }) {
  return (
    <main class="scene scene-harvest" id="content">
      <section class="harvest-head">
        <h1>{round.title || word("round", round.kind)}</h1>
        <Countdown round={round} />
      </section>
      <Counts />
      <div class="harvest-columns">
        <Gains />
        <Pledges />
      </div>
    </main>
  )
}
