/**
 * What must fit on the big screen does: words that take too much room are drawn a little smaller, until they fit; of a
 * list that is too long only as much is shown as there is room for.
 */
import { type ComponentChildren, h, type Ref } from "preact"
import { useLayoutEffect, useRef } from "preact/hooks"

const STEP = 0.05
const LEAST = 0.4

function fit(inner: HTMLElement): void {
  const outer = inner.parentElement as HTMLElement
  inner.style.zoom = "1"
  for (let zoom = 1 - STEP; zoom >= LEAST && outer.scrollHeight > outer.clientHeight + 1; zoom -= STEP) {
    inner.style.zoom = zoom.toFixed(2)
  }
}

/** Do this now, and again whenever the size of one of these elements changes. */
function useSized(act: (element: HTMLElement) => void) {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const inner = place.current as HTMLElement
    const watch = new ResizeObserver(() => act(inner))
    watch.observe(inner)
    watch.observe(inner.parentElement as HTMLElement)
    return () => watch.disconnect()
  }, [])
  return place
}

/** Each goes in the first column with room for it, and what fits in none is left out: nothing is cut through. */
function fill(list: HTMLElement): void {
  const style = getComputedStyle(list)
  const gap = parseFloat(style.rowGap) || 0
  const height = list.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom)
  const room = Array<number>(Number(style.getPropertyValue("--columns")) || 1).fill(height + gap)
  const items = [...list.children] as HTMLElement[]
  for (const item of items) item.style.display = ""
  const heights = items.map((item) => item.offsetHeight + gap)
  items.forEach((item, at) => {
    const needed = heights[at] ?? 0
    const column = room.findIndex((left) => left >= needed)
    item.style.order = String(column)
    if (column < 0) item.style.display = "none"
    else room[column] = (room[column] ?? 0) - needed
  })
}

interface FilledProps {
  children: ComponentChildren
  look: string
  /** What it is made of: a list, or a place for things that are lists themselves. */
  of?: "ul" | "div"
}

/** A list in as many columns as its style says (`--columns`), as long as there is room. */
export function Filled({ children, look, of = "ul" }: FilledProps) {
  const list = useSized(fill)
  useLayoutEffect(() => fill(list.current as HTMLElement))
  return h(of, { class: `filled ${look}`, ref: list as Ref<HTMLElement> }, children)
}

export function Fit({ children, look = "" }: { children: ComponentChildren; look?: string }) {
  const inner = useSized(fit)
  return (
    <section class={`fit ${look}`}>
      <div ref={inner}>{children}</div>
    </section>
  )
}
