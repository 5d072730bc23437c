/** Saying how a milestone went: done, moved to another date, or dropped, with a line of why. */
import { submit } from "../../link"
import { Clash } from "../../parts/clash"
import { stateWord } from "../../parts/milestone"
import { sent, waitingWords } from "../../parts/sent"
import { type Milestone, MilestoneState, type TellMilestone } from "../../wire"
import { say } from "../../words"
import { edit, type Words } from "./edit"
import { Opener } from "./editable"
import type { Field } from "./fields"
import { Form } from "./form"

/** Only one that is moved has a new date. */
function fields(state: string): Field[] {
  const how: Field = { name: "state", label: say("after-how"), look: "choice", most: 10, choices: MilestoneState.map((one) => [one, stateWord(one)]) }
  const when: Field = { name: "when", label: say("after-new-date"), look: "date", most: 10 }
  const why: Field = { name: "why", label: say("after-why"), look: "line", most: 200, optional: true }
  return state === "moved" ? [how, when, why] : [how, why]
}

export function Tell({ milestone: { id, state, why, when, what } }: { milestone: Milestone }) {
  const place = `told:${id}`
  const open = edit(place)
  const told = sent("TellMilestone").filter(({ command }) => command.milestone === id)
  const refused = told.find((entry) => entry.state === "refused")
  const save = ({ state: how = state, why: because = "", when: day = "" }: Words) => {
    const wish: TellMilestone = { type: "TellMilestone", milestone: id, state: how as MilestoneState, was: state, why: because }
    submit(how === "moved" ? { ...wish, when: day } : wish)
  }
  if (refused) {
    const { command } = refused
    const mine = [stateWord(command.state), command.why].filter(Boolean).join(": ")
    return <Clash entry={refused} mine={mine} there={why} onMine={() => submit({ ...command, was: state })} onLeave={() => undefined} />
  }
  if (told.length > 0) return <p class="soft">{waitingWords()}</p>
  return (
    <>
      {open && <Form place={place} open={open} fields={fields(open.typed["state"] ?? state)} button={say("note-improve-save")} onSave={save} />}
      <Opener place={place} start={{ state, why, when }} says={say("after-tell")} name={what} />
    </>
  )
}
