import type { Round } from "../wire"

export function Market(_: { round: Round }) {
  return null
}
