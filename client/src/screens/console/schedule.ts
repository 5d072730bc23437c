/**
 * When each round of the day starts, worked out from the round it is now.
 *
 * A day runs late, or early. So the times of the rounds to come are never kept: they follow from when the round of
 * this moment ends. Rounds that were passed over, or are left out, have no time. How late a day is, is said against
 * all that was planned: leaving a round out makes up for what ran late. Pure: no clock, no screen.
 */
import type { Round } from "../../wire"

const MINUTE = 60_000

export type Place = "done" | "skipped" | "now" | "over" | "planned"

/** One line of the run of show. `starts` in ms, 0 for a round that is skipped; `minutes` is how long it takes. */
export interface Slot {
  round: Round
  place: Place
  starts: number
  minutes: number
}

/** The whole day. `ends` in ms; `late` in whole minutes (below 0: early), and null before the first round. */
export interface Day {
  slots: Slot[]
  here: number
  ends: number
  late: number | null
}

/** How many minutes a round gets when it is opened: the same sum the server makes. */
export function minutesFor(round: Round): number {
  return round.state === "done" ? Math.max(1, Math.ceil(round.left / MINUTE)) : round.minutes
}

/** The day as it looks at `now` (ms): `rounds` in their order, in the round with id `current` ("" before the first). */
export function schedule(rounds: readonly Round[], current: string, now: number): Day {
  const here = rounds.findIndex((round) => round.id === current)
  let next = Math.max(rounds[here]?.ends ?? now, now)
  const slots = rounds.map((round, at): Slot => {
    const minutes = at > here ? minutesFor(round) : round.minutes
    if (at <= here) return { round, place: placeOf(round, at === here), starts: round.began, minutes }
    if (round.skipped) return { round, place: "skipped", starts: 0, minutes }
    const starts = next
    next += minutes * MINUTE
    return { round, place: "planned", starts, minutes }
  })
  return { slots, here, ends: next, late: lateness(rounds, next) }
}

/** Whether a round can still be changed: it was never begun, and comes after the one it is now. */
export function toCome(slot: Slot, at: number, here: number): boolean {
  return at > here && slot.round.state === "planned"
}

function placeOf(round: Round, current: boolean): Place {
  if (current) return round.state === "over" ? "over" : "now"
  return round.began === 0 ? "skipped" : "done"
}

function lateness(rounds: readonly Round[], ends: number): number | null {
  const began = rounds.map((round) => round.began).filter((moment) => moment > 0)
  if (began.length === 0) return null
  const planned = rounds.reduce((sum, round) => sum + round.minutes * MINUTE, Math.min(...began))
  return Math.round((ends - planned) / MINUTE)
}
