/** Which round it is now, and what people call a round. */
import { ordered, row } from "../store"
import type { Round } from "../wire"
import { say, word } from "../words"

/** The round the festival is in; nothing before the first. */
export function currentRound(): Round | undefined {
  return row("Round", row("Programme", "programme")?.round ?? "")
}

/** What the initiative with this id is called; "" when there is none. */
export function initiativeName(id: string): string {
  return row("Initiative", id)?.name ?? ""
}

/** A round in a list: "KunstPost", "Pauze". */
export function shortName(round: Round): string {
  return round.title || initiativeName(round.initiative) || word("round", round.kind)
}

/** A round in a sentence: "Pitch KunstPost", "Pauze". */
export function fullName(round: Round): string {
  const name = initiativeName(round.initiative)
  if (!name) return round.title || word("round", round.kind)
  return say("run-round-of", { kind: round.title || word("round", round.kind), name })
}

/** Which pitch this is, of how many; 0 when it is none. */
export function pitchNumber(round: Round): { number: number; total: number } {
  const pitches = ordered("Round").filter((other) => other.kind === "pitch")
  return { number: pitches.findIndex((other) => other.id === round.id) + 1, total: pitches.length }
}
