/** What leads tell of their initiative: dream, next step and needs. Each can be changed while a colleague changes another. */
import { newId, submit } from "../../link"
import { GoalList } from "../../parts/goals"
import { Icon, type IconName } from "../../parts/icon"
import { InitiativeGoals } from "../../parts/taggoals"
import { sent } from "../../parts/sent"
import { ordered, row } from "../../store"
import { Field as InitiativeField, type Initiative, type Need, NeedField, NeedKind } from "../../wire"
import { say, word } from "../../words"
import { changed, type Words } from "./edit"
import { Editable } from "./editable"
import type { Field } from "./fields"
import { Groups } from "./groups"
import { LettersFor } from "./letters"
import { Milestones } from "./milestones"
import { Recipe } from "./recipe"
import { RowList } from "./rowlist"
import { Told } from "./told"

const MOST = 400

function Aim({ initiative, field, icon }: { initiative: Initiative; field: InitiativeField; icon: IconName }) {
  const name = field === "dream" ? say("dream") : say("next-step")
  const changes = sent("EditInitiative").filter(
    ({ command }) => command.initiative === initiative.id && command.field === field,
  )
  return (
    <section class="card">
      <h3>
        <Icon name={icon} />
        {name}
      </h3>
      <Editable
        place={`${field}:${initiative.id}`}
        name={name}
        fields={[{ name: "text", label: name, look: "text", most: MOST, optional: true }]}
        now={{ text: initiative[field] }}
        entries={changes}
        show={({ text }) => <Told text={text} none={say("lead-none-yet")} />}
        onSave={({ text = "" }, { text: was = "" }) =>
          submit({ type: "EditInitiative", initiative: initiative.id, field, text, was })
        }
      />
    </section>
  )
}

const needFields = (): Field[] => [
  { name: "kind", label: say("lead-need-kind"), look: "choice", most: 20, choices: NeedKind.map((one) => [one, word("need", one)]) },
  { name: "text", label: say("lead-need-text"), look: "text", most: MOST },
]

function showNeed({ kind = "", text }: Words) {
  return (
    <>
      <b class="ours-kind">{word("need", kind)}</b>
      <Told text={text} />
    </>
  )
}

function OneNeed({ need }: { need: Need }) {
  const changes = sent("EditNeed").filter(({ command }) => command.need === need.id)
  const save = (typed: Words, was: Words) => {
    for (const field of changed(NeedField, { typed, was }))
      submit({ type: "EditNeed", need: need.id, field, text: typed[field] ?? "", was: was[field] ?? "" })
  }
  const leaving = sent("DropNeed").some(({ state, command }) => state === "waiting" && command.need === need.id)
  return (
    <li>
      <Editable
        place={`need:${need.id}`}
        name={need.text}
        fields={needFields()}
        now={{ kind: need.kind, text: need.text }}
        entries={changes}
        show={showNeed}
        onSave={save}
        drop={{ leaving, act: () => submit({ type: "DropNeed", need: need.id }) }}
      />
    </li>
  )
}

function Needs({ initiative }: { initiative: string }) {
  const needs = ordered("Need").filter((need) => need.initiative === initiative)
  const added = sent("AddNeed").filter(({ command }) => command.initiative === initiative && !row("Need", command.id))
  return (
    <section class="card">
      <h3>{say("needs-heading")}</h3>
      <RowList
        place={`need-for:${initiative}`}
        fields={needFields()}
        start={{ kind: "knowledge", text: "" }}
        says={say("lead-need-add")}
        entries={added}
        show={showNeed}
        onAdd={({ kind, text = "" }) =>
          submit({ type: "AddNeed", id: newId(), initiative, kind: kind as NeedKind, text })
        }
      >
        {needs.map((need) => (
          <OneNeed key={need.id} need={need} />
        ))}
      </RowList>
    </section>
  )
}

export function Plan({ initiative }: { initiative: Initiative }) {
  return (
    <section class="ours-plan" aria-labelledby="ours-plan">
      <h2 id="ours-plan">{say("lead-plan")}</h2>
      <Aim initiative={initiative} field="dream" icon="dream" />
      <Aim initiative={initiative} field="next_step" icon="step" />
      <Needs initiative={initiative.id} />
      <Milestones initiative={initiative.id} />
      <Groups initiative={initiative.id} />
      <LettersFor initiative={initiative.id} />
      <Recipe initiative={initiative} />
      <section class="card">
        <h3>{say("goals-heading")}</h3>
        <p class="soft">{say("goals-why")}</p>
        <GoalList goals={initiative.goals ?? []} />
        <InitiativeGoals initiative={initiative} />
      </section>
    </section>
  )
}
