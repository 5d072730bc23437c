import type { Round } from "../wire"

export function Goodbye(_: { round: Round }) {
  return null
}
