/** Names of initiatives in one sentence. */
import { say } from "../words"
import { initiativeName } from "./round"

/** "A", "A en B", "A, B en C"; "" for none. */
export function together(ids: readonly string[]): string {
  const names = ids.map(initiativeName)
  const last = names.pop()
  if (last === undefined) return ""
  return names.length === 0 ? last : say("names-and", { first: names.join(", "), last })
}
