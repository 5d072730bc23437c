/**
 * A list that does not move under the finger.
 *
 * While somebody points at it, has the focus in it or has scrolled it, what is new waits in a line of its own. It
 * flows in when they ask for it, or when they let go.
 */
import { useRef, useState } from "preact/hooks"

interface Item {
  id: string
}

/** The items to show, how many wait, and what to put on the list's element. `flow` lets in what waits. */
export function useSteady<T extends Item>(items: readonly T[]) {
  const [held, hold] = useState(false)
  const known = useRef(new Set<string>())
  const place = useRef<HTMLDivElement>(null)
  const settle = () => hold(isHeld(place.current))
  if (!held) known.current = new Set(items.map((item) => item.id))
  const shown = items.filter((item) => known.current.has(item.id))
  const flow = () => {
    place.current?.scrollTo({ top: 0 })
    hold(false)
    requestAnimationFrame(settle)
  }
  const watch = {
    ref: place,
    onPointerEnter: () => hold(true),
    onPointerLeave: settle,
    onFocusIn: () => hold(true),
    onFocusOut: () => requestAnimationFrame(settle),
    onScroll: settle,
  }
  return { shown, waiting: items.length - shown.length, flow, watch }
}

function isHeld(place: HTMLElement | null): boolean {
  return place !== null && (place.scrollTop > 8 || place.matches(":hover, :focus-within"))
}
