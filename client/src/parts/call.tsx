/**
 * Hearing each other: the call of the room, the table or the hall one is in.
 *
 * Where provider and operator allow it the call opens within the page; else it is one big button, and the call opens
 * beside us. It stays open as long as one stays in the same place. A call beside us hides our page, so the host of the
 * table gets a line to read out when it is time.
 */
import { useState } from "preact/hooks"
import { callHosts, code } from "../dom"
import { row } from "../store"
import { say } from "../words"
import { filledIn, hostOf } from "./calladdress"
import { Icon } from "./icon"

const HALL = "hall"
const LISTENING = "camera; microphone; display-capture; autoplay; fullscreen"

/** Where a room ("" for the hall) or one of its tables talks; "" when this festival has no call for it. */
export function callAddress(room: string, table = 0): string {
  const place = room || HALL
  const byHand = row("Room", place)?.call ?? ""
  if (byHand) return byHand
  return filledIn(row("About", "about")?.call ?? "", code, place, table)
}

/** Whether this call opens within our page, where provider and operator allow that. */
export function isWithin(address: string): boolean {
  return callHosts.includes(hostOf(address))
}

interface CallProps {
  /** The room, "" for the hall. */
  room: string
  table?: number
  /** What to read out now, for who hosts a table whose call hides our page; "" for nothing. */
  readOut?: string
}

export function Call({ room, table = 0, readOut = "" }: CallProps) {
  const address = callAddress(room, table)
  if (!hostOf(address)) return null
  return isWithin(address) ? <Within key={address} address={address} /> : <Beside address={address} readOut={readOut} />
}

function Within({ address }: { address: string }) {
  const [open, setOpen] = useState(false)
  return (
    <section class="call" aria-label={say("call-title")}>
      {open && <iframe class="call-frame" src={address} title={say("call-title")} allow={LISTENING} />}
      <button type="button" class={open ? "quiet" : "wide"} aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name="people" />
        {open ? say("call-leave") : say("call-join")}
      </button>
      {!open && <p class="small soft">{say("call-note", { host: hostOf(address) })}</p>}
    </section>
  )
}

function Beside({ address, readOut }: { address: string; readOut: string }) {
  return (
    <section class="call" aria-label={say("call-title")}>
      <a class="button wide" href={address} target="_blank" rel="noopener noreferrer">
        <Icon name="people" />
        {say("call-join")}
      </a>
      <p class="small soft">{say("call-beside", { host: hostOf(address) })}</p>
      {readOut && (
        <p class="card call-read-out">
          <b>{say("call-read-out")}</b> {readOut}
        </p>
      )}
    </section>
  )
}
