/** The rooms of the festival as who leads the day sees them: all there are, whatever round it is. */
import { secondsUntil } from "../../link"
import { placed, roomName } from "../../parts/here"
import { ordered, rows } from "../../store"
import { say } from "../../words"

const DAY = 86_400_000

/** A room, and the table in it where that matters. */
export function placeName(room: string, table: number): string {
  return table ? say("console-at-table", { room: roomName(room), table }) : roomName(room)
}

/** Every room one can walk into, in an order that stays: the initiatives, then the conversations of the grid, then the expert groups. */
export function everyRoom(): string[] {
  return [...ordered("Initiative"), ...placed(), ...rows("Group")].map(({ id }) => id)
}

/** The whole minutes since a moment; a screen that reads it follows. */
export function minutesSince(moment: number): number {
  return Math.max(0, Math.floor((DAY / 1_000 - secondsUntil(moment + DAY)) / 60))
}
