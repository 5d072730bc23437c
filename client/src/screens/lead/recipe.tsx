/**
 * The recipe that leads brought along, by kind of part, and how it grows: the next version begins as a copy, and the
 * tips that were taken along are put behind the parts they changed.
 */
import { newId, submit } from "../../link"
import { Ask } from "../../parts/ask"
import { FIRST, partsOf, versionWords } from "../../parts/card"
import { Grown } from "../../parts/grown"
import { sent, waitingWords } from "../../parts/sent"
import { row } from "../../store"
import { type Initiative, PartKind, type RecipePart } from "../../wire"
import { say, word } from "../../words"
import type { Words } from "./edit"
import { Editable } from "./editable"
import type { Field } from "./fields"
import { notesFor } from "./notes"
import { isTaken } from "./onenote"
import { RowList } from "./rowlist"
import { Told } from "./told"

/** The first version, and how much the next is more. */
const VERSION = FIRST
const text = (): Field => ({ name: "text", label: say("lead-part-text"), look: "text", most: 400 })
const kind = (): Field => ({
  name: "kind",
  label: say("lead-part-kind"),
  look: "choice",
  most: 20,
  choices: PartKind.map((one) => [one, word("part", one)]),
})

function Part({ part }: { part: RecipePart }) {
  const changes = sent("EditPart").filter(({ command }) => command.part === part.id)
  const leaving = sent("DropPart").some(({ state, command }) => state === "waiting" && command.part === part.id)
  return (
    <li>
      <Editable
        place={`part:${part.id}`}
        name={part.text}
        fields={[text()]}
        now={{ text: part.text }}
        entries={changes}
        show={({ text: told }) => <Told text={told} />}
        onSave={(typed, was) =>
          submit({ type: "EditPart", part: part.id, text: typed["text"] ?? "", was: was["text"] ?? "" })
        }
        drop={{ leaving, act: () => submit({ type: "DropPart", part: part.id }) }}
      />
      {part.version > VERSION && <NotesBehind part={part} />}
    </li>
  )
}

function showNew({ kind: one = "", text: told }: Words) {
  return (
    <>
      <b class="ours-kind">{word("part", one)}</b>
      <Told text={told} />
    </>
  )
}

/** The button and form for one part more, and what was added but is not saved yet. */
function More({ initiative, version }: { initiative: string; version: number }) {
  const added = sent("AddPart").filter(
    ({ command }) => command.initiative === initiative && !row("RecipePart", command.id),
  )
  return (
    <RowList
      place={`part-of:${initiative}:${version}`}
      fields={[kind(), text()]}
      start={{ kind: "ingredient", text: "" }}
      says={say("lead-part-add")}
      entries={added}
      show={showNew}
      onAdd={(typed) =>
        submit({
          type: "AddPart",
          id: newId(),
          initiative,
          kind: typed["kind"] as PartKind,
          text: typed["text"] ?? "",
          version,
        })
      }
    />
  )
}

/** Tips that are taken along, to put behind a part; and those that are behind it now. */
function NotesBehind({ part }: { part: RecipePart }) {
  const wishes = sent("PutBehind").filter(({ state, command }) => state === "waiting" && command.part === part.id)
  const behind = new Set(part.notes)
  for (const { command } of wishes) behind[command.behind ? "add" : "delete"](command.note)
  const along = notesFor(part.initiative).filter((note) => behind.has(note.id) || (isTaken(note) && note.kind !== "contact"))
  return (
    <details class="put-behind">
      <summary aria-label={`${say("grown-behind", { count: behind.size })}: ${part.text}`}>
        {say("grown-behind", { count: behind.size })}
      </summary>
      {along.length === 0 && <p class="small soft">{say("grown-behind-none")}</p>}
      {along.map((note) => (
        <label key={note.id}>
          <input
            type="checkbox"
            checked={behind.has(note.id)}
            onChange={() => submit({ type: "PutBehind", part: part.id, note: note.id, behind: !behind.has(note.id) })}
          />
          <span>
            <span dir="auto">{note.text}</span> {note.name && <bdi class="small soft">{note.name}</bdi>}
          </span>
        </label>
      ))}
      {wishes.length > 0 && <p class="small soft">{waitingWords()}</p>}
    </details>
  )
}

/** The button that begins the next version, which says first what that means. */
function Next({ initiative: { id, recipe } }: { initiative: Initiative }) {
  const beginning = sent("BeginVersion").some(({ state, command }) => state === "waiting" && command.initiative === id)
  const version = versionWords(recipe + VERSION)
  if (beginning) return <p class="soft">{waitingWords()}</p>
  return (
    <Ask
      name={`version ${id}`}
      says={say("grown-begin-sure", { before: versionWords(recipe) })}
      yes={say("grown-begin", { version })}
      act={() => submit({ type: "BeginVersion", initiative: id, after: recipe })}
      look="quiet"
    >
      {say("grown-begin", { version })}
    </Ask>
  )
}

export function Recipe({ initiative }: { initiative: Initiative }) {
  const { id, recipe } = initiative
  const parts = partsOf(id, recipe)
  const kinds = PartKind.filter((one) => parts.some((part) => part.kind === one))
  return (
    <section class="card">
      <h3>{versionWords(recipe)}</h3>
      {recipe > VERSION && <p class="soft">{say("grown-lead")}</p>}
      {kinds.map((one) => (
        <div key={one} class="ours-group">
          <h4>{word("part", one)}</h4>
          <ul class="ours-rows">
            {parts
              .filter((part) => part.kind === one)
              .map((part) => (
                <Part key={part.id} part={part} />
              ))}
          </ul>
        </div>
      ))}
      <More initiative={id} version={recipe} />
      {parts.length > 0 && <Next initiative={initiative} />}
      {recipe > VERSION && (
        <details class="recipe">
          <summary>{say("grown-read")}</summary>
          <Grown initiative={id} newest={recipe} />
        </details>
      )}
    </section>
  )
}
