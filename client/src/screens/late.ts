/** Puts the screens of the late rounds on a page: import it there. */
import { late, lateParts } from "../parts/late"
import { CalendarLink } from "../parts/calendar"
import { ConversationHarvest } from "../parts/market-harvest"
import { LeftWords } from "../parts/market-left"
import { Letters } from "../parts/letter"
import { GoalList } from "../parts/goals"
import { Grown } from "../parts/grown"
import { MyOffers, Offers } from "../parts/offer"
import { NoteGoals } from "../parts/taggoals"
import { After } from "./after"
import { Goodbye } from "./goodbye"
import { GroupPage } from "./group"
import { Harvest } from "./harvest"
import { Market } from "./market"

Object.assign(late, { open_space: Market, harvest: Harvest, goodbye: Goodbye })
Object.assign(lateParts, { harvest: ConversationHarvest, left: LeftWords })
Object.assign(lateParts, { group: GroupPage, after: After, letters: Letters, calendar: CalendarLink })
Object.assign(lateParts, { offers: Offers, myOffers: MyOffers, grown: Grown, noteGoals: NoteGoals, goals: GoalList })
