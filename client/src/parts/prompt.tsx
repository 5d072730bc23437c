/** What people are asked to talk about in this round. */
import { lang, say } from "../words"
import type { Round } from "../wire"
import { Icon } from "./icon"

/** The round's own question in this page's language, or the usual one of its kind; "" when there is none. */
function promptOf(round: Round): string {
  const own = lang === "en" ? round.prompt_en : round.prompt_nl
  if (own) return own
  if (round.kind === "dream") return say("rooms-prompt-dream")
  return round.kind === "need" ? say("rooms-prompt-need") : ""
}

export function Prompt({ round }: { round: Round }) {
  const words = promptOf(round)
  if (!words) return null
  return (
    <p class="prompt" dir="auto">
      <Icon name="question" />
      <span>{words}</span>
    </p>
  )
}
