/** Prizes that nobody votes about: their partner decided, or the facilitators. Only here is it known before the reveal. */
import { useState } from "preact/hooks"
import { submit } from "../../link"
import { Ask } from "../../parts/ask"
import { together } from "../../parts/names"
import { currentRound } from "../../parts/round"
import { ordered } from "../../store"
import type { Prize } from "../../wire"
import { say } from "../../words"
import { Fold } from "./fold"
import { PrizeHead, Reveal, Winner } from "./votes"

function Choose({ prize }: { prize: Prize }) {
  const before = prize.winners ?? []
  const [chosen, choose] = useState<readonly string[]>(before)
  const all = ordered("Initiative")
  const winners = all.map((one) => one.id).filter((id) => chosen.includes(id))
  const toggle = (id: string) => choose(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  const same = winners.length === before.length && winners.every((id) => before.includes(id))
  const says = winners.length
    ? say("console-award-preview", { prize: prize.title, name: together(winners) })
    : say("console-award-none", { prize: prize.title })
  return (
    <fieldset class="settle">
      <legend>{say("console-award-who")}</legend>
      {all.map((one) => (
        <label key={one.id}>
          <input type="checkbox" checked={chosen.includes(one.id)} onChange={() => toggle(one.id)} />
          <bdi>{one.name}</bdi>
        </label>
      ))}
      <Ask
        name={`award:${prize.id}:${winners.join()}`}
        look="quiet"
        disabled={same}
        says={says}
        yes={say("settle-yes")}
        act={() => submit({ type: "AwardPrize", prize: prize.id, winners })}
      >
        {say("settle-do")}
      </Ask>
    </fieldset>
  )
}

function AwardLine({ prize }: { prize: Prize }) {
  const [choosing, open] = useState(false)
  return (
    <li class="prize-line">
      <PrizeHead prize={prize} />
      <p class="hint">{prize.decided === "partner" ? say("console-award-partner") : say("console-award-facilitator")}</p>
      <Winner prize={prize} />
      {!prize.revealed && (
        <button type="button" class="quiet" aria-expanded={choosing} onClick={() => open(!choosing)}>
          {say("console-award-choose")}
        </button>
      )}
      {!prize.revealed && choosing && <Choose key={(prize.winners ?? []).join()} prize={prize} />}
      <Reveal prize={prize} />
    </li>
  )
}

export function Awards() {
  const prizes = ordered("Prize").filter((prize) => prize.decided !== undefined && prize.decided !== "vote")
  if (prizes.length === 0) return null
  const known = prizes.filter((prize) => (prize.winners ?? []).length > 0).length
  return (
    <Fold
      name="awards"
      title={say("console-awards")}
      sum={say("console-awards-known", { known, total: prizes.length })}
      open={["ballot", "prizes"].includes(currentRound()?.kind ?? "")}
    >
      <p class="hint">{say("console-awards-hint")}</p>
      <ol class="prize-lines">
        {prizes.map((prize) => (
          <AwardLine key={prize.id} prize={prize} />
        ))}
      </ol>
    </Fold>
  )
}
