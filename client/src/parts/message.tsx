/** What facilitators say to everybody or to this room: a calm banner with their name, until one puts it aside. */
import { useEffect } from "preact/hooks"
import { draft } from "../drafts"
import { rows } from "../store"
import { say, timeOfDay } from "../words"
import type { Message } from "../wire"
import { Icon } from "./icon"
import { tell } from "./status"

const MOST_SHOWN = 2
const REMEMBERED = 40

const told = new Set<string>()

/** The ids of what was put aside on this device, latest first. */
const aside = draft("messages-aside")

function putAside(id: string): void {
  aside.value = [id, ...aside.value.split(" ")].slice(0, REMEMBERED).join(" ")
  document.querySelector<HTMLElement>("#content h1")?.focus({ preventScroll: true })
}

/** Have each message said once, also when it was there already as somebody came. */
function useSaid(messages: readonly Message[]): void {
  useEffect(() => {
    for (const { id, name, text } of messages) if (!told.has(id)) tell(say("rooms-message-told", { name, text }))
    for (const { id } of messages) told.add(id)
  })
}

export function Messages() {
  const read = aside.value.split(" ")
  const fresh = rows("Message").filter(({ id }) => !read.includes(id))
  const shown = fresh.sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1)).slice(0, MOST_SHOWN)
  useSaid(shown)
  return (
    <section class="banners" aria-label={say("rooms-messages")}>
      {shown.map(({ id, name, text, at }) => (
        <div key={id} class="banner">
          <Icon name="message" />
          <div>
            <p class="small">
              <b>{say("rooms-message-from", { name })}</b> <time>{timeOfDay(at)}</time>
            </p>
            <p dir="auto">{text}</p>
          </div>
          <button type="button" class="quiet" aria-label={say("rooms-message-close-from", { name })} onClick={() => putAside(id)}>
            {say("rooms-message-close")}
          </button>
        </div>
      ))}
    </section>
  )
}
