/** Who convenes two conversations at the same time, as far as this screen may know who is who. */
import { rows } from "../store"
import type { Conversation } from "../wire"

/**
 * The names of who convenes another conversation in the same slot too. A name alone says nothing, as two people can be
 * called the same: who does not know the ids of both conversations is told nothing.
 */
export function twice(talk: Conversation): string[] {
  if (talk.slot === 0) return []
  const others = rows("Conversation").filter((other) => other.id !== talk.id && other.slot === talk.slot)
  const also = (_: string, at: number) => {
    const id = talk.conveners?.[at]
    return id !== undefined && others.some((other) => other.conveners?.includes(id))
  }
  return talk.names.filter(also)
}
