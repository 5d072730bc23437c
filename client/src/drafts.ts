/**
 * Half-written words, kept in this browser under the place they were written for. They survive a reload, a next round
 * and an empty battery. What is sent moves on to the outbox, which keeps it until the server has it.
 */
import { type Signal, signal } from "@preact/signals"
import { shelf } from "./dom"

const drafts = new Map<string, Signal<string>>()

/** The half-written text of a place; setting its value to "" forgets it. */
export function draft(place: string): Signal<string> {
  const known = drafts.get(place)
  if (known) return known
  const key = `${shelf}:draft:${place}`
  const text = signal(localStorage.getItem(key) ?? "")
  text.subscribe((now) => {
    try {
      if (now) localStorage.setItem(key, now)
      else localStorage.removeItem(key)
    } catch {
      // The browser's storage is full or closed to us: the words stay on the screen.
    }
  })
  drafts.set(place, text)
  return text
}

/** The text being written for a board, and which kind of note it will be ("" while none is being written). */
export function noteDraft(board: string): { text: Signal<string>; kind: Signal<string> } {
  return { text: draft(`note:${board}`), kind: draft(`kind:${board}`) }
}
