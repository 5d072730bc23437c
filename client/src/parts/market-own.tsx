/** A conversation of one's own: another title, a minute on the stage, a place in the grid, or together with another. */
import { useState } from "preact/hooks"
import { submit } from "../link"
import { row } from "../store"
import type { Conversation } from "../wire"
import { say } from "../words"
import { Ask } from "./ask"
import { Clash, thereNow } from "./clash"
import { ConversationHarvest } from "./market-harvest"
import { Heads, headsFrom, isTitle, TITLE_LENGTH } from "./market-propose"
import { askers, inCell, market, named, talks, upTo } from "./market-talks"
import { twice } from "./market-twice"
import { Icon } from "./icon"
import { SignsLeft } from "./noteform"
import { sent, waitingWords } from "./sent"
import { keep, stop, typing } from "./typing"

/** The form for another title; what is typed is kept. */
function Retitling({ talk, onClose }: { talk: Conversation; onClose: () => void }) {
  const place = `talk:${talk.id}`
  const start = { title: talk.title, heads: talk.heads ? String(talk.heads) : "" }
  const { typed, was } = typing(place) ?? { typed: start, was: talk.title }
  const { title = "", heads = "" } = typed
  const type = (more: Record<string, string>) => keep(place, { ...typed, ...more }, was)
  const close = () => {
    stop(place)
    onClose()
  }
  const save = (event: Event) => {
    event.preventDefault()
    if (!isTitle(title)) return
    submit({ type: "Retitle", conversation: talk.id, title: title.trim(), heads: headsFrom(heads), was })
    close()
  }
  return (
    <form class="talk-form" onSubmit={save}>
      <label for={`title-${talk.id}`}>{say("market-title")}</label>
      <input
        id={`title-${talk.id}`}
        dir="auto"
        value={title}
        aria-describedby={`title-${talk.id}-left`}
        onInput={(event) => type({ title: event.currentTarget.value })}
      />
      <SignsLeft id={`title-${talk.id}-left`} text={title} most={TITLE_LENGTH} />
      <Heads value={heads} onType={(now) => type({ heads: now })} />
      <div class="acts">
        <button type="submit">{say("note-improve-save")}</button>
        <button type="button" class="plain" onClick={close}>
          {say("cancel")}
        </button>
      </div>
    </form>
  )
}

function RetitleClash({ talk }: { talk: Conversation }) {
  const refused = sent("Retitle").filter(({ state, command }) => state === "refused" && command.conversation === talk.id)
  const entry = refused[refused.length - 1]
  if (!entry) return null
  const { title, heads } = entry.command
  const there = thereNow(entry, talk.title)
  const again = () => submit({ type: "Retitle", conversation: talk.id, title, heads, was: there })
  return <Clash entry={entry} mine={title} there={there} onMine={again} onLeave={() => undefined} />
}

/** One cell of the grid: free, mine or taken. */
function Cell({ talk, slot, place, onDone }: { talk: Conversation; slot: number; place: number; onDone: () => void }) {
  const there = inCell(slot, place)
  const mine = there?.id === talk.id
  const state = mine ? say("market-cell-mine") : there ? say("market-cell-taken", { title: there.title }) : say("market-cell-free")
  const put = () => {
    submit({ type: "PlaceConversation", conversation: talk.id, slot, place })
    onDone()
  }
  return (
    <button
      type="button"
      class={there ? "cell is-taken" : "cell"}
      aria-pressed={mine}
      disabled={there !== undefined}
      aria-label={`${say("market-slot", { slot })}, ${say("market-place", { place })}: ${state}`}
      onClick={put}
    >
      {place}
    </button>
  )
}

function Placing({ talk, onDone }: { talk: Conversation; onDone: () => void }) {
  const { slots, places } = market()
  const off = () => {
    submit({ type: "PlaceConversation", conversation: talk.id, slot: 0, place: 0 })
    onDone()
  }
  return (
    <div class="placing">
      <p>{say("market-choose-cell")}</p>
      {upTo(slots).map((slot) => (
        <div key={slot} role="group" aria-label={say("market-slot", { slot })}>
          <b>{say("market-slot", { slot })}</b>
          <div class="cells">
            {upTo(places).map((place) => (
              <Cell key={place} talk={talk} slot={slot} place={place} onDone={onDone} />
            ))}
          </div>
        </div>
      ))}
      {talk.slot > 0 && (
        <Ask name={`off ${talk.id}`} says={say("market-off-sure")} yes={say("market-off-yes")} act={off} look="quiet">
          {say("market-off")}
        </Ask>
      )}
    </div>
  )
}

function Merging({ talk, onDone }: { talk: Conversation; onDone: () => void }) {
  const [into, choose] = useState("")
  const others = talks().filter(({ id }) => id !== talk.id)
  const ask = () => {
    submit({ type: "AskMerge", conversation: talk.id, into, wanted: true })
    onDone()
  }
  return (
    <div class="talk-form">
      <label for={`merge-${talk.id}`}>{say("market-merge-with")}</label>
      <select id={`merge-${talk.id}`} value={into} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{say("market-choose")}</option>
        {others.map((other) => (
          <option key={other.id} value={other.id}>
            {`${other.title} (${named(other.names)})`}
          </option>
        ))}
      </select>
      <p class="soft">{say("market-merge-how")}</p>
      <button type="button" disabled={!into} onClick={ask}>
        {say("market-merge-ask")}
      </button>
    </div>
  )
}

