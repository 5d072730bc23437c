/** The voting, for who leads the day: open it, close it, see the count, and show the hall who gets each prize. */
import { useState } from "preact/hooks"
import { numbers, submit } from "../../link"
import { Ask } from "../../parts/ask"
import { Icon } from "../../parts/icon"
import { together } from "../../parts/names"
import { currentRound, initiativeName } from "../../parts/round"
import { givenBy } from "../../parts/prize"
import { Bars } from "../../parts/tally"
import { ordered, row, rows } from "../../store"
import type { Ballot, Prize } from "../../wire"
import { say } from "../../words"

/** The initiatives level at the top of a prize's tally; none without a tally. */
export function leading(prize: string): string[] {
  const counts = Object.entries(row("Tally", prize)?.counts ?? {})
  const most = Math.max(0, ...counts.map(([, votes]) => votes))
  return counts.filter(([, votes]) => votes === most).map(([id]) => id)
}

function Choose({ prize }: { prize: Prize }) {
  const [choice, choose] = useState(prize.winners?.[0] ?? "")
  const level = leading(prize.id)
  const among = ordered("Initiative").filter((one) => level.length === 0 || level.includes(one.id))
  const reason = level.length > 0 ? say("settle-tie", { names: together(level) }) : say("settle-few")
  return (
    <fieldset class="settle">
      <legend>{reason}</legend>
      {among.map((one) => (
        <label key={one.id}>
          <input type="radio" name={`settle-${prize.id}`} checked={choice === one.id} onChange={() => choose(one.id)} />
          <bdi>{one.name}</bdi>
        </label>
      ))}
      <Ask
        name={`settle:${prize.id}:${choice}`}
        look="quiet"
        disabled={!choice || choice === prize.winners?.[0]}
        says={say("settle-preview", { prize: prize.title, name: initiativeName(choice) })}
        yes={say("settle-yes")}
        act={() => submit({ type: "SettlePrize", prize: prize.id, choice })}
      >
        {say("settle-do")}
      </Ask>
    </fieldset>
  )
}

/** Who gets a prize, once that is known. */
export function Winner({ prize }: { prize: Prize }) {
  const winners = prize.winners ?? []
  if (winners.length === 0) return null
  return (
    <p class="prize-won">
      <Icon name="prize" />
      <span>
        <strong>{together(winners)}</strong> {prize.settled && say("prize-settled-short")}
      </span>
    </p>
  )
}

/** What a prize is, who gives it, and whether everybody has seen who gets it. */
export function PrizeHead({ prize }: { prize: Prize }) {
  return (
    <>
      <h3>
        <bdi>{prize.title}</bdi>
      </h3>
      <p class="prize-by">
        {givenBy(prize)}
        <span class={prize.revealed ? "mark is-good" : "mark"}>
          {prize.revealed ? say("prize-shown") : say("prize-not-shown")}
        </span>
      </p>
    </>
  )
}

/** Show everybody who gets a prize, after asking. */
export function Reveal({ prize }: { prize: Prize }) {
  const winners = prize.winners ?? []
  if (winners.length === 0 || prize.revealed) return null
  return (
    <Ask
      name={`reveal:${prize.id}:${winners.join()}`}
      says={say("reveal-preview", { prize: prize.title, name: together(winners) })}
      yes={say("reveal-yes")}
      act={() => submit({ type: "RevealPrize", prize: prize.id, winners })}
    >
      <Icon name="stage" />
      {say("reveal-do")}
    </Ask>
  )
}

function PrizeLine({ prize }: { prize: Prize }) {
  const tally = row("Tally", prize.id)
  const open = !prize.revealed && leading(prize.id).length !== 1
  return (
    <li class="prize-line">
      <PrizeHead prize={prize} />
      {tally && <Bars tally={tally} />}
      <Winner prize={prize} />
      {open && <Choose key={leading(prize.id).join()} prize={prize} />}
      <Reveal prize={prize} />
    </li>
  )
}

function Opening({ ballot }: { ballot: Ballot }) {
  return (
    <>
      <p>{say("vote-planned")}</p>
      <Ask
        name={`open:${ballot.id}`}
        says={say("vote-open-preview")}
        yes={say("vote-open-yes")}
        act={() => submit({ type: "OpenBallot", ballot: ballot.id })}
      >
        {say("vote-open-do")}
      </Ask>
    </>
  )
}

function Closing({ ballot }: { ballot: Ballot }) {
  const count = numbers.value.turnout[ballot.id] ?? 0
  return (
    <>
      <p class="turnout">
        <strong>{count}</strong> {say("stage-voted", { count })}
      </p>
      <Ask
        name={`close:${ballot.id}`}
        grave
        says={say("vote-close-preview")}
        yes={say("vote-close-yes")}
        act={() => submit({ type: "CloseBallot", ballot: ballot.id })}
      >
        {say("vote-close-do")}
      </Ask>
    </>
  )
}

function Voting({ ballot }: { ballot: Ballot }) {
  const prizes = ordered("Prize").filter((prize) => prize.ballot === ballot.id && prize.decided === "vote")
  const words = { planned: say("vote-state-planned"), open: say("vote-state-open"), closed: say("vote-state-closed") }
  return (
    <section class="panel vote-panel" aria-labelledby={`vote-${ballot.id}`}>
      <div class="panel-head">
        <h2 id={`vote-${ballot.id}`}>{say("vote-title")}</h2>
        <span class={`mark is-${ballot.state}`}>{words[ballot.state]}</span>
      </div>
      {ballot.state === "planned" && <Opening ballot={ballot} />}
      {ballot.state === "open" && <Closing ballot={ballot} />}
      {ballot.state === "closed" && <p>{say("vote-closed", { cast: ballot.cast })}</p>}
      {ballot.state === "closed" && (
        <ol class="prize-lines">
          {prizes.map((prize) => (
            <PrizeLine key={prize.id} prize={prize} />
          ))}
        </ol>
      )}
    </section>
  )
}

/** The votings that matter now: those begun, and that of the round it is. */
export function Votes() {
  const round = currentRound()
  const due = round?.kind === "ballot" || round?.kind === "prizes"
  const shown = rows("Ballot").filter(
    (ballot) => ballot.state !== "planned" || (due && (!round.ballot || round.ballot === ballot.id)),
  )
  return (
    <>
      {shown.map((ballot) => (
        <Voting key={ballot.id} ballot={ballot} />
      ))}
    </>
  )
}
