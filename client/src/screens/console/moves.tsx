/** What moves everybody: to the next round, back, to any round. It says where to before it does so. */
import type { ComponentChildren } from "preact"
import { submit } from "../../link"
import { Ask } from "../../parts/ask"
import { fullName } from "../../parts/round"
import { row } from "../../store"
import type { Round } from "../../wire"
import { say } from "../../words"
import { minutesFor } from "./schedule"

/** The next of these rounds, without those that are left out; and the one before it that was held, to go back to. */
export function around(rounds: readonly Round[], current: string): { next: Round | undefined; back: Round | undefined } {
  const here = rounds.findIndex((round) => round.id === current)
  const next = rounds.find((round, at) => at > here && !round.skipped)
  const back = rounds.slice(0, Math.max(0, here)).reverse()
  return { next, back: back.find((round) => !round.skipped && round.state !== "planned") }
}

/** The id of the round the festival is in, "" before the first. */
export function currentId(): string {
  return row("Programme", "programme")?.round ?? ""
}

interface MoveProps {
  to: Round
  /** Where on the screen this button is: a round can be gone to from more than one place. */
  from: "next" | "back" | "list"
  look?: string
  shortcut?: string | undefined
  children: ComponentChildren
}

/** A button that takes everybody to a round, after asking. */
export function Move({ to, from, look, shortcut, children }: MoveProps) {
  const after = currentId()
  const round = fullName(to)
  const back = to.order < (row("Round", after)?.order ?? 0)
  return (
    <Ask
      name={from === "list" ? `move:${to.id}` : `move:${from}`}
      look={look ?? ""}
      shortcut={shortcut}
      says={say("move-preview", { round, minutes: minutesFor(to), again: back ? "yes" : "no" })}
      yes={say("move-yes")}
      act={() => submit({ type: "OpenRound", round: to.id, after })}
    >
      {children}
    </Ask>
  )
}
