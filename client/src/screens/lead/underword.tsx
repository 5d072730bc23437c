/** Putting a note under a word, together with others: one of the words there are, by one tap, or a new one. */
import { useId } from "preact/hooks"
import { submit } from "../../link"
import { ownInitiative } from "../../parts/card"
import { sent } from "../../parts/sent"
import { rows } from "../../store"
import type { Note } from "../../wire"
import { say } from "../../words"
import { edit, stop, type } from "./edit"
import { Opener } from "./editable"

const MOST = 40

/** The word a note is under, or is about to be; "" for none. */
export function clusterOf(note: Note): string {
  const wishes = sent("ClusterNote").filter(({ state, command }) => state === "waiting" && command.note === note.id)
  return wishes[wishes.length - 1]?.command.label ?? note.cluster ?? ""
}

/** The words there are, as in a dictionary. */
function wordsThere(): string[] {
  const all = rows("Note").filter((note) => note.board === ownInitiative()).map(clusterOf)
  return [...new Set(all.filter(Boolean))].sort((a, b) => a.localeCompare(b))
}

interface ChoosingProps {
  note: Note
  place: string
  typed: string
}

function Choosing({ note, place, typed }: ChoosingProps) {
  const field = useId()
  const there = clusterOf(note)
  const put = (label: string) => {
    if (label !== there) submit({ type: "ClusterNote", note: note.id, label })
    stop(place)
  }
  const save = (event: Event) => {
    event.preventDefault()
    if (typed.trim()) put(typed.trim().slice(0, MOST))
  }
  return (
    <form class="ours-form" onSubmit={save}>
      <div class="ours-acts" role="group" aria-label={say("lead-word-which")}>
        {wordsThere().map((word) => (
          <button key={word} type="button" class="quiet" aria-pressed={word === there} onClick={() => put(word)}>
            {word}
          </button>
        ))}
      </div>
      <label for={field}>{say("lead-word-new")}</label>
      <input
        id={field}
        value={typed}
        maxLength={MOST}
        dir="auto"
        onInput={(event) => type(place, "word", event.currentTarget.value)}
      />
      <div class="ours-acts">
        <button type="submit">{say("note-improve-save")}</button>
        {there && (
          <button type="button" class="plain" onClick={() => put("")}>
            {say("lead-word-out")}
          </button>
        )}
        <button type="button" class="plain" onClick={() => stop(place)}>
          {say("cancel")}
        </button>
      </div>
    </form>
  )
}

export function UnderWord({ note }: { note: Note }) {
  const place = `word:${note.id}`
  const open = edit(place)
  const says = clusterOf(note) ? say("lead-word-other") : say("lead-word")
  return (
    <>
      <Opener place={place} start={{ word: "" }} says={says} />
      {open && <Choosing note={note} place={place} typed={open.typed["word"] ?? ""} />}
    </>
  )
}
