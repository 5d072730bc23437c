/**
 * The stage: what the hall sees on the big screen. It chooses by itself what the round of this moment needs, until
 * somebody pins something else.
 *
 * The way in is always there. The names of who wrote a note are not, unless somebody asks for them here. What was hidden,
 * not put on the stage or not yet revealed never is: the server does not send that here.
 */
import { numbers } from "../link"
import { inRooms } from "../parts/here"
import { currentRound } from "../parts/round"
import { Status, Trouble } from "../parts/status"
import { holds, ordered, row } from "../store"
import type { Round } from "../wire"
import { say } from "../words"
import { Bunting } from "./stage/bunting"
import { Counters, Gathering } from "./stage/harvest"
import { JoinStrip } from "./stage/join"
import { OpenSpace } from "./stage/market"
import { PinMenu, pinned } from "./stage/pin"
import { Pitch } from "./stage/pitch"
import { Prizes } from "./stage/prizes"
import { Programme } from "./stage/programme"
import { Questions } from "./stage/questions"
import { InRooms } from "./stage/rooms"
import { Goodbye, Pause, Vote, Welcome } from "./stage/scenes"
import { given, WholeWall } from "./stage/wall"

/** Once the first prize of a ballot is revealed, the hall looks at the prizes, whichever round it is. */
function revealed(round: Round): boolean {
  return ordered("Prize").some((prize) => prize.ballot === round.ballot && prize.revealed)
}

/** What this round needs. */
function Fitting({ round }: { round: Round | undefined }) {
  const initiative = row("Initiative", round?.initiative ?? "")
  if (!round || round.kind === "welcome") return <Welcome />
  if (initiative) return <Pitch key={round.id} round={round} initiative={initiative} />
  if (round.kind === "prizes" || (round.kind === "ballot" && revealed(round))) return <Prizes round={round} />
  if (round.kind === "ballot") return <Vote round={round} />
  if (round.kind === "harvest") return <Gathering round={round} />
  if (round.kind === "goodbye") return <Goodbye round={round} />
  if (!inRooms(round)) return <Pause round={round} />
  return round.grouping === "conversations" ? <OpenSpace round={round} /> : <InRooms round={round} />
}

function Scene({ round }: { round: Round | undefined }) {
  const pin = pinned()
  if (pin === "wall") return <WholeWall />
  if (pin === "questions") return <Questions board={round?.initiative ?? ""} />
  if (pin === "counters") return <Counters />
  return pin === "programme" ? <Programme /> : <Fitting round={round} />
}

export function Stage() {
  const round = currentRound()
  const entrance = pinned() === "automatic" && (!round || round.kind === "welcome")
  const notes = round?.initiative ? (numbers.value.notes[round.initiative] ?? 0) : given()
  return (
    <div class="stage">
      <Bunting />
      {holds("festival") ? <Scene round={round} /> : <main class="scene scene-centre"><h1>{say("loading")}</h1></main>}
      {!entrance && <JoinStrip notes={notes} />}
      <PinMenu />
      <Trouble />
      <Status />
    </div>
  )
}
