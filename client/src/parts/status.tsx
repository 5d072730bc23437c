/**
 * What a screen tells by itself: one line that sums up news for who listens instead of looks, at most every ten
 * seconds; and, in sight, whether we are connected and whether words can be saved.
 */
import { signal } from "@preact/signals"
import { useEffect, useRef } from "preact/hooks"
import { connection, notice, outdated, saving } from "../link"
import { say } from "../words"
import type { NoteKind } from "../wire"
import { Icon } from "./icon"

const PAUSE = 10_000

const line = signal("")
let sentences: string[] = []
let notes = new Map<NoteKind, number>()
let timer = 0
let toldAt = 0

function sum(): string {
  const news = [...notes].map(([kind, count]) => say("told-notes", { kind, count }))
  return [...sentences, news.join(", ")].filter(Boolean).join(" ")
}

function flush(): void {
  timer = 0
  toldAt = Date.now()
  line.value = sum()
  sentences = []
  notes = new Map()
}

function soon(): void {
  if (!timer) timer = setTimeout(flush, Math.max(300, toldAt + PAUSE - Date.now()))
}

/** Have a sentence said in the status line. */
export function tell(sentence: string): void {
  if (!sentences.includes(sentence)) sentences.push(sentence)
  soon()
}

/** Have words said whenever they change while somebody is here; not those that stood there when they came. */
export function useTold(words: string): void {
  const before = useRef(words)
  useEffect(() => {
    if (words && words !== before.current) tell(words)
    before.current = words
  }, [words])
}

/** Have a new note counted in the status line: "4 nieuwe tips". */
export function tellNote(kind: NoteKind): void {
  notes.set(kind, (notes.get(kind) ?? 0) + 1)
  soon()
}

/** The one status line of a screen. It is heard, not seen: all it says is also in sight somewhere. */
export function Status() {
  return (
    <p class="unseen" role="status" aria-atomic="true">
      {line.value}
    </p>
  )
}

/** Whether we are connected, in a word. */
export function Connection() {
  const state = connection.value
  const words = { here: say("connected"), connecting: say("connecting"), away: say("not-connected") }[state]
  return <p class={`connection is-${state}`}>{words}</p>
}

function trouble(): string {
  if (outdated.value) return say("trouble-old-page")
  if (connection.value === "away") return say("trouble-away")
  if (!saving.value) return say("trouble-store")
  return notice.value === "other_history" ? say("trouble-other-history") : ""
}

/** What is wrong at the moment, and that words are kept. Nothing when all is well. */
export function Trouble() {
  const words = trouble()
  return (
    <div class="trouble" role="alert">
      {words && (
        <p>
          <Icon name="alarm" />
          <span>{words}</span>
        </p>
      )}
    </div>
  )
}
