/** What this person sent and has no answer to yet, or was refused: by type of wish, and in words. */
import { connection, outbox, saving } from "../link"
import type { Entry } from "../outbox"
import { row } from "../store"
import { say, word } from "../words"
import type { PhoneCommand, PostNote } from "../wire"

export type Sent<C> = Entry & { command: C }

/** What is in the outbox of one type of wish, oldest first. */
export function sent<T extends PhoneCommand["type"]>(type: T): Sent<Extract<PhoneCommand, { type: T }>>[] {
  return outbox.value.filter((entry) => entry.command.type === type) as Sent<Extract<PhoneCommand, { type: T }>>[]
}

/** Notes that are written but not yet on their board. */
export function unsaved(): Sent<PostNote>[] {
  return sent("PostNote").filter((entry) => !row("Note", entry.command.id))
}

/** Why a wish was refused, as a sentence. */
export const reasonOf = (entry: Entry): string => word("reason", entry.reason ?? "not_now")

/** How a wish stands that has no answer yet. */
export function waitingWords(): string {
  return saving.value && connection.value === "here" ? say("note-state-saving") : say("note-state-kept")
}
