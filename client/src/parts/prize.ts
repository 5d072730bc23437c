/** A prize in words: who gives it, and whether that is in money or in kind. */
import type { Prize } from "../wire"
import { say } from "../words"

/** "Gegeven door de bank, in geld". */
export function givenBy({ giver, money }: Prize): string {
  return money ? say("prize-from-money", { giver }) : say("prize-from-kind", { giver })
}
