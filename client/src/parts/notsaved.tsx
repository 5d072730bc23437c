/** How something new stands that has no answer yet; or why it was refused, with two ways out, so that no word is lost. */
import { forget } from "../link"
import type { Entry } from "../outbox"
import { say } from "../words"
import { reasonOf, waitingWords } from "./sent"

/** `onChange` brings the words back into the form they came from. */
export function NotSaved({ entry, onChange }: { entry: Entry; onChange: () => void }) {
  if (entry.state === "waiting") return <p class="soft">{waitingWords()}</p>
  const change = () => {
    onChange()
    forget(entry.ref)
  }
  return (
    <>
      <p class="fault">{reasonOf(entry)}</p>
      <div class="acts">
        <button type="button" class="quiet" onClick={change}>
          {say("refused-edit")}
        </button>
        <button type="button" class="plain" onClick={() => forget(entry.ref)}>
          {say("refused-drop")}
        </button>
      </div>
    </>
  )
}
