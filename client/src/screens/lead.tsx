/**
 * "Mijn initiatief": what the people behind an initiative need on the day.
 *
 * The notes that came in, what they take along, who is with them, and what they tell of themselves. On a phone one part at a time;
 * where there is room the notes, or what is taken along, stand beside all else.
 */
import { useRef } from "preact/hooks"
import { code } from "../dom"
import { secondsUntil, you } from "../link"
import { ownInitiative } from "../parts/card"
import { digits } from "../parts/countdown"
import { Icon, type IconName } from "../parts/icon"
import { MyName } from "../parts/myname"
import { Refusals } from "../parts/refusals"
import { currentRound, shortName } from "../parts/round"
import { route } from "../parts/tabs"
import { row } from "../store"
import type { Initiative } from "../wire"
import { say } from "../words"
import { Harvest } from "./lead/harvest"
import { Helpers } from "./lead/helpers"
import { Notes, notesFor, unseen } from "./lead/notes"
import { OffersForUs, unanswered } from "./lead/offers"
import { Plan } from "./lead/plan"
import { Room } from "./lead/room"

const VIEWS = ["notes", "harvest", "offers", "room", "plan"] as const
type View = (typeof VIEWS)[number]

const ICONS: Record<View, IconName> = { notes: "tip", harvest: "check", offers: "hand", room: "people", plan: "pencil" }

/** Wishes of which nothing is shown where they were made; all others tell it there when they were refused. */
const TOLD_ABOVE = ["TakeAlong", "ReleaseNote", "ClusterNote", "MoveTo", "DropNeed", "DropPart", "DropMilestone"] as const

function view(): View {
  return VIEWS.find((one) => one === route.value.plan) ?? "notes"
}

function Badge({ count, means }: { count: number; means: string }) {
  if (count === 0) return null
  return (
    <b class="ours-badge">
      {count} <span class="unseen">{means}</span>
    </b>
  )
}

/** What stands in the wide column: the notes, unless another view of its own was chosen. */
function Wide({ initiative }: { initiative: string }) {
  if (view() === "harvest") return <Harvest initiative={initiative} />
  if (view() === "offers") return <OffersForUs initiative={initiative} />
  return <Notes initiative={initiative} />
}

function Views({ initiative }: { initiative: string }) {
  const fresh = unseen(notesFor(initiative)).length
  const waiting = unanswered(initiative)
  const names = {
    notes: say("lead-notes"),
    harvest: say("lead-harvest"),
    offers: say("offer-ours-short"),
    room: say("lead-room-short"),
    plan: say("lead-plan"),
  }
  return (
    <nav class="ours-views" aria-label={say("lead-views")}>
      {VIEWS.map((which) => (
        <a key={which} href={`#ours/${which}`} class={`is-${which}`} aria-current={view() === which ? "page" : undefined}>
          <Icon name={ICONS[which]} />
          {names[which]}
          {which === "notes" && <Badge count={fresh} means={say("lead-notes-new")} />}
          {which === "offers" && <Badge count={waiting} means={say("offer-ours-waiting")} />}
        </a>
      ))}
    </nav>
  )
}

/** What is on for everybody, in one line; the tab "Nu" has it all. */
function OnNow() {
  const round = currentRound()
  if (!round) return null
  const left = round.state === "open" ? secondsUntil(round.ends) : 0
  return (
    <a class="ours-now" href="#now">
      <Icon name="now" />
      <b dir="auto">{say("lead-now", { round: shortName(round) })}</b>
      <span>{left > 0 ? say("time-left", { time: digits(left) }) : say("time-over")}</span>
    </a>
  )
}

/** Colleagues come in by one link, under the initiative's name: who still bears that is asked for their own. */
function WhoAreYou({ initiative }: { initiative: Initiative }) {
  const unnamed = row("Person", you.value.id)?.name === initiative.name
  const asked = useRef(false)
  asked.current ||= unnamed
  return asked.current ? <MyName first={unnamed} /> : null
}

function Ours({ initiative }: { initiative: Initiative }) {
  const { id } = initiative
  return (
    <main id="content" class="ours">
      <div class="sign">
        <p class="sign-eyebrow">{say("lead-heading")}</p>
        <h1 tabIndex={-1} dir="auto">
          {initiative.name}
        </h1>
      </div>
      <WhoAreYou initiative={initiative} />
      <OnNow />
      <div class="ours-top">
        <Refusals of={TOLD_ABOVE} />
        <Views initiative={id} />
      </div>
      <div class={`ours-columns shows-${view()}`}>
        <div class="ours-left"><Wide initiative={id} /></div>
        <div class="ours-right">
          <div class="ours-people">
            <Room room={id} />
            <Helpers initiative={id} />
          </div>
          <Plan initiative={initiative} />
          <p>
            <a href={`/${code}/mydata?as=lead`}>{say("mine-data")}</a>
          </p>
        </div>
      </div>
    </main>
  )
}

export function Lead() {
  const initiative = row("Initiative", ownInitiative())
  if (initiative) return <Ours key={initiative.id} initiative={initiative} />
  return (
    <main id="content" class="loading">
      <h1>{say("loading")}</h1>
    </main>
  )
}
