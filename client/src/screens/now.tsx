/**
 * What is happening, how long still, and the one thing to do now.
 *
 * The screen goes along with the programme by itself, except while somebody is writing: then it stays where they are,
 * says so, and goes along when they tap.
 */
import { useEffect, useRef, useState } from "preact/hooks"
import { draft, noteDraft } from "../drafts"
import { look, numbers } from "../link"
import { openBallots, Prizes, Voting } from "../parts/ballot"
import { Countdown } from "../parts/countdown"
import { Icon } from "../parts/icon"
import { currentRound, initiativeName, pitchNumber, shortName } from "../parts/round"
import { unsaved } from "../parts/sent"
import { tell } from "../parts/status"
import { planLink } from "../parts/tabs"
import { ordered, row } from "../store"
import { say, word } from "../words"
import type { Round } from "../wire"
import { PlanBody, PlanList } from "./plans"

function isWriting(board: string): boolean {
  return board !== "" && noteDraft(board).text.peek().trim() !== "" && draft(`kind:${board}`).peek() !== ""
}

/** The round this screen shows, whether that is an earlier one, and how to go along. */
function useShownRound(live: Round | undefined) {
  const shown = useRef(live?.id ?? "")
  const [, redraw] = useState(0)
  const liveId = live?.id ?? ""
  const stayed = useRef(false)
  const before = row("Round", shown.current)
  stayed.current = shown.current !== liveId && (stayed.current || isWriting(before?.initiative ?? ""))
  if (!stayed.current) shown.current = liveId
  const goAlong = () => {
    stayed.current = false
    shown.current = liveId
    redraw((count) => count + 1)
    scrollTo(0, 0)
  }
  return { round: row("Round", shown.current), behind: stayed.current, goAlong }
}

/** What sort of round it is, where its name does not say so: "Pitch 3 van 6". */
function eyebrow(round: Round): string {
  const kind = word("round", round.kind)
  if (round.kind === "pitch") return say("round-of", { kind, ...pitchNumber(round) })
  return shortName(round) === kind ? "" : kind
}

function whatToDo(round: Round): string {
  if (round.state === "over" || round.state === "done") return say("now-over")
  if (round.kind === "pitch") return say("now-pitch")
  if (round.kind === "ballot") return openBallots().length > 0 ? say("now-ballot") : ballotWords(round)
  const words = {
    welcome: say("now-welcome"),
    break: say("now-break"),
    prizes: say("now-prizes"),
    goodbye: say("now-goodbye"),
  }
  return words[round.kind]
}

function ballotWords(round: Round): string {
  return row("Ballot", round.ballot)?.state === "closed" ? say("ballot-closed") : say("now-ballot-soon")
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

function Sign({ round }: { round: Round }) {
  return (
    <header class="sign">
      {eyebrow(round) && <p class="sign-eyebrow">{eyebrow(round)}</p>}
      <h1 tabIndex={-1} dir="auto">
        {shortName(round)}
      </h1>
    </header>
  )
}

/** Words that were written for another board and not sent. */
function Unsent({ except }: { except: string }) {
  const boards = ordered("Initiative").filter(({ id }) => id !== except && noteDraft(id).text.value.trim() !== "")
  return (
    <>
      {boards.map(({ id, name }) => (
        <p key={id} class="card unsent">
          <b>{say("unsent-heading")}</b>
          <span>{say("unsent-for", { name })}</span>
          <a href={planLink(id)}>{say("unsent-finish")}</a>
        </p>
      ))}
    </>
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

function Behind({ live, onGo }: { live: Round | undefined; onGo: () => void }) {
  const name = initiativeName(live?.initiative ?? "")
  const words = name ? say("now-moved", { name }) : say("now-moved-on")
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

function Body({ round }: { round: Round | undefined }) {
  const initiative = row("Initiative", round?.initiative ?? "")
  const prizes = round !== undefined && ["ballot", "prizes", "goodbye"].includes(round.kind)
  const revealed = ordered("Prize").some((prize) => prize.revealed)
  return (
    <>
      {openBallots().map((ballot) => (
        <Voting key={ballot.id} ballot={ballot} />
      ))}
      {prizes && (revealed || round.kind === "prizes") && <Prizes />}
      {initiative ? (
        <PlanBody initiative={initiative} />
      ) : (
        <section class="browse">
          <h2>{say("now-browse")}</h2>
          <PlanList />
        </section>
      )}
    </>
  )
}

export function Now() {
  const live = currentRound()
  const { round, behind, goAlong } = useShownRound(live)
  const board = round?.initiative ?? ""
  useEffect(() => {
    look(behind ? board : "")
    return () => look("")
  }, [behind, board])
  return (
    <main id="content" class="now">
      {!board && <div class="bunting" aria-hidden="true" />}
      <div class="now-head">
        {round ? <Sign round={round} /> : <h1 tabIndex={-1}>{row("About", "about")?.title}</h1>}
        <div class="now-facts">
          {round && <Countdown round={round} />}
          <p class="now-do">{round ? whatToDo(round) : say("now-before")}</p>
          <Here />
        </div>
      </div>
      <RefusedNotes />
      <Unsent except={board} />
      <Body round={round} />
      {behind && <Behind live={live} onGo={goAlong} />}
    </main>
  )
}
