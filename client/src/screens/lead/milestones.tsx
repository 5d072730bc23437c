/** Concrete results: what will be there, who sees to it, and when. */
import { newId, submit } from "../../link"
import { Icon } from "../../parts/icon"
import { sent } from "../../parts/sent"
import { row, rows } from "../../store"
import { type Milestone, MilestoneField } from "../../wire"
import { longDay, say } from "../../words"
import { changed, type Words } from "./edit"
import { Editable } from "./editable"
import type { Field } from "./fields"
import { RowList } from "./rowlist"
import { Told } from "./told"

const fields = (): Field[] => [
  { name: "what", label: say("lead-milestone-what"), look: "text", most: 400 },
  { name: "who", label: say("lead-milestone-who"), look: "line", most: 60, optional: true },
  { name: "when", label: say("lead-milestone-when"), look: "date", most: 10, optional: true },
]

function show({ what, who, when }: Words) {
  return (
    <>
      <Told text={what} />
      <p class="ours-who">
        {who && (
          <span>
            <Icon name="mine" />
            <bdi>{who}</bdi>
          </span>
        )}
        {when && (
          <span>
            <Icon name="wait" />
            <time dateTime={when}>{longDay(when)}</time>
          </span>
        )}
      </p>
    </>
  )
}

function One({ milestone }: { milestone: Milestone }) {
  const { id, what, who, when } = milestone
  const changes = sent("EditMilestone").filter(({ command }) => command.milestone === id)
  const save = (typed: Words, was: Words) => {
    for (const field of changed(MilestoneField, { typed, was }))
      submit({ type: "EditMilestone", milestone: id, field, text: typed[field] ?? "", was: was[field] ?? "" })
  }
  const leaving = sent("DropMilestone").some(({ state, command }) => state === "waiting" && command.milestone === id)
  return (
    <li>
      <Editable
        place={`milestone:${id}`}
        name={what}
        fields={fields()}
        now={{ what, who, when }}
        entries={changes}
        show={show}
        onSave={save}
        drop={{ leaving, act: () => submit({ type: "DropMilestone", milestone: id }) }}
      />
    </li>
  )
}

const told = ({ what = "", who = "", when = "" }: Words) => ({ what, who, when })

/** By day; those without a day come last, as they were made. */
function byDay(a: Milestone, b: Milestone): number {
  return (a.when || "9").localeCompare(b.when || "9") || a.at - b.at
}

export function Milestones({ initiative }: { initiative: string }) {
  const milestones = rows("Milestone").filter((one) => one.initiative === initiative)
  const added = sent("AddMilestone").filter(
    ({ command }) => command.initiative === initiative && !row("Milestone", command.id),
  )
  return (
    <section class="card">
      <h3>
        <Icon name="now" />
        {say("lead-milestones")}
      </h3>
      {milestones.length + added.length === 0 && <p class="soft">{say("lead-milestones-none")}</p>}
      <RowList
        place={`milestone-of:${initiative}`}
        fields={fields()}
        start={{ what: "", who: "", when: "" }}
        says={say("lead-milestone-add")}
        entries={added}
        show={show}
        onAdd={(typed) => submit({ type: "AddMilestone", id: newId(), initiative, ...told(typed) })}
      >
        {milestones.sort(byDay).map((one) => (
          <One key={one.id} milestone={one} />
        ))}
      </RowList>
    </section>
  )
}
