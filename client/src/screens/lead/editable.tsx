/**
 * Words of an initiative that its leads can change, each on its own: what they say, whether that is saved, the form to
 * change them in, and the choice between two texts when somebody else changed them too.
 */
import type { ComponentChildren } from "preact"
import { useEffect, useRef } from "preact/hooks"
import { forget, submit } from "../../link"
import type { Entry } from "../../outbox"
import { Ask } from "../../parts/ask"
import { thereNow } from "../../parts/clash"
import { Icon } from "../../parts/icon"
import { reasonOf, waitingWords } from "../../parts/sent"
import { useTold } from "../../parts/status"
import type { PhoneCommand } from "../../wire"
import { say } from "../../words"
import { begin, edit, type Words } from "./edit"
import { type Field, readable, wordsOf } from "./fields"
import { focusSoon, Form } from "./form"

/** How the last changes stand: on their way, or saved since this screen is open; "" when there were none. */
function useStanding(entries: readonly Entry[], waiting: boolean): string {
  const asked = useRef(false)
  asked.current ||= waiting
  const words = waiting ? waitingWords() : asked.current && entries.length === 0 ? say("note-state-saved") : ""
  useTold(words)
  return words
}

function State({ entries, waiting }: { entries: readonly Entry[]; waiting: boolean }) {
  const words = useStanding(entries, waiting)
  return (
    <p class={waiting ? "ours-state" : "ours-state is-saved"}>
      {words && <Icon name={waiting ? "wait" : "check"} />}
      {words}
    </p>
  )
}

interface ClashProps {
  place: string
  entry: Entry
  fields: readonly Field[]
  now: Words
}

/** A change that was refused. Nothing of it is lost: both texts are there, and each can be chosen. */
function Clash({ place, entry, fields, now }: ClashProps) {
  const mine = wordsOf(entry.command, fields)
  const field = fields.find(({ name }) => name in mine)
  if (!field) return null
  const { name } = field
  const there = thereNow(entry, now[name] ?? "")
  const clash = entry.reason === "changed_meanwhile"
  const useMine = () => {
    forget(entry.ref)
    submit({ ...entry.command, was: there } as PhoneCommand)
  }
  const change = () => {
    forget(entry.ref)
    begin(place, { ...now, [name]: there }, { ...now, ...mine })
    focusSoon(place)
  }
  return (
    <div class="ours-clash" role="group" aria-label={reasonOf(entry)}>
      <p class="fault">{reasonOf(entry)}</p>
      {fields.length > 1 && <p class="small soft">{field.label}</p>}
      {clash && (
        <p>
          <b>{say("conflict-there")}</b> <q dir="auto">{readable(field, there) || say("lead-nothing")}</q>
        </p>
      )}
      <p>
        <b>{say("conflict-mine")}</b> <q dir="auto">{readable(field, mine[name]) || say("lead-nothing")}</q>
      </p>
      <div class="ours-acts">
        {clash && (
          <button type="button" onClick={useMine}>
            {say("conflict-use-mine")}
          </button>
        )}
        <button type="button" class="quiet" onClick={() => forget(entry.ref)}>
          {clash ? say("conflict-leave") : say("refused-drop")}
        </button>
        <button type="button" class="plain" onClick={change}>
          {say("lead-change-mine")}
        </button>
      </div>
    </div>
  )
}

/** The button that opens the form; the focus comes back to it when the form closes. */
export function Opener({ place, start, says, look, name }: OpenerProps) {
  const button = useRef<HTMLButtonElement>(null)
  const open = edit(place) !== undefined
  const before = useRef(open)
  useEffect(() => {
    if (!open && before.current && document.activeElement === document.body) button.current?.focus()
    before.current = open
  }, [open])
  if (open) return null
  const press = () => {
    focusSoon(place)
    begin(place, start)
  }
  return (
    <button ref={button} type="button" class={look ?? "plain"} aria-label={name && `${says}: ${name}`} onClick={press}>
      {says}
    </button>
  )
}

interface OpenerProps {
  place: string
  /** What stands in the fields at first. */
  start: Words
  says: string
  look?: string
  /** What it is about, for who can't see beside what the button stands. */
  name?: string
}

interface EditableProps {
  /** Its name on this screen, under which drafts are kept. */
  place: string
  /** What people call it. */
  name: string
  fields: readonly Field[]
  /** What is saved now. */
  now: Words
  /** The wishes to change it that have no answer yet, or were refused, oldest first. */
  entries: readonly Entry[]
  /** How it reads. */
  show: (words: Words) => ComponentChildren
  onSave: (typed: Words, was: Words) => void
  /** What the button says that opens the form, when that is not "Pas aan". */
  opener?: string
  /** How it is taken away, where that can be. */
  drop?: { leaving: boolean; act: () => void } | undefined
}

export function Editable({ place, name, fields, now, entries, show, onSave, opener, drop }: EditableProps) {
  const open = edit(place)
  const coming = entries.filter(({ state }) => state === "waiting")
  const refused = entries.filter(({ state }) => state === "refused")
  const waiting = coming.length > 0
  const busy = waiting || drop?.leaving
  const shown = Object.assign({}, now, ...coming.map(({ command }) => wordsOf(command, fields))) as Words
  return (
    <div class={busy ? "ours-words is-faint" : "ours-words"}>
      {!open && (refused.length === 0 || fields.length > 1) && show(shown)}
      {refused.map((entry) => (
        <Clash key={entry.ref} place={place} entry={entry} fields={fields} now={now} />
      ))}
      {open && <Form place={place} open={open} fields={fields} button={say("note-improve-save")} onSave={onSave} />}
      <div class="ours-acts">
        {!waiting && refused.length === 0 && (
          <Opener place={place} start={now} says={opener ?? say("lead-change")} name={name} />
        )}
        {drop && !open && !waiting && <DropIt place={place} name={name} drop={drop} />}
        <State entries={entries} waiting={waiting} />
      </div>
    </div>
  )
}

function DropIt({ place, name, drop }: { place: string; name: string; drop: { leaving: boolean; act: () => void } }) {
  if (drop.leaving) return <p class="ours-state">{say("lead-leaving")}</p>
  return (
    <Ask name={`drop ${place}`} says={say("lead-drop-sure", { name })} yes={say("lead-drop-yes")} act={drop.act} look="plain">
      {say("lead-drop")}
    </Ask>
  )
}
