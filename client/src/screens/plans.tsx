/** All initiatives as cards; each opens its own page with its card and its board. */
import { useEffect } from "preact/hooks"
import { look, numbers } from "../link"
import { AfterLine } from "../parts/afterline"
import { Board } from "../parts/board"
import { planLink } from "../parts/boardlink"
import { Card, Place } from "../parts/card"
import { Composer } from "../parts/composer"
import { Icon } from "../parts/icon"
import { Fetching, lateParts } from "../parts/late"
import { route } from "../parts/tabs"
import { ordered, row } from "../store"
import { say } from "../words"
import type { Group, Initiative } from "../wire"

function PlanLink({ initiative }: { initiative: Initiative }) {
  const now = row("Programme", "programme")?.initiative === initiative.id
  return (
    <li>
      <a class="card plan" href={planLink(initiative.id)}>
        {now && <b class="tag is-now">{say("plan-now")}</b>}
        <b class="plan-name" dir="auto">
          {initiative.name}
        </b>
        <Place initiative={initiative} />
        <span class="plan-what" dir="auto">
          {initiative.what}
        </span>
        <span class="small soft">{say("board-count", { count: numbers.value.notes[initiative.id] ?? 0 })}</span>
      </a>
    </li>
  )
}

/** The initiatives as a list of cards. */
export function PlanList() {
  const initiatives = ordered("Initiative")
  if (initiatives.length === 0) return <p class="soft">{say("plans-none")}</p>
  return (
    <ul class="plans">
      {initiatives.map((initiative) => (
        <PlanLink key={initiative.id} initiative={initiative} />
      ))}
    </ul>
  )
}

/** Card, composer and board of one initiative: what everybody sees of it, and can give it. */
export function PlanBody({ initiative }: { initiative: Initiative }) {
  return (
    <div class="beside is-plan">
      <Composer key={initiative.id} board={initiative.id} />
      <Card initiative={initiative} />
      <Board key={initiative.id} board={initiative.id} />
    </div>
  )
}

function Plan({ initiative }: { initiative: Initiative }) {
  const After = lateParts.after
  useEffect(() => {
    look(initiative.id)
    return () => look("")
  }, [initiative.id])
  return (
    <main id="content">
      <a class="way-back" href="#plans">
        <Icon name="back" />
        {say("all-plans")}
      </a>
      <div class="sign">
        <h1 tabIndex={-1} dir="auto">
          {initiative.name}
        </h1>
      </div>
      <PlanBody initiative={initiative} />
      <AfterLine>{After && <After key={initiative.id} initiative={initiative.id} />}</AfterLine>
    </main>
  )
}

/** The page of an expert group; it comes with the screens of what goes on after the day. */
function OneGroup({ group }: { group: Group }) {
  const Screen = lateParts.group
  return Screen ? <Screen group={group} /> : <main id="content"><Fetching /></main>
}

export function Plans() {
  const open = row("Initiative", route.value.plan)
  if (open) return <Plan initiative={open} />
  const group = row("Group", route.value.plan)
  if (group) return <OneGroup key={group.id} group={group} />
  return (
    <main id="content">
      <h1 tabIndex={-1}>{say("plans-heading")}</h1>
      <p class="lead">{say("plans-lead")}</p>
      <PlanList />
    </main>
  )
}
