/** A round in rooms: what people talk about, where everybody is, how long still, and when they come back. */
import { secondsUntil } from "../../link"
import { TimeHere } from "../../parts/countdown"
import { HALL, headsIn, inRooms } from "../../parts/here"
import { Icon } from "../../parts/icon"
import { Prompt } from "../../parts/prompt"
import { ordered } from "../../store"
import type { Round } from "../../wire"
import { say, word } from "../../words"
import { Fit } from "./fit"

/** Any room will do to tell a round's time by, and the hall is always there. */
const ANY_ROOM = "hall"

/** The time of a round, also when its people sit in rooms and get a last minute. */
export function Clock({ round }: { round: Round }) {
  return <TimeHere round={round} room={ANY_ROOM} />
}

/** Whether people have a last minute to finish what they were saying. */
function lastMinute(round: Round): boolean {
  return inRooms(round) && secondsUntil(round.ends) === 0
}

function RoomLine({ name, heads }: { name: string; heads: number }) {
  return (
    <li>
      <bdi>{name}</bdi>
      <strong>{heads}</strong>
      <Icon name="people" />
    </li>
  )
}

function Heading({ round }: { round: Round }) {
  const title = round.title || word("round", round.kind)
  if (lastMinute(round)) {
    return (
      <>
        <p class="eyebrow">{title}</p>
        <h1 class="last-minute">{say("rooms-last-minute")}</h1>
        <p class="scene-lead">{say("stage-back-by-itself")}</p>
      </>
    )
  }
  return (
    <>
      <h1 class="is-short">{title}</h1>
      <Prompt round={round} />
    </>
  )
}

export function InRooms({ round }: { round: Round }) {
  return (
    <main class="scene scene-split is-rooms" id="content">
      <Fit>
        <Heading round={round} />
        <Clock round={round} />
      </Fit>
      <Fit>
        <h2>{say("stage-rooms")}</h2>
        <ul class="room-heads">
          {ordered("Initiative").map(({ id, name }) => (
            <RoomLine key={id} name={name} heads={headsIn(id)} />
          ))}
          <RoomLine name={say("rooms-hall")} heads={headsIn(HALL)} />
        </ul>
      </Fit>
    </main>
  )
}
