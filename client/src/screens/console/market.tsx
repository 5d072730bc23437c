/** The open space, for who leads it: what is proposed, who tells it on the stage, and the grid of slots and places. */
import { useId, useState } from "preact/hooks"
import { submit } from "../../link"
import { placed } from "../../parts/here"
import { Icon } from "../../parts/icon"
import { market, upTo } from "../../parts/market-talks"
import { currentRound } from "../../parts/round"
import { ordered, row, rows } from "../../store"
import type { Market as Grid } from "../../wire"
import { say } from "../../words"
import { Fold } from "./fold"
import { Names, Proposals } from "./proposals"

const MOST_SLOTS = 6
const MOST_PLACES = 30

function Size({ grid }: { grid: Grid }) {
  const [slots, setSlots] = useState(String(grid.slots))
  const [places, setPlaces] = useState(String(grid.places))
  const ids = { slots: useId(), places: useId() }
  const wish = { slots: Number(slots), places: Number(places) }
  const inside = placed().every((one) => one.slot <= wish.slots && one.place <= wish.places)
  const possible = wish.slots >= 1 && wish.slots <= MOST_SLOTS && wish.places >= 1 && wish.places <= MOST_PLACES
  const changed = wish.slots !== grid.slots || wish.places !== grid.places
  const save = (event: Event) => {
    event.preventDefault()
    if (inside && possible && changed) submit({ type: "SetMarket", ...wish })
  }
  return (
    <form class="grid-size" onSubmit={save}>
      <p>
        <label for={ids.slots}>{say("console-slots")}</label>
        <input id={ids.slots} type="number" min={1} max={MOST_SLOTS} value={slots} onInput={(event) => setSlots(event.currentTarget.value)} />
      </p>
      <p>
        <label for={ids.places}>{say("console-places")}</label>
        <input id={ids.places} type="number" min={1} max={MOST_PLACES} value={places} onInput={(event) => setPlaces(event.currentTarget.value)} />
      </p>
      <button type="submit" class="quiet" disabled={!inside || !possible || !changed}>
        {say("console-grid-save")}
      </button>
      {!inside && <p class="fault">{say("console-grid-in-use")}</p>}
    </form>
  )
}

function Settings({ grid }: { grid: Grid }) {
  const toggle = () => submit({ type: "SetMarket", open: !grid.open })
  return (
    <div class="market-settings">
      <label class="market-open">
        <input type="checkbox" checked={grid.open} onChange={toggle} />
        {say("console-market-open")}
      </label>
      <Size key={`${grid.slots}/${grid.places}`} grid={grid} />
    </div>
  )
}

function Queue({ grid }: { grid: Grid }) {
  const now = row("Conversation", grid.pitched)
  const queue = rows("Conversation")
    .filter((one) => one.queued > 0 && one.id !== grid.pitched)
    .sort((a, b) => a.queued - b.queued || (a.id < b.id ? -1 : 1))
  const call = (conversation: string) => submit({ type: "CallPitch", conversation })
  return (
    <div class="pitch-queue">
      <h3>{say("console-queue", { count: queue.length })}</h3>
      {now && (
        <p class="pitch-now">
          <Icon name="stage" />
          <span>
            <strong dir="auto">{now.title}</strong> <Names conversation={now} />
          </span>
          <button type="button" class="quiet" onClick={() => call("")}>
            {say("note-unrelease")}
          </button>
        </p>
      )}
      <ol>
        {queue.map((one) => (
          <li key={one.id}>
            <span>
              <strong dir="auto">{one.title}</strong> <Names conversation={one} />
            </span>
            <button type="button" class="quiet" onClick={() => call(one.id)}>
              {say("console-pitch-now")}
            </button>
          </li>
        ))}
      </ol>
    </div>
  )
}

function Table({ grid }: { grid: Grid }) {
  const at = new Map(placed().map((one) => [`${one.slot}/${one.place}`, one]))
  const slots = upTo(grid.slots)
  return (
    <div class="grid-scroll" tabIndex={0} role="group" aria-label={say("console-grid")}>
      <table class="grid">
        <thead>
          <tr>
            <td />
            {slots.map((slot) => (
              <th key={slot} scope="col">
                {say("console-slot", { slot })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {upTo(grid.places).map((place) => (
            <tr key={place}>
              <th scope="row">{say("console-place", { place })}</th>
              {slots.map((slot) => {
                const one = at.get(`${slot}/${place}`)
                return (
                  <td key={slot} class={one ? "is-taken" : ""}>
                    {one ? <span dir="auto">{one.title}</span> : <span class="hint">{say("console-free")}</span>}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The market; there is none while the programme has no open space. */
export function Market() {
  if (!ordered("Round").some((round) => round.kind === "open_space" && !round.skipped)) return null
  const grid = market()
  const all = rows("Conversation").sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  return (
    <Fold
      name="market"
      title={say("console-market")}
      sum={say("console-market-sum", { count: all.length, placed: placed().length })}
      open={currentRound()?.kind === "open_space"}
    >
      <Settings grid={grid} />
      <Queue grid={grid} />
      <h3>{say("console-grid")}</h3>
      <Table grid={grid} />
      <Proposals grid={grid} all={all} />
    </Fold>
  )
}
