/**
 * Where a note is written: first its kind, one tap, then the words, then "Stuur tip".
 *
 * The words belong to one board and are kept there, whatever happens on the screen, until they are sent or wiped.
 */
import type { Signal } from "@preact/signals"
import { useEffect, useId, useRef } from "preact/hooks"
import { noteDraft } from "../drafts"
import { newId, submit } from "../link"
import { row } from "../store"
import { NoteKind } from "../wire"
import { say, word } from "../words"
import { Icon } from "./icon"

export const NOTE_LENGTH = 500
const NEAR_THE_END = 100

/** How many signs a text has as the server counts them. */
function signs(text: string): number {
  return [...text.trim()].length
}

/** Whether a text can be a note. */
export function fits(text: string): boolean {
  return signs(text) > 0 && signs(text) <= NOTE_LENGTH
}

/** How many signs are left, once that matters. */
export function SignsLeft({ text, id }: { text: string; id: string }) {
  const left = NOTE_LENGTH - signs(text)
  const words = left < 0 ? say("signs-over", { count: -left }) : say("signs-left", { count: left })
  return (
    <p id={id} class={left < 0 ? "fault small" : "small"}>
      {left <= NEAR_THE_END && words}
    </p>
  )
}

interface KindsProps {
  kind: Signal<string>
  onChoose: () => void
}

function Kinds({ kind, onChoose }: KindsProps) {
  return (
    <div class={kind.value ? "kinds is-small" : "kinds"} role="group" aria-label={say("change-kind")}>
      {NoteKind.map((one) => (
        <button
          key={one}
          type="button"
          class={`kind is-${one}`}
          aria-pressed={kind.value === one}
          onClick={() => {
            kind.value = one
            onChoose()
          }}
        >
          <Icon name={one} />
          <b>{word("note", one)}</b>
          <span>{say("give-hint", { kind: one })}</span>
        </button>
      ))}
    </div>
  )
}

interface WritingProps {
  kind: NoteKind
  text: Signal<string>
  onSend: () => void
  onClose: () => void
}

function Writing({ kind, text, onSend, onClose }: WritingProps) {
  const field = useId()
  const left = useId()
  const sendWithKeys = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onSend()
  }
  return (
    <form
      class={`writing is-${kind}`}
      onSubmit={(event) => {
        event.preventDefault()
        onSend()
      }}
    >
      <label for={field}>{say("write-label", { kind })}</label>
      {kind === "contact" && (
        <p class="small">
          <b>{say("contact-warning")}</b> {say("contact-private")}
        </p>
      )}
      <textarea
        id={field}
        rows={4}
        dir="auto"
        value={text.value}
        aria-describedby={left}
        aria-invalid={signs(text.value) > NOTE_LENGTH}
        onInput={(event) => (text.value = event.currentTarget.value)}
        onKeyDown={sendWithKeys}
      />
      <SignsLeft id={left} text={text.value} />
      <div class="writing-acts">
        <button type="submit">{say("send-note", { kind })}</button>
        <button type="button" class="plain" onClick={onClose}>
          {say("cancel")}
        </button>
      </div>
    </form>
  )
}

/** Put the note of this board's draft in the outbox and wipe the draft; false when there is nothing that fits. */
function sendDraft(board: string): boolean {
  const { text, kind } = noteDraft(board)
  if (!fits(text.value)) return false
  submit({ type: "PostNote", id: newId(), board, kind: kind.value as NoteKind, text: text.value.trim() })
  text.value = ""
  kind.value = ""
  return true
}

export function Composer({ board }: { board: string }) {
  const { text, kind } = noteDraft(board)
  const place = useRef<HTMLElement>(null)
  const wantsFocus = useRef("")
  const focusLater = (selector: string) => (wantsFocus.current = selector)
  useEffect(() => {
    if (!wantsFocus.current) return
    place.current?.querySelector<HTMLElement>(wantsFocus.current)?.focus()
    place.current?.querySelector("form")?.scrollIntoView({ block: "nearest" })
    wantsFocus.current = ""
  })
  if (row("Board", board)?.open === false) return <p class="card">{say("board-closed")}</p>
  const send = () => {
    focusLater(sendDraft(board) ? "h2" : "textarea")
    if (wantsFocus.current === "textarea") place.current?.querySelector("textarea")?.focus()
  }
  const close = () => {
    kind.value = ""
    focusLater("h2")
  }
  return (
    <section ref={place} class="composer">
      <h2 tabIndex={-1}>{say("give-heading")}</h2>
      <Kinds kind={kind} onChoose={() => focusLater("textarea")} />
      {kind.value && <Writing kind={kind.value as NoteKind} text={text} onSend={send} onClose={close} />}
    </section>
  )
}
