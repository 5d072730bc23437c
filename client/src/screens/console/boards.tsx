/** The boards: open or closed, and whether a facilitator sees each note before the others do. */
import { submit } from "../../link"
import { roomName } from "../../parts/here"
import { rows } from "../../store"
import type { Board, SetBoard } from "../../wire"
import { say } from "../../words"
import { everyRoom } from "./places"

function BoardLine({ board }: { board: Board }) {
  const set = (change: Pick<SetBoard, "open" | "approve">) => submit({ type: "SetBoard", board: board.id, ...change })
  return (
    <li>
      <bdi>{roomName(board.id)}</bdi>
      <label>
        <input type="checkbox" checked={board.open} onChange={() => set({ open: !board.open })} />
        {say("console-board-open")}
      </label>
      <label>
        <input type="checkbox" checked={board.approve} onChange={() => set({ approve: !board.approve })} />
        {say("console-board-approve")}
      </label>
    </li>
  )
}

export function Boards() {
  const order = everyRoom()
  const boards = rows("Board").filter((board) => order.includes(board.id))
  return (
    <details class="boards">
      <summary>{say("console-boards")}</summary>
      <p class="hint">{say("console-boards-hint")}</p>
      <ul>
        {boards
          .sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
          .map((board) => (
            <BoardLine key={board.id} board={board} />
          ))}
      </ul>
    </details>
  )
}