/** Whom I asked to come together, and what became of it; a no is not asked again by itself. */
function MyAsk({ talk }: { talk: Conversation }) {
  const mine = row("MergeAsked", talk.id)
  const other = row("Conversation", mine?.into ?? "")
  if (!other) return null
  const { title, names } = other
  return (
    <div class="asked">
      <p>{mine?.declined ? say("market-declined", { names: named(names), title }) : say("market-you-asked", { title })}</p>
      <button
        type="button"
        class="quiet"
        onClick={() => submit({ type: "AskMerge", conversation: talk.id, into: other.id, wanted: false })}
      >
        {mine?.declined ? say("refused-ok") : say("ask-no")}
      </button>
    </div>
  )
}

/** Who asks to come together with this one; and whom I asked. */
function Asked({ talk }: { talk: Conversation }) {
  return (
    <>
      {askers(talk).map(({ asked, theirs }) => (
        <div key={asked.id} class="asked">
          <p>{say("market-asks", { names: named(theirs.names), title: theirs.title })}</p>
          <div class="acts">
            <Ask
              name={`merge ${asked.id}`}
              says={say("market-merge-sure", { title: theirs.title })}
              yes={say("market-merge-yes")}
              act={() => submit({ type: "AgreeMerge", conversation: asked.id })}
            >
              {say("market-merge-agree")}
            </Ask>
            <button
              type="button"
              class="quiet"
              disabled={isDeclining(asked.id)}
              onClick={() => submit({ type: "DeclineMerge", conversation: asked.id })}
            >
              {say("market-merge-decline")}
            </button>
          </div>
        </div>
      ))}
      <MyAsk talk={talk} />
    </>
  )
}

/** Whether my no to this conversation is on its way. */
function isDeclining(asked: string): boolean {
  return sent("DeclineMerge").some(({ state, command }) => state === "waiting" && command.conversation === asked)
}

/** Whether it waits for the stage; a wish on its way counts. */
function isQueued(talk: Conversation): boolean {
  const wishes = sent("QueuePitch").filter(({ state, command }) => state === "waiting" && command.conversation === talk.id)
  return wishes[wishes.length - 1]?.command.wanted ?? talk.queued > 0
}

function where(talk: Conversation): string {
  if (talk.slot === 0) return say("market-no-place")
  return `${say("market-slot", { slot: talk.slot })}, ${say("market-place", { place: talk.place })}`
}

type Panel = "title" | "cell" | "merge" | ""

function Acts({ talk, panel, open }: { talk: Conversation; panel: Panel; open: (panel: Panel) => void }) {
  const queued = isQueued(talk)
  const alone = talks().length < 2
  const toggle = (one: Panel, words: string, look = "quiet") => (
    <button type="button" class={look} aria-expanded={panel === one} onClick={() => open(panel === one ? "" : one)}>
      {words}
    </button>
  )
  return (
    <div class="acts">
      {toggle("cell", talk.slot ? say("market-move") : say("market-give-place"), talk.slot ? "quiet" : "")}
      <button
        type="button"
        class="quiet"
        aria-pressed={queued}
        onClick={() => submit({ type: "QueuePitch", conversation: talk.id, wanted: !queued })}
      >
        <Icon name="stage" />
        {queued ? say("market-unqueue") : say("market-queue")}
      </button>
      {toggle("title", say("market-retitle"))}
      {!alone && (row("MergeAsked", talk.id)?.declined ?? true) && toggle("merge", say("market-merge"))}
      <Ask
        name={`withdraw ${talk.id}`}
        says={say("market-withdraw-sure")}
        yes={say("market-withdraw-yes")}
        act={() => submit({ type: "Withdraw", conversation: talk.id })}
        look="plain"
      >
        {say("market-withdraw")}
      </Ask>
    </div>
  )
}

export function OwnTalk({ talk }: { talk: Conversation }) {
  const [panel, open] = useState<Panel>(typing(`talk:${talk.id}`) ? "title" : "")
  const close = () => open("")
  const changes = sent("Retitle").filter(({ state, command }) => state === "waiting" && command.conversation === talk.id)
  const change = changes[changes.length - 1]
  return (
    <li class="card own-talk">
      <h3 dir="auto">{change?.command.title ?? talk.title}</h3>
      <p class="talk-where">
        <Icon name="place" />
        {where(talk)}
        {market().pitched === talk.id && <b class="tag is-now">{say("market-on-stage")}</b>}
        {isQueued(talk) && <b class="tag">{say("market-in-queue")}</b>}
      </p>
      {change && <p class="soft">{waitingWords()}</p>}
      {twice(talk).length > 0 && <p class="kindly">{say("market-twice-mine")}</p>}
      <RetitleClash talk={talk} />
      <Asked talk={talk} />
      <Acts talk={talk} panel={panel} open={open} />
      {panel === "title" && <Retitling talk={talk} onClose={close} />}
      {panel === "cell" && <Placing talk={talk} onDone={close} />}
      {panel === "merge" && <Merging talk={talk} onDone={close} />}
      {talk.slot > 0 && (
        <details class="own-harvest">
          <summary>{say("market-write-harvest")}</summary>
          <ConversationHarvest conversation={talk.id} />
        </details>
      )}
    </li>
  )
}
