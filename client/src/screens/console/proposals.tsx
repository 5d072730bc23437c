/** What people propose to talk about: where it is in the grid, who convenes it, and giving it a slot and a place. */
import { signal } from "@preact/signals"
import { useState } from "preact/hooks"
import { submit } from "../../link"
import { Ask } from "../../parts/ask"
import { placed } from "../../parts/here"
import { Icon } from "../../parts/icon"
import { askers, named, upTo } from "../../parts/market-talks"
import type { Conversation, Market as Grid } from "../../wire"
import { say } from "../../words"
import { type Clash, clashes } from "./grid"

function cellName({ slot, place }: { slot: number; place: number }): string {
  return say("console-cell", { slot, place })
}

/** Who convene a conversation. */
export function Names({ conversation }: { conversation: Conversation }) {
  return <bdi class="hint">{conversation.names.join(", ")}</bdi>
}

/** Who waits for a yes or a no that does not come: a facilitator says no for who is gone. */
function Waiting({ conversation }: { conversation: Conversation }) {
  const asked = askers(conversation)
  return (
    <>
      {asked.map(({ asked: { id }, theirs }) => (
        <p key={id}>
          <span>{say("market-asks", { names: named(theirs.names), title: theirs.title })}</span>
          <button type="button" class="quiet" onClick={() => submit({ type: "DeclineMerge", conversation: id })}>
            {say("market-merge-decline")}
          </button>
        </p>
      ))}
    </>
  )
}

/** Where a conversation may go: free cells can be chosen, taken ones say by what. */
function Place({ conversation, grid }: { conversation: Conversation; grid: Grid }) {
  const { id, slot, place } = conversation
  const written = conversation.insights !== "" || conversation.agreements !== ""
  const [choice, choose] = useState("")
  const at = new Map(placed().map((one) => [`${one.slot}/${one.place}`, one]))
  const [toSlot = 0, toPlace = 0] = choice.split("/").map(Number)
  const ready = choice !== "" && !at.has(choice)
  const submitPlace = (toSlot: number, toPlace: number) => {
    submit({ type: "PlaceConversation", conversation: id, slot: toSlot, place: toPlace })
    choose("")
  }
  return (
    <div class="place-choice">
      <select
        aria-label={say("console-place-for", { title: conversation.title })}
        value={choice}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        <option value="">{say("console-place-choose")}</option>
        {upTo(grid.slots).map((slot) => (
          <optgroup key={slot} label={say("console-slot", { slot })}>
            {upTo(grid.places).map((place) => {
              const there = at.get(`${slot}/${place}`)
              return (
                <option key={place} value={`${slot}/${place}`} disabled={there !== undefined}>
                  {there ? say("console-place-taken", { place, title: there.title }) : say("console-place-free", { place })}
                </option>
              )
            })}
          </optgroup>
        ))}
      </select>
      <button type="button" disabled={!ready} onClick={() => submitPlace(toSlot, toPlace)}>
        {ready ? say("console-place-do", { slot: toSlot, place: toPlace }) : say("console-place-it")}
      </button>
      {slot > 0 && (
        <button type="button" class="quiet" onClick={() => submitPlace(0, 0)}>
          {say("console-unplace", { slot, place })}
        </button>
      )}
      <Ask
        name={`withdraw:${id}`}
        look="plain"
        grave
        says={say(written ? "console-withdraw-written" : "console-withdraw-preview", { title: conversation.title })}
        yes={say("console-withdraw-yes")}
        act={() => submit({ type: "Withdraw", conversation: id })}
      >
        {say("console-withdraw")}
      </Ask>
    </div>
  )
}

function Line({ conversation, grid, clash }: { conversation: Conversation; grid: Grid; clash: Clash | undefined }) {
  const [open, setOpen] = useState(false)
  const { title, going, slot } = conversation
  return (
    <li class="proposal">
      <button type="button" class="room-head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span class="room-name" dir="auto">
          {title}
        </span>
        <span class="room-heads">
          <Icon name="people" />
          {going}
          <span class="unseen">{say("console-going")}</span>
        </span>
        <span class="room-marks">
          <Names conversation={conversation} />
          <span class={slot ? "mark is-good" : "mark"}>{slot ? cellName(conversation) : say("console-unplaced")}</span>
          {clash && <span class="task is-missing">{say("console-clash-short", { name: clash.name })}</span>}
        </span>
      </button>
      {open && <Waiting conversation={conversation} />}
      {open && <Place conversation={conversation} grid={grid} />}
    </li>
  )
}

type Filter = "unplaced" | "all"
const filter = signal<Filter>("all")

export function Proposals({ grid, all }: { grid: Grid; all: Conversation[] }) {
  const loose = all.filter((one) => one.slot === 0)
  const shown = filter.value === "unplaced" ? loose : all
  const found = clashes(all)
  const words: [Filter, string][] = [
    ["all", say("console-proposals-all", { count: all.length })],
    ["unplaced", say("console-proposals-unplaced", { count: loose.length })],
  ]
  return (
    <>
      <h3>{say("console-proposals")}</h3>
      {found.map((clash) => (
        <p key={`${clash.convener}/${clash.slot}`} class="clash">
          <Icon name="alarm" />
          <span>{say("console-clash", { name: clash.name, slot: clash.slot })}</span>
        </p>
      ))}
      <div class="filters" role="group" aria-label={say("console-proposals")}>
        {words.map(([which, label]) => (
          <button key={which} type="button" aria-pressed={filter.value === which} onClick={() => (filter.value = which)}>
            {label}
          </button>
        ))}
      </div>
      {all.length === 0 && <p class="empty">{say("console-proposals-none")}</p>}
      <ul class="proposals">
        {shown.map((one) => (
          <Line key={one.id} conversation={one} grid={grid} clash={found.find((clash) => clash.ids.includes(one.id))} />
        ))}
      </ul>
    </>
  )
}
