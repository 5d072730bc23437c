/** The open space on a phone: propose a conversation, see to one's own, and choose where to go. */
import { useRef } from "preact/hooks"
import { ConversationHarvest, hasLeftWords } from "../parts/market-harvest"
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

/** Words that somebody wrote in a conversation, and that were not saved when they left it. */
function LeftWords({ talk }: { talk: Conversation }) {
  return (
    <section class="card left-words">
      <h2 dir="auto">{say("market-left", { title: talk.title })}</h2>
      <ConversationHarvest conversation={talk.id} />
    </section>
  )
}

/** Conversations of others for which there are words left. Once shown they stay, so that nothing goes while one types. */
function useLeft(): Conversation[] {
  const known = useRef(new Set<string>())
  const others = talks().filter((talk) => !isMine(talk))
  for (const { id } of others) if (hasLeftWords(id)) known.current.add(id)
  return others.filter(({ id }) => known.current.has(id))
}

export function Market(_: { round: Round }) {
  const own = talks().filter(isMine)
  const left = useLeft()
  return (
    <div class="market">
      <Refusals of={TOLD_ABOVE} />
      {left.map((talk) => (
        <LeftWords key={talk.id} talk={talk} />
      ))}
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
