/** The open space in the hall: the conversation that is told now, who is next, and the grid of all that got a place. */
import { headsIn, inRooms } from "../../parts/here"
import { Icon } from "../../parts/icon"
import { row, rows } from "../../store"
import type { Conversation, Round } from "../../wire"
import { say, word } from "../../words"
import { Fit } from "./fit"
import { Clock } from "./rooms"

const MOST_NEXT = 4

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

function Talk({ talk }: { talk: Conversation }) {
  const heads = headsIn(talk.id)
  return (
    <li>
      <b class="talk-place" title={say("stage-talk-place", { place: talk.place })}>
        {talk.place}
      </b>
      <bdi>{talk.title}</bdi>
      <p>
        {talk.going > 0 && <span>{say("stage-going", { count: talk.going })}</span>}
        {heads > 0 && (
          <span>
            <Icon name="people" />
            {say("stage-inside", { count: heads })}
          </span>
        )}
      </p>
    </li>
  )
}

function Slot({ slot }: { slot: number }) {
  const talks = rows("Conversation").filter((talk) => talk.slot === slot)
  return (
    <section>
      <h2>{say("stage-slot", { slot })}</h2>
      <ol class="talks">
        {talks
          .sort((a, b) => a.place - b.place)
          .map((talk) => (
            <Talk key={talk.id} talk={talk} />
          ))}
      </ol>
      {talks.length === 0 && <p class="soft">{say("stage-slot-empty")}</p>}
    </section>
  )
}

export function OpenSpace({ round }: { round: Round }) {
  const market = row("Market", "market")
  const told = row("Conversation", market?.pitched ?? "")
  const slots = Array.from({ length: market?.slots ?? 1 }, (_, at) => at + 1)
  return (
    <main class="scene scene-split is-market" id="content">
      <Fit>
        {told ? (
          <Pitched conversation={told} />
        ) : (
          <>
            <p class="eyebrow">{round.title || word("round", round.kind)}</p>
            <h1>{inRooms(round) && round.state === "over" ? say("rooms-last-minute") : say("rooms-do-open-space")}</h1>
            {market?.open && round.state === "open" && <p class="scene-lead">{say("stage-propose")}</p>}
          </>
        )}
        <Queue />
        <Clock round={round} />
      </Fit>
      <Fit>
        <div class="slots" style={{ "--slots": Math.min(3, slots.length) }}>
          {slots.map((slot) => (
            <Slot key={slot} slot={slot} />
          ))}
        </div>
      </Fit>
    </main>
  )
}
