/** "Zie je een kans, heb je een vraag?": writing to the festival or to an initiative, and the answers to one's letters. */
import { newId, submit, you } from "../link"
import type { Field } from "../screens/lead/fields"
import { RowList } from "../screens/lead/rowlist"
import { Told } from "../screens/lead/told"
import { row, rows } from "../store"
import { type Letter, LetterKind } from "../wire"
import { say } from "../words"
import { Ask } from "./ask"
import { Icon } from "./icon"
import { sent } from "./sent"

/** What somebody writes about, in a word. */
export function letterWord(kind: string): string {
  return kind === "chance" ? say("after-chance") : say("after-question")
}

const fields = (): Field[] => [
  { name: "kind", label: say("after-letter-kind"), look: "choice", most: 20, choices: LetterKind.map((one) => [one, letterWord(one)]) },
  { name: "text", label: say("after-letter-text"), look: "text", most: 500 },
]

/** A letter: its kind, its words, and the answer or that there is none yet. */
export function LetterWords({ letter: { kind, text, answer } }: { letter: Letter }) {
  return (
    <>
      <b class="ours-kind">{letterWord(kind)}</b>
      <Told text={text} />
      {answer ? (
        <p class="letter-answer" dir="auto">
          <b>{say("after-answer")}</b> {answer}
        </p>
      ) : (
        <p class="small soft">{say("after-no-answer")}</p>
      )}
    </>
  )
}

function Mine({ letter }: { letter: Letter }) {
  const leaving = sent("TakeBackLetter").some(({ state, command }) => state === "waiting" && command.letter === letter.id)
  return (
    <li class="ours-words">
      <LetterWords letter={letter} />
      {leaving ? (
        <p class="soft">{say("note-state-leaving")}</p>
      ) : (
        <Ask
          name={`letter ${letter.id}`}
          says={say("after-letter-back-sure")}
          yes={say("note-take-back-yes")}
          act={() => submit({ type: "TakeBackLetter", letter: letter.id })}
          look="plain"
        >
          {say("note-take-back")}
        </Ask>
      )}
    </li>
  )
}

/** `to` is the initiative one writes to, "" for the festival. */
export function Letters({ to }: { to: string }) {
  const mine = rows("Letter").filter((one) => one.initiative === to && one.person === you.value.id)
  const coming = sent("WriteLetter").filter(({ command }) => command.initiative === to && !row("Letter", command.id))
  return (
    <section class="card after">
      <h2>
        <Icon name="message" />
        {say("after-letters")}
      </h2>
      <p>{to ? say("after-letters-why") : say("after-letters-why-festival")}</p>
      <RowList
        place={`letter:${to}`}
        fields={fields()}
        start={{ kind: "chance", text: "" }}
        says={say("after-letter-write")}
        button={say("after-letter-send")}
        entries={coming}
        show={({ kind = "", text }) => (
          <>
            <b class="ours-kind">{letterWord(kind)}</b>
            <Told text={text} />
          </>
        )}
        onAdd={({ kind, text = "" }) => submit({ type: "WriteLetter", id: newId(), initiative: to, kind: kind as LetterKind, text })}
      >
        {mine
          .sort((a, b) => b.at - a.at)
          .map((letter) => (
            <Mine key={letter.id} letter={letter} />
          ))}
      </RowList>
    </section>
  )
}
