/** The name others see: the form in which one gives it, or changes it. */
import { useState } from "preact/hooks"
import { forget, submit, you } from "../link"
import { row } from "../store"
import { say } from "../words"
import { reasonOf, sent } from "./sent"
import { useTold } from "./status"

const NAME_LENGTH = 60

/** The name as it stands: the one on its way goes before the one that is saved. */
function nameNow(): { name: string; words: string; fault: string } {
  const renames = sent("Rename")
  const last = renames[renames.length - 1]
  const saved = row("Person", you.value.id)?.name ?? ""
  if (last?.state === "refused") return { name: saved, words: "", fault: reasonOf(last) }
  return last ? { name: last.command.name, words: say("mine-name-saving"), fault: "" } : { name: saved, words: "", fault: "" }
}

/** With `first`, for who came in under a name that is not theirs: it asks, instead of showing that name. */
export function MyName({ first = false }: { first?: boolean }) {
  const { name, words, fault } = nameNow()
  const [typed, type] = useState<string | null>(null)
  const [asked, ask] = useState(false)
  useTold(fault || words || (asked ? say("mine-name-saved") : ""))
  const save = (event: Event) => {
    event.preventDefault()
    const wish = (typed ?? "").trim()
    if (!wish || wish === name) return
    for (const old of sent("Rename")) if (old.state === "refused") forget(old.ref)
    submit({ type: "Rename", name: wish })
    type(null)
    ask(true)
  }
  return (
    <form class="card my-name" onSubmit={save}>
      <label for="my-name">{first ? say("door-name") : say("mine-name")}</label>
      <p id="my-name-hint" class="small soft">
        {first ? say("lead-name-hint", { name }) : say("mine-name-hint")}
      </p>
      <input
        id="my-name"
        value={typed ?? (first ? "" : name)}
        maxLength={NAME_LENGTH}
        autocomplete="given-name"
        spellcheck={false}
        aria-describedby="my-name-hint my-name-state"
        aria-invalid={fault !== ""}
        onInput={(event) => type(event.currentTarget.value)}
      />
      <button type="submit" class="quiet">
        {say("mine-name-save")}
      </button>
      <p id="my-name-state" class={fault ? "fault" : "small"}>
        {fault || words || (asked && say("mine-name-saved"))}
      </p>
    </form>
  )
}
