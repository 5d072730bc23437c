/**
 * What this browser still has to tell the server.
 *
 * Everything a person sends is first written down here, in the browser's own storage, each under a name of its own: a
 * ref, `device.seq`. It stays until the server has answered. So nothing is lost by a reload, a tunnel or an empty
 * battery, and because the server knows refs, sending twice does no harm.
 */
import { signal } from "@preact/signals"
import type { Answer, PhoneCommand, Reason } from "./wire"

export interface Entry {
  ref: string
  command: PhoneCommand
  state: "waiting" | "refused"
  at: number
  reason?: Reason | undefined
  present?: string | undefined
}

/** The part of the browser's Storage that we use. */
export interface Shelf {
  readonly length: number
  key(index: number): string | null
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

/** Answers that ask for patience, not for other words: we send again later. */
const LATER: readonly Reason[] = ["too_fast", "too_many_waiting"]

function split(ref: string): [device: string, seq: number] {
  const dot = ref.lastIndexOf(".")
  return [ref.slice(0, dot), Number(ref.slice(dot + 1))]
}

function readAll(shelf: Shelf, prefix: string): Entry[] {
  const keys = Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? "")
  const found = keys.filter((key) => key.startsWith(prefix)).map((key) => JSON.parse(shelf.getItem(key) ?? "null"))
  return (found as Entry[]).filter(Boolean).sort((a, b) => a.at - b.at || split(a.ref)[1] - split(b.ref)[1])
}

export type Outbox = ReturnType<typeof openOutbox>

/**
 * Open the outbox kept on `shelf` under `prefix`. What other devices (tabs that are gone) left there is taken over,
 * with its own refs. `device` and `next` name what is added from here on.
 */
export function openOutbox(shelf: Shelf, prefix: string, device: string, next: number) {
  const entries = signal<Entry[]>(readAll(shelf, prefix))

  function write(entry: Entry): void {
    try {
      shelf.setItem(prefix + entry.ref, JSON.stringify(entry))
    } catch {
      // The browser's storage is full or closed to us: the entry lives on in this page.
    }
  }

  /** Forget an entry: it was granted, or the person has seen why it was refused. */
  function forget(ref: string): void {
    shelf.removeItem(prefix + ref)
    entries.value = entries.value.filter((entry) => entry.ref !== ref)
  }

  /** Write a wish down under a new ref. `at` is now, in ms. */
  function add(command: PhoneCommand, at: number): Entry {
    const entry: Entry = { ref: `${device}.${next++}`, command, state: "waiting", at }
    write(entry)
    entries.value = [...entries.value, entry]
    return entry
  }

  function refuse(entry: Entry, answer: Answer): void {
    const refused: Entry = { ...entry, state: "refused", reason: answer.reason, present: answer.present }
    write(refused)
    entries.value = entries.value.map((other) => (other.ref === entry.ref ? refused : other))
  }

  /** Take in an answer: granted entries go, refused ones stay for the person to see, the others wait on. */
  function settle(answer: Answer): void {
    const entry = entries.value.find((other) => other.ref === answer.ref)
    if (!entry || (answer.reason && LATER.includes(answer.reason))) return
    if (!answer.reason || answer.reason === "already") forget(entry.ref)
    else refuse(entry, answer)
  }

  /** All entries without an answer, oldest first. */
  function waiting(): Entry[] {
    return entries.value.filter((entry) => entry.state === "waiting")
  }

  /** The lowest seq that the device of this ref has no answer for. */
  function low(ref: string): number {
    const [mine, seq] = split(ref)
    const open = waiting().map((entry) => split(entry.ref))
    return Math.min(seq, ...open.filter(([other]) => other === mine).map(([, number]) => number))
  }

  return { entries, add, settle, forget, waiting, low, next: () => next }
}
