/** The big screen's page: connects, and shows the stage. */
import { render } from "preact"
import { role } from "./dom"
import { start } from "./link"
import { Stage } from "./screens/stage"

const place = document.querySelector("#app") as HTMLElement
place.replaceChildren()
start(role)
render(<Stage />, place)
