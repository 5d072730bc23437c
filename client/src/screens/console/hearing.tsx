/**
 * Calls by hand: a link for the hall or for one room, which goes before what the festival's own pattern gives. It says
 * beforehand what people will get, and each link can be taken away again.
 */
import { useId } from "preact/hooks"
import { draft } from "../../drafts"
import { submit } from "../../link"
import { Ask } from "../../parts/ask"
import { isWithin } from "../../parts/call"
import { hostOf, isAddress } from "../../parts/calladdress"
import { HALL_NAME, roomName } from "../../parts/here"
import { sent, waitingWords } from "../../parts/sent"
import { row, rows } from "../../store"
import type { Room } from "../../wire"
import { say } from "../../words"
import { Fold } from "./fold"
import { everyRoom } from "./places"

const chosen = draft("call-place")
const link = draft("call-link")

/** The place the link is for; the hall when the chosen room is no more. */
function place(): string {
  return everyRoom().includes(chosen.value) ? chosen.value : HALL_NAME
}

/** What people get who want to talk there. */
function Gets({ address }: { address: string }) {
  const host = hostOf(address)
  return <p class="hint">{isWithin(address) ? say("console-hearing-within", { host }) : say("console-hearing-button", { host })}</p>
}

function Where() {
  const id = useId()
  return (
    <>
      <label for={id}>{say("console-hearing-where")}</label>
      <select id={id} value={place()} onChange={(event) => (chosen.value = event.currentTarget.value)}>
        {[HALL_NAME, ...everyRoom()].map((room) => (
          <option key={room} value={room}>
            {roomName(room)}
          </option>
        ))}
      </select>
      {row("Initiative", place()) && <p class="hint">{say("console-hearing-tables")}</p>}
    </>
  )
}

function Write() {
  const field = useId()
  const address = link.value.trim()
  const fits = isAddress(address)
  const wrong = address !== "" && !fits
  const set = (event: Event) => {
    event.preventDefault()
    if (!fits) return
    submit({ type: "SetCall", room: place(), address })
    link.value = ""
  }
  return (
    <form class="message-form" onSubmit={set} noValidate>
      <Where />
      <label for={field}>{say("console-hearing-link")}</label>
      <input
        id={field}
        type="url"
        inputMode="url"
        autoComplete="off"
        value={link.value}
        aria-describedby={`${field}-hint`}
        aria-invalid={wrong}
        onInput={(event) => (link.value = event.currentTarget.value)}
      />
      <div id={`${field}-hint`}>
        {wrong && <p class="fault">{say("console-hearing-wrong")}</p>}
        {address === "" && <p class="hint">{say("console-hearing-hint")}</p>}
        {fits && <Gets address={address} />}
      </div>
      <button type="submit" disabled={!fits}>
        {say("console-hearing-set")}
      </button>
    </form>
  )
}

function OneLink({ id, call }: Room) {
  const room = roomName(id)
  const pattern = row("About", "about")?.call
  return (
    <li class="message">
      <p>
        <strong>
          <bdi>{room}</bdi>
        </strong>{" "}
        <bdi class="call-address">{call}</bdi>
      </p>
      <Gets address={call} />
      <Ask
        name={`call:${id}`}
        look="plain"
        says={pattern ? say("console-hearing-take-pattern", { room }) : say("console-hearing-take-none", { room })}
        yes={say("console-hearing-take")}
        act={() => submit({ type: "SetCall", room: id, address: "" })}
      >
        {say("console-hearing-take")}
      </Ask>
    </li>
  )
}

export function Hearing() {
  const pattern = row("About", "about")?.call
  const places = [HALL_NAME, ...everyRoom()]
  const links = rows("Room").filter(({ id, call }) => call && places.includes(id))
  const waiting = sent("SetCall").some(({ state }) => state === "waiting")
  return (
    <Fold name="hearing" title={say("console-hearing")} sum={say("console-hearing-sum", { count: links.length })} open={false}>
      <p class="hint">{pattern ? say("console-hearing-pattern", { host: hostOf(pattern) }) : say("console-hearing-none")}</p>
      <Write />
      <p role="status">{waiting && waitingWords()}</p>
      <ul class="messages">
        {links
          .sort((a, b) => places.indexOf(a.id) - places.indexOf(b.id))
          .map((room) => (
            <OneLink key={room.id} {...room} />
          ))}
      </ul>
    </Fold>
  )
}
