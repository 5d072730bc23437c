/**
 * A button that first says what it will do.
 *
 * One press shows the sentence, a second one does it; Esc, or "Toch niet", leaves all as it was. Only one question is
 * open at a time. What it says is what it does: a question that is open does not change when the day does. The focus
 * goes to the answer, and back to the button when the question is gone.
 */
import { signal } from "@preact/signals"
import type { ComponentChildren } from "preact"
import { useEffect, useId, useRef } from "preact/hooks"
import { say } from "../words"

interface Question {
  name: string
  says: string
  act: () => void
}

const open = signal<Question | undefined>(undefined)

interface AskProps {
  /** A name of its own on this screen. */
  name: string
  /** What will happen, as a whole sentence. */
  says: string
  /** What the second press says. */
  yes: string
  act: () => void
  look?: string
  grave?: boolean
  disabled?: boolean
  /** The key that presses it as well, where shortcuts are on. */
  shortcut?: string | undefined
  children: ComponentChildren
}

function leave(): void {
  open.value = undefined
}

/** A key that is held down must not answer a question that it just opened. */
function onlyFreshKeys(event: KeyboardEvent): void {
  if (event.repeat && event.key !== "Tab") event.preventDefault()
}

function leaveOnEscape(event: KeyboardEvent): void {
  if (event.key !== "Escape") return
  event.stopPropagation()
  leave()
}

/** Bring the focus to the answer when a question opens, and home when it closes and nobody else took it. */
function useFocusThere(asked: boolean) {
  const trigger = useRef<HTMLButtonElement>(null)
  const answer = useRef<HTMLButtonElement>(null)
  const before = useRef(asked)
  useEffect(() => {
    if (asked && !before.current) answer.current?.focus()
    if (!asked && before.current && document.activeElement === document.body) trigger.current?.focus()
    before.current = asked
  }, [asked])
  return { trigger, answer }
}

export function Ask(props: AskProps) {
  const { name, says, yes, act, look = "", grave = false, disabled = false, shortcut, children } = props
  const question = open.value?.name === name ? open.value : undefined
  const { trigger, answer } = useFocusThere(question !== undefined)
  const sentence = useId()
  if (!question)
    return (
      <button
        ref={trigger}
        type="button"
        class={look}
        disabled={disabled}
        aria-keyshortcuts={shortcut}
        onClick={() => (open.value = { name, says, act })}
      >
        {children}
      </button>
    )
  const agree = () => {
    leave()
    question.act()
  }
  return (
    <div class={grave ? "ask is-grave" : "ask"} role="group" aria-labelledby={sentence} onKeyDown={leaveOnEscape}>
      <p id={sentence}>{question.says}</p>
      <div class="ask-answers">
        <button ref={answer} type="button" aria-describedby={sentence} onKeyDown={onlyFreshKeys} onClick={agree}>
          {yes}
        </button>
        <button type="button" class="quiet" onClick={leave}>
          {say("ask-no")}
        </button>
      </div>
    </div>
  )
}
