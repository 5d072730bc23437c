/**
 * A recipe that grew: any of its versions, and what is other in it than in the one before, word by word, with the notes
 * that are behind it. What is new is underlined and what is gone struck through, and both are said in a word as well.
 */
import { useId, useState } from "preact/hooks"
import { type Span, spans } from "../difference"
import { row } from "../store"
import { PartKind, type RecipePart } from "../wire"
import { say, word } from "../words"
import { FIRST, partsOf, PartsOf, versionWords } from "./card"

const A_VERSION = 10

function Words({ told }: { told: readonly Span[] }) {
  const heard = (text: string) => <span class="unseen">{` ${text} `}</span>
  return (
    <p dir="auto">
      {told.map(({ mark, text }, at) => (
        <span key={at}>
          {at > 0 && " "}
          {mark === "new" && (
            <ins>
              {heard(say("results-new"))}
              {text}
            </ins>
          )}
          {mark === "gone" && (
            <del>
              {heard(say("results-gone"))}
              {text}
            </del>
          )}
          {mark === "same" && (
            <>
              {at > 0 && heard(say("results-rest"))}
              {text}
            </>
          )}
        </span>
      ))}
    </p>
  )
}

/** The notes behind a part, with who gave them. */
export function Behind({ notes }: { notes: readonly string[] }) {
  const there = notes.map((id) => row("Note", id)).filter((note) => note !== undefined)
  if (there.length === 0) return null
  return (
    <div class="tips-behind">
      <p class="small soft">{say("results-behind")}</p>
      <ul>
        {there.map((note) => (
          <li key={note.id} class={`is-${note.kind}`}>
            <q dir="auto">{note.text}</q> {note.name && <bdi class="small">{note.name}</bdi>}
          </li>
        ))}
      </ul>
    </div>
  )
}

interface Change {
  id: string
  kind: RecipePart["kind"]
  told: Span[]
  notes: readonly string[]
}

/** What is other in this version: parts in their order, then those that are gone. */
function changes(initiative: string, version: number): Change[] {
  const before = new Map(partsOf(initiative, version - A_VERSION).map((part) => [part.id, part]))
  const now = partsOf(initiative, version)
  const told = now.map(({ id, kind, of, text, notes }) => ({ id, kind, told: spans(before.get(of)?.text ?? "", text), notes }))
  const kept = new Set(now.map(({ of }) => of))
  const gone = [...before.values()].filter(({ id }) => !kept.has(id))
  const all = [...told, ...gone.map(({ id, kind, text }) => ({ id, kind, told: spans(text, ""), notes: [] }))]
  const other = all.filter(({ told: words, notes }) => notes.length > 0 || words.some(({ mark }) => mark !== "same"))
  return PartKind.flatMap((kind) => other.filter((one) => one.kind === kind))
}

function Difference({ initiative, version }: { initiative: string; version: number }) {
  const there = changes(initiative, version)
  const before = ((version - A_VERSION) / 10).toFixed(1)
  return (
    <section class="difference">
      <h4>{say("results-changed", { version: before })}</h4>
      {there.length === 0 ? (
        <p class="soft">{say("results-changed-none", { version: before })}</p>
      ) : (
        <p class="small soft">{say("results-changed-how")}</p>
      )}
      <ul class="ours-rows">
        {there.map(({ id, kind, told, notes }) => (
          <li key={id} class="ours-words">
            <b class="ours-kind">{word("part", kind)}</b>
            <Words told={told} />
            <Behind notes={notes} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The recipe, by version; the newest first. */
export function Grown({ initiative, newest }: { initiative: string; newest: number }) {
  const id = useId()
  const [chosen, choose] = useState(0)
  const version = chosen || newest
  const versions = Array.from({ length: newest / A_VERSION }, (_, at) => newest - at * A_VERSION)
  return (
    <div class="grown">
      <p>
        <label for={id}>{say("grown-version")}</label>
        <select id={id} value={version} onChange={(event) => choose(Number(event.currentTarget.value))}>
          {versions.map((one) => (
            <option key={one} value={one}>
              {versionWords(one)}
            </option>
          ))}
        </select>
      </p>
      {version > FIRST && <Difference initiative={initiative} version={version} />}
      <PartsOf initiative={initiative} version={version} />
    </div>
  )
}
