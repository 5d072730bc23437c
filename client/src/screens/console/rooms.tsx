/** The rooms: how many are where, who sits at which table, who still waits for a host, and walking in oneself. */
import { useState } from "preact/hooks"
import { numbers, submit } from "../../link"
import { Ask } from "../../parts/ask"
import { HALL, headsIn, inRooms, myRoom, roomName, seatsIn, tablesOf } from "../../parts/here"
import { Icon } from "../../parts/icon"
import { currentRound } from "../../parts/round"
import { row, rows } from "../../store"
import type { Round, Seat, Table } from "../../wire"
import { say, timeOfDay } from "../../words"
import { Call, calls } from "./calls"
import { Fold } from "./fold"
import { everyRoom } from "./places"

const MORE = [1, 5] as const

/** The round, if people are in rooms now and have not been called back. */
function grouped(): Round | undefined {
  const round = currentRound()
  return round && inRooms(round) ? round : undefined
}

function Names({ seats }: { seats: Seat[] }) {
  return <span class="names">{seats.map((seat) => seat.name).join(", ")}</span>
}

function TableLine({ table, seats }: { table: Table; seats: Seat[] }) {
  const at = seats.filter((seat) => seat.table === table.number)
  const called = (id: string) => at.find((seat) => seat.id === id)?.name
  const host = called(table.host)
  const scribe = called(table.scribe)
  return (
    <li class="table-line">
      <p>
        <strong>{say("console-table", { number: table.number, count: at.length })}</strong>{" "}
        <span class={host ? "task" : "task is-missing"}>
          {host ? say("console-host", { name: host }) : say("console-host-none")}
        </span>{" "}
        <span class={scribe ? "task" : "task is-missing"}>
          {scribe ? say("console-scribe", { name: scribe }) : say("console-scribe-none")}
        </span>
      </p>
      <Names seats={at} />
    </li>
  )
}

function Extend({ room }: { room: string }) {
  const round = grouped()
  if (!round) return null
  const own = row("Room", room)?.ends ?? 0
  return (
    <>
      {MORE.map((minutes) => (
        <button
          key={minutes}
          type="button"
          class="quiet"
          aria-label={say("console-extend-room", { minutes, room: roomName(room) })}
          onClick={() => submit({ type: "ExtendRoom", room, minutes })}
        >
          {say("extend", { minutes })}
        </button>
      ))}
      {own > round.ends && <span class="hint">{say("console-room-until", { time: timeOfDay(own) })}</span>}
    </>
  )
}

function Inside({ room }: { room: string }) {
  const seats = seatsIn(room)
  const tables = tablesOf(room)
  const standing = tables.length ? seats.filter((seat) => seat.table === 0) : seats
  return (
    <div class="room-inside">
      <ul class="help-calls">
        {calls()
          .filter((call) => call.room === room)
          .map((call) => (
            <Call key={call.id} call={call} />
          ))}
      </ul>
      {seats.length === 0 && <p class="hint">{say("console-room-empty")}</p>}
      <ul>
        {tables.map((table) => (
          <TableLine key={table.id} table={table} seats={seats} />
        ))}
      </ul>
      {standing.length > 0 && (
        <p>
          {tables.length > 0 && <strong>{say("console-walking")} </strong>}
          <Names seats={standing} />
        </p>
      )}
      <div class="room-acts">
        {myRoom() === room ? (
          <button type="button" class="quiet" onClick={() => submit({ type: "MoveTo", room: "" })}>
            {say("console-to-hall")}
          </button>
        ) : (
          <button type="button" onClick={() => submit({ type: "MoveTo", room })}>
            {say("console-go-in")}
          </button>
        )}
        <Extend room={room} />
      </div>
    </div>
  )
}

function Marks({ room }: { room: string }) {
  const tables = tablesOf(room)
  const calling = calls().filter((call) => call.room === room).length
  const hosts = tables.filter((table) => !table.host).length
  const scribes = tables.filter((table) => !table.scribe).length
  return (
    <span class="room-marks">
      {calling > 0 && (
        <span class="mark is-calling">
          <Icon name="alarm" />
          {say("console-room-calls", { count: calling })}
        </span>
      )}
      {myRoom() === room && <span class="mark is-open">{say("console-me-here")}</span>}
      {tables.length > 0 && <span>{say("console-tables", { count: tables.length })}</span>}
      {hosts > 0 && <span class="task is-missing">{say("console-hosts-missing", { count: hosts })}</span>}
      {scribes > 0 && <span class="task is-missing">{say("console-scribes-missing", { count: scribes })}</span>}
    </span>
  )
}

function RoomLine({ room }: { room: string }) {
  const [open, setOpen] = useState(false)
  return (
    <li class="room-line">
      <button type="button" class="room-head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span class="room-name">
          <bdi>{roomName(room)}</bdi>
        </span>
        <span class="room-heads">
          <Icon name="people" />
          {headsIn(room)}
          <span class="unseen">{say("console-heads")}</span>
        </span>
        <Marks room={room} />
      </button>
      {open && <Inside room={room} />}
    </li>
  )
}

function Hall() {
  const round = currentRound()
  const count = headsIn(HALL)
  const spread = round?.grouping === "tables" && !round.back
  return (
    <div class="room-hall">
      <p>
        <strong>{roomName(HALL)}</strong> <span>{say("console-hall-count", { count })}</span>
        {myRoom() === "" && <span class="mark is-open">{say("console-me-here")}</span>}
      </p>
      {spread && (
        <Ask
          name="spread"
          look="quiet"
          says={say("console-spread-preview", { count })}
          yes={say("console-spread-yes")}
          act={() => submit({ type: "SpreadHall", people: [] })}
        >
          {say("console-spread")}
        </Ask>
      )}
    </div>
  )
}

/** In which room this facilitator is, with the way out; nothing in the hall. */
export function WhereIAm() {
  const room = myRoom()
  if (!room) return null
  return (
    <p class="where">
      <Icon name="place" />
      <span>
        {say("console-i-am-in")} <bdi>{roomName(room)}</bdi>
      </span>
      <button type="button" class="quiet" onClick={() => submit({ type: "MoveTo", room: "" })}>
        {say("console-to-hall")}
      </button>
    </p>
  )
}

export function Rooms() {
  const spaces = currentRound()?.grouping === "conversations"
  const { heads } = numbers.value
  const shown = everyRoom().filter((room) => row("Initiative", room) || (spaces && row("Conversation", room)) || heads[room] || myRoom() === room)
  return (
    <Fold
      name="rooms"
      title={say("console-rooms")}
      sum={say("console-in-rooms", { count: rows("Seat").length })}
      open={grouped() !== undefined || rows("Seat").length > 0}
    >
      <Hall />
      <ul class="room-lines">
        {shown.map((room) => (
          <RoomLine key={room} room={room} />
        ))}
      </ul>
    </Fold>
  )
}
