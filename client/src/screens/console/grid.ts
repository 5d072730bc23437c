/** The grid of the open space, reckoned: who would have to be in two places at once. Pure. */
import type { Conversation } from "../../wire"

/** Somebody who convenes two or more conversations (`ids`) in one slot. */
export interface Clash {
  convener: string
  name: string
  slot: number
  ids: string[]
}

/** Everybody who convenes more than one conversation in the same slot. */
export function clashes(conversations: readonly Conversation[]): Clash[] {
  const found = new Map<string, Clash>()
  for (const { id, slot, conveners = [], names } of conversations) {
    if (slot === 0) continue
    conveners.forEach((convener, at) => {
      const known = found.get(`${slot}/${convener}`)
      if (known) known.ids.push(id)
      else found.set(`${slot}/${convener}`, { convener, name: names[at] ?? "", slot, ids: [id] })
    })
  }
  return [...found.values()].filter((clash) => clash.ids.length > 1)
}
