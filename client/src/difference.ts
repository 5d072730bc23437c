/**
 * What changed between two texts, word by word: the same way as `rooms/difference.py` has it for files and pages, which
 * takes the longest run of words that both have, and then looks again before it and after it.
 */

/** Some words, and whether they stayed, went, or came. */
export interface Span {
  mark: "same" | "gone" | "new"
  text: string
}

interface Run {
  old: number
  now: number
  size: number
}

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean)

/** The longest run of the same words within these bounds, the first of those. */
function longest(old: string[], now: string[], [a, b, c, d]: [number, number, number, number]): Run {
  let best: Run = { old: a, now: c, size: 0 }
  let before = new Map<number, number>()
  for (let i = a; i < b; i++) {
    const here = new Map<number, number>()
    for (let j = c; j < d; j++) {
      if (old[i] !== now[j]) continue
      const size = (before.get(j - 1) ?? 0) + 1
      here.set(j, size)
      if (size > best.size) best = { old: i - size + 1, now: j - size + 1, size }
    }
    before = here
  }
  return best
}

/** Every run of the same words within these bounds, in reading order. */
function runs(old: string[], now: string[], bounds: [number, number, number, number]): Run[] {
  const [a, b, c, d] = bounds
  const run = longest(old, now, bounds)
  if (run.size === 0) return []
  const after = { old: run.old + run.size, now: run.now + run.size }
  return [...runs(old, now, [a, run.old, c, run.now]), run, ...runs(old, now, [after.old, b, after.now, d])]
}

/** The words of both texts in reading order. */
export function spans(was: string, is: string): Span[] {
  const old = words(was)
  const now = words(is)
  const told: Span[] = []
  const tell = (mark: Span["mark"], some: string[]) => {
    const last = told[told.length - 1]
    if (some.length === 0) return
    if (last?.mark === mark) last.text += ` ${some.join(" ")}`
    else told.push({ mark, text: some.join(" ") })
  }
  let at = { old: 0, now: 0 }
  for (const run of [...runs(old, now, [0, old.length, 0, now.length]), { old: old.length, now: now.length, size: 0 }]) {
    tell("gone", old.slice(at.old, run.old))
    tell("new", now.slice(at.now, run.now))
    tell("same", now.slice(run.now, run.now + run.size))
    at = { old: run.old + run.size, now: run.now + run.size }
  }
  return told
}
