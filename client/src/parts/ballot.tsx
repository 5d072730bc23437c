/** Voting for the prizes, and what came of it. A choice is sent at once, and can be changed until voting closes. */
import { forget, numbers, submit, you } from "../link"
import { ordered, row, rows } from "../store"
import { say } from "../words"
import type { Ballot, Initiative, Prize } from "../wire"
import { ownInitiative } from "./card"
import { Icon } from "./icon"
import { together } from "./names"
import { givenBy } from "./prize"
import { reasonOf, sent } from "./sent"
import { useTold } from "./status"
import { Bars } from "./tally"

function Giver({ prize }: { prize: Prize }) {
  return (
    <>
      <p class="small soft">{givenBy(prize)}</p>
      {prize.what && <p dir="auto">{prize.what}</p>}
    </>
  )
}

/** What I chose for this prize, and how that stands: the last thing I sent goes before what the server has. */
function choiceOf(prize: Prize): { choice: string; words: string; refused: string } {
  const casts = sent("CastVote").filter((entry) => entry.command.prize === prize.id)
  const last = casts[casts.length - 1]
  const saved = row("Vote", `${prize.id}/${you.value.id}`)?.choice ?? ""
  if (last?.state === "waiting") return { choice: last.command.choice, words: say("ballot-saving"), refused: "" }
  return { choice: saved, words: saved && say("ballot-saved"), refused: last ? reasonOf(last) : "" }
}

interface ChoiceProps {
  prize: Prize
  initiative: Initiative
  chosen: boolean
}

function Choice({ prize, initiative, chosen }: ChoiceProps) {
  const own = ownInitiative() === initiative.id && !row("Ballot", prize.ballot)?.own
  const choose = () => {
    for (const old of sent("CastVote")) if (old.state === "refused") forget(old.ref)
    submit({ type: "CastVote", prize: prize.id, choice: initiative.id })
  }
  return (
    <li>
      <label class={chosen ? "choice is-chosen" : "choice"}>
        <input type="radio" name={prize.id} checked={chosen} disabled={own} onChange={choose} />
        <span>
          <b dir="auto">{initiative.name}</b>
          <span class="small">{own ? say("ballot-own") : initiative.place}</span>
        </span>
      </label>
    </li>
  )
}

function VoteFor({ prize }: { prize: Prize }) {
  const { choice, words, refused } = choiceOf(prize)
  useTold(refused || words)
  return (
    <fieldset class="card prize">
      <legend>
        <Icon name="prize" />
        <span dir="auto">{prize.title}</span>
      </legend>
      <Giver prize={prize} />
      <ul class="choices" aria-label={say("ballot-choose")}>
        {ordered("Initiative").map((initiative) => (
          <Choice key={initiative.id} prize={prize} initiative={initiative} chosen={choice === initiative.id} />
        ))}
      </ul>
      <p class="prize-state">
        {refused ? <b class="fault">{refused}</b> : words || say("ballot-secret")}
      </p>
    </fieldset>
  )
}

/** A ballot that is open: one list per prize. */
export function Voting({ ballot }: { ballot: Ballot }) {
  const prizes = ordered("Prize").filter((prize) => prize.ballot === ballot.id && prize.decided === "vote")
  return (
    <section class="voting">
      <h2>{say("ballot-heading")}</h2>
      <p class="small soft">{say("ballot-turnout", { count: numbers.value.turnout[ballot.id] ?? 0 })}</p>
      {prizes.map((prize) => (
        <VoteFor key={prize.id} prize={prize} />
      ))}
    </section>
  )
}

export function openBallots(): Ballot[] {
  return rows("Ballot").filter((ballot) => ballot.state === "open")
}

function Revealed({ prize }: { prize: Prize }) {
  const tally = row("Tally", prize.id)
  return (
    <li class="card prize is-revealed">
      <h3>
        <Icon name="prize" />
        <span dir="auto">{prize.title}</span>
      </h3>
      <Giver prize={prize} />
      <p class="small">{say("prize-goes-to")}</p>
      <p class="winner" dir="auto">
        {together(prize.winners ?? [])}
      </p>
      {prize.settled && <p>{say("prize-settled")}</p>}
      {tally && <Bars tally={tally} />}
    </li>
  )
}

/** All prizes: those that were revealed with their winner, the others still secret. */
export function Prizes() {
  return (
    <section class="prizes">
      <h2>{say("prizes-heading")}</h2>
      <ul>
        {ordered("Prize").map((prize) =>
          prize.revealed ? (
            <Revealed key={prize.id} prize={prize} />
          ) : (
            <li key={prize.id} class="card prize">
              <h3>
                <Icon name="prize" />
                <span dir="auto">{prize.title}</span>
              </h3>
              <Giver prize={prize} />
              <p class="soft">{say("prize-secret")}</p>
            </li>
          ),
        )}
      </ul>
    </section>
  )
}
