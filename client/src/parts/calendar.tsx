/** The milestones that are one's own, for one's own calendar: a file, made on the server by the same rule. */
import { code } from "../dom"
import { you } from "../link"
import { rows } from "../store"
import type { Milestone } from "../wire"
import { say } from "../words"
import { ownInitiative } from "./card"
import { Icon } from "./icon"
import { myOffers } from "./offer"

/** Whether this one is mine: of the initiative I lead or help, or of a group I am in. */
function isMine(milestone: Milestone): boolean {
  const me = you.value.id
  if (milestone.initiative === ownInitiative()) return true
  if (milestone.group) return rows("Member").some((one) => one.person === me && one.group === milestone.group)
  return (
    rows("Pledge").some((one) => one.person === me && one.initiative === milestone.initiative) ||
    myOffers().some((one) => one.initiative === milestone.initiative && one.reply === "yes")
  )
}

/** The way to it, once there is one with a day. */
export function CalendarLink() {
  if (!rows("Milestone").some((one) => one.when !== "" && isMine(one))) return null
  return (
    <p>
      <a class="button quiet" href={`/${code}/mine.ics`} download>
        <Icon name="wait" />
        {say("mine-calendar")}
      </a>
    </p>
  )
}
