/** Putting somebody out who spoils it for others, and letting them back in. */
import { submit, you } from "../../link"
import { Ask } from "../../parts/ask"
import { rows } from "../../store"
import type { Note } from "../../wire"
import { say } from "../../words"

/** In a note's menu: put who wrote it out, after asking. */
export function PutOut({ note }: { note: Note }) {
  const { author, name = "" } = note
  if (!author || author === you.value.id) return null
  return (
    <Ask
      name={`out:${note.id}`}
      look="small"
      grave
      says={say("console-out-preview", { name })}
      yes={say("console-out-yes")}
      act={() => submit({ type: "RemovePerson", person: author, removed: true })}
    >
      {say("console-out", { name })}
    </Ask>
  )
}

/** Who is out; nothing while nobody is. */
export function Out() {
  const people = rows("Person").filter((person) => person.removed)
  if (people.length === 0) return null
  return (
    <details class="boards out">
      <summary>{say("console-out-list", { count: people.length })}</summary>
      <ul>
        {people.map((person) => (
          <li key={person.id}>
            <bdi>{person.name}</bdi>
            <Ask
              name={`in:${person.id}`}
              look="quiet"
              says={say("console-in-preview", { name: person.name })}
              yes={say("console-in-yes")}
              act={() => submit({ type: "RemovePerson", person: person.id, removed: false })}
            >
              {say("console-in")}
            </Ask>
          </li>
        ))}
      </ul>
    </details>
  )
}
