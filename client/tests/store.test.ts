/** The rules by which a screen takes in what the server tells. */
import assert from "node:assert/strict"
import { test } from "node:test"
import { effect } from "@preact/signals"
import { apply, holds, keep, ordered, places, row, rows, seen } from "../src/store"
import type { Frame } from "../src/wire"

const note = (id: string, text: string) => ({ id, board: "b", kind: "tip", text, at: 1 })

function frame(n: number, after: number, put: Frame["put"] = {}, drop: Frame["drop"] = {}, audience = "festival"): Frame {
  return { audience, place: `e.${n}.m`, after, put, drop }
}

/** Begin anew, listening to these audiences. */
function listen(...audiences: string[]): void {
  keep([])
  keep(audiences)
}

const texts = () => rows("Note").map((one) => one.text)

test("a whole picture replaces all there was of its audience", () => {
  listen("festival")
  apply(frame(1, -1, { Note: [note("a", "one"), note("b", "two")] }))
  assert.equal(apply(frame(5, -1, { Note: [note("b", "other")] })), "applied")
  assert.deepEqual(texts(), ["other"])
})

test("a whole picture also forgets the kinds it does not name", () => {
  listen("festival")
  apply(frame(1, -1, { Note: [note("a", "one")] }))
  const sizes: number[] = []
  const stop = effect(() => void sizes.push(rows("Note").length))
  apply(frame(2, -1))
  stop()
  assert.deepEqual(sizes, [1, 0])
})

test("a frame that follows on what we have is applied", () => {
  listen("festival")
  apply(frame(3, -1, { Note: [note("a", "one")] }))
  assert.equal(apply(frame(4, 3, { Note: [note("b", "two")] }, { Note: ["a"] })), "applied")
  assert.deepEqual(texts(), ["two"])
})

test("a frame that begins before our place but ends after it is applied", () => {
  listen("festival")
  apply(frame(5, -1))
  assert.equal(apply(frame(8, 3, { Note: [note("a", "one")] })), "applied")
  assert.deepEqual(places(), { festival: "e.8.m" })
})

test("a frame we have already is ignored", () => {
  listen("festival")
  apply(frame(5, -1, { Note: [note("a", "new")] }))
  assert.equal(apply(frame(5, 4, { Note: [note("a", "old")] })), "ignored")
  assert.equal(row("Note", "a")?.text, "new")
})

test("a frame after something we missed is a gap, and changes nothing", () => {
  listen("festival")
  apply(frame(5, -1))
  assert.equal(apply(frame(9, 7, { Note: [note("a", "one")] })), "gap")
  assert.deepEqual(texts(), [])
  assert.deepEqual(places(), { festival: "e.5.m" })
})

test("a frame for an audience of which there is no picture yet is a gap", () => {
  listen("festival")
  assert.equal(apply(frame(2, 1)), "gap")
})

test("a frame of another history is a gap", () => {
  listen("festival")
  apply(frame(5, -1))
  assert.equal(apply({ ...frame(6, 5), place: "other.6.m" }), "gap")
})

test("a frame for an audience we left is ignored", () => {
  listen("festival")
  assert.equal(apply(frame(9, 8, {}, {}, "board:x")), "ignored")
})

test("of two layers with the same row the nearest is believed, and the other shows when it drops", () => {
  listen("person:me", "festival")
  apply(frame(1, -1, { Note: [note("a", "far")] }))
  apply(frame(1, -1, { Note: [note("a", "near")] }, {}, "person:me"))
  assert.deepEqual(texts(), ["near"])
  apply(frame(2, 1, {}, { Note: ["a"] }, "person:me"))
  assert.deepEqual(texts(), ["far"])
})

test("an audience that is no longer kept is forgotten with its rows", () => {
  listen("board:x", "festival")
  apply(frame(1, -1, { Note: [note("a", "one")] }, {}, "board:x"))
  assert.equal(holds("board:x"), true)
  keep(["festival"])
  assert.deepEqual(texts(), [])
  assert.equal(holds("board:x"), false)
})

test("the places held can leave one out, and the newest entry seen is the highest of all", () => {
  listen("person:me", "festival")
  apply(frame(4, -1))
  apply(frame(9, -1, {}, {}, "person:me"))
  assert.deepEqual(places("festival"), { "person:me": "e.9.m" })
  assert.equal(seen(), 9)
})

test("rows with an order come in that order", () => {
  listen("festival")
  apply(frame(1, -1, { Round: [{ id: "late", order: 2 }, { id: "early", order: 1 }] }))
  assert.deepEqual(ordered("Round").map((round) => round.id), ["early", "late"])
})
