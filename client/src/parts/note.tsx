/** One note as people see it: a slip of paper with its kind as an icon, a word and a colour. */
import type { ComponentChildren } from "preact"
import { say, timeOfDay, word } from "../words"
import type { NoteKind } from "../wire"
import { Icon } from "./icon"

interface SlipProps {
  kind: NoteKind
  text: string
  /** Who wrote it, and when (ms); left out where a screen shows no names. */
  name?: string | undefined
  at?: number | undefined
  /** Words about its state, such as "wordt bewaard". */
  state?: string | undefined
  /** What the initiative answered. */
  answer?: string | undefined
  /** Greyed: not yet saved, or hidden. */
  faint?: boolean
  id?: string
  children?: ComponentChildren
}

/** A note as a list item; what is put inside comes below the text. */
export function Slip({ kind, text, name, at, state, answer, faint, id, children }: SlipProps) {
  return (
    <li class={`slip is-${kind}${faint ? " is-faint" : ""}`} data-note={id}>
      <p class="slip-kind">
        <Icon name={kind} />
        {word("note", kind)}
      </p>
      <p class="slip-text" dir="auto">
        {text}
      </p>
      <p class="slip-foot">
        {name && <bdi>{name}</bdi>}
        {at !== undefined && <time>{timeOfDay(at)}</time>}
        {state && <span class="slip-state">{state}</span>}
      </p>
      {answer && (
        <p class="slip-answer" dir="auto">
          <b>{say("lead-answer-theirs")}</b> {answer}
        </p>
      )}
      {children}
    </li>
  )
}
