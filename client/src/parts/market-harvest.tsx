/**
 * What a conversation brought: insights and agreements, saved as one types.
 *
 * Words are sent when somebody stops typing for a moment, one change at a time; what is not saved stays in this
 * browser. Where two people write at once, both texts are shown, and they choose.
 */
import { useEffect, useId, useRef } from "preact/hooks"
import { submit } from "../link"
import { row } from "../store"
import type { Conversation, Harvest, WriteHarvest } from "../wire"
import { say } from "../words"
import { Clash, thereNow } from "./clash"
import { Icon } from "./icon"
import { SignsLeft } from "./noteform"
import { type Sent, sent, waitingWords } from "./sent"
import { keep, stop, tidied, typing } from "./typing"

const MOST = 2000
const PAUSE = 800

interface Which {
  conversation: string
  field: Harvest
}

const placeOf = ({ conversation, field }: Which): string => `harvest:${conversation}:${field}`
const savedIn = ({ conversation, field }: Which): string => talkOf(conversation)?.[field] ?? ""

/** The conversation of this id, or the one in which it goes on by now. */
export function talkOf(conversation: string): Conversation | undefined {
  return row("Conversation", conversation) ?? row("Conversation", row("Board", conversation)?.into ?? "")
}

/** The last change of this field that has no answer, or was refused. */
function entryOf({ conversation, field }: Which): Sent<WriteHarvest> | undefined {
  const of = sent("WriteHarvest").filter(({ command }) => command.conversation === conversation && command.field === field)
  return of.find(({ state }) => state === "refused") ?? of[of.length - 1]
}

/** What stands in the field: what is typed, else what is on its way, else what is saved. */
function shownText(which: Which): string {
  return typing(placeOf(which))?.typed["text"] ?? entryOf(which)?.command.text ?? savedIn(which)
}

/** Whether words were typed that are not sent yet. */
function isUnsent(which: Which): boolean {
  const now = typing(placeOf(which))
  return now !== undefined && tidied(now.typed["text"] ?? "") !== now.was
}

/** Send what was typed, unless a change is still on its way: it then follows that one. */
function flush(which: Which): void {
  const place = placeOf(which)
  const text = tidied(shownText(which))
  if (entryOf(which) || !isUnsent(which) || [...text].length > MOST) return
  submit({ type: "WriteHarvest", ...which, text, was: typing(place)?.was ?? savedIn(which) })
  keep(place, { text: shownText(which) }, text)
}

/** Whether somebody left words of this conversation unsaved on this device. */
export function hasLeftWords(conversation: string): boolean {
  return (["insights", "agreements"] as const).some((field) => {
    const which = { conversation, field }
    return isUnsent(which) || entryOf(which)?.state === "refused"
  })
}

function Refused({ which, entry }: { which: Which; entry: Sent<WriteHarvest> }) {
  const place = placeOf(which)
  const mine = tidied(shownText(which))
  const there = thereNow(entry, savedIn(which))
  const start = entry.reason === "changed_meanwhile" ? there : entry.command.was
  const send = (text: string) => () => {
    keep(place, { text }, start)
    flush(which)
  }
  return (
    <Clash
      entry={entry}
      mine={mine}
      there={there}
      onMine={send(mine)}
      onBoth={send([there, mine].filter(Boolean).join("\n"))}
      onLeave={() => stop(place)}
    />
  )
}

function State({ which }: { which: Which }) {
  const entry = entryOf(which)
  const busy = entry?.state === "waiting" || isUnsent(which)
  const words = busy ? waitingWords() : savedIn(which) ? say("note-state-saved") : ""
  if (entry?.state === "refused") return null
  return (
    <p class={busy ? "typed-state" : "typed-state is-saved"}>
      {words && <Icon name={busy ? "wait" : "check"} />}
      {words}
    </p>
  )
}

/** Sends after a pause, when one leaves the field or the screen, and when the change before it was answered. */
function useSaving(which: Which) {
  const timer = useRef(0)
  const inside = useRef(false)
  const entry = entryOf(which)
  const place = placeOf(which)
  const settle = () => {
    clearTimeout(timer.current)
    flush(which)
    if (!inside.current && !entryOf(which) && typing(place) && !isUnsent(which)) stop(place)
  }
  useEffect(() => {
    if (!entry) timer.current = setTimeout(settle, PAUSE)
  }, [entry?.ref])
  useEffect(
    () => () => {
      inside.current = false
      settle()
    },
    [place],
  )
  const onInput = (text: string) => {
    keep(place, { text }, typing(place)?.was ?? entryOf(which)?.command.text ?? savedIn(which))
    clearTimeout(timer.current)
    timer.current = setTimeout(settle, PAUSE)
  }
  const onFocus = () => (inside.current = true)
  const onBlur = () => {
    inside.current = false
    settle()
  }
  return { onInput, onFocus, onBlur }
}

function Field({ which, label, hint }: { which: Which; label: string; hint: string }) {
  const id = useId()
  const { onInput, onFocus, onBlur } = useSaving(which)
  const entry = entryOf(which)
  const text = shownText(which)
  return (
    <div class="typed-field">
      <label for={id}>{label}</label>
      <p id={`${id}-hint`} class="small soft">
        {hint}
      </p>
      <textarea
        id={id}
        rows={4}
        dir="auto"
        value={text}
        aria-describedby={`${id}-hint ${id}-left`}
        onInput={(event) => onInput(event.currentTarget.value)}
        onFocus={onFocus}
        onBlur={onBlur}
      />
      <SignsLeft id={`${id}-left`} text={text} most={MOST} />
      <State which={which} />
      {entry?.state === "refused" && <Refused which={which} entry={entry} />}
    </div>
  )
}

/** `conversation` is its id. Of one that is no more it shows what was left unsaved. */
export function ConversationHarvest({ conversation }: { conversation: string }) {
  return (
    <section class="talk-harvest" aria-label={say("market-harvest")}>
      <Field
        key={`${conversation} insights`}
        which={{ conversation, field: "insights" }}
        label={say("market-insights")}
        hint={say("market-insights-hint")}
      />
      <Field
        key={`${conversation} agreements`}
        which={{ conversation, field: "agreements" }}
        label={say("market-agreements")}
        hint={say("market-agreements-hint")}
      />
    </section>
  )
}
