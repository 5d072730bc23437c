/** Until when people are known by name, who they are, and the way to have somebody forgotten. */
import { code } from "../../dom"
import { now } from "../../link"
import { row } from "../../store"
import { locale, say } from "../../words"

const DAY = 24 * 3600 * 1000
const SOON = 14 * DAY

export function Names() {
  const about = row("About", "about")
  if (!about) return null
  const day = Date.parse(about.date)
  const end = day + (1 + about.retention_days) * DAY
  const left = end - now()
  const date = () => new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format(end)
  return (
    <section class="panel" aria-labelledby="names-title">
      <h2 id="names-title">{say("desk-people")}</h2>
      {isNaN(day) && <p>{say("desk-people-free", { days: about.retention_days })}</p>}
      {left >= 0 && <p>{say("desk-people-until", { day: date() })}</p>}
      {left >= 0 && left < SOON && <p class="fault">{say("desk-people-soon")}</p>}
      {left < 0 && <p>{say("desk-people-gone")}</p>}
      <p>
        <a class="button quiet" href={`/${code}/people`}>
          {say("desk-people-see")}
        </a>
      </p>
      <p>
        <a href={`/${code}/mydata?as=organiser`}>{say("mine-data")}</a>
      </p>
    </section>
  )
}
