/**
 * What somebody is changing: each field as they typed it, and the words they started from. It is kept as a draft under
 * a name of its own, so that a reload, or a round that ends, leaves it open with all that was typed.
 */
import { draft } from "../../drafts"
import { tidied } from "./fields"

export type Words = Record<string, string>

export interface Edit {
  typed: Words
  was: Words
}

function isEdit(kept: unknown): kept is Edit {
  return typeof kept === "object" && kept !== null && "typed" in kept && "was" in kept
}

/** What is being changed at this place; nothing while it is closed. */
export function edit(place: string): Edit | undefined {
  try {
    const kept: unknown = JSON.parse(draft(`edit:${place}`).value || "null")
    return isEdit(kept) ? kept : undefined
  } catch {
    return undefined
  }
}

/** Start to change words, or go on with what was `typed` before. */
export function begin(place: string, was: Words, typed: Words = was): void {
  draft(`edit:${place}`).value = JSON.stringify({ typed, was })
}

/** Somebody typed in a field. */
export function type(place: string, field: string, text: string): void {
  const now = edit(place)
  if (now) begin(place, now.was, { ...now.typed, [field]: text })
}

/** Close it, and forget what was typed. */
export function stop(place: string): void {
  draft(`edit:${place}`).value = ""
}

/** Those of these fields in which something was typed that was not already there. */
export function changed<F extends string>(fields: readonly F[], { typed, was }: Edit): F[] {
  return fields.filter((field) => tidied(typed[field]) !== tidied(was[field]))
}

/** Whether anything was typed that is not already there. */
export function isChanged(now: Edit): boolean {
  return changed(Object.keys(now.typed), now).length > 0
}
