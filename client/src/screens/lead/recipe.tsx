/** The recipe that leads brought along, by kind of part: what it is made of, the steps, where it goes wrong, for whom. */
import { newId, submit } from "../../link"
import { sent } from "../../parts/sent"
import { ordered, row } from "../../store"
import { PartKind, type RecipePart } from "../../wire"
import { say, word } from "../../words"
import type { Words } from "./edit"
import { Editable } from "./editable"
import type { Field } from "./fields"
import { RowList } from "./rowlist"
import { Told } from "./told"

const VERSION = 10
const text = (): Field => ({ name: "text", label: say("lead-part-text"), look: "text", most: 400 })
const kind = (): Field => ({
  name: "kind",
  label: say("lead-part-kind"),
  look: "choice",
  most: 20,
  choices: PartKind.map((one) => [one, word("part", one)]),
})

function Part({ part }: { part: RecipePart }) {
  const changes = sent("EditPart").filter(({ command }) => command.part === part.id)
  const leaving = sent("DropPart").some(({ state, command }) => state === "waiting" && command.part === part.id)
  return (
    <li>
      <Editable
        place={`part:${part.id}`}
        name={part.text}
        fields={[text()]}
        now={{ text: part.text }}
        entries={changes}
        show={({ text: told }) => <Told text={told} />}
        onSave={(typed, was) =>
          submit({ type: "EditPart", part: part.id, text: typed["text"] ?? "", was: was["text"] ?? "" })
        }
        drop={{ leaving, act: () => submit({ type: "DropPart", part: part.id }) }}
      />
    </li>
  )
}

function showNew({ kind: one = "", text: told }: Words) {
  return (
    <>
      <b class="ours-kind">{word("part", one)}</b>
      <Told text={told} />
    </>
  )
}

/** The button and form for one part more, and what was added but is not saved yet. */
function More({ initiative }: { initiative: string }) {
  const added = sent("AddPart").filter(
    ({ command }) => command.initiative === initiative && !row("RecipePart", command.id),
  )
  return (
    <RowList
      place={`part-of:${initiative}`}
      fields={[kind(), text()]}
      start={{ kind: "ingredient", text: "" }}
      says={say("lead-part-add")}
      entries={added}
      show={showNew}
      onAdd={(typed) =>
        submit({
          type: "AddPart",
          id: newId(),
          initiative,
          kind: typed["kind"] as PartKind,
          text: typed["text"] ?? "",
          version: VERSION,
        })
      }
    />
  )
}

export function Recipe({ initiative }: { initiative: string }) {
  const parts = ordered("RecipePart").filter((part) => part.initiative === initiative && part.version === VERSION)
  const kinds = PartKind.filter((one) => parts.some((part) => part.kind === one))
  return (
    <section class="card">
      <h3>{say("recipe-heading")}</h3>
      {kinds.map((one) => (
        <div key={one} class="ours-group">
          <h4>{word("part", one)}</h4>
          <ul class="ours-rows">
            {parts
              .filter((part) => part.kind === one)
              .map((part) => (
                <Part key={part.id} part={part} />
              ))}
          </ul>
        </div>
      ))}
      <More initiative={initiative} />
    </section>
  )
}
