/**
 * The board of one initiative or conversation, newest note first.
 *
 * What comes in from others never moves what somebody is reading: once the board is touched, or held still, new notes
 * wait behind one line until they are asked for. One's own notes are there at once.
 */
import { useEffect, useRef, useState } from "preact/hooks"
import { holds, rows } from "../store"
import { say } from "../words"
import type { Note } from "../wire"
import { Icon } from "./icon"
import { Goals } from "./late"
import { Slip } from "./note"
import { isMine, OwnNote, UnsavedNote } from "./own"
import { Backed, Taken } from "./reply"
import { unsaved } from "./sent"
import { tellNote } from "./status"

function notesOf(board: string): Note[] {
  return rows("Note")
    .filter((note) => note.board === board)
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
}

/** Count what comes in for the status line; not what was there when the board came. */
function useTelling(notes: Note[], here: boolean): void {
  const told = useRef<Set<string> | undefined>(undefined)
  useEffect(() => {
    if (!here) return
    for (const note of notes) if (told.current && !told.current.has(note.id) && !isMine(note)) tellNote(note.kind)
    told.current = new Set(notes.map((note) => note.id))
  })
}

/** Which notes are in sight, how many wait, and how to let those in. */
function useCalm(notes: Note[], here: boolean) {
  const place = useRef<HTMLElement>(null)
  const known = useRef(new Set<string>())
  const touched = useRef(false)
  const [held, hold] = useState(false)
  const [, redraw] = useState(0)
  const show = () => (known.current = new Set(notes.map((note) => note.id)))
  const readingDown = (place.current?.getBoundingClientRect().top ?? 0) < 0
  if (here && !held && !touched.current && !readingDown) show()
  const shown = notes.filter((note) => known.current.has(note.id) || isMine(note))
  const touch = () => {
    touched.current = true
  }
  const letIn = () => {
    show()
    touched.current = false
    redraw((count) => count + 1)
  }
  const toggle = () => {
    if (held) letIn()
    hold(!held)
  }
  const watch = { ref: place, onPointerDown: touch, onWheel: touch, onKeyDown: touch }
  return { shown, waiting: notes.length - shown.length, letIn, held, toggle, watch }
}

function BoardNote({ note }: { note: Note }) {
  return (
    <Slip id={note.id} kind={note.kind} text={note.text} name={note.name} at={note.at} answer={note.answer}>
      <Goals of={note.goals} />
      <Taken note={note} />
      {note.kind === "question" && <Backed note={note} />}
    </Slip>
  )
}

/** `board` is the id of the initiative or the conversation. */
export function Board({ board }: { board: string }) {
  const here = holds(`board:${board}`)
  const notes = notesOf(board)
  const calm = useCalm(notes, here)
  useTelling(notes, here)
  const mine = unsaved().filter((entry) => entry.command.board === board)
  const empty = calm.shown.length + mine.length + calm.waiting === 0
  return (
    <section class="board" {...calm.watch}>
      <div class="board-head">
        <h2>{say("board-heading")}</h2>
        <button type="button" class="quiet" aria-pressed={calm.held} onClick={calm.toggle}>
          <Icon name={calm.held ? "play" : "pause"} />
          {calm.held ? say("board-held") : say("board-hold")}
        </button>
        <div class="board-line">
          {calm.waiting > 0 ? (
            <button type="button" class="board-new" onClick={calm.letIn}>
              {say("board-new", { count: calm.waiting })}
            </button>
          ) : (
            <p class="soft small">{!empty && say("board-count", { count: calm.shown.length + mine.length })}</p>
          )}
        </div>
      </div>
      {empty && <p class="board-empty soft">{here ? say("board-empty") : say("board-fetching")}</p>}
      <ul class="slips">
        {mine.reverse().map((entry) => (
          <UnsavedNote key={entry.command.id} entry={entry} />
        ))}
        {calm.shown.map((note) =>
          isMine(note) ? <OwnNote key={note.id} note={note} /> : <BoardNote key={note.id} note={note} />,
        )}
      </ul>
    </section>
  )
}
