/** What the initiative takes along, word by word; what most people gave a dot comes first. */
import { holds } from "../../store"
import type { Note } from "../../wire"
import { say } from "../../words"
import { notesFor } from "./notes"
import { isTaken, OneNote } from "./onenote"
import { clusterOf } from "./underword"

/** Notes by the word they are under: the fullest first, and last those without a word. */
function byWord(notes: readonly Note[]): [string, Note[]][] {
  const groups = new Map<string, Note[]>()
  for (const note of notes) groups.set(clusterOf(note), [...(groups.get(clusterOf(note)) ?? []), note])
  for (const group of groups.values()) group.sort((a, b) => (b.dots ?? 0) - (a.dots ?? 0) || a.at - b.at)
  return [...groups].sort(
    ([a, there], [b, others]) =>
      Number(a === "") - Number(b === "") || others.length - there.length || a.localeCompare(b),
  )
}

export function Harvest({ initiative }: { initiative: string }) {
  const here = holds(`leads:${initiative}`)
  const groups = byWord(notesFor(initiative).filter((note) => isTaken(note) || clusterOf(note)))
  return (
    <section class="ours-notes" aria-labelledby="ours-harvest">
      <h2 id="ours-harvest">{say("lead-harvest")}</h2>
      <p class="soft">{say("lead-harvest-lead")}</p>
      {groups.length === 0 && (
        <p class="board-empty soft">{here ? say("lead-harvest-none") : say("board-fetching")}</p>
      )}
      {groups.map(([label, notes]) => (
        <section key={label} class="ours-part">
          <h3>
            {label ? <bdi>{label}</bdi> : say("lead-no-word")} <span class="ours-count">{notes.length}</span>
          </h3>
          <ul class="slips">
            {notes.map((note) => (
              <OneNote key={note.id} note={note} harvest />
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}
