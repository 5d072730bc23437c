/** The harvest on a phone: per initiative what it needs and who does it, what it takes along, and what comes of it. */
import { useEffect, useId, useState } from "preact/hooks"
import { look } from "../link"
import { ownInitiative } from "../parts/card"
import { DotsLeft, DottedNotes, notesOf } from "../parts/dots"
import { GoalList } from "../parts/goals"
import { myRoom } from "../parts/here"
import { Icon } from "../parts/icon"
import { Pledges } from "../parts/pledge"
import { Refusals } from "../parts/refusals"
import { holds, ordered, row, rows } from "../store"
import type { Milestone, Round } from "../wire"
import { longDay, say, word } from "../words"

/** Wishes of which nothing is shown where they were made, when they were refused. */
const TOLD_ABOVE = ["GiveDot", "TakeBackPledge"] as const

/** The initiative whose room one is in, else one's own, else the first. */
function firstChoice(): string {
  const room = myRoom()
  const known = (id: string) => (row("Initiative", id) ? id : "")
  return known(room) || known(ownInitiative()) || (ordered("Initiative")[0]?.id ?? "")
}

/** Have this board before us, also when the screen around us just looked away. */
function useLook(board: string): void {
  useEffect(() => {
    const soon = setTimeout(() => look(board))
    return () => clearTimeout(soon)
  })
  useEffect(() => () => look(""), [])
}

function Choice({ chosen, onChoose }: { chosen: string; onChoose: (id: string) => void }) {
  const id = useId()
  return (
    <p class="harvest-choice">
      <label for={id}>{say("harvest-choose")}</label>
      <select id={id} value={chosen} onChange={(event) => onChoose(event.currentTarget.value)}>
        {ordered("Initiative").map((initiative) => (
          <option key={initiative.id} value={initiative.id}>
            {initiative.name}
          </option>
        ))}
      </select>
    </p>
  )
}

function Needs({ initiative }: { initiative: string }) {
  const needs = ordered("Need").filter((need) => need.initiative === initiative)
  return (
    <section class="card harvest-needs">
      <h3>{say("needs-heading")}</h3>
      <ul>
        {needs.map((need) => (
          <li key={need.id}>
            <b class="small soft">{word("need", need.kind)}</b>
            <p dir="auto">{need.text}</p>
            <Pledges of={{ initiative, need: need.id }} name={need.text} />
          </li>
        ))}
        <li>
          <p>{needs.length > 0 ? say("harvest-other") : say("harvest-any")}</p>
          <Pledges of={{ initiative, need: "" }} name={say("harvest-other")} />
        </li>
      </ul>
    </section>
  )
}

function Milestones({ initiative }: { initiative: string }) {
  const byDay = (a: Milestone, b: Milestone) => (a.when || "9").localeCompare(b.when || "9") || a.at - b.at
  const there = rows("Milestone").filter((one) => one.initiative === initiative)
  if (there.length === 0) return null
  return (
    <section class="card harvest-milestones">
      <h3>
        <Icon name="now" />
        {say("harvest-milestones")}
      </h3>
      <ul>
        {there.sort(byDay).map((one) => (
          <li key={one.id}>
            <p dir="auto">{one.what}</p>
            <p class="small soft">
              <bdi>{[one.who, one.when && longDay(one.when)].filter(Boolean).join(" · ")}</bdi>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Notes({ board }: { board: string }) {
  const notes = notesOf(board)
  const along = notes.filter((note) => note.taken)
  const others = notes.filter((note) => !note.taken)
  if (!holds(`board:${board}`)) return <p class="soft">{say("board-fetching")}</p>
  return (
    <>
      <section class="harvest-notes">
        <h3>{say("harvest-along")}</h3>
        <DotsLeft board={board} />
        {along.length === 0 && <p class="board-empty soft">{say("harvest-along-none")}</p>}
        <DottedNotes board={board} notes={along} />
      </section>
      {others.length > 0 && (
        <section class="harvest-notes">
          <h3>{say("harvest-others")}</h3>
          <DottedNotes board={board} notes={others} />
        </section>
      )}
    </>
  )
}

/** Each goal that an initiative works for, with the initiatives that do. */
function PerGoal() {
  const initiatives = ordered("Initiative")
  const goals = [...new Set(initiatives.flatMap((one) => one.goals ?? []))].sort((a, b) => a - b)
  if (goals.length === 0) return null
  return (
    <section class="card per-goal">
      <h2>{say("goals-heading")}</h2>
      <dl>
        {goals.map((goal) => (
          <div key={goal}>
            <dt>
              <GoalList goals={[goal]} />
            </dt>
            {initiatives
              .filter((one) => one.goals?.includes(goal))
              .map((one) => (
                <dd key={one.id} dir="auto">
                  {one.name}
                </dd>
              ))}
          </div>
        ))}
      </dl>
    </section>
  )
}

function Of({ initiative }: { initiative: string }) {
  return (
    <div class="harvest-columns">
      <h2 class="unseen" dir="auto">
        {row("Initiative", initiative)?.name}
      </h2>
      <div>
        <Needs initiative={initiative} />
        <Milestones initiative={initiative} />
      </div>
      <div>
        <Notes board={initiative} />
      </div>
    </div>
  )
}

export function Harvest(_: { round: Round }) {
  const [chosen, choose] = useState(firstChoice)
  useLook(chosen)
  if (!row("Initiative", chosen)) return <p class="soft">{say("plans-none")}</p>
  return (
    <div class="harvest">
      <Refusals of={TOLD_ABOVE} />
      <Choice chosen={chosen} onChoose={choose} />
      <Of key={chosen} initiative={chosen} />
      <PerGoal />
    </div>
  )
}
