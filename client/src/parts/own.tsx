/** One's own notes: those that wait for the server, those it refused, and those that can be improved or taken back. */
import { useEffect, useId, useRef } from "preact/hooks"
import { draft, noteDraft } from "../drafts"
import { connection, forget, newId, outbox, saving, submit, you } from "../link"
import type { Entry } from "../outbox"
import { row, rows } from "../store"
import { say, word } from "../words"
import type { ImproveNote, Note, PhoneCommand, PostNote } from "../wire"
import { Ask } from "./ask"
import { fits, SignsLeft } from "./composer"
import { Slip } from "./note"
import { planLink } from "./tabs"

type Sent<C> = Entry & { command: C }

/** What is in the outbox of one type of wish, oldest first. */
export function sent<T extends PhoneCommand["type"]>(type: T): Sent<Extract<PhoneCommand, { type: T }>>[] {
  return outbox.value.filter((entry) => entry.command.type === type) as Sent<Extract<PhoneCommand, { type: T }>>[]
}

/** Notes that are written but not yet on their board. */
export function unsaved(): Sent<PostNote>[] {
  return sent("PostNote").filter((entry) => !row("Note", entry.command.id))
}

export function isMine(note: Note): boolean {
  return note.author !== undefined && note.author === you.value.id
}

/** Own notes that are saved, over all boards, newest first. */
export function ownNotes(): Note[] {
  return rows("Note").filter(isMine).sort((a, b) => b.at - a.at)
}

export const reasonOf = (entry: Entry): string => word("reason", entry.reason ?? "not_now")

function Refused({ entry }: { entry: Sent<PostNote> }) {
  const { board, kind, text } = entry.command
  const drafted = noteDraft(board)
  const edit = () => {
    drafted.text.value = [drafted.text.value, text].filter(Boolean).join("\n")
    drafted.kind.value = kind
    forget(entry.ref)
  }
  const again = () => {
    submit({ ...entry.command, id: newId() })
    forget(entry.ref)
  }
  return (
    <div class="slip-refused">
      <p class="fault">{reasonOf(entry)}</p>
      <div class="slip-acts">
        <button type="button" class="plain" onClick={again}>
          {say("refused-again")}
        </button>
        <a href={planLink(board)} onClick={edit}>
          {say("refused-edit")}
        </a>
        <button type="button" class="plain" onClick={() => forget(entry.ref)}>
          {say("refused-drop")}
        </button>
      </div>
    </div>
  )
}

function waitingWords(): string {
  return saving.value && connection.value === "here" ? say("note-state-saving") : say("note-state-kept")
}

/** A note that is not on its board yet: greyed while it waits, with a way out when it was refused. */
export function UnsavedNote({ entry }: { entry: Sent<PostNote> }) {
  const { id, kind, text } = entry.command
  const refused = entry.state === "refused"
  const state = refused ? say("note-state-refused") : waitingWords()
  return (
    <Slip id={id} kind={kind} text={text} name={say("note-mine")} state={state} faint>
      {refused && <Refused entry={entry} />}
    </Slip>
  )
}

function Conflict({ entry }: { entry: Sent<ImproveNote> }) {
  const { note, text } = entry.command
  const there = entry.present ?? ""
  const useMine = () => {
    forget(entry.ref)
    submit({ type: "ImproveNote", note, text, was: there })
  }
  const clash = entry.reason === "changed_meanwhile"
  return (
    <div class="slip-refused">
      <p class="fault">{reasonOf(entry)}</p>
      {clash && <p dir="auto">{`${say("conflict-there")}: ${there}`}</p>}
      <p dir="auto">{`${say("conflict-mine")}: ${text}`}</p>
      <div class="slip-acts">
        {clash && (
          <button type="button" class="plain" onClick={useMine}>
            {say("conflict-use-mine")}
          </button>
        )}
        <button type="button" class="plain" onClick={() => forget(entry.ref)}>
          {clash ? say("conflict-leave") : say("refused-drop")}
        </button>
      </div>
    </div>
  )
}

/** The note whose field was opened just now, by a tap: only then the focus goes there. */
let justOpened = ""

function Improving({ note }: { note: Note }) {
  const text = draft(`improve:${note.id}`)
  const was = draft(`improve-was:${note.id}`)
  const field = useId()
  const left = useId()
  const place = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (justOpened === note.id) place.current?.focus()
    justOpened = ""
  }, [])
  const close = () => {
    text.value = ""
    was.value = ""
  }
  const save = (event: Event) => {
    event.preventDefault()
    if (!fits(text.value)) return
    if (text.value.trim() !== was.value) {
      submit({ type: "ImproveNote", note: note.id, text: text.value.trim(), was: was.value })
    }
    close()
  }
  return (
    <form class="slip-form" onSubmit={save}>
      <label for={field}>{say("note-improve-label")}</label>
      <textarea
        id={field}
        rows={4}
        dir="auto"
        aria-describedby={left}
        value={text.value}
        onInput={(event) => (text.value = event.currentTarget.value)}
        ref={place}
      />
      <SignsLeft id={left} text={text.value} />
      <div class="writing-acts">
        <button type="submit">{say("note-improve-save")}</button>
        <button type="button" class="plain" onClick={close}>
          {say("cancel")}
        </button>
      </div>
    </form>
  )
}

function Acts({ note }: { note: Note }) {
  const start = () => {
    draft(`improve:${note.id}`).value = note.text
    draft(`improve-was:${note.id}`).value = note.text
    justOpened = note.id
  }
  return (
    <div class="slip-acts">
      <button type="button" class="plain" onClick={start}>
        {say("note-improve")}
      </button>
      <Ask
        name={`take-back ${note.id}`}
        says={say("note-take-back-sure")}
        yes={say("note-take-back-yes")}
        act={() => submit({ type: "TakeBackNote", note: note.id })}
        look="plain"
      >
        {say("note-take-back")}
      </Ask>
    </div>
  )
}

function stateOf(note: Note, changing: boolean, leaving: boolean): string {
  if (leaving) return say("note-state-leaving")
  if (changing) return waitingWords()
  if (note.hidden) return say("note-state-hidden")
  return note.edited ? say("note-state-edited") : say("note-state-saved")
}

/** A saved note of one's own. */
export function OwnNote({ note }: { note: Note }) {
  const changes = sent("ImproveNote").filter((entry) => entry.command.note === note.id)
  const leaves = sent("TakeBackNote").filter((entry) => entry.command.note === note.id)
  const change = changes[changes.length - 1]
  const leaving = leaves.some((entry) => entry.state === "waiting")
  const changing = change?.state === "waiting"
  const open = draft(`improve-was:${note.id}`).value !== ""
  return (
    <Slip
      id={note.id}
      kind={note.kind}
      text={changing ? change.command.text : note.text}
      name={say("note-mine")}
      at={note.at}
      state={stateOf(note, changing, leaving)}
      faint={changing || leaving}
    >
      {change?.state === "refused" && <Conflict entry={change} />}
      {open ? <Improving note={note} /> : !changing && !leaving && <Acts note={note} />}
    </Slip>
  )
}
