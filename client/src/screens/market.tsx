/** The open space on a phone: propose a conversation, see to one's own, and choose where to go. */
import { Grid } from "../parts/market-grid"
import { OwnTalk } from "../parts/market-own"
import { Propose } from "../parts/market-propose"
import { isMine, talks } from "../parts/market-talks"
import { Refusals } from "../parts/refusals"
import type { Conversation, Round } from "../wire"
import { say } from "../words"

/** Wishes of which nothing is shown where they were made, when they were refused. */
const TOLD_ABOVE = ["GoTo", "QueuePitch", "PlaceConversation", "AskMerge", "AgreeMerge", "DeclineMerge", "Withdraw"] as const

function Own({ own }: { own: readonly Conversation[] }) {
  if (own.length === 0) return null
  return (
    <section class="own-talks">
      <h2>{say("market-own")}</h2>
      <ul>
        {own.map((talk) => (
          <OwnTalk key={talk.id} talk={talk} />
        ))}
      </ul>
    </section>
  )
}

export function Market(_: { round: Round }) {
  const own = talks().filter(isMine)
  return (
    <div class="market">
      <Refusals of={TOLD_ABOVE} />
      <div class="market-columns">
        <div class="market-mine">
          <Propose />
          <Own own={own} />
        </div>
        <Grid />
      </div>
    </div>
  )
}
