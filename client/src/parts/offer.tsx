/** "Ik kan helpen": offering help for a need, and what the initiative says to it. */
import type { ComponentChildren } from "preact"
import { useEffect } from "preact/hooks"
import { draft } from "../drafts"
import { newId, submit } from "../link"
import { begin } from "../screens/lead/edit"
import type { Field } from "../screens/lead/fields"
import { focusSoon } from "../screens/lead/form"
import { RowList } from "../screens/lead/rowlist"
import { Told } from "../screens/lead/told"
import { row, rows } from "../store"
import { How, type MakeOffer, type Need, type Offer, type Reply, Terms } from "../wire"
import { say } from "../words"
import { Ask } from "./ask"
import { HELP_WANTED, ownInitiative } from "./card"
import { Icon, type IconName } from "./icon"
import { Reach } from "./reach"
import { WhatAmI } from "./sector"
import { sent } from "./sent"
import { termsWords } from "./terms"

const EMPTY = { what: "", when: "", terms: "unpaid", behalf: "" }
const ICONS: Record<Reply, IconName> = { none: "wait", yes: "check", later: "wait", no: "close" }

/** Somebody helps, or knows who can. */
export const howWords = (how: string): string => (how === "know" ? say("offer-know") : say("offer-can"))

const fields = (): Field[] => [
  { name: "how", label: say("offer-how"), look: "choice", most: 20, choices: How.map((how) => [how, howWords(how)]) },
  { name: "what", label: say("offer-what"), look: "text", most: 300 },
  { name: "terms", label: say("harvest-terms"), look: "choice", most: 20, choices: Terms.map((one) => [one, termsWords(one)]) },
  { name: "when", label: say("offer-when"), look: "line", most: 60, optional: true },
  { name: "behalf", label: say("offer-behalf"), look: "line", most: 80, optional: true },
]

/** The offers of the person before this screen: what is for their own initiative came from others. */
export function myOffers(): Offer[] {
  const ours = ownInitiative()
  return rows("Offer")
    .filter((offer) => offer.initiative !== ours)
    .sort((a, b) => a.at - b.at)
}

type Said = Pick<Offer, "how" | "what" | "when" | "terms" | "behalf">

/** What an offer says. */
export function OfferWords({ how, what, when, terms, behalf }: Said) {
  return (
    <>
      <b class="ours-kind">{howWords(how)}</b>
      <Told text={what} />
      <p class="ours-who">
        <span>{termsWords(terms)}</span>
        {when && (
          <span>
            <Icon name="wait" />
            <bdi>{when}</bdi>
          </span>
        )}
        {behalf && (
          <span class="offer-for">
            {say("offer-for")} <bdi>{behalf}</bdi>
          </span>
        )}
      </p>
    </>
  )
}

/** What the initiative says to it, in a word and in a line of its own. */
export function ReplyWords({ reply, answer, children }: Pick<Offer, "reply" | "answer"> & { children?: ComponentChildren }) {
  return (
    <div class={`offer-reply is-${reply}`}>
      <p>
        <Icon name={ICONS[reply]} />
        <b>{children ?? say("offer-state", { reply })}</b>
      </p>
      {answer && <p dir="auto">{answer}</p>}
    </div>
  )
}

/** One's own offer, what was said to it, how to reach each other, and the way to take it back. */
export function OwnOffer({ offer }: { offer: Offer }) {
  const leaving = sent("TakeBackOffer").some(({ state, command }) => state === "waiting" && command.offer === offer.id)
  return (
    <li class={leaving ? "ours-words is-faint" : "ours-words"}>
      <OfferWords {...offer} />
      <ReplyWords {...offer} />
      {offer.reply === "yes" && <Reach offer={offer} side="giver" />}
      {leaving ? (
        <p class="soft">{say("note-state-leaving")}</p>
      ) : (
        <Ask
          name={`offer ${offer.id}`}
          says={offer.reply === "yes" ? say("offer-back-sure-yes") : say("offer-back-sure")}
          yes={say("harvest-back-yes")}
          act={() => submit({ type: "TakeBackOffer", offer: offer.id })}
          look="plain"
        >
          {say("offer-back")}
        </Ask>
      )}
    </li>
  )
}

const placeOf = (need: Need): string => `offer:${need.id}`

/** Who already said on another page that they want to help, finds the form open. */
function useWanted(need: Need): void {
  useEffect(() => {
    if (draft(HELP_WANTED).value !== need.id) return
    draft(HELP_WANTED).value = ""
    focusSoon(placeOf(need))
    begin(placeOf(need), { ...EMPTY, how: "can" })
  }, [])
}

/** Under a need: one's own offers for it, and the buttons to help. */
export function Offers({ need }: { need: Need }) {
  const coming = sent("MakeOffer").filter(({ command }) => command.need === need.id && !row("Offer", command.id))
  const mine = myOffers().filter((offer) => offer.need === need.id)
  const add = ({ how, what = "", terms, when = "", behalf = "" }: Record<string, string>) =>
    submit({ type: "MakeOffer", id: newId(), need: need.id, how: how as How, what, when, terms: terms as Terms, behalf })
  useWanted(need)
  if (need.initiative === ownInitiative()) return null
  return (
    <div class="offers">
      <RowList
        place={placeOf(need)}
        fields={fields()}
        start={{ ...EMPTY, how: "can" }}
        says={say("offer-can")}
        ways={[[say("offer-know"), { ...EMPTY, how: "know" }]]}
        name={need.text}
        button={say("offer-send")}
        entries={coming}
        show={(words) => <OfferWords {...(words as unknown as Said & MakeOffer)} />}
        onAdd={add}
      >
        {mine.map((offer) => (
          <OwnOffer key={offer.id} offer={offer} />
        ))}
      </RowList>
      {mine.length > 0 && <WhatAmI />}
    </div>
  )
}

/** All one's own offers, under the initiative and the need they are for. */
export function MyOffers() {
  const mine = myOffers()
  if (mine.length === 0) return null
  return (
    <section class="card after">
      <h2>
        <Icon name="hand" />
        {say("offer-mine")}
      </h2>
      <ul class="ours-rows">
        {mine.map((offer) => (
          <li key={offer.id}>
            <p class="small">
              <b dir="auto">{row("Initiative", offer.initiative)?.name}</b>{" "}
              <span dir="auto">{row("Need", offer.need)?.text ?? say("offer-need-gone")}</span>
            </p>
            <ul>
              <OwnOffer offer={offer} />
            </ul>
          </li>
        ))}
      </ul>
      <WhatAmI />
    </section>
  )
}
