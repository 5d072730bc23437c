/**
 * Words of an initiative that its leads can change, each on its own: what they say, whether that is saved, the form to
 * change them in, and the choice between two texts when somebody else changed them too.
 */
import type { ComponentChildren } from "preact"
import { useEffect, useRef } from "preact/hooks"
import { forget, submit } from "../../link"
import type { Entry } from "../../outbox"
import { Ask } from "../../parts/ask"
import { Icon } from "../../parts/icon"
import { reasonOf, waitingWords } from "../../parts/sent"
import { useTold } from "../../parts/status"
import type { PhoneCommand } from "../../wire"
import { say } from "../../words"
import { begin, edit, type Words } from "./edit"
import { type Field, wordsOf } from "./fields"
import { focusSoon, Form } from "./form"

/** How the last change stands: on its way, or saved since this screen is open; "" when there was none. */
function useStanding(entry: Entry | undefined): string {
  const asked = useRef(false)
  const waiting = entry?.state === "waiting"
  asked.current ||= waiting
  const words = waiting ? waitingWords() : asked.current && !entry ? say("note-state-saved") : ""
  useTold(words)
  return words
}

function State({ entry }: { entry: Entry | undefined }) {
  const words = useStanding(entry)
  return (
    <p class={entry ? "ours-state" : "ours-state is-saved"}>
      {words && <Icon name={entry ? "wait" : "check"} />}
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
  const main = fields.find((field) => field.look === "text")?.name ?? "text"
  const mine = wordsOf(entry.command, fields)
  const present = now[main] ?? ""
  const there = "was" in entry.command && present === entry.command.was ? (entry.present ?? present) : present
  const clash = entry.reason === "changed_meanwhile"
  const useMine = () => {
    forget(entry.ref)
    submit({ ...entry.command, was: there } as PhoneCommand)
  }
  const change = () => {
    forget(entry.ref)
    begin(place, { ...now, [main]: there }, mine)
    focusSoon(place)
  }
  return (
    <div class="ours-clash" role="group" aria-label={reasonOf(entry)}>
      <p class="fault">{reasonOf(entry)}</p>
      {clash && (
        <p>
          <b>{say("conflict-there")}</b> <q dir="auto">{there || say("lead-nothing")}</q>
        </p>
      )}
      <p>
        <b>{say("conflict-mine")}</b> <q dir="auto">{mine[main]}</q>
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
  /** The last wish to change it that has no answer yet, or was refused. */
  entry: Entry | undefined
  /** How it reads. */
  show: (words: Words) => ComponentChildren
  onSave: (typed: Words, was: Words) => void
  /** What the button says that opens the form, when that is not "Pas aan". */
  opener?: string
  /** How it is taken away, where that can be. */
  drop?: { leaving: boolean; act: () => void } | undefined
}

export function Editable({ place, name, fields, now, entry, show, onSave, opener, drop }: EditableProps) {
  const open = edit(place)
  const waiting = entry?.state === "waiting"
  const busy = waiting || drop?.leaving
  return (
    <div class={busy ? "ours-words is-faint" : "ours-words"}>
      {!open && entry?.state !== "refused" && show(waiting ? { ...now, ...wordsOf(entry.command, fields) } : now)}
      {entry?.state === "refused" && <Clash place={place} entry={entry} fields={fields} now={now} />}
      {open && <Form place={place} open={open} fields={fields} button={say("note-improve-save")} onSave={onSave} />}
      <div class="ours-acts">
        {!waiting && entry?.state !== "refused" && (
          <Opener place={place} start={now} says={opener ?? say("lead-change")} name={name} />
        )}
        {drop && !open && !waiting && <DropIt place={place} name={name} drop={drop} />}
        <State entry={waiting ? entry : undefined} />
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
