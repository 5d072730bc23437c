/**
 * What the stage shows: what the round of this moment needs, or what somebody chose here. The choice stands in the
 * address of this page, so that it outlives a reload. A presenter's clicker (Page Up, Page Down) goes along the choices.
 */
import { signal } from "@preact/signals"
import { useEffect } from "preact/hooks"
import { look } from "../../link"
import { Icon } from "../../parts/icon"
import { say } from "../../words"

const PINS = ["automatic", "wall", "questions", "counters", "programme"] as const
export type Pin = (typeof PINS)[number]

const NAMES = "names"

const chosen = signal<readonly string[]>(location.hash.slice(1).split("+"))

/** What was chosen for the stage. */
export function pinned(): Pin {
  return PINS.find((pin) => chosen.value.includes(pin)) ?? "automatic"
}

/** Whether the names of who wrote them stand beneath the notes. */
export function named(): boolean {
  return chosen.value.includes(NAMES)
}

function choose(pin: Pin, names: boolean): void {
  chosen.value = names ? [pin, NAMES] : [pin]
  history.replaceState(null, "", `#${chosen.value.join("+")}`)
}

function onKey(event: KeyboardEvent): void {
  const step = { PageDown: 1, PageUp: -1 }[event.key]
  if (!step || event.defaultPrevented) return
  event.preventDefault()
  choose(PINS[(PINS.indexOf(pinned()) + step + PINS.length) % PINS.length] ?? "automatic", named())
}

function label(pin: Pin): string {
  const words = {
    automatic: say("stage-pin-automatic"),
    wall: say("stage-pin-wall"),
    questions: say("stage-pin-questions"),
    counters: say("stage-pin-counters"),
    programme: say("stage-pin-programme"),
  }
  return words[pin]
}

/** A small menu in the corner: what to show, and whether with names. */
export function PinMenu() {
  const names = named()
  const pin = pinned()
  useEffect(() => look(names ? NAMES : ""), [names])
  useEffect(() => {
    addEventListener("keydown", onKey)
    return () => removeEventListener("keydown", onKey)
  }, [])
  return (
    <details class="pin">
      <summary>
        <Icon name="stage" />
        {label(pin)}
      </summary>
      <fieldset>
        <legend>{say("stage-pin")}</legend>
        {PINS.map((one) => (
          <label key={one}>
            <input type="radio" name="pin" checked={one === pin} onChange={() => choose(one, names)} />
            {label(one)}
          </label>
        ))}
        <label class="pin-names">
          <input type="checkbox" checked={names} onChange={() => choose(pin, !names)} />
          {say("stage-pin-names")}
        </label>
      </fieldset>
    </details>
  )
}
