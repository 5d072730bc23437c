/** The organiser's page: connects, and shows the desk. */
import { render } from "preact"
import { role } from "./dom"
import { start } from "./link"
import { Desk } from "./screens/desk"

const place = document.querySelector("#app") as HTMLElement
place.replaceChildren()
start(role)
render(<Desk />, place)
