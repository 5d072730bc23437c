/**
 * How long the round still lasts: digits and a calm bar, by the server's clock, the same on every screen.
 * At two minutes and at half a minute it also says so in words.
 */
import { secondsUntil } from "../link"
import { say } from "../words"
import type { Round } from "../wire"
import { inRooms, LAST_MINUTE, roomEnds } from "./here"
import { useTold } from "./status"

function warning(seconds: number): string {
  if (seconds === 0 || seconds > 120) return ""
  return seconds > 30 ? say("time-two-minutes") : say("time-half-minute")
}

/** What to know in a room that has so many seconds left: a warning, or that there is one minute to finish. */
export function lastWords(seconds: number): string {
  return seconds === 0 ? say("rooms-last-minute") : warning(seconds)
}

/** Minutes and seconds: 4:07. */
export function digits(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`
}

interface ShownProps {
  seconds: number
  /** How much of the bar is left, 0 to 1. */
  share: number
  late: string
}

function Shown({ seconds, share, late }: ShownProps) {
  return (
    <div class={late ? "countdown is-late" : "countdown"}>
      <p class="countdown-digits" role="timer" aria-label={say("time-left", { time: digits(seconds) })}>
        {digits(seconds)}
      </p>
      <div class="countdown-bar" aria-hidden="true">
        <i style={{ transform: `scaleX(${share})` }} />
      </div>
      <p class="countdown-words">{late || say("time-in-round")}</p>
    </div>
  )
}

export function Countdown({ round }: { round: Round }) {
  const left = round.state === "open" ? secondsUntil(round.ends) : 0
  const share = Math.min(1, left / Math.max(1, round.minutes * 60, left))
  const late = round.state === "open" ? warning(left) : say("time-over")
  useTold(late)
  return <Shown seconds={left} share={share} late={late} />
}

/** The time of a room: until its people's time is up, and then the last minute in which they finish their sentence. */
function RoomCountdown({ round, room }: { round: Round; room: string }) {
  const ends = roomEnds(round, room)
  const left = secondsUntil(ends)
  const seconds = left || secondsUntil(ends + LAST_MINUTE)
  const share = left ? left / Math.max(1, round.minutes * 60, left) : seconds / (LAST_MINUTE / 1_000)
  const late = lastWords(left)
  useTold(late)
  return <Shown seconds={seconds} share={share} late={late} />
}

/** How long still, for who is in this room ("" is the hall). */
export function TimeHere({ round, room }: { round: Round; room: string }) {
  return room && inRooms(round) ? <RoomCountdown round={round} room={room} /> : <Countdown round={round} />
}
