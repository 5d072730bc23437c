/** Who is in the initiative's own room: how many, seen from outside; by name and by table for who is inside. */
import { you } from "../../link"
import { HALL, headsIn, myRoom, seatsIn, walkingTo, walkTo } from "../../parts/here"
import { Icon } from "../../parts/icon"
import { row } from "../../store"
import type { Seat } from "../../wire"
import { say } from "../../words"

function nameOf(seat: Seat): string {
  return seat.id === you.value.id ? say("lead-you", { name: seat.name }) : seat.name
}

function Table({ room, number, seats }: { room: string; number: number; seats: readonly Seat[] }) {
  const need = row("Need", row("Table", `${room}/${number}`)?.need ?? "")
  return (
    <li>
      <p>
        <b>{number > 0 ? say("lead-table", { number }) : say("lead-no-table")}</b>
        {need && <span class="small soft">{need.text}</span>}
      </p>
      <p>
        {seats.map((seat, at) => (
          <>
            {at > 0 && ", "}
            <bdi key={seat.id}>{nameOf(seat)}</bdi>
          </>
        ))}
      </p>
    </li>
  )
}

function Tables({ room, seats }: { room: string; seats: readonly Seat[] }) {
  const tables = [...new Set(seats.map((seat) => seat.table))].sort((a, b) => a - b)
  return (
    <ul class="ours-tables">
      {tables.map((number) => (
        <Table key={number} room={room} number={number} seats={seats.filter((seat) => seat.table === number)} />
      ))}
    </ul>
  )
}

/** `room` is the initiative's id. */
export function Room({ room }: { room: string }) {
  const inside = myRoom() === room
  const seats = seatsIn(room)
  return (
    <section class="card ours-room" aria-labelledby="ours-room">
      <h2 id="ours-room">{say("lead-room")}</h2>
      <p class="ours-heads">
        <Icon name="people" />
        {say("lead-heads", { count: inside ? seats.length : headsIn(room) })}
      </p>
      {inside && <Tables room={room} seats={seats} />}
      <button
        type="button"
        class={inside ? "quiet" : ""}
        disabled={walkingTo() !== undefined}
        onClick={() => walkTo(inside ? HALL : room)}
      >
        <Icon name={inside ? "back" : "ours"} />
        {inside ? say("lead-go-out") : say("lead-go-in")}
      </button>
    </section>
  )
}
