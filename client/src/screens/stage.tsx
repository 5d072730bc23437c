/**
 * The stage: what the hall sees on the big screen. It chooses by itself what the round of this moment needs.
 *
 * The way in is always there. Names of people never are, nor anything that was hidden or not yet revealed: the server
 * does not send that here.
 */
import { numbers } from "../link"
import { currentRound } from "../parts/round"
import { Status, Trouble } from "../parts/status"
import { holds, ordered, row } from "../store"
import type { Round } from "../wire"
import { say } from "../words"
import { Bunting } from "./stage/bunting"
import { JoinStrip } from "./stage/join"
import { Pitch } from "./stage/pitch"
import { Prizes } from "./stage/prizes"
import { Goodbye, Pause, Vote, Welcome } from "./stage/scenes"

/** Once the first prize of a ballot is revealed, the hall looks at the prizes, whichever round it is. */
function revealed(round: Round): boolean {
  return ordered("Prize").some((prize) => prize.ballot === round.ballot && prize.revealed)
}

function Scene({ round }: { round: Round | undefined }) {
  const initiative = row("Initiative", round?.initiative ?? "")
  if (!round || round.kind === "welcome") return <Welcome />
  if (initiative) return <Pitch key={round.id} round={round} initiative={initiative} />
  if (round.kind === "prizes" || (round.kind === "ballot" && revealed(round))) return <Prizes round={round} />
  if (round.kind === "ballot") return <Vote round={round} />
  return round.kind === "goodbye" ? <Goodbye round={round} /> : <Pause round={round} />
}

/** How many notes there are: on the board before us, or on all boards together. */
function notesOf(round: Round | undefined): number {
  const { notes } = numbers.value
  if (round?.initiative) return notes[round.initiative] ?? 0
  return Object.values(notes).reduce((sum, count) => sum + count, 0)
}

export function Stage() {
  const round = currentRound()
  const entrance = !round || round.kind === "welcome"
  return (
    <div class="stage">
      <Bunting />
      {holds("festival") ? <Scene round={round} /> : <main class="scene scene-centre">{say("loading")}</main>}
      {!entrance && <JoinStrip notes={notesOf(round)} />}
      <Trouble />
      <Status />
    </div>
  )
}
