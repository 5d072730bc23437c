/** Asking a facilitator to come: one tap, a calm "somebody is coming", and taking it back. */
import { submit, you } from "../link"
import { row, rows } from "../store"
import { say } from "../words"
import { mySeat } from "./here"
import type { HelpCall } from "../wire"
import { Icon } from "./icon"
import { sent } from "./sent"
import { useTold } from "./status"

const isMine = (call: HelpCall): boolean => call.id === `hall/${you.value.id}`

/** Whether help is asked for: where I am, by me or by somebody beside me; or by me, where I was. */
function asked(): boolean {
  const seat = mySeat()
  const where = seat ? (seat.table ? `${seat.room}/${seat.table}` : seat.room) : `hall/${you.value.id}`
  const wishes = sent("CallForHelp").filter(({ state }) => state === "waiting")
  return wishes[wishes.length - 1]?.command.wanted ?? (row("HelpCall", where) !== undefined || rows("HelpCall").some(isMine))
}

export function Help() {
  const coming = asked()
  useTold(coming ? say("rooms-help-coming") : "")
  const call = (wanted: boolean) => submit({ type: "CallForHelp", wanted })
  return (
    <div class={coming ? "help is-asked" : "help"}>
      {coming && (
        <p>
          <Icon name="wait" />
          {say("rooms-help-coming")}
        </p>
      )}
      <button type="button" class={coming ? "plain" : "quiet"} onClick={() => call(!coming)}>
        {!coming && <Icon name="hand" />}
        {coming ? say("rooms-help-take-back") : say("rooms-help")}
      </button>
    </div>
  )
}
