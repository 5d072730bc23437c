/** The wall: notes that were put on the stage, without names. The newest first; as many as fit, none cut through. */
import { useLayoutEffect } from "preact/hooks"
import { Slip } from "../../parts/note"
import { initiativeName } from "../../parts/round"
import { rows } from "../../store"
import type { Note } from "../../wire"
import { useSized } from "./fit"

const MOST = 40
const LONG = 140
const VERY_LONG = 300
const NEARLY_FULL = 0.3

/** In which order notes came onto this stage; 0 for those that were on it when we began to watch. */
const arrived = new Map<string, number>()

function seeArrivals(notes: readonly Note[]): void {
  const turn = arrived.size
  for (const note of notes) if (!arrived.has(note.id)) arrived.set(note.id, turn)
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

/** Leave out what does not fit in the columns, so that no note is cut through and no long one keeps others away. */
function fill(wall: HTMLElement): void {
  const { paddingTop, paddingBottom, columnCount } = getComputedStyle(wall)
  const height = wall.clientHeight - parseFloat(paddingTop) - parseFloat(paddingBottom)
  const notes = [...wall.children] as HTMLElement[]
  for (const note of notes) note.style.display = ""
  const heights = notes.map((note) => note.offsetHeight)
  let columns = Number(columnCount) || 1
  let left = height
  notes.forEach((note, at) => {
    const needed = heights[at] ?? 0
    if (needed > left && columns > 1 && left < height * NEARLY_FULL) {
      columns--
      left = height
    }
    if (needed <= left) left -= needed
    else note.style.display = "none"
  })
}

function size(text: string): string {
  if (text.length > VERY_LONG) return "wall-note is-very-long"
  return text.length > LONG ? "wall-note is-long" : "wall-note"
}

interface WallProps {
  notes: Note[]
  /** Say under each note for which initiative it is. */
  named?: boolean
}

export function Wall({ notes, named = false }: WallProps) {
  const wall = useSized(fill)
  useLayoutEffect(() => fill(wall.current as HTMLElement), [notes.map((note) => note.id + note.text.length).join()])
  return (
    <div class="wall" ref={wall}>
      {notes.map((note) => (
        <ul key={note.id} class={size(note.text)}>
          <Slip kind={note.kind} text={note.text} id={note.id}>
            {named && (
              <p class="wall-for">
                <bdi>{initiativeName(note.board)}</bdi>
              </p>
            )}
          </Slip>
        </ul>
      ))}
    </div>
  )
}
