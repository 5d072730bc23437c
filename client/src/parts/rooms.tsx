/** The rooms: what each talks about, how many are there, and one tap to go in. The hall comes first, and is always open. */
import { ordered, row } from "../store"
import { say, word } from "../words"
import type { Round } from "../wire"
import { allRooms, HALL, headsIn, inRooms, myRoom, mySeat, roomName, walkingTo, walkTo } from "./here"
import { Icon } from "./icon"
import { initiativeName } from "./round"

const TOGETHER = 8

/** What is talked about in a room, in one line. */
function about(room: string, round: Round | undefined): string {
  const initiative = row("Initiative", room)
  if (!initiative) return row("Conversation", room)?.names.join(", ") ?? initiativeName(row("Group", room)?.initiative ?? "")
  if (round?.kind === "dream") return initiative.dream || initiative.what
  const need = round?.kind === "need" ? ordered("Need").find((one) => one.initiative === room) : undefined
  return need ? `${word("need", need.kind)}: ${need.text}` : initiative.what
}

function Heads({ room, round }: { room: string; round: Round | undefined }) {
  const count = headsIn(room)
  const tables = room !== HALL && round?.grouping === "tables" && inRooms(round) && count > TOGETHER
  return (
    <span class="room-card-heads">
      <Icon name="people" />
      {say("rooms-heads", { count })}
      {tables && <b class="tag">{say("rooms-with-tables")}</b>}
    </span>
  )
}

function state(room: string, here: string): string {
  if (walkingTo() === room) return say("rooms-going")
  if (room === here) return say("rooms-you-are-here")
  return room === HALL ? say("rooms-back") : say("rooms-go-in")
}

function RoomChoice({ room, round, here }: { room: string; round: Round | undefined; here: string }) {
  const place = row("Initiative", room)?.place
  const go = () => {
    if (room !== here && walkingTo() === undefined) walkTo(room)
  }
  return (
    <li>
      <button
        type="button"
        class={`card room-card${room === here ? " is-here" : ""}${room === HALL ? " is-hall" : ""}`}
        aria-current={room === here ? "location" : undefined}
        aria-disabled={room === here || walkingTo() !== undefined}
        onClick={go}
      >
        <span class="room-card-name">
          <b dir="auto">{roomName(room)}</b>
          {place && <bdi class="small soft">{place}</bdi>}
        </span>
        <span class="room-card-about">
          <span class="room-card-what" dir="auto">
            {room === HALL ? say("rooms-hall-about") : about(room, round)}
          </span>
          <Heads room={room} round={round} />
        </span>
        <span class="room-card-do">
          <Icon name={room === here ? "place" : room === HALL ? "back" : "step"} />
          {state(room, here)}
        </span>
      </button>
    </li>
  )
}

/** All rooms, to choose from. */
export function RoomList({ round }: { round: Round | undefined }) {
  const here = myRoom()
  return (
    <ul class="room-list">
      {[HALL, ...allRooms()].map((room) => (
        <RoomChoice key={room} room={room} round={round} here={here} />
      ))}
    </ul>
  )
}

/** The same list behind one quiet line: one may always walk on. */
export function RoomsLine({ round }: { round: Round | undefined }) {
  return (
    <details class="rooms-line">
      <summary>{mySeat() ? say("rooms-walk-on") : say("rooms-line")}</summary>
      <RoomList round={round} />
    </details>
  )
}
