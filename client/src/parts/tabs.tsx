/** The places of a guest's screen, and which of them is open. It stands in the address, so "back" works. */
import { signal } from "@preact/signals"
import { say } from "../words"
import { Icon } from "./icon"

const TABS = ["now", "ours", "plans", "mine"] as const
export type Tab = (typeof TABS)[number]

interface Route {
  tab: Tab
  /** The initiative that is open on the tab "plans", or which part of "ours" is; or "". */
  plan: string
}

function read(): Route {
  const [tab = "", plan = ""] = location.hash.slice(1).split("/")
  return { tab: TABS.find((one) => one === tab) ?? "now", plan: plain(plan) }
}

/** The text of a part of an address; "" when it is none, as somebody may have mangled it. */
function plain(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ""
  }
}

export const route = signal(read())

addEventListener("hashchange", () => {
  if (location.hash === "#content") return // the link that skips to the content
  route.value = read()
  scrollTo(0, 0)
  document.querySelector<HTMLElement>("#content h1")?.focus()
})

export function Tabs({ tabs }: { tabs: readonly Tab[] }) {
  const names = { now: say("tab-now"), ours: say("tab-ours"), plans: say("tab-plans"), mine: say("tab-mine") }
  return (
    <nav class="tabs" aria-label={say("tabs-label")}>
      {tabs.map((tab) => (
        <a key={tab} href={`#${tab}`} aria-current={route.value.tab === tab ? "page" : undefined}>
          <Icon name={tab} />
          {names[tab]}
        </a>
      ))}
    </nav>
  )
}
