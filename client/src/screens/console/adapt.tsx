/** What can be changed of a round that is still to come: its place, whether it is held, its minutes, its question. */
import { useId, useState } from "preact/hooks"
import { draft } from "../../drafts"
import { submit } from "../../link"
import { Clash, thereNow } from "../../parts/clash"
import { Icon } from "../../parts/icon"
import { shortName } from "../../parts/round"
import { sent } from "../../parts/sent"
import { row } from "../../store"
import { Language, type Round } from "../../wire"
import { say, timeOfDay } from "../../words"
import type { Day } from "./schedule"

const MINUTE = 60_000
export const LONGEST = 240
const PROMPT_LENGTH = 400

/** Whether a round may last this long. */
export function lasts(minutes: number): boolean {
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= LONGEST
}

function Places({ round, day }: { round: Round; day: Day }) {
  const rounds = day.slots.map((slot) => slot.round)
  const at = rounds.findIndex((other) => other.id === round.id)
  const before = at - 1 > day.here ? rounds[at - 1] : undefined
  const after = rounds[at + 1]
  const move = (to: string) => submit({ type: "MoveRound", round: round.id, after: to })
  return (
    <div class="adapt-places">
      <button type="button" class="quiet" disabled={!before} onClick={() => move(rounds[at - 2]?.id ?? "")}>
        <Icon name="up" />
        <span>{before ? say("console-earlier", { round: shortName(before) }) : say("console-earlier-not")}</span>
      </button>
      <button type="button" class="quiet" disabled={!after} onClick={() => after && move(after.id)}>
        <Icon name="down" />
        <span>{after ? say("console-later", { round: shortName(after) }) : say("console-later-not")}</span>
      </button>
    </div>
  )
}

function Skip({ round, day }: { round: Round; day: Day }) {
  const skipped = !round.skipped
  const ends = timeOfDay(day.ends + (skipped ? -1 : 1) * round.minutes * MINUTE)
  return (
    <button type="button" class="quiet" onClick={() => submit({ type: "SkipRound", round: round.id, skipped })}>
      {skipped ? say("console-skip", { ends }) : say("console-take-in", { ends })}
    </button>
  )
}

function Minutes({ round, day }: { round: Round; day: Day }) {
  const field = useId()
  const [typed, type] = useState(String(round.minutes))
  const minutes = Number(typed)
  const ready = lasts(minutes) && minutes !== round.minutes
  const more = round.skipped ? 0 : minutes - round.minutes
  const save = (event: Event) => {
    event.preventDefault()
    if (ready) submit({ type: "SetMinutes", round: round.id, minutes })
  }
  return (
    <form class="adapt-minutes" onSubmit={save}>
      <label for={field}>{say("console-minutes")}</label>
      <input
        id={field}
        type="number"
        inputMode="numeric"
        min={1}
        max={LONGEST}
        value={typed}
        onInput={(event) => type(event.currentTarget.value)}
      />
      <button type="submit" disabled={!ready}>
        {ready ? say("console-minutes-save", { ends: timeOfDay(day.ends + more * MINUTE) }) : say("console-save")}
      </button>
    </form>
  )
}

function prompted(round: Round, language: Language): string {
  return language === "nl" ? round.prompt_nl : round.prompt_en
}

function Question({ name, label, lang }: { name: string; label: string; lang: string }) {
  const field = useId()
  const text = draft(name)
  return (
    <>
      <label for={field}>{label}</label>
      <textarea
        id={field}
        lang={lang}
        rows={3}
        value={text.value}
        onInput={(event) => (text.value = event.currentTarget.value)}
      />
    </>
  )
}

/** The question in one language, being written, and the one it started from. */
function promptDraft(round: Round, language: Language) {
  const name = `prompt-${language}:${round.id}`
  return { language, name, text: draft(name), was: draft(`prompt-${language}-was:${round.id}`) }
}

function Prompt({ round }: { round: Round }) {
  const writing = draft(`prompt-open:${round.id}`)
  const texts = Language.map((language) => promptDraft(round, language))
  const start = () => {
    for (const { language, text, was } of texts) text.value = was.value = prompted(round, language)
    writing.value = "open"
  }
  const close = () => {
    for (const { text, was } of texts) text.value = was.value = ""
    writing.value = ""
  }
  const fits = texts.every(({ text }) => [...text.value.trim()].length <= PROMPT_LENGTH)
  const save = (event: Event) => {
    event.preventDefault()
    if (!fits) return
    for (const { language, text, was } of texts) {
      const wish = text.value.trim()
      if (wish !== was.value) submit({ type: "SetPrompt", round: round.id, language, text: wish, was: was.value })
    }
    close()
  }
  if (!writing.value)
    return (
      <button type="button" class="quiet" onClick={start}>
        <Icon name="pencil" />
        {say("console-prompt")}
      </button>
    )
  return (
    <form class="adapt-prompt" onSubmit={save}>
      <Question name={`prompt-nl:${round.id}`} label={say("console-prompt-nl")} lang="nl" />
      <Question name={`prompt-en:${round.id}`} label={say("console-prompt-en")} lang="en" />
      <p class={fits ? "hint" : "fault"}>{say("console-prompt-hint", { most: PROMPT_LENGTH })}</p>
      <div class="adapt-acts">
        <button type="submit" disabled={!fits}>
          {say("console-prompt-save")}
        </button>
        <button type="button" class="quiet" onClick={close}>
          {say("cancel")}
        </button>
      </div>
    </form>
  )
}

/** Questions that two people changed at once: whether or not their round is open on this screen, both are shown. */
export function PromptClashes() {
  return (
    <>
      {sent("SetPrompt")
        .filter(({ state }) => state === "refused")
        .map((entry) => {
          const { round: id, language, text } = entry.command
          const round = row("Round", id)
          const there = thereNow(entry, round ? prompted(round, language) : "")
          return (
            <Clash
              key={entry.ref}
              entry={entry}
              mine={text}
              there={there}
              onMine={() => submit({ ...entry.command, was: there })}
              onLeave={() => undefined}
            />
          )
        })}
    </>
  )
}

/** `day` is the day as it looks now: each button says what would become of it. */
export function Adapt({ round, day }: { round: Round; day: Day }) {
  return (
    <div class="adapt">
      <Places round={round} day={day} />
      <Skip round={round} day={day} />
      <Minutes key={round.minutes} round={round} day={day} />
      <Prompt round={round} />
    </div>
  )
}
