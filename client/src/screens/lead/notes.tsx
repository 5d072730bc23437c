/**
 * The notes people gave this initiative: those not seen yet in this browser first.
 *
 * The list stands still. What comes in waits behind one line until it is asked for, and what was new stays where it is
 * until then, also after it was seen.
 */
import { signal } from "@preact/signals"
import { useEffect, useRef, useState } from "preact/hooks"
import { Icon } from "../../parts/icon"
import { isMine } from "../../parts/own"
import { tellNote } from "../../parts/status"
import { holds, rows } from "../../store"
import { type Note, NoteKind } from "../../wire"
import { say, word } from "../../words"
import { isTaken, OneNote } from "./onenote"
import { isSeen, see, useSeeing } from "./seen"

const PAGE = 30

type Filter = "all" | "taken" | NoteKind
const filter = signal<Filter>("all")

/** The notes for this initiative, newest first. */
export function notesFor(initiative: string): Note[] {
  return rows("Note")
    .filter((note) => note.board === initiative)
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
}

/** Those that were not seen in this browser. What one wrote oneself needs no seeing. */
export function unseen(notes: readonly Note[]): Note[] {
  return notes.filter((note) => !isSeen(note.id) && !isMine(note))
}

function wanted(note: Note): boolean {
  if (filter.value === "taken") return isTaken(note)
  return filter.value === "all" || note.kind === filter.value
}

/** The notes in the order in which they came to stand here; how many wait, and how to let them in. */
function useOrder(notes: Note[], here: boolean) {
  const order = useRef<string[]>([])
  const fresh = useRef<ReadonlySet<string>>(new Set())
  const [, redraw] = useState(0)
  const settle = () => {
    const first = unseen(notes)
    fresh.current = new Set(first.map((note) => note.id))
    order.current = [...first, ...notes.filter((note) => !fresh.current.has(note.id))].map((note) => note.id)
  }
  if (here && order.current.length === 0) settle()
  const byId = new Map(notes.map((note) => [note.id, note]))
  const shown = order.current.flatMap((id) => byId.get(id) ?? [])
  const letIn = () => {
    settle()
    redraw((count) => count + 1)
  }
  return { shown, fresh: fresh.current, waiting: notes.length - shown.length, letIn }
}

/** Count what comes in for the status line; not what was there when we came. */
function useTelling(notes: readonly Note[], here: boolean): void {
  const told = useRef<Set<string> | undefined>(undefined)
  useEffect(() => {
    if (!here) return
    for (const note of notes) if (told.current && !told.current.has(note.id) && !isMine(note)) tellNote(note.kind)
    told.current = new Set(notes.map((note) => note.id))
  })
}

function Filters({ notes }: { notes: readonly Note[] }) {
  const counts = NoteKind.map((kind) => [kind, notes.filter((note) => note.kind === kind).length] as const)
  const chip = (which: Filter, name: string, count: number) => (
    <button
      key={which}
      type="button"
      class={`ours-chip is-${which}`}
      aria-pressed={filter.value === which}
      onClick={() => (filter.value = which)}
    >
      {which !== "all" && <Icon name={which === "taken" ? "check" : which} />}
      {name} <span>{count}</span>
    </button>
  )
  return (
    <div class="ours-chips" role="group" aria-label={say("lead-which")}>
      {chip("all", say("lead-all"), notes.length)}
      {counts.map(([kind, count]) => chip(kind, word("note", kind), count))}
      {chip("taken", say("lead-taken"), notes.filter(isTaken).length)}
    </div>
  )
}

function Part({ title, notes, fresh = false }: { title: string; notes: readonly Note[]; fresh?: boolean }) {
  if (notes.length === 0) return null
  return (
    <section class="ours-part">
      <h3>{title}</h3>
      <ul class="slips">
        {notes.map((note) => (
          <OneNote key={note.id} note={note} fresh={fresh} />
        ))}
      </ul>
    </section>
  )
}

function None({ all, here }: { all: number; here: boolean }) {
  const words = !here ? say("board-fetching") : all === 0 ? say("lead-notes-none") : say("lead-notes-none-such")
  return <p class="board-empty soft">{words}</p>
}

interface UnseenProps {
  waiting: number
  letIn: () => void
  left: readonly Note[]
}

/** How many are new: those that wait to be let in, or else those that were not looked at. */
function Unseen({ waiting, letIn, left }: UnseenProps) {
  return (
    <div class="ours-line">
      {waiting > 0 ? (
        <button type="button" class="board-new" onClick={letIn}>
          {say("board-new", { count: waiting })}
        </button>
      ) : (
        <p class="soft small">{say("lead-unread", { count: left.length })}</p>
      )}
      {left.length > 0 && (
        <button type="button" class="plain" onClick={() => see(left.map((note) => note.id))}>
          {say("lead-all-seen")}
        </button>
      )}
    </div>
  )
}

export function Notes({ initiative }: { initiative: string }) {
  const here = holds(`leads:${initiative}`)
  const all = notesFor(initiative)
  const { shown, fresh, waiting, letIn } = useOrder(all, here)
  const [length, setLength] = useState(PAGE)
  const place = useRef<HTMLElement>(null)
  const chosen = shown.filter(wanted)
  const page = chosen.slice(0, length)
  useTelling(all, here)
  useSeeing(place, page.map((note) => note.id).join())
  return (
    <section ref={place} class="ours-notes" aria-labelledby="ours-notes">
      <h2 id="ours-notes">{say("lead-notes")}</h2>
      {all.length > 0 && (
        <>
          <Filters notes={shown} />
          <Unseen waiting={waiting} letIn={letIn} left={unseen(shown)} />
        </>
      )}
      {chosen.length === 0 && <None all={all.length} here={here} />}
      <Part title={say("lead-fresh")} notes={page.filter((note) => fresh.has(note.id))} fresh />
      <Part title={say("lead-seen")} notes={page.filter((note) => !fresh.has(note.id))} />
      {chosen.length > length && (
        <button type="button" class="quiet" onClick={() => setLength(length + PAGE)}>
          {say("notes-more", { count: chosen.length - length })}
        </button>
      )}
    </section>
  )
}
