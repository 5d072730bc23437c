/** Where on this screen a board is, and whether something can be written for it there. */
import { row } from "../store"

/** The address of the page of an initiative, or of an expert group, on this screen. */
export function planLink(initiative: string): string {
  return `#plans/${encodeURIComponent(initiative)}`
}

/** The address of a board: the page of its initiative or group; what was written for a conversation stands on "now". */
export function boardLink(board: string): string {
  return row("Initiative", board) || row("Group", board) ? planLink(board) : "#now"
}

/** Whether there is a form for this board: it is there, and it is not closed. */
export function takesNotes(board: string): boolean {
  return row("Board", board)?.open ?? row("Initiative", board) !== undefined
}
