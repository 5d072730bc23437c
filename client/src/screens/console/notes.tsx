/** Every note as it comes, of all boards: read along, hide what is nasty, put what is good on the stage. */
import { signal } from "@preact/signals"
import { useEffect, useRef, useState } from "preact/hooks"
import { submit } from "../../link"
import { roomName } from "../../parts/here"
import { Icon } from "../../parts/icon"
import { Slip } from "../../parts/note"
import { currentRound } from "../../parts/round"
import { tellNote } from "../../parts/status"
import { useSteady } from "../../parts/steady"
import { rows } from "../../store"
import type { Note } from "../../wire"
import { say } from "../../words"
import { Boards } from "./boards"
import { Out, PutOut } from "./out"
import { Waiting } from "./waiting"

const PAGE = 40

type Filter = "board" | "all" | "hidden"
const filter = signal<Filter>("all")

function wanted(note: Note, board: string): boolean {
  if (note.waits) return false
  if (filter.value === "hidden") return note.hidden === true
  return filter.value === "all" || note.board === board
}

function Filters({ board }: { board: string }) {
  const words: [Filter, string][] = [
    ["all", say("notes-all")],
    ["board", say("notes-board")],
    ["hidden", say("notes-hidden")],
  ]
  return (
    <div class="filters" role="group" aria-label={say("notes-which")}>
      {words.map(([which, label]) => (
        <button
          key={which}
          type="button"
          aria-pressed={filter.value === which}
          disabled={which === "board" && !board}
          onClick={() => (filter.value = which)}
        >
          {label}
        </button>
      ))}
    </div>
  )
}

function ToStage({ note }: { note: Note }) {
  if (note.kind === "contact") return <span class="slip-why">{say("note-contact-why")}</span>
  if (note.hidden) return null
  const released = !note.released
  return (
    <button type="button" class="small" onClick={() => submit({ type: "ReleaseNote", note: note.id, released })}>
      <Icon name="stage" />
      {note.released ? say("note-unrelease") : say("note-release")}
    </button>
  )
}

function Tools({ note }: { note: Note }) {
  const [more, showMore] = useState(false)
  const hidden = !note.hidden
  return (
    <div class="slip-tools">
      <button type="button" class="small" onClick={() => submit({ type: "HideNote", note: note.id, hidden })}>
        <Icon name={note.hidden ? "show" : "hide"} />
        {note.hidden ? say("note-show") : say("note-hide")}
      </button>
      <ToStage note={note} />
      <button
        type="button"
        class="small slip-more"
        aria-expanded={more}
        aria-label={say("console-note-more")}
        onClick={() => showMore(!more)}
      >
        <Icon name="more" />
      </button>
      {more && <PutOut note={note} />}
    </div>
  )
}

function stateOf(note: Note): string {
  const hidden = note.hidden && say("note-is-hidden")
  const released = note.released && say("note-is-released")
  const edited = note.edited && say("note-is-edited")
  return [hidden, released, edited].filter(Boolean).join(" · ")
}

function Line({ note, board }: { note: Note; board: string }) {
  const where = note.board === board && filter.value === "board" ? "" : roomName(note.board)
  return (
    <Slip
      id={note.id}
      kind={note.kind}
      text={note.text}
      name={where ? say("note-by", { name: note.name ?? "", where }) : note.name}
      at={note.at}
      state={stateOf(note)}
      faint={note.hidden === true}
    >
      <Tools note={note} />
    </Slip>
  )
}

function List({ notes, board }: { notes: Note[]; board: string }) {
  const [length, setLength] = useState(PAGE)
  const { shown, waiting, flow, watch } = useSteady(notes)
  return (
    <>
      <div class="notes-line">
        {waiting > 0 ? (
          <button type="button" class="waiting-line" onClick={flow}>
            {say("board-new", { count: waiting })}
          </button>
        ) : (
          <p class="hint">{notes.length > 0 && say("board-count", { count: notes.length })}</p>
        )}
      </div>
      <div class="notes-list" {...watch}>
        {notes.length === 0 && (
          <p class="empty">{filter.value === "hidden" ? say("notes-none-hidden") : say("notes-none")}</p>
        )}
        <ul>
          {shown.slice(0, length).map((note) => (
            <Line key={note.id} note={note} board={board} />
          ))}
        </ul>
        {shown.length > length && (
          <button type="button" class="quiet" onClick={() => setLength(length + PAGE)}>
            {say("notes-more", { count: shown.length - length })}
          </button>
        )}
      </div>
    </>
  )
}

/** Count what comes in for the status line; not what was there when we came. */
function useTelling(notes: readonly Note[]): void {
  const told = useRef<Set<string> | undefined>(undefined)
  useEffect(() => {
    for (const note of notes) if (told.current && !told.current.has(note.id)) tellNote(note.kind)
    told.current = new Set(notes.map((note) => note.id))
  }, [notes])
}

export function Notes() {
  const all = rows("Note")
  useTelling(all)
  const board = currentRound()?.initiative ?? ""
  const notes = all
    .filter((note) => wanted(note, board))
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
  return (
    <section class="panel notes" id="notes" aria-labelledby="notes-title">
      <h2 id="notes-title">{say("notes-title")}</h2>
      <Boards />
      <Out />
      <Waiting />
      <Filters board={board} />
      <List key={filter.value === "board" ? board : filter.value} notes={notes} board={board} />
    </section>
  )
}
