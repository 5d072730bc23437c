/** The page for who was forgotten: this browser forgets them too, what they wrote and never sent included. */
import { code, person } from "./dom"
import { forgetPerson } from "./forget"

forgetPerson(code, person)
