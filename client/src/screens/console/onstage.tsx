/** What is on now: the round, the clock, how many are here, and the way on. */
import { numbers, secondsUntil, submit } from "../../link"
import { Countdown, digits } from "../../parts/countdown"
import { Icon } from "../../parts/icon"
import { currentRound, fullName, shortName } from "../../parts/round"
import { ordered, row } from "../../store"
import type { Initiative, Round } from "../../wire"
import { say, word } from "../../words"
import { around, Move } from "./moves"
import { keyOf } from "./shortcuts"

const MORE = [1, 5] as const
const WRAP_UP = 60_000

function Extend({ round }: { round: Round }) {
  return (
    <>
      {MORE.map((minutes) => (
        <button
          key={minutes}
          type="button"
          class="quiet"
          aria-label={say("extend-long", { minutes })}
          aria-keyshortcuts={keyOf(minutes === 1 ? "one" : "five")}
          onClick={() => submit({ type: "ExtendRound", round: round.id, minutes })}
        >
          {say("extend", { minutes })}
        </button>
      ))}
    </>
  )
}

function Moves({ round }: { round: Round | undefined }) {
  const rounds = ordered("Round")
  const { next, back } = around(rounds, round?.id ?? "")
  return (
    <div class="moves">
      {next && (
        <Move to={next} from="next" look="move-on" shortcut={keyOf("next")}>
          {round ? say("move-next", { round: shortName(next) }) : say("move-start", { round: shortName(next) })}
          <Icon name="step" />
        </Move>
      )}
      {!next && <p class="hint">{say("move-last")}</p>}
      {round && <Extend round={round} />}
      {back && (
        <Move to={back} from="back" look="quiet" shortcut={keyOf("back")}>
          <Icon name="back" />
          {say("move-back", { round: shortName(back) })}
        </Move>
      )}
    </div>
  )
}

function Heads({ round }: { round: Round | undefined }) {
  const { here, notes } = numbers.value
  const board = round?.initiative
  const all = Object.values(notes).reduce((sum, count) => sum + count, 0)
  return (
    <p class="heads">
      <span>
        <Icon name="people" />
        {say("here-count", { count: here })}
      </span>
      <span>
        <Icon name="pencil" />
        {board ? say("board-count", { count: notes[board] ?? 0 }) : say("notes-count-all", { count: all })}
      </span>
    </p>
  )
}

/** When a round in rooms is over, people have a minute to finish their sentence; then they come by themselves. */
function ComingBack({ round }: { round: Round }) {
  const comes = round.state === "over" && round.grouping !== "plenary" && !round.back
  if (!comes) return null
  return (
    <p class="coming-back">
      <Icon name="wait" />
      {say("console-coming-back", { time: digits(secondsUntil(round.ends + WRAP_UP)) })}
    </p>
  )
}

function Of({ initiative }: { initiative: Initiative }) {
  const needs = ordered("Need").filter((need) => need.initiative === initiative.id)
  return (
    <section class="panel brief" aria-labelledby="brief-title">
      <h2 id="brief-title">
        <bdi>{initiative.name}</bdi>
      </h2>
      <p class="brief-place">
        <Icon name="place" />
        <bdi>{initiative.place}</bdi>
      </p>
      {initiative.dream && <p class="brief-dream">{initiative.dream}</p>}
      {needs.length > 0 && (
        <ul class="brief-needs">
          {needs.map((need) => (
            <li key={need.id}>
              <strong>{word("need", need.kind)}</strong> <span>{need.text}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

export function OnStage() {
  const round = currentRound()
  const rounds = ordered("Round").filter((other) => !other.skipped)
  const number = rounds.findIndex((other) => other.id === round?.id) + 1
  return (
    <section class="panel onstage" id="now" aria-labelledby="onstage-title">
      <div class="onstage-head">
        <div>
          <p class="eyebrow">
            {round ? say("onstage-now", { number, total: rounds.length }) : say("onstage-before")}
          </p>
          <h1 id="onstage-title">
            <bdi>{round ? fullName(round) : (row("About", "about")?.title ?? "")}</bdi>
          </h1>
          <Heads round={round} />
        </div>
        {round && <Countdown round={round} />}
      </div>
      {round && <ComingBack round={round} />}
      {rounds.length > 0 ? <Moves round={round} /> : <p class="empty">{say("run-empty")}</p>}
    </section>
  )
}

/** The initiative that this round is about, in short. */
export function Brief() {
  const initiative = row("Initiative", currentRound()?.initiative ?? "")
  return initiative ? <Of initiative={initiative} /> : null
}
