/** Who helps us: what people said they will do for this initiative, and for which of its needs. */
import { Icon } from "../../parts/icon"
import { row, rows } from "../../store"
import type { Pledge } from "../../wire"
import { say } from "../../words"

function One({ pledge }: { pledge: Pledge }) {
  const terms = { unpaid: say("lead-unpaid"), paid: say("lead-paid"), exchange: say("lead-exchange") }[pledge.terms]
  const need = row("Need", pledge.need)
  return (
    <li class="ours-words">
      <b class="ours-kind">
        <bdi>{pledge.name || say("somebody")}</bdi>
      </b>
      <p class="ours-text" dir="auto">
        {pledge.what}
      </p>
      <p class="ours-who">
        {pledge.when && (
          <span>
            <Icon name="wait" />
            <bdi>{pledge.when}</bdi>
          </span>
        )}
        <span>{terms}</span>
      </p>
      {need && <p class="small soft">{say("lead-pledge-for", { need: need.text })}</p>}
    </li>
  )
}

export function Helpers({ initiative }: { initiative: string }) {
  const pledges = rows("Pledge")
    .filter((pledge) => pledge.initiative === initiative)
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
  return (
    <section class="card" aria-labelledby="ours-helpers">
      <h2 id="ours-helpers">
        {say("lead-helpers")} {pledges.length > 0 && <span class="ours-count">{pledges.length}</span>}
      </h2>
      {pledges.length === 0 && <p class="soft">{say("lead-helpers-none")}</p>}
      <ul class="ours-rows">
        {pledges.map((pledge) => (
          <One key={pledge.id} pledge={pledge} />
        ))}
      </ul>
    </section>
  )
}
