/** When rounds start follows from the round it is now, not from what was once planned. */
import assert from "node:assert/strict"
import { test } from "node:test"
import { minutesFor, schedule, toCome } from "../src/screens/console/schedule"
import type { Round } from "../src/wire"

const MINUTE = 60_000
const NOON = 1_000 * MINUTE

function round(order: number, minutes: number, more: Partial<Round> = {}): Round {
  const blank = { kind: "pitch", title: "", initiative: "", ballot: "", state: "planned", began: 0, ends: 0, left: 0 } as const
  const usual = { grouping: "plenary", prompt_nl: "", prompt_en: "", writes: [] as string[], skipped: false, back: false } as const
  return { ...blank, ...usual, id: `r${order}`, order, minutes, ...more }
}

const open = (began: number, ends: number): Partial<Round> => ({ state: "open", began: NOON + began * MINUTE, ends: NOON + ends * MINUTE })
const starts = (rounds: Round[], current: string, now: number) =>
  schedule(rounds, current, NOON + now * MINUTE).slots.map((slot) => slot.starts && slot.starts / MINUTE - 1_000)

test("before the first round the day starts when somebody starts it", () => {
  const rounds = [round(1, 10), round(2, 5)]
  assert.deepEqual(starts(rounds, "", 3), [3, 13])
  assert.equal(schedule(rounds, "", NOON).late, null)
})

test("what comes starts when the current round ends", () => {
  assert.deepEqual(starts([round(1, 10, open(0, 10)), round(2, 5), round(3, 5)], "r1", 4), [0, 10, 15])
})

test("a round that runs over moves all that comes, and the end of the day", () => {
  const rounds = [round(1, 10, { ...open(0, 10), state: "over" }), round(2, 5), round(3, 5)]
  assert.deepEqual(starts(rounds, "r1", 13), [0, 13, 18])
  const day = schedule(rounds, "r1", NOON + 13 * MINUTE)
  assert.deepEqual([day.ends, day.late, day.slots[0]?.place], [NOON + 23 * MINUTE, 3, "over"])
})

test("a round that was passed over has no time, and the day is early", () => {
  const rounds = [round(1, 10, { ...open(0, 10), state: "done" }), round(2, 5), round(3, 5, open(10, 15))]
  const day = schedule(rounds, "r3", NOON + 11 * MINUTE)
  assert.deepEqual(day.slots.map((slot) => slot.place), ["done", "skipped", "now"])
  assert.deepEqual([day.slots[1]?.starts, day.late], [0, -5])
})

test("a round one went back from takes what it had left, and at least a minute", () => {
  assert.equal(minutesFor(round(1, 5, { state: "done", left: 2.5 * MINUTE })), 3)
  assert.equal(minutesFor(round(1, 5, { state: "done", left: 0 })), 1)
  const rounds = [round(1, 5, open(6, 9)), round(2, 5, { ...open(5, 10), state: "done", left: 4 * MINUTE }), round(3, 5)]
  assert.deepEqual(starts(rounds, "r1", 7), [6, 9, 13])
})

test("a round that is left out has no time, and those after it come earlier", () => {
  const rounds = [round(1, 10, open(0, 10)), round(2, 20, { skipped: true }), round(3, 5)]
  const day = schedule(rounds, "r1", NOON + 4 * MINUTE)
  assert.deepEqual(day.slots.map((slot) => slot.place), ["now", "skipped", "planned"])
  assert.deepEqual(starts(rounds, "r1", 4), [0, 0, 10])
  assert.equal(day.ends, NOON + 15 * MINUTE)
})

test("leaving a round out makes up for what ran late", () => {
  const late = [round(1, 10, open(0, 20)), round(2, 10), round(3, 5)]
  assert.equal(schedule(late, "r1", NOON + 12 * MINUTE).late, 10)
  assert.equal(schedule([late[0]!, { ...late[1]!, skipped: true }, late[2]!], "r1", NOON + 12 * MINUTE).late, 0)
})

test("only what was never begun and is still to come can be changed", () => {
  const rounds = [round(1, 10, { ...open(0, 10), state: "done" }), round(2, 5, open(10, 15)), round(3, 5), round(4, 5, { state: "done", left: MINUTE })]
  const { slots, here } = schedule(rounds, "r2", NOON + 11 * MINUTE)
  assert.deepEqual(slots.map((slot, at) => toCome(slot, at, here)), [false, false, true, false])
})
