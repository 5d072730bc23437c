/**
 * Keys that press the console's own buttons.
 *
 * A key does what its button does, and asks first where the button asks. Never while somebody types, and never together
 * with Ctrl, Alt or the like. They can be switched off; that is kept on this device.
 */
import { useEffect, useRef } from "preact/hooks"
import { draft } from "../../drafts"
import { say } from "../../words"

const KEYS = { next: "n", back: "p", one: "+", five: "5", help: "h", message: "m", list: "?" } as const
type Shortcut = keyof typeof KEYS

const off = draft("shortcuts-off")

/** The key of a shortcut, to put on its button; nothing while shortcuts are off. */
export function keyOf(shortcut: Shortcut): string | undefined {
  return off.value ? undefined : KEYS[shortcut]
}

function typing(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable], dialog") !== null
}

function placeOf(key: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[aria-keyshortcuts="${key}"]`)
}

function press(event: KeyboardEvent): void {
  if (off.peek() || event.defaultPrevented || event.repeat) return
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector("dialog[open]")) return
  const key = event.key.toLowerCase()
  if (!Object.values<string>(KEYS).includes(key)) return
  const place = placeOf(key)
  if (!place) return
  event.preventDefault()
  if (place.matches("textarea")) return place.focus()
  place.click()
  // Where the press opened a field of the same key, one wants to write there.
  requestAnimationFrame(() => placeOf(key)?.matches("textarea") && placeOf(key)?.focus())
}

function words(): [Shortcut, string][] {
  return [
    ["next", say("console-key-next")],
    ["back", say("console-key-back")],
    ["one", say("console-key-one")],
    ["five", say("console-key-five")],
    ["help", say("console-key-help")],
    ["message", say("console-key-message")],
    ["list", say("console-key-list")],
  ]
}

function List({ onClose }: { onClose: () => void }) {
  return (
    <>
      <h2 id="keys-title">{say("console-keys")}</h2>
      <label class="keys-switch">
        <input type="checkbox" checked={!off.value} onChange={() => (off.value = off.value ? "" : "off")} />
        {say("console-keys-on")}
      </label>
      <dl class="keys">
        {words().map(([shortcut, what]) => (
          <div key={shortcut}>
            <dt>
              <kbd>{KEYS[shortcut]}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p class="hint">{say("console-keys-hint")}</p>
      <button type="button" onClick={onClose}>
        {say("cancel")}
      </button>
    </>
  )
}

/** The button that shows which keys there are. */
export function Shortcuts() {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    document.addEventListener("keydown", press)
    return () => document.removeEventListener("keydown", press)
  }, [])
  return (
    <>
      <button
        type="button"
        class="plain keys-open"
        aria-keyshortcuts={keyOf("list")}
        onClick={() => dialog.current?.showModal()}
      >
        {say("console-keys")}
      </button>
      <dialog ref={dialog} class="keys-dialog" aria-labelledby="keys-title">
        <List onClose={() => dialog.current?.close()} />
      </dialog>
    </>
  )
}
