/** The participant's screen: three tabs, a bar that says where we are and whether we are connected. */
import { render } from "preact"
import { role } from "./dom"
import { start } from "./link"
import { Connection, Status, Trouble } from "./parts/status"
import { route, Tabs } from "./parts/tabs"
import { Mine } from "./screens/mine"
import { Now } from "./screens/now"
import { Plans } from "./screens/plans"
import { row } from "./store"
import { say } from "./words"

const SCREENS = { now: Now, plans: Plans, mine: Mine }

function App() {
  const about = row("About", "about")
  const Screen = SCREENS[route.value.tab]
  return (
    <>
      <header class="top-bar">
        <p class="top-title" dir="auto">
          {about?.title ?? say("product-name")}
        </p>
        <Connection />
        <Trouble />
      </header>
      <Tabs />
      {about ? (
        <Screen />
      ) : (
        <main id="content" class="loading">
          <p>{say("loading")}</p>
        </main>
      )}
      <Status />
    </>
  )
}

start(role)
render(<App />, document.querySelector("#app") as HTMLElement)
