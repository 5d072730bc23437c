/** What somebody is, if they want to say it: by that a connection counts as public or private. */
import { useId } from "preact/hooks"
import { submit, you } from "../link"
import { row } from "../store"
import { Sector } from "../wire"
import { say } from "../words"
import { sent, waitingWords } from "./sent"

export function WhatAmI() {
  const id = useId()
  const waiting = sent("TellSector").filter(({ state }) => state === "waiting")
  const chosen = waiting[waiting.length - 1]?.command.sector ?? row("Person", you.value.id)?.sector ?? ""
  return (
    <p class="what-am-i">
      <label for={id}>{say("sector-ask")}</label>
      <select id={id} value={chosen} onChange={(event) => submit({ type: "TellSector", sector: event.currentTarget.value as Sector })}>
        {Sector.map((sector) => (
          <option key={sector} value={sector}>
            {say("sector", { sector: sector || "unsaid" })}
          </option>
        ))}
      </select>
      <span class="small soft">{waiting.length > 0 ? waitingWords() : say("sector-why")}</span>
    </p>
  )
}
