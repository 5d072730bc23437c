/** Telling people something: everybody, the hall, or some rooms. It bears one's name, and can be taken back. */
import { signal } from "@preact/signals"
import { useEffect, useId } from "preact/hooks"
import { draft } from "../../drafts"
import { newId, submit, you } from "../../link"
import { Ask } from "../../parts/ask"
import { HALL_NAME, roomName } from "../../parts/here"
import { sent } from "../../parts/sent"
import { row, rows } from "../../store"
import type { Message } from "../../wire"
import { say, timeOfDay } from "../../words"
import { Fold } from "./fold"
import { everyRoom } from "./places"
import { keyOf } from "./shortcuts"

const MESSAGE_LENGTH = 300

type To = "all" | "hall" | "rooms"
const to = signal<To>("all")
const chosen = signal<ReadonlySet<string>>(new Set())
const text = draft("message")

function targets(): string[] {
  if (to.value === "all") return []
  return to.value === "hall" ? [HALL_NAME] : everyRoom().filter((room) => chosen.value.has(room))
}

function toWhom(rooms: readonly string[]): string {
  if (rooms.length === 0) return say("console-to-all")
  return rooms.map(roomName).join(", ")
}

function sendWords(): string {
  if (to.value === "all") return say("console-send-all")
  return to.value === "hall" ? say("console-send-hall") : say("console-send-rooms", { count: targets().length })
}

function toggle(room: string): void {
  const next = new Set(chosen.value)
  if (!next.delete(room)) next.add(room)
  chosen.value = next
}

function Choose() {
  const words: [To, string][] = [
    ["all", say("console-choose-all")],
    ["hall", say("console-choose-hall")],
    ["rooms", say("console-choose-rooms")],
  ]
  return (
    <fieldset class="to-whom">
      <legend>{say("console-to-whom")}</legend>
      <div class="to-kinds">
        {words.map(([which, label]) => (
          <label key={which}>
            <input type="radio" name="to-whom" checked={to.value === which} onChange={() => (to.value = which)} />
            {label}
          </label>
        ))}
      </div>
      {to.value === "rooms" && (
        <div class="to-rooms">
          {everyRoom().map((room) => (
            <label key={room}>
              <input type="checkbox" checked={chosen.value.has(room)} onChange={() => toggle(room)} />
              <bdi>{roomName(room)}</bdi>
            </label>
          ))}
        </div>
      )}
    </fieldset>
  )
}

/** The words of a message that was refused come back into the field; why stands with the other refusals. */
function useComeBack(): void {
  const refused = sent("Announce").filter((entry) => entry.state === "refused")
  useEffect(() => {
    for (const { command } of refused) {
      if (!text.value.includes(command.text)) text.value = [text.value, command.text].filter(Boolean).join("\n")
    }
  }, [refused.map((entry) => entry.ref).join()])
}

function Write() {
  const field = useId()
  useComeBack()
  const wish = text.value.trim()
  const left = MESSAGE_LENGTH - [...wish].length
  const ready = wish !== "" && left >= 0 && (to.value !== "rooms" || targets().length > 0)
  const send = (event: Event) => {
    event.preventDefault()
    if (!ready) return
    submit({ type: "Announce", id: newId(), text: wish, rooms: targets() })
    text.value = ""
  }
  return (
    <form class="message-form" onSubmit={send}>
      <Choose />
      <label for={field}>{say("console-message-label")}</label>
      <textarea
        id={field}
        rows={2}
        dir="auto"
        value={text.value}
        aria-describedby={`${field}-hint`}
        aria-invalid={left < 0}
        aria-keyshortcuts={keyOf("message")}
        onInput={(event) => (text.value = event.currentTarget.value)}
      />
      <p id={`${field}-hint`} class={left < 0 ? "fault" : "hint"}>
        {left < 0
          ? say("signs-over", { count: -left })
          : say("console-message-name", { name: row("Person", you.value.id)?.name ?? "" })}
      </p>
      <button type="submit" disabled={!ready}>
        {sendWords()}
      </button>
    </form>
  )
}

function Sent({ message }: { message: Message }) {
  return (
    <li class="message">
      <p dir="auto">{message.text}</p>
      <p class="hint">
        <time>{timeOfDay(message.at)}</time> · <bdi>{message.name}</bdi> · {toWhom(message.rooms ?? [])}
      </p>
      <Ask
        name={`message:${message.id}`}
        look="plain"
        says={say("console-message-take-back-preview")}
        yes={say("console-message-take-back-yes")}
        act={() => submit({ type: "TakeBackMessage", message: message.id })}
      >
        {say("console-message-take-back")}
      </Ask>
    </li>
  )
}

export function Messages() {
  const all = rows("Message").sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
  return (
    <Fold
      name="messages"
      title={say("console-messages")}
      sum={say("console-messages-sent", { count: all.length })}
      shortcut={keyOf("message")}
      open={false}
    >
      <Write />
      <ul class="messages">
        {all.map((message) => (
          <Sent key={message.id} message={message} />
        ))}
      </ul>
    </Fold>
  )
}
