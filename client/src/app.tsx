/** What a guest's page is made of: its tabs, and a bar that says where we are and whether we are connected. */
import { type ComponentType, render } from "preact"
import { role } from "./dom"
import { start } from "./link"
import { Messages } from "./parts/message"
import { Connection, Status, Trouble } from "./parts/status"
import { route, type Tab, Tabs } from "./parts/tabs"
import { row } from "./store"
import { say } from "./words"

/** The screen behind each tab, in the order of the tabs; the first is where one comes in. */
type Screens = Partial<Record<Tab, ComponentType>>

function App({ screens }: { screens: Screens }) {
  const about = row("About", "about")
  const tabs = Object.keys(screens) as Tab[]
  const Screen = screens[route.value.tab] ?? screens.now ?? (() => null)
  return (
    <>
      <header class="top-bar">
        <p class="top-title" dir="auto">
          {about?.title ?? say("product-name")}
        </p>
        <Connection />
        <Trouble />
      </header>
      <Tabs tabs={tabs} />
      {about ? (
        <Screen />
      ) : (
        <main id="content" class="loading">
          <h1>{say("loading")}</h1>
        </main>
      )}
      <Messages />
      <Status />
    </>
  )
}

/** Connect, and show these screens. Once per page. */
export function open(screens: Screens): void {
  start(role)
  render(<App screens={screens} />, document.querySelector("#app") as HTMLElement)
}
