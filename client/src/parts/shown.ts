/** What the screen "Nu" shows: where one is in the day and in the rooms; and when it waits for who is writing. */
import { useEffect, useRef, useState } from "preact/hooks"
import { draft, noteDraft } from "../drafts"
import { row } from "../store"
import { say } from "../words"
import { roomName, walkedTo } from "./here"
import { tell } from "./status"

/** A round, and the room one is in ("" is the hall). */
export interface Place {
  round: string
  room: string
}

function isWriting(board: string): boolean {
  return board !== "" && noteDraft(board).text.peek().trim() !== "" && draft(`kind:${board}`).peek() !== ""
}

/** The board one has before oneself there; "" for none. */
export function boardOf({ round, room }: Place): string {
  return room || (row("Round", round)?.initiative ?? "")
}

/** The place this screen shows, whether that is behind where we are now, and how to go along. */
export function useShown(live: Place) {
  const shown = useRef(live)
  const stayed = useRef(false)
  const [, redraw] = useState(0)
  const before = shown.current
  const walked = live.room !== before.room && walkedTo(live.room)
  const elsewhere = !walked && boardOf(live) !== boardOf(before)
  stayed.current = elsewhere && (stayed.current || isWriting(boardOf(before)))
  if (!stayed.current) shown.current = live
  const goAlong = () => {
    stayed.current = false
    shown.current = live
    redraw((count) => count + 1)
    scrollTo(0, 0)
  }
  return { shown: shown.current, behind: stayed.current, goAlong }
}

/** Who comes into another room starts at its top, and hears where they are. */
export function useArriving(room: string): void {
  const before = useRef(room)
  useEffect(() => {
    if (before.current === room) return
    before.current = room
    tell(room ? say("rooms-now-in", { name: roomName(room) }) : say("rooms-back-in-hall"))
    scrollTo(0, 0)
    if (document.activeElement === document.body) document.querySelector<HTMLElement>("#content h1")?.focus()
  }, [room])
}
