/** Rooms that ask a facilitator to come: who waits longest comes first. */
import { useComputed } from "@preact/signals"
import { submit } from "../../link"
import { Icon } from "../../parts/icon"
import { useTold } from "../../parts/status"
import { rows } from "../../store"
import type { HelpCall } from "../../wire"
import { say } from "../../words"
import { minutesSince, placeName } from "./places"
import { keyOf } from "./shortcuts"

/** All calls that wait, longest first. */
export function calls(): HelpCall[] {
  return rows("HelpCall").sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
}

function Waited({ at }: { at: number }) {
  const minutes = useComputed(() => minutesSince(at))
  return <span class="call-waited">{say("console-waits", { minutes: minutes.value })}</span>
}

/** One call, with what one can do about it. */
export function Call({ call }: { call: HelpCall }) {
  const where = placeName(call.room, call.table)
  // The second press of a double click falls on the next call, which came up in this one's place.
  const answer = (walk: boolean) => (event: MouseEvent) => {
    if (event.detail < 2) submit({ type: "AnswerCall", call: call.id, walk })
  }
  return (
    <li class="help-call">
      <p>
        <strong>
          <bdi>{where}</bdi>
        </strong>
        <span class="call-who">
          <bdi>{call.name}</bdi> · <Waited at={call.at} />
        </span>
      </p>
      <div class="call-acts">
        {call.room && (
          <button type="button" aria-label={say("console-walk-to", { room: where })} onClick={answer(true)}>
            {say("console-walk")}
          </button>
        )}
        <button
          type="button"
          class="quiet"
          aria-label={say("console-solved-at", { room: where })}
          onClick={answer(false)}
        >
          {say("console-solved")}
        </button>
      </div>
    </li>
  )
}

/** How many wait, in the head of the screen; it leads to the queue. */
export function CallCount() {
  const count = calls().length
  useTold(count ? say("console-calls-count", { count }) : "")
  return (
    <a class={count ? "call-count is-waiting" : "call-count"} href="#calls" aria-keyshortcuts={keyOf("help")}>
      <Icon name={count ? "alarm" : "check"} />
      {say("console-calls-count", { count })}
    </a>
  )
}

/**
 * The queue, or a line that nobody waits. `shown` are those in sight; others wait behind `flow`, so that what is below
 * does not move while somebody is busy there.
 */
export function Calls({ shown, waiting, flow }: { shown: readonly HelpCall[]; waiting: number; flow: () => void }) {
  const count = shown.length + waiting
  return (
    <section class={count ? "panel calls-panel is-waiting" : "panel calls-panel"} id="calls" tabIndex={-1}>
      <div class="panel-head">
        <h2>
          <Icon name={count ? "alarm" : "check"} />
          {say("console-calls-count", { count })}
        </h2>
        {waiting > 0 && (
          <button type="button" onClick={flow}>
            {say("console-calls-show", { count: waiting })}
          </button>
        )}
      </div>
      <ol class="help-calls">
        {shown.map((call) => (
          <Call key={call.id} call={call} />
        ))}
      </ol>
    </section>
  )
}
