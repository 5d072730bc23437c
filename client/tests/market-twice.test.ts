/** Who is told to be in two places at once. */
import assert from "node:assert/strict"
import { test } from "node:test"
import { twice } from "../src/parts/market-twice"
import { apply, keep, row } from "../src/store"
import type { Frame } from "../src/wire"

/** Conversations in the first slot, each convened by Jan: this one, or another who is called the same. */
function doubled(...conveners: (string | undefined)[]): string[] {
  keep([])
  keep(["festival"])
  const talks = conveners.map((id, at) => ({ id: `talk${at}`, slot: 1, names: ["Jan"], ...(id ? { conveners: [id] } : {}) }))
  apply({ audience: "festival", place: "e.1.m", after: -1, put: { Conversation: talks }, drop: {} } as unknown as Frame)
  return twice(row("Conversation", "talk0")!)
}

test("one person in two conversations at the same time is named", () => {
  assert.deepEqual(doubled("jan-1", "jan-1"), ["Jan"])
})

test("two people who are called the same are not one person", () => {
  assert.deepEqual(doubled("jan-1", "jan-2"), [])
  assert.deepEqual(doubled(undefined, undefined), [])
  assert.deepEqual(doubled("jan-1", undefined), [])
})
