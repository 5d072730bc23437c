/** Words that were written for another board and not sent: nothing is lost by a round that ends. */
import { useState } from "preact/hooks"
import { noteDraft } from "../drafts"
import { ordered, row, rows } from "../store"
import { say } from "../words"
import { planLink } from "./boardlink"
import { Composer } from "./composer"
import { roomName } from "./here"

function UnsentFor({ board, onFinish }: { board: string; onFinish: () => void }) {
  return (
    <p class="card unsent">
      <b>{say("unsent-heading")}</b>
      <span>{say("unsent-for", { name: roomName(board) })}</span>
      {row("Initiative", board) ? (
        <a href={planLink(board)}>{say("unsent-finish")}</a>
      ) : (
        <button type="button" class="plain" onClick={onFinish}>
          {say("unsent-finish")}
        </button>
      )}
    </p>
  )
}

/**
 * `except` is the board that is before us. An initiative has a page of its own; for a conversation one finishes here,
 * also when it is no more: what is sent to it comes on the board of the one in which it went on.
 */
export function Unsent({ except }: { except: string }) {
  const [opened, open] = useState("")
  const boards = [...new Set([...ordered("Initiative"), ...rows("Board")].map(({ id }) => id))].filter((id) => id !== except)
  return (
    <>
      {boards.map((id) => {
        if (id === opened) return <Composer key={id} board={id} />
        const left = noteDraft(id).text.value.trim() !== ""
        return left && <UnsentFor key={id} board={id} onFinish={() => open(id)} />
      })}
    </>
  )
}
