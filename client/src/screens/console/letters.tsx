/** Letters to the festival, and the questions to initiatives that nobody answered yet: for who leads or organises the day. */
import { initiativeName } from "../../parts/round"
import { roomName } from "../../parts/here"
import { rows } from "../../store"
import { say } from "../../words"
import { Answering } from "../lead/letters"
import { Fold } from "./fold"

/** Questions on boards that have no answer, oldest first. */
function openNotes() {
  const asked = rows("Note").filter((note) => note.kind === "question" && !note.answer && !note.hidden)
  return asked.sort((a, b) => a.at - b.at)
}

const letters = () => rows("Letter").sort((a, b) => a.at - b.at)

/** How many questions wait for an answer. */
function waiting(): number {
  return letters().filter(({ kind, answer }) => kind === "question" && !answer).length + openNotes().length
}

/** All letters to the festival; below those what was asked of initiatives, and has no answer. */
export function AllLetters() {
  const ours = letters().filter(({ initiative }) => !initiative)
  const theirs = letters().filter(({ initiative, kind, answer }) => initiative && kind === "question" && !answer)
  const notes = openNotes()
  return (
    <>
      {ours.length === 0 && <p class="hint">{say("after-letters-none")}</p>}
      <ul class="ours-rows">
        {ours.map((letter) => (
          <Answering key={letter.id} letter={letter} />
        ))}
      </ul>
      <h3>{say("after-unanswered")}</h3>
      {theirs.length + notes.length === 0 && <p class="hint">{say("after-unanswered-none")}</p>}
      <ul class="ours-rows">
        {theirs.map((letter) => (
          <Answering key={letter.id} letter={letter} where={initiativeName(letter.initiative)} />
        ))}
        {notes.map((note) => (
          <li key={note.id} class="ours-words">
            <b>
              <bdi>{`${note.name ?? ""} · ${roomName(note.board)}`}</bdi>
            </b>
            <p class="ours-text" dir="auto">
              {note.text}
            </p>
          </li>
        ))}
      </ul>
    </>
  )
}

export function Letters() {
  return (
    <Fold name="letters" title={say("after-letters-festival")} sum={say("after-unanswered-sum", { count: waiting() })} open={false}>
      <AllLetters />
    </Fold>
  )
}
