/** What the hall sees while people come in, pause, vote and say goodbye. */
import { numbers } from "../../link"
import { Countdown } from "../../parts/countdown"
import { givenBy } from "../../parts/prize"
import { Prompt } from "../../parts/prompt"
import { shortName } from "../../parts/round"
import { ordered, row } from "../../store"
import type { Round } from "../../wire"
import { say, timeOfDay, word } from "../../words"
import { Fit } from "./fit"
import { Counts } from "./harvest"
import { JoinCard } from "./join"
import { released, Wall } from "./wall"

export function Welcome() {
  const about = row("About", "about")
  const here = numbers.value.here
  return (
    <main class="scene scene-welcome" id="content">
      <Fit>
        <p class="eyebrow">{say("stage-welcome")}</p>
        <h1>
          <bdi>{about?.title}</bdi>
        </h1>
        {about?.welcome && <p class="scene-lead">{about.welcome}</p>}
        {here > 0 && (
          <p class="stage-big-count">
            <strong>{here}</strong> {say("stage-here-long", { count: here })}
          </p>
        )}
      </Fit>
      <JoinCard />
    </main>
  )
}

export function Pause({ round }: { round: Round }) {
  const next = ordered("Round").find((other) => other.order > round.order && !other.skipped)
  const notes = released()
  return (
    <main class={notes.length > 0 ? "scene scene-split is-wide" : "scene scene-centre"} id="content">
      <Fit>
        <h1>
          <bdi>{round.title || word("round", round.kind)}</bdi>
        </h1>
        <Prompt round={round} />
        {round.state === "open" && <p class="scene-lead">{say("stage-back-at", { time: timeOfDay(round.ends) })}</p>}
        <Countdown round={round} />
        {next && <p class="scene-next">{say("stage-next", { round: shortName(next) })}</p>}
      </Fit>
      {notes.length > 0 && <Wall notes={notes} told />}
    </main>
  )
}

function Turnout({ ballot }: { ballot: string }) {
  const count = numbers.value.turnout[ballot] ?? 0
  return (
    <p class="stage-big-count">
      <strong>{count}</strong> {say("stage-voted", { count })}
    </p>
  )
}

export function Vote({ round }: { round: Round }) {
  const ballot = row("Ballot", round.ballot)
  const prizes = ordered("Prize").filter((prize) => prize.ballot === round.ballot)
  const open = ballot?.state === "open"
  const closed = ballot?.state === "closed"
  return (
    <main class="scene scene-split is-vote" id="content">
      <Fit>
        <p class="eyebrow">{round.title || word("round", round.kind)}</p>
        <h1>{open ? say("stage-vote-now") : closed ? say("ballot-closed") : say("now-ballot-soon")}</h1>
        {(open || closed) && <Turnout ballot={round.ballot} />}
        {open && <p class="scene-lead">{say("ballot-secret")}</p>}
        {closed && <p class="scene-lead">{say("stage-vote-thanks")}</p>}
        {open && <Countdown round={round} />}
      </Fit>
      <Fit>
        <ol class="prize-cards">
          {prizes.map((prize) => (
            <li key={prize.id}>
              <h2>
                <bdi>{prize.title}</bdi>
              </h2>
              <p>{givenBy(prize)}</p>
              {prize.what && <p dir="auto">{prize.what}</p>}
            </li>
          ))}
        </ol>
      </Fit>
    </main>
  )
}

export function Goodbye({ round }: { round: Round }) {
  const ways = [say("stage-goodbye-do"), say("stage-goodbye-report"), say("stage-goodbye-stay"), say("stage-goodbye")]
  return (
    <main class="scene scene-split is-goodbye" id="content">
      <Fit>
        <p class="eyebrow">{round.title || word("round", round.kind)}</p>
        <h1>{say("stage-thanks")}</h1>
        <h2>{say("stage-goodbye-now")}</h2>
        <ul class="goodbye-ways">
          {ways.map((way) => (
            <li key={way}>{way}</li>
          ))}
        </ul>
      </Fit>
      <Fit>
        <Counts />
      </Fit>
    </main>
  )
}
