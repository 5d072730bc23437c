/** Proposing a conversation: one field and one button. What is on its way is shown at once. */
import { useId } from "preact/hooks"
import { draft } from "../drafts"
import { newId, submit } from "../link"
import { row } from "../store"
import type { Propose as Wish } from "../wire"
import { say } from "../words"
import { Icon } from "./icon"
import { market } from "./market-talks"
import { SignsLeft } from "./noteform"
import { NotSaved } from "./notsaved"
import { type Sent, sent } from "./sent"

export const TITLE_LENGTH = 120
const MOST_HEADS = 500

/** How many a conversation is good for, from what was typed; 0 for any. */
export function headsFrom(typed: string): number {
  const heads = Math.round(Number(typed))
  return heads > 0 ? Math.min(heads, MOST_HEADS) : 0
}

/** Whether these words can be a title. */
export function isTitle(text: string): boolean {
  const length = [...text.trim()].length
  return length > 0 && length <= TITLE_LENGTH
}

interface HeadsProps {
  value: string
  onType: (value: string) => void
}

/** For how many it is good; it may stay open. */
export function Heads({ value, onType }: HeadsProps) {
  const id = useId()
  return (
    <p class="heads-field">
      <label for={id}>{say("market-good-for")}</label>
      <input
        id={id}
        type="number"
        inputMode="numeric"
        min={1}
        max={MOST_HEADS}
        value={value}
        onInput={(event) => onType(event.currentTarget.value)}
      />
      <span>{say("market-people-optional")}</span>
    </p>
  )
}

/** A proposal that has no answer yet, or was refused. */
function Proposed({ entry }: { entry: Sent<Wish> }) {
  const { title, heads } = entry.command
  const change = () => {
    draft("market:title").value = title
    draft("market:heads").value = heads ? String(heads) : ""
  }
  return (
    <li class="proposed">
      <b dir="auto">{title}</b>
      <NotSaved entry={entry} onChange={change} />
    </li>
  )
}

export function Propose() {
  const id = useId()
  const title = draft("market:title")
  const heads = draft("market:heads")
  const waiting = sent("Propose").filter(({ command }) => !row("Conversation", command.id))
  const send = (event: Event) => {
    event.preventDefault()
    if (!isTitle(title.value)) return document.getElementById(id)?.focus()
    submit({ type: "Propose", id: newId(), title: title.value.trim(), heads: headsFrom(heads.value) })
    title.value = ""
    heads.value = ""
  }
  return (
    <section class="card propose">
      <h2>{say("market-propose")}</h2>
      {market().open || title.value ? (
        <form onSubmit={send}>
          <label for={id}>{say("market-about-what")}</label>
          <input
            id={id}
            dir="auto"
            autocomplete="off"
            value={title.value}
            aria-describedby={`${id}-left`}
            onInput={(event) => (title.value = event.currentTarget.value)}
          />
          <SignsLeft id={`${id}-left`} text={title.value} most={TITLE_LENGTH} />
          {title.value && <Heads value={heads.value} onType={(typed) => (heads.value = typed)} />}
          <button type="submit" disabled={!market().open}>
            <Icon name="plus" />
            {say("market-send")}
          </button>
        </form>
      ) : null}
      {!market().open && <p>{say("market-closed")}</p>}
      {waiting.length > 0 && (
        <ul class="proposals">
          {waiting.map((entry) => (
            <Proposed key={entry.ref} entry={entry} />
          ))}
        </ul>
      )}
    </section>
  )
}
