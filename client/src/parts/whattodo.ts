/** What one can do now, in one sentence: by the round, or in the room one is in. */
import { row } from "../store"
import { say } from "../words"
import type { Round } from "../wire"
import { openBallots } from "./ballot"
import { inRooms, mySeat } from "./here"

function ballotWords(round: Round): string {
  if (openBallots().length > 0) return say("now-ballot")
  return row("Ballot", round.ballot)?.state === "closed" ? say("ballot-closed") : say("now-ballot-soon")
}

/** What to do in the hall. */
export function whatToDo(round: Round): string {
  if (round.back) return say("rooms-do-back")
  if (round.state === "over" || round.state === "done") return inRooms(round) ? say("rooms-do-over") : say("now-over")
  const words = {
    welcome: say("now-welcome"),
    pitch: say("now-pitch"),
    dream: say("rooms-do-dream"),
    break: say("now-break"),
    need: say("rooms-do-need"),
    open_space: say("rooms-do-open-space"),
    harvest: say("rooms-do-harvest"),
    ballot: ballotWords(round),
    prizes: say("now-prizes"),
    goodbye: say("rooms-do-goodbye"),
  }
  return words[round.kind]
}

/** What to do in a room: talk, and write it down; who comes from the initiative receives the others. */
export function whatToDoHere(round: Round | undefined): string {
  if (round && inRooms(round) && round.state === "over") return say("rooms-do-last-minute")
  const seat = mySeat()
  if (seat?.role === "lead") return say("rooms-do-lead")
  return seat?.table ? say("rooms-do-table", { number: seat.table }) : say("rooms-do-room")
}
