/** What became of a note: who asks it too, and whether the initiative takes it along. */
import { submit, you } from "../link"
import { row } from "../store"
import { say } from "../words"
import type { Note } from "../wire"
import { Icon } from "./icon"
import { sent } from "./sent"

/** "That question is mine too", and how many say so. What was pressed last goes before what the server has. */
export function Backed({ note }: { note: Note }) {
  const saved = row("Backing", `${note.id}/${you.value.id}`) !== undefined
  const wishes = sent("BackNote").filter(({ state, command }) => state === "waiting" && command.note === note.id)
  const mine = wishes[wishes.length - 1]?.command.backed ?? saved
  const count = note.backed + Number(mine) - Number(saved)
  return (
    <button
      type="button"
      class="backed"
      aria-pressed={mine}
      onClick={() => submit({ type: "BackNote", note: note.id, backed: !mine })}
    >
      <Icon name={mine ? "check" : "plus"} />
      {say("rooms-back-note")}
      <span class="backed-count">
        <span aria-hidden="true">{count}</span>
        <span class="unseen">{say("rooms-backed", { count })}</span>
      </span>
    </button>
  )
}

/** Whether the initiative takes a note along. */
export function Taken({ note }: { note: Note }) {
  if (!note.taken) return null
  return (
    <p class="taken">
      <Icon name="check" />
      {say("rooms-taken")}
    </p>
  )
}
