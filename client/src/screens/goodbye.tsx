/**
 * The goodbye: four things one may say, all of them optional; a link to come back on another device; and
 * the way to what came of it, once that is published.
 */
import { Consent } from "../parts/farewell-consent"
import { OwnLink } from "../parts/farewell-link"
import { ResultsLink } from "../parts/farewell-results"
import { LastWord } from "../parts/farewell-word"
import { Letters } from "../parts/letter"
import { Refusals } from "../parts/refusals"
import type { Round } from "../wire"
import { say } from "../words"

const TOLD_ABOVE = ["Disagree"] as const

export function Goodbye(_: { round: Round }) {
  return (
    <div class="goodbye">
      <p class="lead">{say("goodbye-lead")}</p>
      <Refusals of={TOLD_ABOVE} />
      <div class="farewells">
        <ResultsLink />
        <LastWord />
        <Consent
          purpose="report"
          heading={say("goodbye-report")}
          text={say("goodbye-report-text")}
          button={say("goodbye-report-send")}
          yes={say("goodbye-report-yes")}
        />
        <Consent
          purpose="community"
          heading={say("goodbye-community")}
          text={say("goodbye-community-text")}
          button={say("goodbye-community-send")}
          yes={say("goodbye-community-yes")}
        />
        <Consent
          purpose="named"
          heading={say("goodbye-named")}
          text={say("goodbye-named-text")}
          button={say("goodbye-named-send")}
          yes={say("goodbye-named-yes")}
        />
        <OwnLink />
        <Letters to="" />
      </div>
    </div>
  )
}
