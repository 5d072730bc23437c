/** Puts the screens of the late rounds on a page: import it there. */
import { late, lateParts } from "../parts/late"
import { ConversationHarvest } from "../parts/market-harvest"
import { LeftWords } from "../parts/market-left"
import { Goodbye } from "./goodbye"
import { Harvest } from "./harvest"
import { Market } from "./market"

Object.assign(late, { open_space: Market, harvest: Harvest, goodbye: Goodbye })
Object.assign(lateParts, { harvest: ConversationHarvest, left: LeftWords })
