/**
 * Notes with dots: everybody has five for each board, to put the most useful first.
 *
 * Nothing moves by itself: notes stand in the order in which they came, until somebody asks to have them sorted, and
 * then as they stood at that moment.
 */
import { useState } from "preact/hooks"
import { submit, you } from "../link"
import { row, rows } from "../store"
import type { Note } from "../wire"
import { say } from "../words"
import { Icon } from "./icon"
import { Slip } from "./note"
import { sent } from "./sent"

const DOTS = 5
const AT_ONCE = 10

/** Whether I gave this note a dot; my wish that is on its way counts. */
function isMine(note: string): boolean {
  const wishes = sent("GiveDot").filter(({ state, command }) => state === "waiting" && command.note === note)
  return wishes[wishes.length - 1]?.command.given ?? row("Dot", `${note}/${you.value.id}`) !== undefined
}

/** How many dots a note has. */
function dotsOf(note: Note): number {
  const saved = row("Dot", `${note.id}/${you.value.id}`) !== undefined
  return Math.max(0, (note.dots ?? 0) + Number(isMine(note.id)) - Number(saved))
}

/** The notes of a board that everybody sees, in the order in which they came. */
export function notesOf(board: string): Note[] {
  const shown = rows("Note").filter((note) => note.board === board && !note.hidden && !note.waits && note.kind !== "contact")
  return shown.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
}

/** How many dots I still have for this board. */
function left(notes: readonly Note[]): number {
  return Math.max(0, DOTS - notes.filter(({ id }) => isMine(id)).length)
}

function DotButton({ note, able }: { note: Note; able: boolean }) {
  const mine = isMine(note.id)
  const count = dotsOf(note)
  const press = () => {
    if (mine || able) submit({ type: "GiveDot", note: note.id, given: !mine })
  }
  return (
    <button type="button" class="dot-button" aria-pressed={mine} aria-disabled={!mine && !able} onClick={press}>
      <span class="dot" aria-hidden="true" />
      {mine ? say("harvest-dot-mine") : say("harvest-dot")}
      <b>
        {count}
        <span class="unseen"> {say("harvest-dots", { count })}</span>
      </b>
    </button>
  )
}

/** Notes by the word they are under, in the order of these notes; those without a word last. */
function byWord(notes: readonly Note[]): [string, Note[]][] {
  const groups = new Map<string, Note[]>()
  for (const note of notes) {
    const label = note.cluster ?? ""
    groups.set(label, [...(groups.get(label) ?? []), note])
  }
  return [...groups].sort(([a], [b]) => Number(a === "") - Number(b === ""))
}

/** Notes in a list, under the words they were put under. */
function Groups({ notes, able }: { notes: readonly Note[]; able: boolean }) {
  const groups = byWord(notes)
  return (
    <>
      {groups.map(([label, group]) => (
        <section key={label} class="dots-group">
          {groups.length > 1 || label ? <h4 dir="auto">{label || say("harvest-no-word")}</h4> : null}
          <ul class="slips">
            {group.map((note) => (
              <Slip key={note.id} id={note.id} kind={note.kind} text={note.text} name={note.name} answer={note.answer}>
                <DotButton note={note} able={able} />
              </Slip>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

/** The notes in the order they had when somebody asked to sort them; what came later stands last. */
function arranged(notes: readonly Note[], order: readonly string[]): Note[] {
  const at = (note: Note) => (order.includes(note.id) ? order.indexOf(note.id) : order.length)
  return order.length === 0 ? [...notes] : [...notes].sort((a, b) => at(a) - at(b))
}

export function DotsLeft({ board }: { board: string }) {
  const count = left(notesOf(board))
  return (
    <p class="dots-left">
      <span class="dots-row" aria-hidden="true">
        {Array.from({ length: DOTS }, (_, at) => (
          <span key={at} class={at < count ? "dot is-left" : "dot"} />
        ))}
      </span>
      <b>{say("harvest-dots-left", { count })}</b>
    </p>
  )
}

/** These notes of a board, with a button to sort them by dots, and no more at once than a phone likes. */
export function DottedNotes({ board, notes }: { board: string; notes: readonly Note[] }) {
  const [order, arrange] = useState<string[]>([])
  const [most, show] = useState(AT_ONCE)
  const able = left(notesOf(board)) > 0 && row("Board", board)?.open !== false
  const inOrder = arranged(notes, order)
  const sort = () => arrange([...notes].sort((a, b) => dotsOf(b) - dotsOf(a) || a.at - b.at).map(({ id }) => id))
  return (
    <>
      {notes.length > 1 && (
        <button type="button" class="quiet dots-sort" onClick={sort}>
          <Icon name="down" />
          {say("harvest-sort")}
        </button>
      )}
      <Groups notes={inOrder.slice(0, most)} able={able} />
      {notes.length > most && (
        <button type="button" class="quiet" onClick={() => show(most + AT_ONCE)}>
          {say("harvest-more", { count: notes.length - most })}
        </button>
      )}
    </>
  )
}
