/** What goes on after the day, or the way to it: a page of a first visit is light, and does not have it yet. */
import type { ComponentChildren } from "preact"
import { say } from "../words"
import { lateParts } from "./late"

export function AfterLine({ children }: { children: ComponentChildren }) {
  if (lateParts.after) return <>{children}</>
  return (
    <p class="card">
      <a href={`?late${location.hash}`}>{say("after-line")}</a>
    </p>
  )
}
