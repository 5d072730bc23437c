/** The way to what came of the day, as soon as the organiser published any of it. */
import { code } from "../dom"
import { rows } from "../store"
import { say } from "../words"

export function ResultsLink() {
  if (rows("Published").length === 0) return null
  return (
    <section class="card farewell">
      <h2>{say("goodbye-results")}</h2>
      <p>{say("goodbye-results-text")}</p>
      <p>
        <a class="button" href={`/${code}/results`}>
          {say("goodbye-results-go")}
        </a>
      </p>
    </section>
  )
}
