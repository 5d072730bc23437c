/** The rooms of the festival as who leads the day sees them: what they are called, and who is in them. */
import { numbers, secondsUntil, you } from "../../link"
import { initiativeName } from "../../parts/round"
import { ordered, row, rows } from "../../store"
import type { Conversation, Seat } from "../../wire"
import { say } from "../../words"

const DAY = 86_400_000
export const HALL = "hall"

/** What a room is called: the initiative, the conversation, or (for "") the hall. */
export function roomName(room: string): string {
  if (room === "" || room === HALL) return say("console-hall")
  return initiativeName(room) || row("Conversation", room)?.title || say("console-room-gone")
}

/** A room, and the table in it where that matters. */
export function placeName(room: string, table: number): string {
  return table ? say("console-at-table", { room: roomName(room), table }) : roomName(room)
}

/** Conversations that have a slot and a place, in the order of the grid. */
export function placed(): Conversation[] {
  const on = rows("Conversation").filter((one) => one.slot > 0)
  return on.sort((a, b) => a.slot - b.slot || a.place - b.place)
}

/** Every room one can walk into, in an order that stays: the initiatives, then the conversations of the grid. */
export function allRooms(): string[] {
  return [...ordered("Initiative").map((one) => one.id), ...placed().map((one) => one.id)]
}

/** Who is in a room, by name. */
export function seatsIn(room: string): Seat[] {
  const there = rows("Seat").filter((seat) => seat.room === room)
  return there.sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1))
}

/** About how many are here and sit in no room. */
export function inHall(): number {
  return Math.max(0, numbers.value.here - rows("Seat").length)
}

/** The room this facilitator is in, "" for the hall. */
export function myRoom(): string {
  return row("Seat", you.value.id)?.room ?? ""
}

/** The whole minutes since a moment; a screen that reads it follows. */
export function minutesSince(moment: number): number {
  return Math.max(0, Math.floor((DAY / 1_000 - secondsUntil(moment + DAY)) / 60))
}
