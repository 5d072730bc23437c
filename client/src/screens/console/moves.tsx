/** What moves everybody: to the next round, back, to any round. It says where to before it does so. */
import type { ComponentChildren } from "preact"
import { submit } from "../../link"
import { Ask } from "../../parts/ask"
import { fullName } from "../../parts/round"
import { row } from "../../store"
import type { Round } from "../../wire"
import { say } from "../../words"
import { minutesFor } from "./schedule"

/** The id of the round the festival is in, "" before the first. */
export function currentId(): string {
  return row("Programme", "programme")?.round ?? ""
}

interface MoveProps {
  to: Round
  /** Where on the screen this button is: a round can be gone to from more than one place. */
  from: "next" | "back" | "list"
  look?: string
  children: ComponentChildren
}

/** A button that takes everybody to a round, after asking. */
export function Move({ to, from, look, children }: MoveProps) {
  const after = currentId()
  const round = fullName(to)
  const back = to.order < (row("Round", after)?.order ?? 0)
  return (
    <Ask
      name={from === "list" ? `move:${to.id}` : `move:${from}`}
      look={look ?? ""}
      says={say("move-preview", { round, minutes: minutesFor(to), again: back ? "yes" : "no" })}
      yes={say("move-yes")}
      act={() => submit({ type: "OpenRound", round: to.id, after })}
    >
      {children}
    </Ask>
  )
}
