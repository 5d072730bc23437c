/** How many votes each initiative got: a name, a bar and a number. */
import type { Tally } from "../wire"
import { say } from "../words"
import { initiativeName } from "./round"

export function Bars({ tally }: { tally: Tally }) {
  const ranked = Object.entries(tally.counts).sort(([, a], [, b]) => b - a)
  const most = ranked[0]?.[1] ?? 1
  return (
    <ul class="bars" aria-label={say("tally-label", { cast: tally.cast })}>
      {ranked.map(([id, votes]) => (
        <li key={id} class={votes === most ? "is-most" : ""}>
          <bdi>{initiativeName(id)}</bdi>
          <span class="bars-bar" aria-hidden="true">
            <i style={{ transform: `scaleX(${votes / most})` }} />
          </span>
          <strong>{votes}</strong>
        </li>
      ))}
    </ul>
  )
}
