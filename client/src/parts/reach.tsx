/**
 * How two people reach each other, after a yes to an offer: each says it for this one case, with the words they agree
 * to, and sees the other's once both did. Who takes it back is gone from the other's screen at once.
 */
import { useId } from "preact/hooks"
import { draft } from "../drafts"
import { forget, submit } from "../link"
import type { Entry } from "../outbox"
import { row } from "../store"
import type { Offer, Shared } from "../wire"
import { locale, say } from "../words"
import { Ask } from "./ask"
import { Icon } from "./icon"
import { reasonOf, sent, waitingWords } from "./sent"

const DAY = 24 * 3600 * 1000
const days = new Intl.DateTimeFormat(locale, { dateStyle: "long" })

/** On which side of an offer somebody is: who gives the help, or who asked for it. */
export type Side = "giver" | "asker"

const other = (side: Side): Side => (side === "giver" ? "asker" : "giver")

/** The last wish about this that has no answer, or was refused. */
function lastWish(offer: string): Entry | undefined {
  const wishes = [...sent("ShareContact"), ...sent("StopSharing")].filter(({ command }) => command.offer === offer)
  return wishes.sort((a, b) => a.at - b.at)[wishes.length - 1]
}

/** How to reach the other. */
function Theirs({ shared }: { shared: Shared }) {
  const mail = /^[^\s@]+@[^\s@]+$/.test(shared.contact)
  return (
    <p class="reach-theirs">
      <Icon name="contact" />
      <span>
        {say("reach-theirs", { name: shared.name })}{" "}
        {mail ? <a href={`mailto:${encodeURIComponent(shared.contact)}`}>{shared.contact}</a> : <b dir="auto">{shared.contact}</b>}
      </span>
    </p>
  )
}

function Mine({ mine, wish }: { mine: Shared; wish: Entry | undefined }) {
  return (
    <>
      <p>
        {mine.both ? say("reach-mine") : say("reach-mine-alone")} <b dir="auto">{mine.contact}</b>
      </p>
      <p class="small soft">{say("goodbye-until", { day: days.format(mine.at + (mine.days ?? 0) * DAY) })}</p>
      {wish?.state === "waiting" ? (
        <p class="soft">{waitingWords()}</p>
      ) : (
        <Ask
          name={`reach ${mine.id}`}
          says={say("reach-stop-sure")}
          yes={say("reach-stop")}
          act={() => submit({ type: "StopSharing", offer: mine.offer })}
          look="plain"
        >
          {say("reach-stop")}
        </Ask>
      )}
    </>
  )
}

/** The form: what one agrees to is what the server keeps with it. */
function Agree({ offer, side, wish }: { offer: Offer; side: Side; wish: Entry | undefined }) {
  const id = useId()
  const typed = draft(`reach:${offer.id}`)
  const name = side === "giver" ? (row("Initiative", offer.initiative)?.name ?? "") : offer.name
  const text = say("reach-text", { name })
  const fault = wish?.state !== "refused" ? "" : wish.reason === "taken" ? say("reach-taken") : reasonOf(wish)
  const agree = (event: Event) => {
    event.preventDefault()
    const contact = typed.value.trim()
    if (!contact) return document.getElementById(id)?.focus()
    if (wish) forget(wish.ref)
    submit({ type: "ShareContact", offer: offer.id, contact, text })
    typed.value = "" // it stays on no phone once it is given
  }
  if (wish?.state === "waiting") return <p class="soft">{waitingWords()}</p>
  return (
    <form class="ours-form" noValidate onSubmit={agree}>
      <p>{say("reach-why")}</p>
      <div class="ours-field">
        <label for={id}>{say("reach-contact")}</label>
        <input
          id={id}
          type="text"
          autocomplete="email"
          maxLength={200}
          value={typed.value}
          aria-invalid={fault !== ""}
          aria-describedby={`${id}-text ${id}-fault`}
          onInput={(event) => (typed.value = event.currentTarget.value)}
        />
      </div>
      <p id={`${id}-text`} class="small">
        {text}
      </p>
      <p id={`${id}-fault`} class="fault" role="alert">
        {fault}
      </p>
      <div class="acts">
        <button type="submit">{say("reach-send")}</button>
      </div>
    </form>
  )
}

export function Reach({ offer, side }: { offer: Offer; side: Side }) {
  const mine = row("Shared", `${offer.id}/${side}`)
  const theirs = row("Shared", `${offer.id}/${other(side)}`)
  const wish = lastWish(offer.id)
  return (
    <div class="reach" role="group" aria-label={say("reach-heading")}>
      <p class="reach-heading">
        <b>{say("reach-heading")}</b>
      </p>
      {theirs && <Theirs shared={theirs} />}
      {mine ? <Mine mine={mine} wish={wish} /> : <Agree offer={offer} side={side} wish={wish} />}
    </div>
  )
}
