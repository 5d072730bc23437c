/** What anybody may read, without a login: the organiser chooses part by part, and can take all back at once. */
import { signal } from "@preact/signals"
import type { ComponentChildren } from "preact"
import { code } from "../../dom"
import { submit } from "../../link"
import { sent, waitingWords } from "../../parts/sent"
import { ordered, row } from "../../store"
import type { Part } from "../../wire"
import { say } from "../../words"

const WHOLE = "*"
const OF_FESTIVAL: readonly Part[] = ["numbers", "conversations", "prizes"]
const OF_INITIATIVE: readonly Part[] = ["card", "needs", "notes", "recipe", "milestones"]

/** What is ticked and not published yet, and what was public when one began to tick. */
interface Choice {
  parts: Part[]
  was: Part[]
}

const choices = signal<Record<string, Choice>>({})

function choose(about: string, choice: Choice | undefined): void {
  const { [about]: _, ...others } = choices.value
  choices.value = choice ? { ...others, [about]: choice } : others
}

function publish(about: string, { parts, was }: Choice): void {
  submit({ type: "Publish", about: about === WHOLE ? "" : about, parts, was })
  choose(about, undefined)
}

const same = (some: readonly Part[], others: readonly Part[]): boolean =>
  some.length === others.length && some.every((part) => others.includes(part))

function onItsWay(about: string): boolean {
  return sent("Publish").some(({ state, command }) => state === "waiting" && (command.about || WHOLE) === about)
}

function Parts({ of, about, choice }: { of: readonly Part[]; about: string; choice: Choice }) {
  const tick = (part: Part, on: boolean) => {
    const parts = of.filter((one) => (one === part ? on : choice.parts.includes(one)))
    choose(about, same(parts, choice.was) ? undefined : { ...choice, parts })
  }
  return (
    <div class="publish-parts">
      {of.map((part) => (
        <label key={part}>
          <input
            type="checkbox"
            checked={choice.parts.includes(part)}
            onChange={(event) => tick(part, event.currentTarget.checked)}
          />
          {say("publish-part", { part })}
        </label>
      ))}
    </div>
  )
}

interface SubjectProps {
  /** Its id, or WHOLE for the festival. */
  about: string
  name: string
  of: readonly Part[]
  children: ComponentChildren
}

function Subject({ about, name, of, children }: SubjectProps) {
  const open = row("Published", about)?.parts ?? []
  const choice = choices.value[about] ?? { parts: open, was: open }
  const page = `/${code}/results${about === WHOLE ? "" : `/${about}`}`
  const parts = of.filter((part) => open.includes(part)).map((part) => say("publish-part", { part }))
  return (
    <li>
      <fieldset>
        <legend>{children}</legend>
        <p class="hint" role="status">
          {onItsWay(about) ? waitingWords() : open.length > 0 ? say("publish-now", { parts: parts.join(", ") }) : say("publish-nothing")}
        </p>
        <Parts of={of} about={about} choice={choice} />
        <div class="acts">
          {!same(choice.parts, open) && choice.parts.length > 0 && (
            <button type="button" onClick={() => publish(about, choice)}>
              {say("publish-do")}
              <span class="unseen"> {say("publish-of", { name })}</span>
            </button>
          )}
          {open.length > 0 && (
            <>
              <button type="button" class="quiet" onClick={() => publish(about, { parts: [], was: open })}>
                {say("publish-back")}
                <span class="unseen"> {say("publish-of", { name })}</span>
              </button>
              <a class="publish-see" href={page} target="_blank" rel="noreferrer">
                {say("publish-see")}
                <span class="unseen"> {say("publish-of", { name })}</span>
              </a>
            </>
          )}
        </div>
      </fieldset>
    </li>
  )
}

export function Publishing() {
  const initiatives = ordered("Initiative")
  return (
    <section class="panel publishing" aria-labelledby="publishing-title">
      <h2 id="publishing-title">{say("publish-title")}</h2>
      <p>{say("publish-lead")}</p>
      <p class="hint">{say("publish-behind")}</p>
      <ul>
        <Subject about={WHOLE} name={say("publish-festival")} of={OF_FESTIVAL}>
          {say("publish-festival")}
        </Subject>
        {initiatives.map((one) => (
          <Subject key={one.id} about={one.id} name={one.name} of={OF_INITIATIVE}>
            <bdi>{one.name}</bdi>
          </Subject>
        ))}
      </ul>
      {initiatives.length === 0 && <p class="empty">{say("publish-none")}</p>}
    </section>
  )
}
