/** Clear from this browser all that it keeps of one person at one festival. */
export function forgetPerson(code: string, person: string): void {
  for (const shelf of [localStorage, sessionStorage]) {
    const keys = Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? "")
    for (const key of keys) if (key.startsWith(`festijn:${code}:`) && key.split(":")[3] === person) shelf.removeItem(key)
  }
}
