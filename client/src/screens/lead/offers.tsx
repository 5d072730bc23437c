/** Help that was offered to this initiative, by kind of help, and what it says to each: yes, later, or no thanks. */
import { useId } from "preact/hooks"
import { forget, submit } from "../../link"
import { Ask } from "../../parts/ask"
import { OfferWords, ReplyWords } from "../../parts/offer"
import { Reach } from "../../parts/reach"
import { WhatAmI } from "../../parts/sector"
import { reasonOf, sent, waitingWords } from "../../parts/sent"
import { keep, stop, typing } from "../../parts/typing"
import { row, rows } from "../../store"
import { NeedKind, type Offer, type Reply } from "../../wire"
import { say, word } from "../../words"

const ANSWERS = ["yes", "later", "no"] as const
const placeOf = (offer: Offer): string => `reply:${offer.id}`

/** The offers that came for this initiative, oldest first. */
export function offersFor(initiative: string): Offer[] {
  return rows("Offer")
    .filter((offer) => offer.initiative === initiative)
    .sort((a, b) => a.at - b.at)
}

/** How many offers wait for an answer. */
export function unanswered(initiative: string): number {
  return offersFor(initiative).filter(({ reply }) => reply === "none").length
}

/** The line that goes with the answer, and the three answers. A press sends both. */
function Answers({ offer }: { offer: Offer }) {
  const id = useId()
  const place = placeOf(offer)
  const text = typing(place)?.typed["answer"] ?? offer.answer
  const answer = (reply: Reply) => {
    submit({ type: "ReplyToOffer", offer: offer.id, reply, was: offer.reply, answer: text.trim() })
    stop(place)
  }
  return (
    <div class="ours-form">
      <div class="ours-field">
        <label for={id}>{say("offer-line")}</label>
        <input id={id} dir="auto" maxLength={300} value={text} onInput={(event) => keep(place, { answer: event.currentTarget.value })} />
      </div>
      <div class="acts">
        {ANSWERS.map((reply) => (
          <button
            key={reply}
            type="button"
            class={reply === "yes" ? "" : "quiet"}
            aria-label={`${say("offer-answer", { reply })}: ${offer.name}`}
            onClick={() => answer(reply)}
          >
            {say("offer-answer", { reply })}
          </button>
        ))}
      </div>
    </div>
  )
}

/** The way to another answer; a yes first says what goes with it. */
function Another({ offer }: { offer: Offer }) {
  const open = () => {
    keep(placeOf(offer), { answer: offer.answer })
  }
  if (offer.reply !== "yes")
    return (
      <button type="button" class="plain" aria-label={`${say("offer-another")}: ${offer.name}`} onClick={open}>
        {say("offer-another")}
      </button>
    )
  return (
    <Ask name={`another ${offer.id}`} says={say("offer-another-sure")} yes={say("offer-another")} act={open} look="plain">
      {say("offer-another")}
    </Ask>
  )
}

function Standing({ offer }: { offer: Offer }) {
  const wishes = sent("ReplyToOffer").filter(({ command }) => command.offer === offer.id)
  const wish = wishes[wishes.length - 1]
  if (wish?.state === "waiting") return <p class="soft">{waitingWords()}</p>
  return (
    <>
      {wish && (
        <div class="ours-clash" role="group" aria-label={reasonOf(wish)}>
          <p class="fault">{reasonOf(wish)}</p>
          <p>
            <b>{say("conflict-mine")}</b> {say("offer-answer", { reply: wish.command.reply })}{" "}
            <q dir="auto">{wish.command.answer}</q>
          </p>
          <button type="button" class="quiet" onClick={() => forget(wish.ref)}>
            {say("refused-ok")}
          </button>
        </div>
      )}
      {offer.reply !== "none" && (
        <ReplyWords {...offer}>{say("offer-ours", { reply: offer.reply })}</ReplyWords>
      )}
      {offer.reply === "none" || typing(placeOf(offer)) ? <Answers offer={offer} /> : <Another offer={offer} />}
      {offer.reply === "yes" && offer.name && <Reach offer={offer} side="asker" />}
    </>
  )
}

function One({ offer }: { offer: Offer }) {
  const need = row("Need", offer.need)
  return (
    <li class="ours-words">
      <b>
        <bdi>{offer.name || say("somebody")}</bdi>
      </b>
      <OfferWords {...offer} />
      <p class="small soft" dir="auto">
        {need ? say("lead-pledge-for", { need: need.text }) : say("offer-need-gone")}
      </p>
      <Standing offer={offer} />
    </li>
  )
}

export function OffersForUs({ initiative }: { initiative: string }) {
  const offers = offersFor(initiative)
  const kinds = NeedKind.filter((kind) => offers.some((offer) => offer.kind === kind))
  return (
    <section class="ours-notes" aria-labelledby="ours-offers">
      <h2 id="ours-offers">{say("offer-ours-heading")}</h2>
      <p class="soft">{offers.length > 0 ? say("offer-ours-lead") : say("offer-ours-none")}</p>
      {kinds.map((kind) => (
        <section key={kind} class="ours-part card">
          <h3>
            {word("need", kind)} <span class="ours-count">{offers.filter((offer) => offer.kind === kind).length}</span>
          </h3>
          <ul class="ours-rows">
            {offers
              .filter((offer) => offer.kind === kind)
              .map((offer) => (
                <One key={offer.id} offer={offer} />
              ))}
          </ul>
        </section>
      ))}
      {offers.some(({ reply }) => reply === "yes") && (
        <div class="card">
          <WhatAmI />
        </div>
      )}
    </section>
  )
}
