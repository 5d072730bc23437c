/** The questions on the stage: what most people ask first, with the answer beneath. */
import { Icon } from "../../parts/icon"
import { roomName } from "../../parts/here"
import { rows } from "../../store"
import type { Note } from "../../wire"
import { say } from "../../words"
import { Filled } from "./fit"
import { named } from "./pin"

const MOST = 8
const LONG = 140
const VERY_LONG = 300

function Question({ note }: { note: Note }) {
  return (
    <li class={size(note.text + note.answer)}>
      <p class="question-backed">
        {note.backed > 0 ? <strong>{note.backed}</strong> : <Icon name="question" />}
        {note.backed > 0 && <span>{say("stage-ask-too", { count: note.backed })}</span>}
      </p>
      <div>
        <b>
          <bdi>{roomName(note.board)}</bdi>
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

function size(text: string): string {
  if (text.length > VERY_LONG) return "is-very-long"
  return text.length > LONG ? "is-long" : ""
}

/** `board` is whose questions; those of all when it has none on the stage. */
export function Questions({ board }: { board: string }) {
  const all = rows("Note").filter((note) => note.kind === "question")
  const here = all.filter((note) => note.board === board)
  const asked = (here.length > 0 ? here : all).sort((a, b) => b.backed - a.backed || a.at - b.at).slice(0, MOST)
  return (
    <main class="scene scene-list is-questions" id="content">
      <h1 class="is-short">{say("stage-questions")}</h1>
      <Filled look="questions">
        {asked.map((note) => (
          <Question key={note.id} note={note} />
        ))}
      </Filled>
      {asked.length === 0 && <p class="scene-lead">{say("stage-questions-none")}</p>}
    </main>
  )
}
