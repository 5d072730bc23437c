import type { Round } from "../wire"

export function Harvest(_: { round: Round }) {
  return null
}
