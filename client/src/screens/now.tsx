/**
 * What is happening, how long still, and the one thing to do now.
 *
 * The screen goes along with the programme, and with where one is, by itself; except while somebody is writing: then it
 * stays where they are, says so, and goes along when they tap. Who walks to a room on their own feet goes along at once.
 */
import { useEffect } from "preact/hooks"
import { look, numbers } from "../link"
import { Applause } from "../parts/applause"
import { openBallots, Prizes, Voting } from "../parts/ballot"
import { Call } from "../parts/call"
import { TimeHere } from "../parts/countdown"
import { Help } from "../parts/help"
import { HALL, inRooms, myRoom, roomName } from "../parts/here"
import { Icon } from "../parts/icon"
import { isLate, Late, lateParts } from "../parts/late"
import { Prompt } from "../parts/prompt"
import { Refusals } from "../parts/refusals"
import { Room, RoomBar } from "../parts/room"
import { RoomList, RoomsLine } from "../parts/rooms"
import { currentRound, initiativeName, pitchNumber, shortName } from "../parts/round"
import { unsaved } from "../parts/sent"
import { boardOf, type Place, useArriving, useShown } from "../parts/shown"
import { tell } from "../parts/status"
import { Unsent } from "../parts/unsent"
import { whatToDo, whatToDoHere } from "../parts/whattodo"
import { ordered, row } from "../store"
import { say, word } from "../words"
import type { Round } from "../wire"
import { PlanBody, PlanList } from "./plans"

const ROOM_WISHES = ["MoveTo", "SitAt", "TakeTask", "CallForHelp", "BackNote"] as const

/** What sort of round it is, where its name does not say so: "Pitch 3 van 6". */
function eyebrow(round: Round): string {
  const kind = word("round", round.kind)
  if (round.kind === "pitch") return say("round-of", { kind, ...pitchNumber(round) })
  return shortName(round) === kind ? "" : kind
}

function Here() {
  const { here } = numbers.value
  if (here === 0) return null
  return (
    <p class="here">
      <Icon name="people" />
      {say("here-count", { count: here })}
    </p>
  )
}

function Sign({ over, name }: { over: string; name: string }) {
  return (
    <header class="sign">
      {over && <p class="sign-eyebrow">{over}</p>}
      <h1 tabIndex={-1} dir="auto">
        {name}
      </h1>
    </header>
  )
}

function RefusedNotes() {
  const count = unsaved().filter((entry) => entry.state === "refused").length
  if (count === 0) return null
  return (
    <p class="card unsent is-alarm">
      <b>{say("refused-some", { count })}</b>
      <a href="#mine">{say("refused-see")}</a>
    </p>
  )
}

/** What happened meanwhile to who was writing and stayed where they were. */
function movedWords(live: Place, room: string): string {
  if (live.room) return say("rooms-now-in", { name: roomName(live.room) })
  if (room) return say("rooms-back-in-hall")
  const name = initiativeName(boardOf(live))
  return name ? say("now-moved", { name }) : say("now-moved-on")
}

function Behind({ words, onGo }: { words: string; onGo: () => void }) {
  useEffect(() => tell(words), [words])
  return (
    <div class="behind">
      <p>{words}</p>
      <button type="button" onClick={onGo}>
        {say("now-go-along")}
      </button>
    </div>
  )
}

/** What belongs to the round itself, in the hall. */
function RoundBody({ round }: { round: Round | undefined }) {
  const initiative = row("Initiative", round?.initiative ?? "")
  if (initiative) return <PlanBody initiative={initiative} />
  if (round && isLate(round)) return <Late round={round} />
  return (
    <section class="browse">
      <h2>{say("now-browse")}</h2>
      <PlanList />
    </section>
  )
}

function Choose({ round }: { round: Round }) {
  return (
    <section class="choose-room">
      <h2>{say("rooms-choose")}</h2>
      <RoomList round={round} />
    </section>
  )
}

function HallBody({ round }: { round: Round | undefined }) {
  const prizes = round !== undefined && ["ballot", "prizes", "goodbye"].includes(round.kind)
  const revealed = ordered("Prize").some((prize) => prize.revealed)
  const choosing = round?.grouping === "tables" && inRooms(round)
  return (
    <>
      {prizes && (revealed || round.kind === "prizes") && <Prizes />}
      {choosing ? <Choose round={round} /> : <RoundBody round={round} />}
    </>
  )
}

/** Quiet ways out of the hall, and to somebody who helps. */
function HallWays({ round }: { round: Round | undefined }) {
  const choosing = round?.grouping === "tables" && inRooms(round)
  return (
    <div class="hall-ways">
      <Here />
      <Help />
      {!choosing && <RoomsLine round={round} />}
    </div>
  )
}

/** Where we are, how long still, and what to do: the same for the hall and for every room. */
function Head({ round, room }: { round: Round | undefined; room: string }) {
  const over = round ? (room ? shortName(round) : eyebrow(round)) : ""
  const name = room ? roomName(room) : round ? shortName(round) : ""
  return (
    <div class="now-head">
      {name ? <Sign over={over} name={name} /> : <h1 tabIndex={-1}>{row("About", "about")?.title}</h1>}
      <div class="now-facts">
        {round && <TimeHere round={round} room={room} />}
        <p class="now-do">{room ? whatToDoHere(round) : round ? whatToDo(round) : say("now-before")}</p>
        {round && !round.back && (room === HALL || inRooms(round)) && <Prompt round={round} />}
        {round?.kind === "pitch" && round.state === "open" && <Applause />}
        {room === HALL && <Call room={HALL} />}
        {room === HALL && <HallWays round={round} />}
      </div>
    </div>
  )
}

export function Now() {
  const live = { round: currentRound()?.id ?? "", room: myRoom() }
  const { shown, behind, goAlong } = useShown(live)
  const { room } = shown
  const round = row("Round", shown.round)
  const board = boardOf(shown)
  const Left = lateParts.left
  useArriving(room)
  useEffect(() => {
    look(behind ? board : "")
    return () => look("")
  }, [behind, board])
  return (
    <>
      {room && !behind && <RoomBar room={room} round={round} />}
      <main id="content" class="now">
        {!board && <div class="bunting" aria-hidden="true" />}
        <Head round={round} room={room} />
        <Refusals of={ROOM_WISHES} />
        <RefusedNotes />
        <Unsent except={board} />
        {Left && <Left except={room} />}
        {openBallots().map((ballot) => (
          <Voting key={ballot.id} ballot={ballot} />
        ))}
        {room ? <Room room={room} round={round} /> : <HallBody round={round} />}
        {behind && <Behind words={movedWords(live, room)} onGo={goAlong} />}
      </main>
    </>
  )
}
