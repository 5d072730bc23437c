/** One note as the initiative's own people see it: they take it along, show it, answer it, or put it under a word. */
import { submit } from "../../link"
import { GoalList } from "../../parts/goals"
import { Icon } from "../../parts/icon"
import { Slip } from "../../parts/note"
import { NoteGoals } from "../../parts/taggoals"
import { sent, waitingWords } from "../../parts/sent"
import type { Note } from "../../wire"
import { say } from "../../words"
import { Editable } from "./editable"
import type { Field } from "./fields"
import { Told } from "./told"
import { clusterOf, UnderWord } from "./underword"

const NOTE_LENGTH = 500

function last<T>(wishes: readonly T[]): T | undefined {
  return wishes[wishes.length - 1]
}

/** How a note stands, as soon as somebody pressed: what is on its way goes before what is saved. */
function standing(note: Note) {
  const take = last(sent("TakeAlong").filter(({ state, command }) => state === "waiting" && command.note === note.id))
  const show = last(sent("ReleaseNote").filter(({ state, command }) => state === "waiting" && command.note === note.id))
  return {
    taken: take?.command.taken ?? note.taken ?? false,
    released: show?.command.released ?? note.released ?? false,
    waiting: take !== undefined || show !== undefined,
  }
}

/** Whether the initiative takes this note along, or is about to. */
export const isTaken = (note: Note): boolean => standing(note).taken

const answerFields = (): Field[] => [
  { name: "text", label: say("lead-answer-label"), look: "text", most: NOTE_LENGTH, optional: true },
]

function Answer({ note }: { note: Note }) {
  const answers = sent("AnswerNote").filter(({ command }) => command.note === note.id)
  return (
    <div class="ours-answer">
      <Editable
        place={`answer:${note.id}`}
        name={note.text}
        fields={answerFields()}
        now={{ text: note.answer }}
        entries={answers}
        opener={note.answer ? say("lead-answer-change") : say("lead-answer")}
        show={({ text }) =>
          text && (
            <>
              <b>{say("lead-answer-ours")}</b>
              <Told text={text} />
            </>
          )
        }
        onSave={({ text = "" }, { text: was = "" }) => submit({ type: "AnswerNote", note: note.id, text, was })}
      />
    </div>
  )
}

function Acts({ note, harvest }: { note: Note; harvest: boolean }) {
  const { taken, released } = standing(note)
  return (
    <div class="slip-acts">
      <button
        type="button"
        class={taken ? "plain" : "quiet"}
        onClick={() => submit({ type: "TakeAlong", note: note.id, taken: !taken })}
      >
        {!taken && <Icon name="check" />}
        {taken ? say("lead-untake") : say("lead-take")}
      </button>
      {note.kind !== "contact" && (
        <button
          type="button"
          class="plain"
          onClick={() => submit({ type: "ReleaseNote", note: note.id, released: !released })}
        >
          {released ? say("lead-unrelease") : say("lead-release")}
        </button>
      )}
      {harvest && <UnderWord note={note} />}
    </div>
  )
}

function stateOf(note: Note, fresh: boolean): string {
  const { taken, released, waiting } = standing(note)
  const words = [
    fresh && say("lead-new"),
    taken && say("lead-taken"),
    released && say("lead-released"),
    clusterOf(note) && say("lead-under", { word: clusterOf(note) }),
    note.backed > 0 && say("lead-backed", { count: note.backed }),
    (note.dots ?? 0) > 0 && say("lead-dots", { count: note.dots ?? 0 }),
    waiting && waitingWords(),
  ]
  return words.filter(Boolean).join(" · ")
}

interface OneNoteProps {
  note: Note
  /** It was not seen yet in this browser when it came to stand here. */
  fresh?: boolean
  /** It stands in the harvest, where notes are put under words. */
  harvest?: boolean
}

export function OneNote({ note, fresh = false, harvest = false }: OneNoteProps) {
  return (
    <Slip
      id={note.id}
      kind={note.kind}
      text={note.text}
      name={note.name}
      at={note.at}
      state={stateOf(note, fresh)}
    >
      {note.kind === "contact" && <p class="small ours-private">{say("lead-contact")}</p>}
      {note.kind === "question" && <Answer note={note} />}
      <GoalList goals={note.goals ?? []} />
      {note.kind === "impact" && <NoteGoals note={note} />}
      <Acts note={note} harvest={harvest} />
    </Slip>
  )
}
