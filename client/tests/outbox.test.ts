/** What a browser still has to tell survives everything, and is told once. */
import assert from "node:assert/strict"
import { test } from "node:test"
import { Outbox, type Shelf } from "../src/outbox"
import type { PhoneCommand } from "../src/wire"

const PREFIX = "festijn:KLM4R7:participant:outbox:"
const wish = (text: string): PhoneCommand => ({ type: "Rename", name: text })

/** A browser's storage, of which `full` refuses every write. */
function newShelf(full = false): Shelf & { kept: Map<string, string> } {
  const kept = new Map<string, string>()
  return {
    kept,
    get length() {
      return kept.size
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => {
      if (full) throw new Error("QuotaExceededError")
      kept.set(key, value)
    },
    removeItem: (key) => void kept.delete(key),
  }
}

test("refs count on from where the device was", () => {
  const box = new Outbox(newShelf(), PREFIX, "device", 7)
  assert.equal(box.add(wish("a"), 1).ref, "device.7")
  assert.equal(box.add(wish("b"), 2).ref, "device.8")
  assert.equal(box.next, 9)
})

test("a wish is on the shelf before anything is sent, and goes when it is granted", () => {
  const shelf = newShelf()
  const box = new Outbox(shelf, PREFIX, "device", 1)
  const { ref } = box.add(wish("a"), 1)
  assert.deepEqual([...shelf.kept.keys()], [`${PREFIX}device.1`])
  box.settle({ ref, ok: 12 })
  assert.deepEqual(box.entries.value, [])
  assert.equal(shelf.kept.size, 0)
})

test("a page that opens anew takes over what a dead one left, with its own refs, oldest first", () => {
  const shelf = newShelf()
  new Outbox(shelf, PREFIX, "second", 1).add(wish("later"), 20)
  new Outbox(shelf, PREFIX, "first", 3).add(wish("earlier"), 10)
  shelf.setItem("festijn:OTHER1:participant:outbox:x.1", JSON.stringify({ ref: "x.1", state: "waiting", at: 1 }))
  const box = new Outbox(shelf, PREFIX, "third", 1)
  assert.deepEqual(box.waiting().map((entry) => entry.ref), ["first.3", "second.1"])
})

test("a refused wish waits for the person, with the reason and the text there is now", () => {
  const shelf = newShelf()
  const box = new Outbox(shelf, PREFIX, "device", 1)
  const { ref } = box.add(wish("a"), 1)
  box.settle({ ref, reason: "changed_meanwhile", present: "now" })
  assert.deepEqual(box.waiting(), [])
  const [kept] = new Outbox(shelf, PREFIX, "other", 1).entries.value
  assert.deepEqual([kept?.state, kept?.reason, kept?.present], ["refused", "changed_meanwhile", "now"])
  box.forget(ref)
  assert.equal(shelf.kept.size, 0)
})

test("an answer that asks for patience leaves the wish waiting", () => {
  const box = new Outbox(newShelf(), PREFIX, "device", 1)
  const { ref } = box.add(wish("a"), 1)
  box.settle({ ref, reason: "too_fast" })
  assert.equal(box.waiting().length, 1)
})

test("a wish that was granted long ago is done", () => {
  const box = new Outbox(newShelf(), PREFIX, "device", 1)
  const { ref } = box.add(wish("a"), 1)
  box.settle({ ref, reason: "already" })
  assert.deepEqual(box.entries.value, [])
})

test("low is the lowest seq that the same device still waits for", () => {
  const shelf = newShelf()
  new Outbox(shelf, PREFIX, "other", 1).add(wish("x"), 1)
  const box = new Outbox(shelf, PREFIX, "device", 4)
  const refs = ["a", "b", "c"].map((text, at) => box.add(wish(text), at).ref)
  box.settle({ ref: refs[0] ?? "", ok: 1 })
  assert.equal(box.low(refs[2] ?? ""), 5)
})

test("with a full shelf a wish lives on in the page", () => {
  const box = new Outbox(newShelf(true), PREFIX, "device", 1)
  box.add(wish("a"), 1)
  assert.equal(box.waiting().length, 1)
})

test("an answer to what nobody asked changes nothing", () => {
  const box = new Outbox(newShelf(), PREFIX, "device", 1)
  box.add(wish("a"), 1)
  box.settle({ ref: "device.99", ok: 3 })
  assert.equal(box.waiting().length, 1)
})
