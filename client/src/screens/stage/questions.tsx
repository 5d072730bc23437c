/** The questions on the stage: what most people ask first, with the answer beneath. */
import { Icon } from "../../parts/icon"
import { initiativeName } from "../../parts/round"
import { rows } from "../../store"
import type { Note } from "../../wire"
import { say } from "../../words"
import { Fit } from "./fit"
import { named } from "./pin"

const MOST = 8

function Question({ note }: { note: Note }) {
  return (
    <li>
      <p class="question-backed">
        <strong>{note.backed}</strong>
        <span>{say("stage-ask-too", { count: note.backed })}</span>
      </p>
      <div>
        <b>
          <bdi>{initiativeName(note.board)}</bdi>
        </b>
        <p class="question-text" dir="auto">
          {note.text}
        </p>
        {named() && note.name && <p class="gains-name">{note.name}</p>}
        {note.answer && (
          <p class="question-answer" dir="auto">
            <Icon name="check" />
            <span>{note.answer}</span>
          </p>
        )}
      </div>
    </li>
  )
}

/** `board` is whose questions; those of all when it has none on the stage. */
export function Questions({ board }: { board: string }) {
  const all = rows("Note").filter((note) => note.kind === "question")
  const here = all.filter((note) => note.board === board)
  const asked = (here.length > 0 ? here : all).sort((a, b) => b.backed - a.backed || a.at - b.at)
  return (
    <main class="scene scene-list" id="content">
      <Fit>
        <h1 class="is-short">{say("stage-questions")}</h1>
        <ol class="questions">
          {asked.slice(0, MOST).map((note) => (
            <Question key={note.id} note={note} />
          ))}
        </ol>
        {asked.length === 0 && <p class="scene-lead">{say("stage-questions-none")}</p>}
      </Fit>
    </main>
  )
}
