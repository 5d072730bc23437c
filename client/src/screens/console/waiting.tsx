/**
 * Notes of boards where a facilitator looks first: they wait here, oldest first, until somebody approves or hides them.
 *
 * What was just dealt with stays in its place until one is done with the list, so that a second press never falls on
 * the next note, unread.
 */
import { useState } from "preact/hooks"
import { submit } from "../../link"
import { roomName } from "../../parts/here"
import { Icon } from "../../parts/icon"
import { Slip } from "../../parts/note"
import { rows } from "../../store"
import type { Note } from "../../wire"
import { say } from "../../words"

function Line({ note, onDone }: { note: Note; onDone: (id: string) => void }) {
  const decide = (hidden: boolean) => {
    submit({ type: "HideNote", note: note.id, hidden })
    onDone(note.id)
  }
  const done = note.hidden ? say("note-is-hidden") : say("console-approved")
  return (
    <Slip
      id={note.id}
      kind={note.kind}
      text={note.text}
      name={say("note-by", { name: note.name ?? "", where: roomName(note.board) })}
      at={note.at}
      state={note.waits ? "" : done}
      faint={!note.waits}
    >
      <div class="slip-tools">
        <button type="button" class="small" disabled={!note.waits} onClick={() => decide(false)}>
          <Icon name="check" />
          {say("console-approve")}
        </button>
        <button type="button" class="small" disabled={!note.waits} onClick={() => decide(true)}>
          <Icon name="hide" />
          {say("note-hide")}
        </button>
      </div>
    </Slip>
  )
}

export function Waiting() {
  const [done, setDone] = useState<ReadonlySet<string>>(new Set())
  const all = rows("Note")
  const count = all.filter((note) => note.waits).length
  const shown = all.filter((note) => note.waits || done.has(note.id)).sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  const settle = (event: Event) => {
    const place = event.currentTarget as HTMLElement
    requestAnimationFrame(() => {
      if (!place.matches(":hover, :focus-within")) setDone(new Set())
    })
  }
  if (shown.length === 0) return null
  return (
    <div class="waiting-notes" onPointerLeave={settle} onFocusOut={settle}>
      <h3>{say("console-waiting", { count })}</h3>
      <ul>
        {shown.map((note) => (
          <Line key={note.id} note={note} onDone={(id) => setDone(new Set([...done, id]))} />
        ))}
      </ul>
    </div>
  )
}
