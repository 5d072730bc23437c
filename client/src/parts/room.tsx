/** A room from inside: who is here and what can be done together, beside its board; with the way out always in sight. */
import { useId } from "preact/hooks"
import { secondsUntil, you } from "../link"
import { row } from "../store"
import { say } from "../words"
import type { Round } from "../wire"
import { Board } from "./board"
import { Call } from "./call"
import { Card } from "./card"
import { Composer } from "./composer"
import { digits, lastWords } from "./countdown"
import { Help } from "./help"
import { HALL, inRooms, LAST_MINUTE, mySeat, roomEnds, walkingTo, walkTo } from "./here"
import { Icon } from "./icon"
import { lateParts } from "./late"
import { RoomsLine } from "./rooms"
import { Together } from "./table"

const WIDE = 900

function Time({ round, room }: { round: Round; room: string }) {
  const ends = roomEnds(round, room)
  const left = secondsUntil(ends)
  const seconds = left || secondsUntil(ends + LAST_MINUTE)
  const words = lastWords(left)
  return (
    <>
      <p class="room-bar-time" aria-hidden="true">
        <Icon name="wait" />
        {digits(seconds)}
      </p>
      {words && (
        <p class="room-bar-words" aria-hidden="true">
          {words}
        </p>
      )}
    </>
  )
}

/** The way out of a room, and how long still. It stays in sight. */
export function RoomBar({ room, round }: { room: string; round: Round | undefined }) {
  const leaving = walkingTo() === HALL
  return (
    <nav class="room-bar" aria-label={say("rooms-way-out")}>
      <button type="button" class="quiet" aria-disabled={leaving} onClick={() => !leaving && walkTo(HALL)}>
        <Icon name="back" />
        {leaving ? say("rooms-going") : say("rooms-back")}
      </button>
      {round && inRooms(round) && <Time round={round} room={room} />}
    </nav>
  )
}

/** Hearing each other; who hosts a table gets a line to read out when it is time. */
function RoomCall({ room, round }: { room: string; round: Round | undefined }) {
  const table = mySeat()?.table ?? 0
  const hosts = row("Table", `${room}/${table}`)?.host === you.value.id
  const time = round && inRooms(round) && hosts
  return <Call room={room} table={table} readOut={time ? lastWords(secondsUntil(roomEnds(round, room))) : ""} />
}

function About({ room }: { room: string }) {
  const initiative = row("Initiative", room)
  if (!initiative) return null
  return (
    <details class="about-room" open={innerWidth >= WIDE}>
      <summary>{say("rooms-about", { name: initiative.name })}</summary>
      <Card initiative={initiative} />
    </details>
  )
}

/** What a conversation of the open space brought, written down by who is in it. */
function Brought({ room }: { room: string }) {
  const Form = lateParts.harvest
  return Form && row("Conversation", room) ? <Form conversation={room} /> : null
}

export function Room({ room, round }: { room: string; round: Round | undefined }) {
  const heading = useId()
  const here = mySeat()?.room === room
  return (
    <div class="beside is-room">
      <div class="room-side">
        {here && (
          <section class="card together" aria-labelledby={heading}>
            <h2 id={heading} class="unseen">
              {say("rooms-people")}
            </h2>
            <Together room={room} />
            <RoomCall room={room} round={round} />
            <Help />
          </section>
        )}
        <About room={room} />
        <Brought room={room} />
        {here && <RoomsLine round={round} />}
      </div>
      <div class="room-side">
        <Composer key={room} board={room} />
        <Board key={room} board={room} />
      </div>
    </div>
  )
}
