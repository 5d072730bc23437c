/** Addresses of calls, as far as no screen is needed for them: which can be opened, and what a pattern gives. */
const LONGEST = 300
const PLAIN = /^https:\/\/[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:[0-9]{1,5})?(\/[!#-;=?-[\]^_a-z|~]*)?$/

/** Whose address it is, as people read it; "" for one that no browser can open. */
export function hostOf(address: string): string {
  try {
    return new URL(address).host
  } catch {
    return ""
  }
}

/** Whether this is the address of a call as a screen may open it. */
export function isAddress(text: string): boolean {
  return text.length <= LONGEST && PLAIN.test(text) && hostOf(text) !== ""
}

/** The address that a pattern gives for a place, or for a table there; 0 is no table. */
export function filledIn(pattern: string, festival: string, place: string, table: number): string {
  const name = encodeURIComponent(table ? `${place}-${table}` : place)
  return pattern.replace(/\{festival\}/g, festival.toLowerCase()).replace(/\{room\}/g, name)
}
