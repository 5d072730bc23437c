/** What is mine: my notes over all boards, my name, the language, and what is kept of me. */
import { useState } from "preact/hooks"
import { forget, submit, you } from "../link"
import { roomName } from "../parts/here"
import { OwnNote, ownNotes, UnsavedNote } from "../parts/own"
import { reasonOf, sent, unsaved } from "../parts/sent"
import { useTold } from "../parts/status"
import { planLink } from "../parts/tabs"
import { row } from "../store"
import { say } from "../words"
import type { Note } from "../wire"

const NAME_LENGTH = 60

/** Own notes by board, in the order in which they were written last. */
function byBoard(): Map<string, { saved: Note[]; waiting: ReturnType<typeof unsaved> }> {
  const boards = new Map<string, { saved: Note[]; waiting: ReturnType<typeof unsaved> }>()
  const of = (board: string) => {
    const there = boards.get(board) ?? { saved: [], waiting: [] }
    boards.set(board, there)
    return there
  }
  for (const entry of unsaved()) of(entry.command.board).waiting.push(entry)
  for (const note of ownNotes()) of(note.board).saved.push(note)
  return boards
}

function MyNotes() {
  const boards = [...byBoard()]
  return (
    <section>
      <h2>{say("mine-notes")}</h2>
      {boards.length === 0 && <p class="soft">{say("mine-none")}</p>}
      {boards.map(([board, { saved, waiting }]) => (
        <section key={board} class="mine-board">
          <h3>
            <a href={planLink(board)} dir="auto">
              {roomName(board)}
            </a>
          </h3>
          <ul class="slips">
            {waiting.map((entry) => (
              <UnsavedNote key={entry.command.id} entry={entry} />
            ))}
            {saved.map((note) => (
              <OwnNote key={note.id} note={note} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

/** The name as it stands: the one on its way goes before the one that is saved. */
function nameNow(): { name: string; words: string; fault: string } {
  const renames = sent("Rename")
  const last = renames[renames.length - 1]
  const saved = row("Person", you.value.id)?.name ?? ""
  if (last?.state === "refused") return { name: saved, words: "", fault: reasonOf(last) }
  return last ? { name: last.command.name, words: say("mine-name-saving"), fault: "" } : { name: saved, words: "", fault: "" }
}

function MyName() {
  const { name, words, fault } = nameNow()
  const [typed, type] = useState<string | null>(null)
  const [asked, ask] = useState(false)
  useTold(fault || words || (asked ? say("mine-name-saved") : ""))
  const save = (event: Event) => {
    event.preventDefault()
    const wish = (typed ?? "").trim()
    if (!wish || wish === name) return
    for (const old of sent("Rename")) if (old.state === "refused") forget(old.ref)
    submit({ type: "Rename", name: wish })
    type(null)
    ask(true)
  }
  return (
    <form class="card my-name" onSubmit={save}>
      <label for="my-name">{say("mine-name")}</label>
      <p id="my-name-hint" class="small soft">
        {say("mine-name-hint")}
      </p>
      <input
        id="my-name"
        value={typed ?? name}
        maxLength={NAME_LENGTH}
        autocomplete="given-name"
        spellcheck={false}
        aria-describedby="my-name-hint my-name-state"
        aria-invalid={fault !== ""}
        onInput={(event) => type(event.currentTarget.value)}
      />
      <button type="submit" class="quiet">
        {say("mine-name-save")}
      </button>
      <p id="my-name-state" class={fault ? "fault" : "small"}>
        {fault || words || (asked && say("mine-name-saved"))}
      </p>
    </form>
  )
}

function Language() {
  const other = say("other-language-code")
  return (
    <section class="card">
      <h2>{say("mine-language")}</h2>
      <p>
        <a class="button quiet" href={`${location.pathname}?lang=${other}`} lang={other} hreflang={other}>
          {say("other-language")}
        </a>
      </p>
    </section>
  )
}

export function Mine() {
  return (
    <main id="content">
      <h1 tabIndex={-1}>{say("mine-heading")}</h1>
      <div class="beside is-mine">
        <MyNotes />
        <div class="mine-side">
          <MyName />
          <Language />
          <section class="card">
            <h2>{say("mine-data")}</h2>
            <p>{say("mine-data-text")}</p>
          </section>
        </div>
      </div>
    </main>
  )
}
