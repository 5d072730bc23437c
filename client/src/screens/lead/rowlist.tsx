/** A list of rows that leads can add to: what is saved, what is on its way, and the form for one more. */
import type { ComponentChildren } from "preact"
import type { Entry } from "../../outbox"
import { NotSaved } from "../../parts/notsaved"
import { say } from "../../words"
import { begin, edit, type Words } from "./edit"
import { type Field, wordsOf } from "./fields"
import { focusSoon, Form } from "./form"
import { Opener } from "./editable"

interface NewProps {
  place: string
  entry: Entry
  fields: readonly Field[]
  start: Words
  show: (words: Words) => ComponentChildren
}

/** A row that is not saved yet: greyed while it waits, with a way out when it was refused. */
function NewRow({ place, entry, fields, start, show }: NewProps) {
  const words = wordsOf(entry.command, fields)
  const change = () => {
    begin(place, start, words)
    focusSoon(place)
  }
  return (
    <li class="ours-words is-faint">
      {show(words)}
      <NotSaved entry={entry} onChange={change} />
    </li>
  )
}

interface AdderProps {
  place: string
  fields: readonly Field[]
  start: Words
  /** What the button says that opens the form; and other buttons that open it, with other words in it at first. */
  says: string
  ways?: readonly (readonly [says: string, start: Words])[]
  /** What it is about, for who can't see beside what the buttons stand. */
  name?: string
  /** What the button says that saves it, when that is not "Bewaar". */
  button?: string
  /** What there is already, as list items; nothing where that is shown elsewhere. */
  children?: ComponentChildren
  /** New rows that are on their way, or were refused. */
  entries: readonly Entry[]
  show: (words: Words) => ComponentChildren
  onAdd: (typed: Words) => void
}

export function RowList({ place, fields, start, says, ways = [], name, button, children, entries, show, onAdd }: AdderProps) {
  const open = edit(place)
  return (
    <>
      <ul class="ours-rows">
        {children}
        {entries.map((entry) => (
          <NewRow key={entry.ref} place={place} entry={entry} fields={fields} start={start} show={show} />
        ))}
      </ul>
      {open && <Form place={place} open={open} fields={fields} button={button ?? say("note-improve-save")} onSave={onAdd} />}
      {[[says, start] as const, ...ways].map(([words, first]) => (
        <Opener key={words} place={place} start={first} says={words} look="quiet" {...(name && { name })} />
      ))}
    </>
  )
}
