/** Concrete results: what will be there, who sees to it, and when. */
import { newId, submit } from "../../link"
import { CalendarLink } from "../../parts/calendar"
import { ownInitiative } from "../../parts/card"
import { Icon } from "../../parts/icon"
import { HowItWent, milestonesOf } from "../../parts/milestone"
import { sent } from "../../parts/sent"
import { row } from "../../store"
import { type Milestone, MilestoneField } from "../../wire"
import { longDay, say } from "../../words"
import { changed, type Words } from "./edit"
import { Editable } from "./editable"
import type { Field } from "./fields"
import { RowList } from "./rowlist"
import { Tell } from "./tell"
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

function One({ milestone, own }: { milestone: Milestone; own: boolean }) {
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
        drop={own ? { leaving, act: () => submit({ type: "DropMilestone", milestone: id }) } : undefined}
      />
      <HowItWent milestone={milestone} />
      <Tell milestone={milestone} />
    </li>
  )
}

const told = ({ what = "", who = "", when = "" }: Words) => ({ what, who, when })

interface MilestonesProps {
  initiative: string
  /** The expert group they are of, "" for the initiative itself. */
  group?: string
}

export function Milestones({ initiative, group = "" }: MilestonesProps) {
  const milestones = milestonesOf(initiative, group)
  const own = ownInitiative() === initiative
  const added = sent("AddMilestone").filter(
    ({ command }) => command.initiative === initiative && (command.group ?? "") === group && !row("Milestone", command.id),
  )
  return (
    <section class="card">
      <h3>
        <Icon name="now" />
        {say("lead-milestones")}
      </h3>
      {milestones.length + added.length === 0 && <p class="soft">{say("lead-milestones-none")}</p>}
      <RowList
        place={`milestone-of:${group || initiative}`}
        fields={fields()}
        start={{ what: "", who: "", when: "" }}
        says={say("lead-milestone-add")}
        entries={added}
        show={show}
        onAdd={(typed) => submit({ type: "AddMilestone", id: newId(), initiative, group, ...told(typed) })}
      >
        {milestones.map((one) => (
          <One key={one.id} milestone={one} own={own} />
        ))}
      </RowList>
      {group === "" && <CalendarLink />}
    </section>
  )
}
