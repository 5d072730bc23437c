/** A part of the console that can be folded away: whether it is open is kept on this device. */
import type { ComponentChildren } from "preact"
import { draft } from "../../drafts"

interface FoldProps {
  /** A name of its own on this screen; it is the part's id as well. */
  name: string
  title: string
  /** What can be read of it while it is folded: a count, a state. */
  sum?: ComponentChildren
  /** Whether it is open as long as nobody chose. */
  open: boolean
  /** The key that opens it while it is folded away. */
  shortcut?: string | undefined
  children: ComponentChildren
}

export function Fold({ name, title, sum, open, shortcut, children }: FoldProps) {
  const chosen = draft(`fold:${name}`)
  const shown = chosen.value ? chosen.value === "open" : open
  return (
    <section class={`panel fold ${name}-panel`} id={name} aria-labelledby={`${name}-title`}>
      <h2 id={`${name}-title`}>
        <button
          type="button"
          class="fold-head"
          aria-expanded={shown}
          aria-keyshortcuts={shown ? undefined : shortcut}
          onClick={() => (chosen.value = shown ? "shut" : "open")}
        >
          <span>{title}</span>
          {sum && <span class="fold-sum">{sum}</span>}
        </button>
      </h2>
      {shown && <div class="fold-inside">{children}</div>}
    </section>
  )
}
