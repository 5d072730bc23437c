/**
 * The console: from here a facilitator leads the day.
 *
 * In the middle is what is on now, who asks for help, and all that goes on in the rooms; on the left the run of show,
 * on the right the notes as they come. All that moves people says first what it will do.
 */
import { code } from "../dom"
import { Head } from "../parts/head"
import { Refusals } from "../parts/refusals"
import { Status, Trouble } from "../parts/status"
import { useSteady } from "../parts/steady"
import { holds } from "../store"
import { say } from "../words"
import { PromptClashes } from "./console/adapt"
import { Awards } from "./console/awards"
import { CallCount, Calls, calls } from "./console/calls"
import { Hearing } from "./console/hearing"
import { Letters } from "./console/letters"
import { Market } from "./console/market"
import { Messages } from "./console/messages"
import { Notes } from "./console/notes"
import { Brief, OnStage } from "./console/onstage"
import { Rooms, WhereIAm } from "./console/rooms"
import { Run } from "./console/run"
import { Shortcuts } from "./console/shortcuts"
import { Votes } from "./console/votes"

function Jump() {
  return (
    <nav class="jump" aria-label={say("jump-label")}>
      <a href="#now">{say("run-now")}</a>
      <a href="#run">{say("run-title")}</a>
      <a href="#rooms">{say("console-rooms")}</a>
      <a href="#notes">{say("notes-title")}</a>
    </nav>
  )
}

/** What goes on now. A new call for help does not push away what somebody is busy with below it. */
function Middle() {
  const { shown, waiting, flow, watch } = useSteady(calls())
  return (
    <div class="console-middle">
      <OnStage />
      <Calls shown={shown} waiting={waiting} flow={flow} />
      <div class="console-below" {...watch}>
        <Votes />
        <Brief />
        <Awards />
        <Market />
        <Messages />
        <Rooms />
        <Hearing />
        <Letters />
      </div>
    </div>
  )
}

export function Console() {
  return (
    <div class="console">
      <Head screen={say("console-name")}>
        <WhereIAm />
        <CallCount />
        <Shortcuts />
        <p>
          <a href={`/${code}/mydata?as=facilitator`}>{say("mine-data")}</a>
        </p>
      </Head>
      <Jump />
      <div class="alerts">
        <Trouble />
        <Refusals but={["SetPrompt", "AnswerLetter"]} />
        <PromptClashes />
      </div>
      <main class="console-columns" id="content">
        {!holds("festival") && <h1 class="empty">{say("loading")}</h1>}
        {holds("festival") && (
          <>
            <Middle />
            <Run />
            <Notes />
          </>
        )}
      </main>
      <Status />
    </div>
  )
}
