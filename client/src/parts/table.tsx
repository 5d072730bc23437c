/** The people one is with: the own table with what can be done for it, or the whole room; and the other tables. */
import { submit, you } from "../link"
import { row } from "../store"
import { say, word } from "../words"
import { Task } from "../wire"
import type { Seat, Table } from "../wire"
import { mySeat, seatsIn, TABLE_FULL, tablesOf } from "./here"
import { Icon } from "./icon"
import { sent } from "./sent"

function Mark({ seat, table }: { seat: Seat; table: Table | undefined }) {
  const marks = [
    seat.id === you.value.id && say("rooms-you"),
    seat.role === "lead" && say("rooms-lead"),
    (seat.role === "facilitator" || seat.role === "organiser") && say("rooms-facilitator"),
    table?.host === seat.id && say("rooms-host"),
    table?.scribe === seat.id && say("rooms-scribe"),
  ]
  return (
    <>
      {marks.filter(Boolean).map((mark) => (
        <b key={mark} class="tag">
          {mark}
        </b>
      ))}
    </>
  )
}

function People({ seats, table }: { seats: Seat[]; table?: Table | undefined }) {
  return (
    <ul class="who">
      {seats.map((seat) => (
        <li key={seat.id}>
          <bdi>{seat.name}</bdi>
          <Mark seat={seat} table={table} />
        </li>
      ))}
    </ul>
  )
}

/** Which of the two is wished for, when that has no answer yet. */
function wished(task: Task): boolean | undefined {
  const wishes = sent("TakeTask").filter(({ state, command }) => state === "waiting" && command.task === task)
  return wishes[wishes.length - 1]?.command.taken
}

function TaskButton({ table, task }: { table: Table; task: Task }) {
  const does = table[task]
  const mine = wished(task) ?? does === you.value.id
  if (!mine && does && does !== you.value.id) return null
  const asks = task === "host" ? say("rooms-be-host") : say("rooms-be-scribe")
  const stops = task === "host" ? say("rooms-stop-host") : say("rooms-stop-scribe")
  return (
    <button
      type="button"
      class={mine ? "plain" : "quiet"}
      onClick={() => submit({ type: "TakeTask", task, taken: !mine })}
    >
      <Icon name={task === "host" ? "people" : "pencil"} />
      {mine ? stops : asks}
    </button>
  )
}

/** What a table is about. */
function NeedOf({ table }: { table: Table }) {
  const need = row("Need", table.need)
  if (!need) return null
  return (
    <span class="table-need">
      <b>{word("need", need.kind)}</b> <span dir="auto">{need.text}</span>
    </span>
  )
}

function OwnTable({ table, seats }: { table: Table; seats: Seat[] }) {
  return (
    <>
      <h2>{say("rooms-own-table", { number: table.number })}</h2>
      <p class="table-about">
        <NeedOf table={table} />
      </p>
      <People seats={seats} table={table} />
      <div class="tasks">
        {Task.map((task) => (
          <TaskButton key={task} table={table} task={task} />
        ))}
      </div>
    </>
  )
}

function OtherTable({ table, seats, may }: { table: Table; seats: Seat[]; may: boolean }) {
  const full = seats.length >= TABLE_FULL
  const going = sent("SitAt").some(({ state }) => state === "waiting")
  return (
    <li>
      <p>
        <b>{say("rooms-table", { number: table.number })}</b>
        <span class="small soft">{say("rooms-heads", { count: seats.length })}</span>
        <NeedOf table={table} />
      </p>
      {may && (
        <button
          type="button"
          class="quiet"
          disabled={full || going}
          aria-label={full ? undefined : say("rooms-sit-at", { number: table.number })}
          onClick={() => submit({ type: "SitAt", table: table.number })}
        >
          {full ? say("rooms-table-full") : say("rooms-sit")}
        </button>
      )}
    </li>
  )
}

/** Who is with me in this room. */
export function Together({ room }: { room: string }) {
  const mine = mySeat()?.table ?? 0
  const tables = tablesOf(room)
  const seats = seatsIn(room)
  const at = (number: number) => seats.filter((seat) => seat.table === number)
  const own = tables.find((table) => table.number === mine)
  const others = tables.filter((table) => table !== own)
  const loose = tables.length > 0 ? at(0) : seats
  return (
    <>
      {own && <OwnTable table={own} seats={at(mine)} />}
      {loose.length > 0 && (
        <div>
          <h2>{tables.length > 0 ? say("rooms-walking") : say("rooms-who")}</h2>
          <People seats={loose} />
        </div>
      )}
      {others.length > 0 && (
        <details class="other-tables" open={!own}>
          <summary>{own ? say("rooms-other-tables", { count: others.length }) : say("rooms-tables")}</summary>
          <ul>
            {others.map((table) => (
              <OtherTable key={table.id} table={table} seats={at(table.number)} may={own !== undefined} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
