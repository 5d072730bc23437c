/** Where one is: in the hall or in a room, at which table, who else is there; and walking on to somewhere else. */
import { numbers, submit, you } from "../link"
import { ordered, row, rows } from "../store"
import type { Conversation, Round, Seat, Table } from "../wire"
import { say } from "../words"
import { currentRound, initiativeName } from "./round"
import { sent } from "./sent"

export const HALL = ""
/** What the hall is called where "" would mean something else. */
export const HALL_NAME = "hall"
/** So long (ms) people may still finish their sentence before they come back to the hall. */
export const LAST_MINUTE = 60_000
const COUNTED: ReadonlySet<string> = new Set(["participant", "lead"])
/** So many people fit at a table. */
export const TABLE_FULL = 7

/** My own seat; nothing when I am in the hall. */
export function mySeat(): Seat | undefined {
  return row("Seat", you.value.id)
}

/** The room I am in, or the hall. */
export const myRoom = (): string => mySeat()?.room ?? HALL

/** What a room is called: its initiative, its group, its conversation or the one in which that went on, or the hall. */
export function roomName(room: string): string {
  if (room === HALL || room === HALL_NAME) return say("rooms-hall")
  const into = row("Board", room)?.into
  return into ? roomName(into) : initiativeName(room) || row("Conversation", room)?.title || row("Group", room)?.title || say("rooms-gone")
}

/** Conversations of the open space that have a room, in the order of the grid. */
export function placed(): Conversation[] {
  const on = rows("Conversation").filter(({ slot }) => slot > 0)
  return on.sort((a, b) => a.slot - b.slot || a.place - b.place)
}

/** Every room one can go to: the initiatives; the conversations, when it is time for those or somebody is there; and groups that meet. */
export function allRooms(): string[] {
  const talking = currentRound()?.grouping === "conversations"
  const talks = placed().filter(({ id }) => talking || headsIn(id) > 0)
  const groups = rows("Group").filter(({ id }) => headsIn(id) > 0)
  return [...ordered("Initiative"), ...talks, ...groups].map(({ id }) => id)
}

/** About how many are in a room, or in the hall; one who is there themselves counts at once. */
export function headsIn(room: string): number {
  const { heads, here } = numbers.value
  if (room !== HALL) return heads[room] ?? 0
  const me = myRoom() === HALL && COUNTED.has(you.value.role) ? 1 : 0
  return Math.max(me, here - Object.values(heads).reduce((sum, count) => sum + count, 0))
}

/** Who is in a room that I am in, those of the initiative first, then by name. */
export function seatsIn(room: string): Seat[] {
  const there = rows("Seat").filter((seat) => seat.room === room)
  const first = (seat: Seat) => (seat.role === "participant" ? 1 : 0)
  return there.sort((a, b) => first(a) - first(b) || a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1))
}

/** The tables of a room that I am in. */
export function tablesOf(room: string): Table[] {
  return rows("Table")
    .filter((table) => table.room === room)
    .sort((a, b) => a.number - b.number)
}

/** Until when people sit in this room: as long as the round, or longer when a facilitator gave it more. */
export function roomEnds(round: Round, room: string): number {
  return Math.max(round.ends, row("Room", room)?.ends ?? 0)
}

/** Whether people are in rooms in this round, and have not come back yet. */
export function inRooms(round: Round): boolean {
  return round.grouping !== "plenary" && !round.back && (round.state === "open" || round.state === "over")
}

let step: string | undefined

/** Go to a room, or to the hall. */
export function walkTo(room: string): void {
  step = room
  submit({ type: "MoveTo", room })
}

/** Whether I came to this room on my own feet just now; asked once. */
export function walkedTo(room: string): boolean {
  const walked = step === room
  if (walked) step = undefined
  return walked
}

/** Where I am on my way to; nothing when I stay. */
export function walkingTo(): string | undefined {
  const steps = sent("MoveTo").filter(({ state }) => state === "waiting")
  return steps[steps.length - 1]?.command.room
}
