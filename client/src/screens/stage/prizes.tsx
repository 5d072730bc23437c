/**
 * The prizes in the hall. A prize is shown in three quiet steps: which prize and who gives it, who it goes to, and how
 * the votes fell. Of what is not yet revealed the stage knows nothing but its name.
 */
import { useEffect, useRef, useState } from "preact/hooks"
import { together } from "../../parts/names"
import { givenBy } from "../../parts/prize"
import { initiativeName } from "../../parts/round"
import { Bars } from "../../parts/tally"
import { ordered, row } from "../../store"
import type { Prize, Round } from "../../wire"
import { say } from "../../words"
import { Fit } from "./fit"

const PAUSES = [0, 3_000, 2_500]
const LAST = 3

/** Which prize is being shown, and up to which step. One that was revealed before we looked is shown whole. */
function useReveal(prizes: readonly Prize[]): { id: string; step: number } {
  const [shown, show] = useState({ id: "", step: LAST })
  const known = useRef<Set<string> | undefined>(undefined)
  const open = prizes.filter((prize) => prize.revealed).map((prize) => prize.id)
  const told = prizes.length > 0
  useEffect(() => {
    if (!told) return
    const fresh = open.filter((id) => !known.current?.has(id))
    const latest = fresh[fresh.length - 1]
    if (latest) show({ id: latest, step: known.current ? 1 : LAST })
    known.current = new Set(open)
  }, [told, open.join()])
  useEffect(() => {
    if (shown.step >= LAST) return
    const timer = setTimeout(() => show({ ...shown, step: shown.step + 1 }), PAUSES[shown.step])
    return () => clearTimeout(timer)
  }, [shown])
  return shown
}

function winnerSize(winners: readonly string[]): string {
  const { length } = together(winners)
  if (length > 44) return "is-very-long"
  return winners.length > 1 || length > 22 ? "is-long" : ""
}

function Reveal({ prize, step }: { prize: Prize; step: number }) {
  const tally = row("Tally", prize.id)
  const winners = prize.winners ?? []
  return (
    <Fit look="reveal">
      <p class="eyebrow">{givenBy(prize)}</p>
      <h1>
        <bdi>{prize.title}</bdi>
      </h1>
      <p class="reveal-to">{say("prize-goes-to")}</p>
      {step >= 2 && (
        <p class={`reveal-winner ${winnerSize(winners)}`}>
          {together(winners)}
        </p>
      )}
      {step >= 2 && winners.length === 1 && <p class="reveal-place">{row("Initiative", winners[0] ?? "")?.place}</p>}
      {step >= LAST && prize.decided === "partner" && (
        <p class="reveal-settled">{say("stage-chosen-by", { name: prize.giver })}</p>
      )}
      {step >= LAST && prize.decided === "facilitator" && (
        <p class="reveal-settled">{say("stage-chosen-by-facilitators")}</p>
      )}
      {step >= LAST && winners.length > 1 && <p class="reveal-settled">{say("stage-shared")}</p>}
      {step >= LAST && prize.settled && <p class="reveal-settled">{say("prize-settled")}</p>}
      {step >= LAST && tally && <Bars tally={tally} />}
    </Fit>
  )
}

function Card({ prize }: { prize: Prize }) {
  return (
    <li class={prize.revealed ? "is-revealed" : ""}>
      <h2>
        <bdi>{prize.title}</bdi>
      </h2>
      <p>{givenBy(prize)}</p>
      <p class="prize-card-winner">
        {prize.revealed ? (prize.winners ?? []).map(initiativeName).join(" · ") : say("prize-secret")}
      </p>
    </li>
  )
}

export function Prizes({ round }: { round: Round }) {
  const prizes = ordered("Prize").filter((prize) => !round.ballot || prize.ballot === round.ballot)
  const { id, step } = useReveal(prizes)
  const now = prizes.find((prize) => prize.id === id)
  const others = prizes.filter((prize) => prize.id !== id)
  return (
    <main class={now ? "scene scene-prizes is-revealing" : "scene scene-prizes"} id="content">
      {now ? <Reveal key={now.id} prize={now} step={step} /> : <h1>{say("prizes-heading")}</h1>}
      {others.length > 0 && (
        <ol class="prize-cards">
          {others.map((prize) => (
            <Card key={prize.id} prize={prize} />
          ))}
        </ol>
      )}
    </main>
  )
}
