/** The facilitator's page: connects, and shows the console. */
import { render } from "preact"
import { role } from "./dom"
import { start } from "./link"
import { Console } from "./screens/console"

const place = document.querySelector("#app") as HTMLElement
place.replaceChildren()
start(role)
render(<Console />, place)
