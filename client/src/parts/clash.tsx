/** A text that was refused, with nothing lost: both texts are shown where two people changed it, and each can be kept. */
import { forget } from "../link"
import type { Entry } from "../outbox"
import { say } from "../words"
import { reasonOf } from "./sent"

interface ClashProps {
  entry: Entry
  /** What I wrote, and what is there now. */
  mine: string
  there: string
  /** Send mine, as a change of what is there. */
  onMine: () => void
  /** Keep both: left out where that makes no sense. */
  onBoth?: () => void
  /** Put mine aside. */
  onLeave: () => void
}

export function Clash({ entry, mine, there, onMine, onBoth, onLeave }: ClashProps) {
  const clash = entry.reason === "changed_meanwhile"
  const settle = (act: () => void) => () => {
    forget(entry.ref)
    act()
  }
  return (
    <div class="clash" role="group" aria-label={reasonOf(entry)}>
      <p class="fault">{reasonOf(entry)}</p>
      {clash && (
        <p>
          <b>{say("conflict-there")}</b> <q dir="auto">{there || "–"}</q>
        </p>
      )}
      <p>
        <b>{say("conflict-mine")}</b> <q dir="auto">{mine || "–"}</q>
      </p>
      <div class="acts">
        <button type="button" onClick={settle(onMine)}>
          {clash ? say("conflict-use-mine") : say("refused-again")}
        </button>
        {clash && onBoth && (
          <button type="button" class="quiet" onClick={settle(onBoth)}>
            {say("market-keep-both")}
          </button>
        )}
        <button type="button" class="quiet" onClick={settle(onLeave)}>
          {clash ? say("conflict-leave") : say("refused-drop")}
        </button>
      </div>
    </div>
  )
}

/** What is there now, for a change that started from `was`: the newest we know of. */
export function thereNow(entry: Entry, saved: string): string {
  const from = "was" in entry.command ? entry.command.was : undefined
  return saved === from ? (entry.present ?? saved) : saved
}
