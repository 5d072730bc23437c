/** The seventeen goals for the world: which of them something works for, and the form to say so. */
import { useId } from "preact/hooks"
import { say } from "../words"

const GOALS = Array.from({ length: 17 }, (_, at) => at + 1)

function Goal({ goal }: { goal: number }) {
  return (
    <>
      <b class="goal-number">{goal}</b> {say("results-goal", { goal })}
    </>
  )
}

/** The goals as a list; nothing when there are none. */
export function GoalList({ goals }: { goals: readonly number[] }) {
  if (goals.length === 0) return null
  return (
    <ul class="goal-list" aria-label={say("goals-heading")}>
      {goals.map((goal) => (
        <li key={goal} class="goal">
          <Goal goal={goal} />
        </li>
      ))}
    </ul>
  )
}

interface PickerProps {
  chosen: readonly number[]
  /** Whether a choice is on its way. */
  state: string
  onChoose: (goals: number[]) => void
}

/** All seventeen, to tick; folded until somebody wants to choose. */
export function GoalPicker({ chosen, state, onChoose }: PickerProps) {
  const id = useId()
  const toggle = (goal: number) => onChoose(GOALS.filter((one) => chosen.includes(one) !== (one === goal)))
  return (
    <details class="goal-picker">
      <summary>{say("goals-choose", { count: chosen.length })}</summary>
      <fieldset>
        <legend class="unseen">{say("goals-heading")}</legend>
        {GOALS.map((goal) => (
          <label key={goal} for={`${id}${goal}`}>
            <input id={`${id}${goal}`} type="checkbox" checked={chosen.includes(goal)} onChange={() => toggle(goal)} />
            <span>
              <Goal goal={goal} />
            </span>
          </label>
        ))}
      </fieldset>
      <p class="small soft">{state}</p>
    </details>
  )
}
