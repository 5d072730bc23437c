/**
 * How long the round still lasts: digits and a calm bar, by the server's clock, the same on every screen.
 * At two minutes and at half a minute it also says so in words.
 */
import { secondsUntil } from "../link"
import { say } from "../words"
import type { Round } from "../wire"
import { useTold } from "./status"

function warning(seconds: number): string {
  if (seconds === 0 || seconds > 120) return ""
  return seconds > 30 ? say("time-two-minutes") : say("time-half-minute")
}

/** Minutes and seconds: 4:07. */
export function digits(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`
}

export function Countdown({ round }: { round: Round }) {
  const left = round.state === "open" ? secondsUntil(round.ends) : 0
  const share = Math.min(1, left / Math.max(1, round.minutes * 60, left))
  const late = round.state === "open" ? warning(left) : say("time-over")
  useTold(late)
  return (
    <div class={late ? "countdown is-late" : "countdown"}>
      <p class="countdown-digits" role="timer" aria-label={say("time-left", { time: digits(left) })}>
        {digits(left)}
      </p>
      <div class="countdown-bar" aria-hidden="true">
        <i style={{ transform: `scaleX(${share})` }} />
      </div>
      <p class="countdown-words">{late || say("time-in-round")}</p>
    </div>
  )
}
