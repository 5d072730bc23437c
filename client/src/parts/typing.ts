/**
 * Words that are kept while somebody types them, with the words they started from: one or more fields under a name.
 * They survive a reload and the end of a round, until they are sent or put aside.
 */
import { draft } from "../drafts"

export interface Typing {
  /** What stands in the fields now. */
  typed: Record<string, string>
  /** The saved text it is a change of. */
  was: string
}

/** What is being typed at this place; nothing while nobody does. */
export function typing(place: string): Typing | undefined {
  try {
    return (JSON.parse(draft(`typing:${place}`).value || "null") as Typing | null) ?? undefined
  } catch {
    return undefined
  }
}

/** Keep what is typed at this place. */
export function keep(place: string, typed: Record<string, string>, was = ""): void {
  draft(`typing:${place}`).value = JSON.stringify({ typed, was })
}

/** Forget what was typed at this place. */
export function stop(place: string): void {
  draft(`typing:${place}`).value = ""
}

/** The text as the server will keep it: nothing blank at the ends, at most one empty line running. */
export function tidied(text: string): string {
  const lines = text.split(/\r\n|[\n\r]/).map((line) => line.replace(/\s/g, " ").trimEnd())
  return lines.filter((line, at) => line || lines[at - 1]).join("\n").trim()
}
