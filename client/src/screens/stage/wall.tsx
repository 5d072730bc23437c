/** The wall: notes that were put on the stage, the newest first; as many as fit, none cut through. Names are off unless asked for. */
import { useLayoutEffect } from "preact/hooks"
import { numbers } from "../../link"
import { Slip } from "../../parts/note"
import { initiativeName } from "../../parts/round"
import { rows } from "../../store"
import type { Note } from "../../wire"
import { say } from "../../words"
import { useSized } from "./fit"
import { named } from "./pin"

const MOST = 40
const LONG = 140
const VERY_LONG = 300
const NEARLY_FULL = 0.5

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
  told?: boolean
}

export function Wall({ notes, told = false }: WallProps) {
  const wall = useSized(fill)
  useLayoutEffect(() => fill(wall.current as HTMLElement), [notes.map((note) => note.id + note.text.length + named()).join()])
  return (
    <div class="wall" ref={wall}>
      {notes.map((note) => (
        <ul key={note.id} class={size(note.text)}>
          <Slip kind={note.kind} text={note.text} name={named() ? note.name : undefined} id={note.id}>
            {told && (
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

/** Nothing but the wall, of all boards together. */
export function WholeWall() {
  const notes = released()
  return (
    <main class={notes.length > 0 ? "scene scene-wall" : "scene scene-centre"} id="content">
      {notes.length > 0 ? <Wall notes={notes} told /> : <h1>{say("stage-wall-none")}</h1>}
    </main>
  )
}
