/**
 * Where a note is written: first its kind, one tap, then the words, then "Stuur tip".
 *
 * The words belong to one board and are kept there, whatever happens on the screen, until they are sent or wiped.
 */
import type { Signal } from "@preact/signals"
import { useEffect, useRef, useState } from "preact/hooks"
import { noteDraft } from "../drafts"
import { newId, outbox, submit } from "../link"
import { row } from "../store"
import { NoteKind } from "../wire"
import { say, word } from "../words"
import { Icon } from "./icon"
import { fits, NoteForm } from "./noteform"
import { currentRound } from "./round"
import { reasonOf, waitingWords } from "./sent"
import { useTold } from "./status"

interface KindsProps {
  board: string
  kind: Signal<string>
  onChoose: () => void
}

/** The kinds that this round asks for, or all; the others wait behind one tap. */
function offered(chosen: string, board: string): NoteKind[] {
  const asked = currentRound()?.writes ?? []
  return possible(board).filter((one) => !asked.length || asked.includes(one) || one === chosen)
}

/** A contact is for an initiative alone. */
function possible(board: string): NoteKind[] {
  return NoteKind.filter((one) => one !== "contact" || row("Initiative", board) !== undefined)
}

function Kinds({ board, kind, onChoose }: KindsProps) {
  const [all, showAll] = useState(false)
  const some = all ? possible(board) : offered(kind.value, board)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (all) place.current?.querySelectorAll("button")[0]?.focus()
  }, [all])
  return (
    <div ref={place} class={kind.value ? "kinds is-small" : `kinds is-${some.length}`} role="group" aria-label={say("change-kind")}>
      {some.map((one) => (
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
      {some.length < possible(board).length && (
        <button type="button" class="plain kinds-more" onClick={() => showAll(true)}>
          <Icon name="plus" />
          {say("rooms-other-kinds")}
        </button>
      )}
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
  return (
    <NoteForm
      label={say("write-label", { kind })}
      button={say("send-note", { kind })}
      text={text}
      look={`writing is-${kind}`}
      onSend={onSend}
      onClose={onClose}
    >
      {kind === "contact" && (
        <p class="small">
          <b>{say("contact-warning")}</b> {say("contact-private")}
        </p>
      )}
    </NoteForm>
  )
}

/** Put the note of this board's draft in the outbox and wipe the draft. Gives its id, "" when nothing fits. */
function sendDraft(board: string): string {
  const { text, kind } = noteDraft(board)
  if (!fits(text.value)) return ""
  const id = newId()
  submit({ type: "PostNote", id, board, kind: kind.value as NoteKind, text: text.value.trim() })
  text.value = ""
  kind.value = ""
  return id
}

/** What became of the note that was just sent, next to where it was written: its board may be out of sight. */
function JustSent({ id }: { id: string }) {
  const entry = outbox.value.find(({ command }) => command.type === "PostNote" && command.id === id)
  const saved = row("Note", id) !== undefined
  const words = saved ? say("sent-saved") : entry?.state === "refused" ? reasonOf(entry) : entry ? waitingWords() : ""
  useTold(words)
  return (
    <p class={saved ? "just-sent is-saved" : "just-sent"}>
      {words && <Icon name={saved ? "check" : entry?.state === "refused" ? "alarm" : "wait"} />}
      {words}
    </p>
  )
}

/** What stands in place of the form when the board is closed: never without the words that were being written. */
function Closed({ text }: { text: string }) {
  return (
    <div class="card">
      <p>{text ? say("reason-board-closed") : say("board-closed")}</p>
      {text && <p dir="auto">{text}</p>}
    </div>
  )
}

export function Composer({ board }: { board: string }) {
  const { text, kind } = noteDraft(board)
  const place = useRef<HTMLElement>(null)
  const wantsFocus = useRef("")
  const [last, setLast] = useState("")
  const focusLater = (selector: string) => (wantsFocus.current = selector)
  useEffect(() => {
    if (!wantsFocus.current) return
    place.current?.querySelector<HTMLElement>(wantsFocus.current)?.focus()
    place.current?.querySelector("form")?.scrollIntoView({ block: "nearest" })
    wantsFocus.current = ""
  })
  if (row("Board", board)?.open === false) return <Closed text={text.value} />
  const send = () => {
    const id = sendDraft(board)
    if (id === "") return place.current?.querySelector("textarea")?.focus()
    focusLater("h2")
    setLast(id)
  }
  const close = () => {
    kind.value = ""
    focusLater("h2")
  }
  return (
    <section ref={place} class="composer">
      <h2 tabIndex={-1}>{row("Initiative", board) ? say("give-heading") : say("rooms-write")}</h2>
      <Kinds board={board} kind={kind} onChoose={() => focusLater("textarea")} />
      {last && !kind.value && <JustSent key={last} id={last} />}
      {kind.value && <Writing kind={kind.value as NoteKind} text={text} onSend={send} onClose={close} />}
    </section>
  )
}
