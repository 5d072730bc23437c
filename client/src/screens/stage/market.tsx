/** The open space in the hall: the conversation that is told now, who is next, and the grid of all that got a place. */
import { headsIn, inRooms } from "../../parts/here"
import { Icon } from "../../parts/icon"
import { row, rows } from "../../store"
import type { Conversation, Round } from "../../wire"
import { say, word } from "../../words"
import { Fit } from "./fit"
import { Clock } from "./rooms"

const MOST_NEXT = 4
/** With more conversations than this the grid takes most of the stage. */
const FEW = 8

function Pitched({ conversation }: { conversation: Conversation }) {
  const { title, names } = conversation
  return (
    <>
      <p class="eyebrow">{say("stage-pitched")}</p>
      <h1 class={title.length > 60 ? "pitched is-very-long" : "pitched"}>
        <bdi>{title}</bdi>
      </h1>
      <p class="scene-place">
        <Icon name="mine" />
        <bdi>{names.join(", ")}</bdi>
      </p>
    </>
  )
}

function Choosing({ round, open }: { round: Round; open: boolean }) {
  const title = round.title || word("round", round.kind)
  if (inRooms(round) && round.state === "over") {
    return (
      <>
        <p class="eyebrow">{title}</p>
        <h1>{say("rooms-last-minute")}</h1>
      </>
    )
  }
  return (
    <>
      <h1>{title}</h1>
      {open && round.state === "open" && <p class="scene-lead">{say("stage-propose")}</p>}
    </>
  )
}

function Queue() {
  const waiting = rows("Conversation").filter(({ queued }) => queued > 0)
  const next = waiting.sort((a, b) => a.queued - b.queued || (a.id < b.id ? -1 : 1))
  if (next.length === 0) return null
  return (
    <section class="told-next">
      <h2>{say("stage-queue")}</h2>
      <ol>
        {next.slice(0, MOST_NEXT).map(({ id, title }) => (
          <li key={id}>
            <bdi>{title}</bdi>
          </li>
        ))}
      </ol>
      {next.length > MOST_NEXT && <p>{say("stage-queue-more", { count: next.length - MOST_NEXT })}</p>}
    </section>
  )
}

interface CountProps {
  icon: "check" | "people"
  count: number
  words: string
  short: boolean
}

/** How many go there or are there: in words, or as a sign and a figure where there is little room. */
function Count({ icon, count, words, short }: CountProps) {
  if (count === 0) return null
  return (
    <span>
      <Icon name={icon} />
      {short && <b aria-hidden="true">{count}</b>}
      <span class={short ? "unseen" : ""}>{words}</span>
    </span>
  )
}

function Talk({ talk, short }: { talk: Conversation; short: boolean }) {
  const heads = headsIn(talk.id)
  return (
    <li>
      <b class="talk-place" title={say("stage-talk-place", { place: talk.place })}>
        {talk.place}
      </b>
      <bdi>{talk.title}</bdi>
      <p>
        <Count icon="check" count={talk.going} words={say("stage-going", { count: talk.going })} short={short} />
        <Count icon="people" count={heads} words={say("stage-inside", { count: heads })} short={short} />
      </p>
    </li>
  )
}

function Slot({ slot, short }: { slot: number; short: boolean }) {
  const talks = rows("Conversation").filter((talk) => talk.slot === slot)
  return (
    <section>
      <h2>{say("stage-slot", { slot })}</h2>
      <ol class="talks">
        {talks
          .sort((a, b) => a.place - b.place)
          .map((talk) => (
            <Talk key={talk.id} talk={talk} short={short} />
          ))}
      </ol>
      {talks.length === 0 && <p class="soft">{say("stage-slot-empty")}</p>}
    </section>
  )
}

export function OpenSpace({ round }: { round: Round }) {
  const market = row("Market", "market")
  const told = row("Conversation", market?.pitched ?? "")
  const full = rows("Conversation").filter(({ slot }) => slot > 0).length > FEW
  const slots = Array.from({ length: market?.slots ?? 1 }, (_, at) => at + 1)
  return (
    <main class={full ? "scene scene-split is-market is-full" : "scene scene-split is-market"} id="content">
      <Fit>
        {told ? (
          <Pitched conversation={told} />
        ) : (
          <Choosing round={round} open={market?.open ?? false} />
        )}
        <Queue />
        <Clock round={round} />
      </Fit>
      <Fit>
        <div class="slots" style={{ "--slots": Math.min(3, slots.length) }}>
          {slots.map((slot) => (
            <Slot key={slot} slot={slot} short={full} />
          ))}
        </div>
      </Fit>
    </main>
  )
}
