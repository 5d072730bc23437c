/** The wall: notes that were put on the stage, the newest first; as many as fit, none cut through. Names are off unless asked for. */
import { numbers } from "../../link"
import { Slip } from "../../parts/note"
import { roomName } from "../../parts/here"
import { rows } from "../../store"
import type { Note } from "../../wire"
import { say } from "../../words"
import { Filled } from "./fit"
import { named } from "./pin"

const MOST = 40
const LONG = 140
const VERY_LONG = 300

/** In which order notes came onto this stage; 0 for those that were on it when we began to watch. */
const arrived = new Map<string, number>()

function seeArrivals(notes: readonly Note[]): void {
  const turn = arrived.size
  for (const note of notes) if (!arrived.has(note.id)) arrived.set(note.id, turn)
}

/** How many notes there are on all boards together. */
export function given(): number {
  return Object.values(numbers.value.notes).reduce((sum, count) => sum + count, 0)
}

/** The notes on the stage, the last put there first; only those of one board when it is named. */
export function released(board = ""): Note[] {
  const all = rows("Note")
  seeArrivals(all)
  const turn = (note: Note) => arrived.get(note.id) ?? 0
  return all
    .filter((note) => !board || note.board === board)
    .sort((a, b) => turn(b) - turn(a) || b.at - a.at || (a.id < b.id ? 1 : -1))
    .slice(0, MOST)
}

function size(text: string): string {
  if (text.length > VERY_LONG) return "is-very-long"
  return text.length > LONG ? "is-long" : ""
}

interface WallProps {
  notes: Note[]
  /** Say under each note for which initiative it is. */
  told?: boolean
}

export function Wall({ notes, told = false }: WallProps) {
  return (
    <Filled look="wall" of="div">
      {notes.map((note) => (
        <ul key={note.id} class={size(note.text)}>
          <Slip kind={note.kind} text={note.text} name={named() ? note.name : undefined} id={note.id}>
            {told && (
              <p class="wall-for">
                <bdi>{roomName(note.board)}</bdi>
              </p>
            )}
          </Slip>
        </ul>
      ))}
    </Filled>
  )
}

/** Nothing but the wall, of all boards together. */
export function WholeWall() {
  const notes = released()
  return (
    <main class={notes.length > 0 ? "scene scene-wall" : "scene scene-centre"} id="content">
      <h1 class={notes.length > 0 ? "unseen" : undefined}>
        {notes.length > 0 ? say("stage-pin-wall") : say("stage-wall-none")}
      </h1>
      {notes.length > 0 && <Wall notes={notes} told />}
    </main>
  )
}
