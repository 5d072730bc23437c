/** The conversations of the open space: which there are, which are mine, where I said I go, and which cells are free. */
import { row, rows } from "../store"
import type { Conversation, Market, MergeAsked } from "../wire"
import { say } from "../words"
import { you } from "../link"
import { sent } from "./sent"

/** The grid; as it is at first while nobody set it. */
export function market(): Market {
  return row("Market", "market") ?? { id: "market", open: true, slots: 2, places: 8, pitched: "" }
}

/** All conversations: those in the grid first, cell by cell, then the others in the order they came. */
export function talks(): Conversation[] {
  const last = (talk: Conversation) => (talk.slot === 0 ? Infinity : talk.slot * 100 + talk.place)
  return rows("Conversation").sort((a, b) => (last(a) === last(b) ? a.at - b.at : last(a) - last(b)))
}

export function isMine(talk: Conversation): boolean {
  return talk.conveners?.includes(you.value.id) ?? false
}

/** Whether I say I go there, and how many do in all; my wish that is on its way counts. */
export function going(talk: Conversation): { mine: boolean; count: number } {
  const saved = row("Going", `${talk.id}/${you.value.id}`) !== undefined
  const wishes = sent("GoTo").filter(({ state, command }) => state === "waiting" && command.conversation === talk.id)
  const mine = wishes[wishes.length - 1]?.command.going ?? saved
  return { mine, count: Math.max(0, talk.going + Number(mine) - Number(saved)) }
}

/** The numbers 1 to `most`. */
export const upTo = (most: number): number[] => Array.from({ length: most }, (_, at) => at + 1)

/** The conversation in this cell of the grid; nothing while it is free. */
export function inCell(slot: number, place: number): Conversation | undefined {
  return rows("Conversation").find((talk) => talk.slot === slot && talk.place === place)
}

/** "A", "A en B", "A, B en C". */
export function named(names: readonly string[]): string {
  const last = names[names.length - 1] ?? say("somebody")
  return names.length < 2 ? last : say("names-and", { first: names.slice(0, -1).join(", "), last })
}

/** Who asks to go on in this conversation, with which of theirs. */
export function askers(talk: Conversation): { asked: MergeAsked; theirs: Conversation }[] {
  const asked = rows("MergeAsked").filter(({ into, declined }) => into === talk.id && !declined)
  return asked.flatMap((one) => {
    const theirs = row("Conversation", one.id)
    return theirs ? [{ asked: one, theirs }] : []
  })
}
