/** What somebody wrote in a conversation and did not get saved there, wherever in the day they are by now. */
import { useRef } from "preact/hooks"
import { rows } from "../store"
import { say } from "../words"
import { ConversationHarvest, hasLeftWords, talkOf } from "./market-harvest"
import { isMine } from "./market-talks"
import { currentRound } from "./round"
import { sent } from "./sent"

/** Conversations that are, that were here, or that words were sent to. */
function everyTalk(): string[] {
  const wished = sent("WriteHarvest").map(({ command }) => command.conversation)
  return [...rows("Conversation"), ...rows("Board")].map(({ id }) => id).concat(wished)
}

/** Whether its form is on the screen of the open space anyway, with one's own conversations. */
function isShownThere(id: string): boolean {
  const own = rows("Conversation").some((talk) => talk.id === id && isMine(talk) && talk.slot > 0)
  return own && currentRound()?.kind === "open_space"
}

/** `except` is the room whose form is shown already. Once shown they stay, so that nothing goes while one types. */
export function LeftWords({ except }: { except: string }) {
  const known = useRef(new Set<string>())
  for (const id of everyTalk()) if (hasLeftWords(id)) known.current.add(id)
  const left = [...known.current].filter((id) => id !== except && !isShownThere(id))
  return (
    <>
      {left.map((id) => (
        <section key={id} class="card left-words">
          <h2 dir="auto">{say("market-left", { title: talkOf(id)?.title ?? say("rooms-gone") })}</h2>
          <ConversationHarvest conversation={id} />
        </section>
      ))}
    </>
  )
}
