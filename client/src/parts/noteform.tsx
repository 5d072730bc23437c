/** The field in which the words of a note are written, whether it is new or being improved. */
import type { Signal } from "@preact/signals"
import type { ComponentChildren } from "preact"
import { useId } from "preact/hooks"
import { say } from "../words"

const NOTE_LENGTH = 500
const NEAR_THE_END = 100

/** How many signs a text still may have, as the server counts them. */
function signsLeft(text: string, most = NOTE_LENGTH): number {
  return most - [...text.trim()].length
}

/** Whether a text can be a note: 1 to 500 signs. */
export function fits(text: string): boolean {
  return text.trim() !== "" && signsLeft(text) >= 0
}

/** How much room a text still has, said when it is nearly full; `most` is how many signs it may have. */
export function SignsLeft({ text, id, most = NOTE_LENGTH }: { text: string; id: string; most?: number }) {
  const left = signsLeft(text, most)
  const words = left < 0 ? say("signs-over", { count: -left }) : say("signs-left", { count: left })
  return (
    <p id={id} class={left < 0 ? "fault small" : "small"}>
      {left <= Math.min(NEAR_THE_END, most / 4) && words}
    </p>
  )
}

interface NoteFormProps {
  /** What is asked, and what the button says. */
  label: string
  button: string
  text: Signal<string>
  look: string
  onSend: () => void
  onClose: () => void
  /** What to know before writing; it stands between the label and the field. */
  children?: ComponentChildren
}

export function NoteForm({ label, button, text, look, onSend, onClose, children }: NoteFormProps) {
  const field = useId()
  const send = (event: Event) => {
    event.preventDefault()
    onSend()
  }
  return (
    <form class={look} onSubmit={send}>
      <label for={field}>{label}</label>
      <div id={`${field}-hint`}>{children}</div>
      <textarea
        id={field}
        rows={4}
        dir="auto"
        value={text.value}
        aria-describedby={`${field}-hint ${field}-left`}
        aria-invalid={signsLeft(text.value) < 0}
        onInput={(event) => (text.value = event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Enter" && (event.ctrlKey || event.metaKey) && send(event)}
      />
      <SignsLeft id={`${field}-left`} text={text.value} />
      <div class="writing-acts">
        <button type="submit">{button}</button>
        <button type="button" class="plain" onClick={onClose}>
          {say("cancel")}
        </button>
      </div>
    </form>
  )
}
