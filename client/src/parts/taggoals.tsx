/** Saying which goals a note or an initiative works for. */
import { submit } from "../link"
import type { Initiative, Note } from "../wire"
import { GoalPicker } from "./goals"
import { sent, waitingWords } from "./sent"

function last<T>(wishes: readonly T[]): T | undefined {
  return wishes[wishes.length - 1]
}

export function NoteGoals({ note }: { note: Note }) {
  const wish = last(sent("TagNote").filter(({ state, command }) => state === "waiting" && command.note === note.id))
  return (
    <GoalPicker
      chosen={wish?.command.goals ?? note.goals ?? []}
      state={wish ? waitingWords() : ""}
      onChoose={(goals) => submit({ type: "TagNote", note: note.id, goals })}
    />
  )
}

export function InitiativeGoals({ initiative }: { initiative: Initiative }) {
  const wishes = sent("TagInitiative").filter(({ command }) => command.initiative === initiative.id)
  const wish = last(wishes.filter(({ state }) => state === "waiting"))
  return (
    <GoalPicker
      chosen={wish?.command.goals ?? initiative.goals ?? []}
      state={wish ? waitingWords() : ""}
      onChoose={(goals) => submit({ type: "TagInitiative", initiative: initiative.id, goals })}
    />
  )
}
