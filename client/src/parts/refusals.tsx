/** What could not be done, and why: one calm sentence each, and a button to put it aside. */
import { forget, outbox } from "../link"
import type { Entry } from "../outbox"
import { say, word } from "../words"
import type { PhoneCommand } from "../wire"
import { Icon } from "./icon"
import { currentRound, fullName } from "./round"

function why({ command, reason = "gone" }: Entry): string {
  const round = currentRound()
  const moved = command.type === "OpenRound" && reason === "already_moved"
  return moved && round ? say("refused-moved", { round: fullName(round) }) : word("reason", reason)
}

interface RefusalsProps {
  of?: readonly PhoneCommand["type"][]
  but?: readonly PhoneCommand["type"][]
}

/** `of` are the types of wishes it tells of, or `but` those it does not: a screen shows these in their own place. */
export function Refusals({ of, but }: RefusalsProps) {
  const told = (type: PhoneCommand["type"]) => !but?.includes(type) && (of?.includes(type) ?? true)
  const refused = outbox.value.filter(({ state, command }) => state === "refused" && told(command.type))
  return (
    <div class="refusals" role="alert">
      {refused.map((entry) => (
        <p key={entry.ref}>
          <Icon name="alarm" />
          <span>{why(entry)}</span>
          <button type="button" class="quiet" onClick={() => forget(entry.ref)}>
            {say("refused-ok")}
          </button>
        </p>
      ))}
    </div>
  )
}
