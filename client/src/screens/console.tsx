/**
 * The console: from here a facilitator leads the day.
 *
 * In the middle is what is on now and the voting, on the left the run of show, on the right the notes as they come. All
 * that moves people says first what it will do.
 */
import { Head } from "../parts/head"
import { Refusals } from "../parts/refusals"
import { currentRound, shortName } from "../parts/round"
import { Status, Trouble } from "../parts/status"
import { holds } from "../store"
import { say } from "../words"
import { Notes } from "./console/notes"
import { OnStage } from "./console/onstage"
import { Run } from "./console/run"
import { Votes } from "./console/votes"

function Jump() {
  const round = currentRound()
  return (
    <nav class="jump" aria-label={say("jump-label")}>
      <a href="#now">{round ? shortName(round) : say("run-now")}</a>
      <a href="#run">{say("run-title")}</a>
      <a href="#notes">{say("notes-title")}</a>
    </nav>
  )
}

export function Console() {
  return (
    <div class="console">
      <Head screen={say("console-name")} />
      <Jump />
      <div class="alerts">
        <Trouble />
        <Refusals />
      </div>
      <main class="console-columns" id="content">
        {!holds("festival") && <p class="empty">{say("loading")}</p>}
        {holds("festival") && (
          <>
            <div class="console-middle">
              <OnStage />
              <Votes />
            </div>
            <Run />
            <Notes />
          </>
        )}
      </main>
      <Status />
    </div>
  )
}
