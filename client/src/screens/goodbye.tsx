/** The goodbye: three things one may say, all of them optional; and a link to come back on another device. */
import { Consent } from "../parts/farewell-consent"
import { OwnLink } from "../parts/farewell-link"
import { LastWord } from "../parts/farewell-word"
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
        <OwnLink />
      </div>
    </div>
  )
}
