/** A new round for the rest of the day: what kind, how long, after which round, and what it is about. */
import { useId, useState } from "preact/hooks"
import { draft } from "../../drafts"
import { newId, submit } from "../../link"
import { shortName } from "../../parts/round"
import { ordered, rows } from "../../store"
import { RoundKind } from "../../wire"
import { say, timeOfDay, word } from "../../words"
import { LONGEST, lasts } from "./adapt"
import type { Day } from "./schedule"

const MINUTE = 60_000
const TITLE_LENGTH = 80
const title = draft("round-title")

/** What a round of this kind is about, besides its title. */
function about(kind: RoundKind): "initiative" | "ballot" | undefined {
  if (kind === "pitch") return "initiative"
  return kind === "ballot" || kind === "prizes" ? "ballot" : undefined
}

/** What a ballot is called: by its prizes. */
function ballotName(ballot: string): string {
  const prizes = ordered("Prize").filter((prize) => prize.ballot === ballot)
  return prizes.map((prize) => prize.title).join(", ") || ballot
}

function choices(kind: RoundKind): [id: string, name: string][] {
  if (about(kind) === "initiative") return ordered("Initiative").map(({ id, name }) => [id, name])
  return about(kind) === "ballot" ? rows("Ballot").map(({ id }) => [id, ballotName(id)]) : []
}

interface SelectProps {
  label: string
  value: string
  options: [value: string, name: string][]
  onChoose: (value: string) => void
}

function Select({ label, value, options, onChoose }: SelectProps) {
  const field = useId()
  return (
    <p>
      <label for={field}>{label}</label>
      <select id={field} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {options.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </p>
  )
}

/** What is chosen for the new round; what is no longer there falls back on what is. */
function useChoice(day: Day) {
  const [kind, setKind] = useState<RoundKind>("break")
  const [typed, setMinutes] = useState("10")
  const [chosenAfter, setAfter] = useState("")
  const [chosenSubject, setSubject] = useState("")
  const places = day.slots.slice(Math.max(0, day.here)).map(({ round }): [string, string] => [round.id, shortName(round)])
  const subjects = choices(kind)
  const known = (id: string, among: [string, string][]) => (among.some(([one]) => one === id) ? id : (among[0]?.[0] ?? ""))
  return {
    ...{ kind, setKind, typed, setMinutes, setAfter, setSubject, places, subjects },
    after: known(chosenAfter, places),
    subject: known(chosenSubject, subjects),
  }
}

export function AddRound({ day }: { day: Day }) {
  const chosen = useChoice(day)
  const { kind, after, subject } = chosen
  const minutesField = useId()
  const titleField = useId()
  const minutes = Number(chosen.typed)
  const wish = title.value.trim()
  const subjected = about(kind)
  const ready = lasts(minutes) && [...wish].length <= TITLE_LENGTH && (!subjected || subject !== "")
  const add = (event: Event) => {
    event.preventDefault()
    if (!ready) return
    const of = subjected ? { [subjected]: subject } : {}
    submit({ type: "AddRound", id: newId(), after, kind, minutes, title: wish, ...of })
    title.value = ""
  }
  return (
    <form class="add-round" onSubmit={add}>
      <h3>{say("console-add")}</h3>
      <Select
        label={say("console-add-kind")}
        value={kind}
        options={RoundKind.map((one) => [one, word("round", one)])}
        onChoose={(value) => chosen.setKind(value as RoundKind)}
      />
      {subjected && (
        <Select
          label={subjected === "initiative" ? say("console-add-initiative") : say("console-add-ballot")}
          value={subject}
          options={chosen.subjects}
          onChoose={chosen.setSubject}
        />
      )}
      <Select label={say("console-add-after")} value={after} options={chosen.places} onChoose={chosen.setAfter} />
      <p>
        <label for={minutesField}>{say("console-minutes")}</label>
        <input
          id={minutesField}
          type="number"
          inputMode="numeric"
          min={1}
          max={LONGEST}
          value={chosen.typed}
          onInput={(event) => chosen.setMinutes(event.currentTarget.value)}
        />
      </p>
      <p>
        <label for={titleField}>{say("console-add-title")}</label>
        <input
          id={titleField}
          maxLength={TITLE_LENGTH}
          value={title.value}
          onInput={(event) => (title.value = event.currentTarget.value)}
        />
      </p>
      <button type="submit" disabled={!ready}>
        {lasts(minutes) ? say("console-add-do", { ends: timeOfDay(day.ends + minutes * MINUTE) }) : say("console-save")}
      </button>
    </form>
  )
}
