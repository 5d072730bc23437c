/** Which notes somebody has seen in this browser: those that were in sight for a second. */
import { signal } from "@preact/signals"
import type { RefObject } from "preact"
import { useEffect } from "preact/hooks"
import { shelf } from "../../dom"

const LONG_ENOUGH = 1_000
const KEY = `${shelf}:seen`

function read(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]")
    return Array.isArray(kept) ? kept.filter((id) => typeof id === "string") : []
  } catch {
    return []
  }
}

const seen = signal<ReadonlySet<string>>(new Set(read()))

export const isSeen = (note: string): boolean => seen.value.has(note)

/** Remember that these notes were seen. */
export function see(notes: readonly string[]): void {
  seen.value = new Set([...seen.value, ...notes])
  try {
    localStorage.setItem(KEY, JSON.stringify([...seen.value]))
  } catch {
    // The browser's storage is full or closed to us: they are seen until the page goes.
  }
}

/** Watch the notes inside this place; `shown` changes whenever others come to stand there. */
export function useSeeing(place: RefObject<HTMLElement | null>, shown: string): void {
  useEffect(() => {
    const timers = new Map<Element, number>()
    const watcher = new IntersectionObserver(
      (slips) => {
        for (const { target, isIntersecting } of slips) {
          clearTimeout(timers.get(target))
          const note = (target as HTMLElement).dataset["note"]
          if (isIntersecting && note) timers.set(target, setTimeout(() => see([note]), LONG_ENOUGH))
        }
      },
      { threshold: 0.5 },
    )
    for (const slip of place.current?.querySelectorAll("[data-note]") ?? []) watcher.observe(slip)
    return () => {
      watcher.disconnect()
      for (const timer of timers.values()) clearTimeout(timer)
    }
  }, [shown])
}
