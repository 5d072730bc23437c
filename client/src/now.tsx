/** The participant's page. */
import { open } from "./app"
import { Mine } from "./screens/mine"
import { Now } from "./screens/now"
import { Plans } from "./screens/plans"

open({ now: Now, plans: Plans, mine: Mine })
