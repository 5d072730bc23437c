/** What must fit on the big screen does: words that take too much room are drawn a little smaller, until they fit. */
import type { ComponentChildren } from "preact"
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
export function useSized(act: (element: HTMLElement) => void) {
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

export function Fit({ children, look = "" }: { children: ComponentChildren; look?: string }) {
  const inner = useSized(fit)
  return (
    <section class={`fit ${look}`}>
      <div ref={inner}>{children}</div>
    </section>
  )
}
