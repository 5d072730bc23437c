/** One's own notes: those that wait for the server, those it refused, and those that can be improved or taken back. */
import { useEffect, useRef } from "preact/hooks"
import { draft, noteDraft } from "../drafts"
import { forget, newId, submit, you } from "../link"
import { rows } from "../store"
import { say } from "../words"
import type { ImproveNote, Note, PostNote } from "../wire"
import { Ask } from "./ask"
import { boardLink, takesNotes } from "./boardlink"
import { Goals, lateParts } from "./late"
import { Slip } from "./note"
import { fits, NoteForm } from "./noteform"
import { Taken } from "./reply"
import { reasonOf, type Sent, sent, waitingWords } from "./sent"

export function isMine(note: Note): boolean {
  return note.author !== undefined && note.author === you.value.id
}

/** Own notes that are saved, over all boards, newest first. */
export function ownNotes(): Note[] {
  return rows("Note").filter(isMine).sort((a, b) => b.at - a.at)
}

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
        {takesNotes(board) && (
          <a href={boardLink(board)} onClick={edit}>
            {say("refused-edit")}
          </a>
        )}
        <button type="button" class="plain" onClick={() => forget(entry.ref)}>
          {say("refused-drop")}
        </button>
      </div>
    </div>
  )
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

/** Whether others ask this too, answered it, found it useful or took it along: then it keeps the words they read. */
function isBuiltOn(note: Note): boolean {
  return note.backed > 0 || note.answer !== "" || (note.dots ?? 0) > 0 || note.taken
}

function Conflict({ entry, note }: { entry: Sent<ImproveNote>; note: Note }) {
  const { text } = entry.command
  const there = entry.present ?? ""
  const instead = (wish: ImproveNote | PostNote) => () => {
    forget(entry.ref)
    submit(wish)
  }
  const clash = entry.reason === "changed_meanwhile"
  const asNew = !clash && isBuiltOn(note)
  return (
    <div class="slip-refused">
      <p class="fault">{asNew ? say("note-keeps-words") : reasonOf(entry)}</p>
      {clash && <p dir="auto">{`${say("conflict-there")}: ${there}`}</p>}
      <p dir="auto">{`${say("conflict-mine")}: ${text}`}</p>
      <div class="slip-acts">
        {clash && (
          <button type="button" class="plain" onClick={instead({ ...entry.command, was: there })}>
            {say("conflict-use-mine")}
          </button>
        )}
        {asNew && (
          <button
            type="button"
            class="plain"
            onClick={instead({ type: "PostNote", id: newId(), board: note.board, kind: note.kind, text })}
          >
            {say("note-ask-new")}
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
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (justOpened === note.id) place.current?.querySelector("textarea")?.focus()
    justOpened = ""
  }, [])
  const close = () => {
    text.value = ""
    was.value = ""
  }
  const save = () => {
    const wish = text.value.trim()
    if (!fits(wish)) return
    if (wish !== was.value) submit({ type: "ImproveNote", note: note.id, text: wish, was: was.value })
    close()
  }
  return (
    <div ref={place}>
      <NoteForm
        label={say("note-improve-label")}
        button={say("note-improve-save")}
        text={text}
        look="slip-form"
        onSend={save}
        onClose={close}
      />
    </div>
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
      {isBuiltOn(note) ? (
        <p class="small soft">{say("note-keeps-words")}</p>
      ) : (
        <button type="button" class="plain" onClick={start}>
          {say("note-improve")}
        </button>
      )}
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
  if (note.waits) return say("rooms-note-waits")
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
  const Choose = lateParts.noteGoals
  return (
    <Slip
      id={note.id}
      kind={note.kind}
      text={changing ? change.command.text : note.text}
      name={say("note-mine")}
      at={note.at}
      state={stateOf(note, changing, leaving)}
      answer={note.answer}
      faint={changing || leaving}
    >
      <Goals of={note.goals} />
      {note.kind === "impact" && Choose && <Choose note={note} />}
      <Taken note={note} />
      {note.kind === "question" && note.backed > 0 && <p class="small">{say("rooms-backed", { count: note.backed })}</p>}
      {change?.state === "refused" && <Conflict entry={change} note={note} />}
      {open ? <Improving note={note} /> : !changing && !leaving && <Acts note={note} />}
    </Slip>
  )
}
