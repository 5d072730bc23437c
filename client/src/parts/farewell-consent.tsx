/** One thing to agree to: what it is for, for how long, the address where mail comes of it, and the way back. */
import { useId } from "preact/hooks"
import { draft } from "../drafts"
import { forget, submit, you } from "../link"
import type { Entry } from "../outbox"
import { row } from "../store"
import type { Consent as Given, Purpose } from "../wire"
import { locale, say } from "../words"
import { Icon } from "./icon"
import { reasonOf, sent, waitingWords } from "./sent"

const DAY = 24 * 3600 * 1000
const days = new Intl.DateTimeFormat(locale, { dateStyle: "long" })

/** Whether somebody has to be written to for it. */
const byMail = (purpose: Purpose): boolean => purpose !== "named"

/** The last wish about this that has no answer, or was refused. */
function lastWish(purpose: Purpose): Entry | undefined {
  const wishes = [...sent("Agree"), ...sent("Disagree")].filter(({ command }) => command.purpose === purpose)
  return wishes.sort((a, b) => a.at - b.at)[wishes.length - 1]
}

function Yes({ given, yes }: { given: Given; yes: string }) {
  return (
    <>
      <p class="farewell-yes">
        <Icon name="check" />
        <b>{yes}</b>
      </p>
      {byMail(given.purpose) && (
        <p>
          <bdi>{row("Address", you.value.id)?.email ?? ""}</bdi>
        </p>
      )}
      <p class="small soft">{say("goodbye-until", { day: days.format(given.at + given.days * DAY) })}</p>
      <button type="button" class="quiet" onClick={() => submit({ type: "Disagree", purpose: given.purpose })}>
        <Icon name="undo" />
        {say("goodbye-no-longer")}
      </button>
    </>
  )
}

/** The address that the other consent means: there is one for both, and it changes when both are withdrawn. */
function oneAddress(): string {
  const onItsWay = sent("Agree").find(({ state, command }) => state === "waiting" && byMail(command.purpose))
  return row("Address", you.value.id)?.email ?? onItsWay?.command.email ?? ""
}

interface AskProps {
  purpose: Purpose
  text: string
  button: string
  /** What was wished of it last. */
  wish: Entry | undefined
}

const faultOf = (wish: Entry | undefined): string => (wish?.state === "refused" ? reasonOf(wish) : "")

/** Agree to something of which no mail comes. */
function Ask({ purpose, text, button, wish }: AskProps) {
  const agree = () => {
    if (wish) forget(wish.ref)
    submit({ type: "Agree", purpose, text })
  }
  return (
    <>
      <p class="fault" role="alert">
        {faultOf(wish)}
      </p>
      <button type="button" onClick={agree}>
        {button}
      </button>
    </>
  )
}

function AskAddress({ purpose, text, button, wish }: AskProps) {
  const id = useId()
  const typed = draft("mail")
  const one = oneAddress()
  const sentBefore = wish?.command.type === "Agree" ? (wish.command.email ?? "") : ""
  const email = one || typed.value || sentBefore
  const fault = faultOf(wish)
  const agree = (event: Event) => {
    event.preventDefault()
    if (!email.trim()) return document.getElementById(id)?.focus()
    if (wish) forget(wish.ref)
    submit({ type: "Agree", purpose, text, email: email.trim() })
    typed.value = "" // an address stays on no phone once it is given
  }
  return (
    <form noValidate onSubmit={agree}>
      <label for={id}>{say("goodbye-email")}</label>
      <input
        id={id}
        type="email"
        autocomplete="email"
        value={email}
        readOnly={one !== ""}
        aria-invalid={fault !== ""}
        aria-describedby={`${id}-one ${id}-fault`}
        onInput={(event) => (typed.value = event.currentTarget.value)}
      />
      <p id={`${id}-one`} class="small soft">
        {one && say("consent-one-address")}
      </p>
      <p id={`${id}-fault`} class="fault" role="alert">
        {fault}
      </p>
      <button type="submit">{button}</button>
    </form>
  )
}

interface ConsentProps {
  purpose: Purpose
  heading: string
  /** What one agrees to, as it is kept with the consent. */
  text: string
  button: string
  yes: string
}

export function Consent({ purpose, heading, text, button, yes }: ConsentProps) {
  const given = row("Consent", `${you.value.id}/${purpose}`)
  const wish = lastWish(purpose)
  return (
    <section class="card farewell">
      <h2>{heading}</h2>
      {!given && <p>{text}</p>}
      {wish?.state === "waiting" ? (
        <p class="soft">{waitingWords()}</p>
      ) : given ? (
        <Yes given={given} yes={yes} />
      ) : byMail(purpose) ? (
        <AskAddress purpose={purpose} text={text} button={button} wish={wish} />
      ) : (
        <Ask purpose={purpose} text={text} button={button} wish={wish} />
      )}
    </section>
  )
}
