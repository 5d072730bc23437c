/**
 * The line to the server: it brings what changes, and carries what people send.
 *
 * What is sent is first in the outbox, then on the wire, and again on the wire until it is answered. A broken line
 * mends itself; the screen says in words that it is away once that lasts a second.
 */
import { signal } from "@preact/signals"
import { io, type Socket } from "socket.io-client"
import * as dom from "./dom"
import { forgetPerson } from "./forget"
import { type Entry, Outbox } from "./outbox"
import * as store from "./store"
import type { Answer, Bye, Counted, Frame, Layers, Notice, PhoneCommand, Store, You } from "./wire"
import { PROTOCOL } from "./wire"

const AWAY_AFTER = 1_000
const RESEND_AFTER = 2_500
const SILENT_AFTER = 8_000
const TOO_FAST_PAUSE = 3_000
const BETWEEN_CLAPS = 334
/** The server gathers what changes for many, for at most 100 ms; an answer may be here before it. */
const FRAME_WITHIN = 250

export const connection = signal<"connecting" | "here" | "away">("connecting")
export const saving = signal(true)
export const numbers = signal<Counted>({ here: 0, notes: {}, turnout: {}, heads: {}, applause: 0 })
export const you = signal<You>({ id: "", role: dom.role })
export const notice = signal("")

/** Whether the server sent this page off for good: it does not understand it, the page has to be fetched anew. */
export const outdated = signal(false)

const clockAhead = signal(0)
let socket: Socket
let lookingAt = ""
let entered = false
let asking = false
let lost = false
let sentAt = new Map<string, number>()
let heardAt = 0
let awayTimer = 0

/** The time on the server's clock, in ms. Every countdown goes by it. */
export function now(): number {
  return Date.now() + clockAhead.value
}

