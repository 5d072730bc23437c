/**
 * What this browser still has to tell the server.
 *
 * Everything a person sends is first written down here, in the browser's own storage, each under a name of its own: a
 * ref, `device.seq`. It stays until the server has answered. So nothing is lost by a reload, a tunnel or an empty
 * battery, and because the server knows refs, sending twice does no harm.
 */
import { type Signal, signal } from "@preact/signals"
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

/** What was kept, or null when it can't be read: one spoilt row must not keep a page from working. */
function parse(kept: string | null): Entry | null {
  try {
    return JSON.parse(kept ?? "null") as Entry | null
  } catch {
    return null
  }
}

function readAll(shelf: Shelf, prefix: string): Entry[] {
  const keys = Array.from({ length: shelf.length }, (_, index) => shelf.key(index) ?? "")
  const found = keys.filter((key) => key.startsWith(prefix)).map((key) => parse(shelf.getItem(key)))
  return found.filter((entry) => entry !== null).sort((a, b) => a.at - b.at || split(a.ref)[1] - split(b.ref)[1])
}

export class Outbox {
  readonly entries: Signal<Entry[]>

  /**
   * The outbox kept on `shelf` under `prefix`. What other devices (tabs that are gone) left there is taken over, with
   * its own refs. `device` and `next` name what is added from here on.
   */
  constructor(
    private readonly shelf: Shelf,
    private readonly prefix: string,
    private readonly device: string,
    public next: number,
  ) {
    this.entries = signal(readAll(shelf, prefix))
  }

  /** Write a wish down under a new ref. `at` is now, in ms. */
  add(command: PhoneCommand, at: number): Entry {
    const entry: Entry = { ref: `${this.device}.${this.next++}`, command, state: "waiting", at }
    this.write(entry)
    this.entries.value = [...this.entries.value, entry]
    return entry
  }

  /** Forget an entry: it was granted, or the person has seen why it was refused. */
  forget(ref: string): void {
    this.shelf.removeItem(this.prefix + ref)
    this.entries.value = this.entries.value.filter((entry) => entry.ref !== ref)
  }

  /** Take in an answer: granted entries go, refused ones stay for the person to see, the others wait on. */
  settle(answer: Answer): void {
    const entry = this.entries.value.find((other) => other.ref === answer.ref)
    if (!entry || (answer.reason && LATER.includes(answer.reason))) return
    if (!answer.reason || answer.reason === "already") this.forget(entry.ref)
    else this.refuse(entry, answer)
  }

  /** All entries without an answer, oldest first. */
  waiting(): Entry[] {
    return this.entries.value.filter((entry) => entry.state === "waiting")
  }

  /** The lowest seq that the device of this ref has no answer for. */
  low(ref: string): number {
    const [mine, seq] = split(ref)
    const open = this.waiting().map((entry) => split(entry.ref))
    return Math.min(seq, ...open.filter(([device]) => device === mine).map(([, number]) => number))
  }

  private refuse(entry: Entry, answer: Answer): void {
    const refused: Entry = { ...entry, state: "refused", reason: answer.reason, present: answer.present }
    this.write(refused)
    this.entries.value = this.entries.value.map((other) => (other.ref === entry.ref ? refused : other))
  }

  private write(entry: Entry): void {
    try {
      this.shelf.setItem(this.prefix + entry.ref, JSON.stringify(entry))
    } catch {
      // The browser's storage is full or closed to us: the entry lives on in this page.
    }
  }
}
