/** The bar above the console and the desk: which festival, which screen, and how the connection is. */
import type { ComponentChildren } from "preact"
import { outbox } from "../link"
import { row } from "../store"
import { say } from "../words"
import { Connection } from "./status"

/** A word while a wish is under way; it fades in, so that it is only seen when it takes long. */
function UnderWay() {
  const waiting = outbox.value.some((entry) => entry.state === "waiting")
  return waiting ? <p class="under-way">{say("under-way")}</p> : null
}

/** `children` are what a screen has to say there of its own. */
export function Head({ screen, children }: { screen: string; children?: ComponentChildren }) {
  const other = say("other-language-code")
  return (
    <header class="staff-head">
      <p class="staff-title">
        <strong>
          <bdi>{row("About", "about")?.title || say("product-name")}</bdi>
        </strong>
        <span>{screen}</span>
      </p>
      {children}
      <UnderWay />
      <Connection />
      <a href={`?lang=${other}`} lang={other} hreflang={other}>
        {say("other-language")}
      </a>
    </header>
  )
}