/** A new random name of so many bytes, in base64url. */
function draw(bytes: number): string {
  const random = crypto.getRandomValues(new Uint8Array(bytes))
  return btoa(String.fromCharCode(...random)).replace(/\+/g, "-").replace(/\//g, "_")
}

/** A new id for a record that this phone wishes to make: 16 signs. */
export const newId = (): string => draw(12)

const DEVICE = `${dom.shelf}:device`

/** This page's device and its next seq. While a page lives it keeps them to itself, so a copied tab draws its own. */
function takeDevice(): [device: string, next: number] {
  const [device, next] = (sessionStorage.getItem(DEVICE) ?? "").split(".")
  sessionStorage.removeItem(DEVICE)
  return device && next ? [device, Number(next)] : [draw(12), 1]
}

const [device, firstSeq] = takeDevice()
const box = new Outbox(localStorage, `${dom.shelf}:outbox:`, device, firstSeq)

/** What waits for the server, and what it refused. */
export const outbox = box.entries

/** Put a refused wish aside: the person has seen it. */
export const forget = (ref: string): void => box.forget(ref)

function send(entry: Entry): void {
  if (!entered || !socket.connected) return
  sentAt.set(entry.ref, Date.now())
  const { ref, command } = entry
  socket.emit("submit", { ref, low: box.low(ref), seen: store.seen(), command })
}

/** Send a wish. It is kept in this browser until the server has answered; the result is its ref. */
export function submit(command: PhoneCommand): string {
  const entry = box.add(command, Date.now())
  send(entry)
  return entry.ref
}

function sendAgain(): void {
  const late = Date.now() - RESEND_AFTER
  for (const entry of box.waiting()) if ((sentAt.get(entry.ref) ?? 0) < late) send(entry)
}

function enter(without = ""): void {
  asking = true
  socket.emit("enter", { places: store.places(without), look: lookingAt })
}

/** Have this initiative's board before us; "" for the one on stage. */
export function look(board: string): void {
  if (board === lookingAt) return
  lookingAt = board
  if (entered && socket.connected) socket.emit("look", { look: board })
}

let clappedAt = 0

/** Clap, at most three times a second. It is not kept: who has no line claps for oneself. */
export function applaud(): void {
  if (!entered || !socket.connected || Date.now() - clappedAt < BETWEEN_CLAPS) return
  clappedAt = Date.now()
  socket.emit("applaud", {})
}

function setClock(serverTime: number): void {
  clockAhead.value = serverTime - Date.now()
}

function onLayers(layers: Layers): void {
  clearTimeout(awayTimer)
  awayTimer = 0
  entered = true
  asking = false
  store.keep(layers.audiences)
  you.value = layers.you
  setClock(layers.now)
  connection.value = "here"
  sentAt = new Map()
  sendAgain()
}

function onFrame(frame: Frame): void {
  if (store.apply(frame) === "gap" && !asking) enter(frame.audience)
  for (const answer of early) if ((answer.ok ?? 0) <= store.seen()) settle(answer)
}

/** Granted wishes whose effect is not on this screen yet: until then the screen goes on showing what was wished. */
const early = new Set<Answer>()

function settle(answer: Answer): void {
  early.delete(answer)
  sentAt.delete(answer.ref)
  box.settle(answer)
  if (answer.reason === "too_fast") sentAt.set(answer.ref, Date.now() + TOO_FAST_PAUSE)
}

function onAnswer(answer: Answer): void {
  if ((answer.ok ?? 0) <= store.seen()) return settle(answer)
  early.add(answer)
  setTimeout(settle, FRAME_WITHIN, answer)
}

function onStore(store: Store): void {
  saving.value = store.here
  setClock(store.now)
  if (!store.here) return
  sentAt = new Map()
  sendAgain()
}

function goToDoor(): void {
  location.assign(`/${dom.code}`)
}

function onBye(bye: Bye): void {
  if (bye.why === "erased") forgetPerson(dom.code, dom.person)
  if (bye.why === "removed" || bye.why === "erased") goToDoor()
  else if (bye.why === "not_understood") outdated.value = true
  else setTimeout(reconnect, bye.why === "too_fast" ? TOO_FAST_PAUSE : Math.random() * 400)
}

function onConnectError(fault: Error): void {
  if (fault.message === "who") goToDoor()
  else if (!socket.active) setTimeout(reconnect, 500 + Math.random() * 1_500)
  lineIsGone()
}

/** Say that we are away in so many ms, unless the line is back by then. */
function awayIn(ms: number): void {
  if (!awayTimer) awayTimer = setTimeout(() => (connection.value = "away"), ms)
}

function onConnect(): void {
  heardAt = Date.now()
  lost = false
  saving.value = true
  enter()
}

function lineIsGone(): void {
  entered = false
  lost = true
  awayIn(AWAY_AFTER)
}

function reconnect(): void {
  if (!outdated.value && !socket.connected) socket.disconnect().connect()
}

/** A line that says nothing while we wait for an answer is a dead one; but not while the server told us to wait. */
function checkLine(): void {
  const oldest = Math.min(...box.waiting().map((entry) => entry.at))
  const silent = saving.value && Date.now() - Math.max(heardAt, oldest) > SILENT_AFTER
  if (socket.connected && silent) socket.disconnect().connect()
  sendAgain()
}

/** Somebody looks again, or the network is back: do not wait for the next attempt. */
function onWake(): void {
  if (lost && document.visibilityState === "visible") reconnect()
}

function keepDevice(): void {
  sessionStorage.setItem(DEVICE, `${device}.${box.next}`)
}

function listen(): void {
  socket.on("connect", onConnect)
  socket.on("disconnect", lineIsGone)
  socket.on("connect_error", onConnectError)
  socket.on("layers", onLayers)
  socket.on("frame", onFrame)
  socket.on("answer", onAnswer)
  socket.on("numbers", (counted: Counted) => (numbers.value = counted))
  socket.on("store", onStore)
  socket.on("notice", (message: Notice) => (notice.value = message.notice))
  socket.on("bye", onBye)
  socket.onAny(() => (heardAt = Date.now()))
  socket.io.on("ping", () => (heardAt = Date.now()))
}

/** Connect as this role and stay connected. Once per page. */
export function start(role: string): void {
  socket = io({
    path: "/socket.io",
    auth: { code: dom.code, role, protocol: PROTOCOL },
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    reconnectionDelay: 200,
    reconnectionDelayMax: 2_000,
    randomizationFactor: 0.5,
    timeout: 5_000,
  })
  listen()
  awayIn(3 * AWAY_AFTER)
  setInterval(checkLine, 500)
  addEventListener("online", onWake)
  addEventListener("visibilitychange", onWake)
  addEventListener("pagehide", keepDevice)
  addEventListener("pageshow", ({ persisted }) => {
    // A page that the browser kept whole would count on from where it was, while another counted on as well.
    if (persisted) location.reload()
    sessionStorage.removeItem(DEVICE)
    onWake()
  })
}

const tick = signal(Date.now())
setInterval(() => (tick.value = Date.now()), 250)

/** The whole seconds until a moment on the server's clock, 0 when it is past; a screen that reads it follows. */
export function secondsUntil(moment: number): number {
  return Math.max(0, Math.ceil((moment - tick.value - clockAhead.value) / 1_000))
}
