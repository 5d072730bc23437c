/** Letters to an initiative or to the festival, for who may answer them. */
import { submit } from "../../link"
import { LetterWords, letterWord } from "../../parts/letter"
import { sent } from "../../parts/sent"
import { rows } from "../../store"
import type { Letter } from "../../wire"
import { say } from "../../words"
import { Editable } from "./editable"
import { Told } from "./told"

/** A letter with the form to answer it; `where` is whom it is for, when that is not clear. */
export function Answering({ letter, where = "" }: { letter: Letter; where?: string }) {
  const entries = sent("AnswerLetter").filter(({ command }) => command.letter === letter.id)
  return (
    <li class="ours-words">
      <b>
        <bdi>{letter.name || say("somebody")}</bdi> {where && <bdi>{`· ${where}`}</bdi>}
      </b>
      <LetterWords letter={letter} />
      <Editable
        place={`letter-answer:${letter.id}`}
        name={`${letterWord(letter.kind)} ${letter.name || say("somebody")}`}
        fields={[{ name: "text", label: say("after-answer-label"), look: "text", most: 500, optional: true }]}
        now={{ text: letter.answer }}
        entries={entries}
        opener={letter.answer ? say("lead-answer-change") : say("lead-answer")}
        show={({ text }) => text !== letter.answer && <Told text={text} />}
        onSave={({ text = "" }, { text: was = "" }) => submit({ type: "AnswerLetter", letter: letter.id, text, was })}
      />
    </li>
  )
}

/** Those that came for this initiative, oldest first: a letter that is answered stays where it was. */
export function LettersFor({ initiative }: { initiative: string }) {
  const letters = rows("Letter").filter((one) => one.initiative === initiative)
  return (
    <section class="card">
      <h3>{say("after-letters-ours")}</h3>
      {letters.length === 0 && <p class="soft">{say("after-letters-none")}</p>}
      <ul class="ours-rows">
        {letters
          .sort((a, b) => a.at - b.at)
          .map((letter) => (
            <Answering key={letter.id} letter={letter} />
          ))}
      </ul>
    </section>
  )
}
