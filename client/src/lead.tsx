/** The leads' page: all that participants have, and a tab more for their own initiative. That is where they come in. */
import { open } from "./app"
import "./screens/late"
import { Lead } from "./screens/lead"
import { Mine } from "./screens/mine"
import { Now } from "./screens/now"
import { Plans } from "./screens/plans"

if (!location.hash) location.replace("#ours")
open({ now: Now, ours: Lead, plans: Plans, mine: Mine })
