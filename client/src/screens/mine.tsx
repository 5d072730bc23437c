/** What is mine: my notes over all boards, my name, the language, and what is kept of me. */
import { boardLink } from "../parts/boardlink"
import { roomName } from "../parts/here"
import { AfterLine } from "../parts/afterline"
import { lateParts } from "../parts/late"
import { MyName } from "../parts/myname"
import { OwnNote, ownNotes, UnsavedNote } from "../parts/own"
import { unsaved } from "../parts/sent"
import { code } from "../dom"
import { say } from "../words"
import type { Note } from "../wire"

/** Own notes by board, in the order in which they were written last. */
function byBoard(): Map<string, { saved: Note[]; waiting: ReturnType<typeof unsaved> }> {
  const boards = new Map<string, { saved: Note[]; waiting: ReturnType<typeof unsaved> }>()
  const of = (board: string) => {
    const there = boards.get(board) ?? { saved: [], waiting: [] }
    boards.set(board, there)
    return there
  }
  for (const entry of unsaved()) of(entry.command.board).waiting.push(entry)
  for (const note of ownNotes()) of(note.board).saved.push(note)
  return boards
}

function MyNotes() {
  const boards = [...byBoard()]
  return (
    <section>
      <h2>{say("mine-notes")}</h2>
      {boards.length === 0 && <p class="soft">{say("mine-none")}</p>}
      {boards.map(([board, { saved, waiting }]) => (
        <section key={board} class="mine-board">
          <h3>
            <a href={boardLink(board)} dir="auto">
              {roomName(board)}
            </a>
          </h3>
          <ul class="slips">
            {waiting.map((entry) => (
              <UnsavedNote key={entry.command.id} entry={entry} />
            ))}
            {saved.map((note) => (
              <OwnNote key={note.id} note={note} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}

function Language() {
  const other = say("other-language-code")
  return (
    <section class="card">
      <h2>{say("mine-language")}</h2>
      <p>
        <a class="button quiet" href={`${location.pathname}?lang=${other}`} lang={other} hreflang={other}>
          {say("other-language")}
        </a>
      </p>
    </section>
  )
}

export function Mine() {
  const Letters = lateParts.letters
  const MyOffers = lateParts.myOffers
  const Calendar = lateParts.calendar
  return (
    <main id="content">
      <h1 tabIndex={-1}>{say("mine-heading")}</h1>
      <div class="beside is-mine">
        <MyNotes />
        <div class="mine-side">
          <MyName />
          <AfterLine>
            {MyOffers && <MyOffers />}
            {Calendar && <Calendar />}
            {Letters && <Letters to="" />}
          </AfterLine>
          <Language />
          <section class="card">
            <h2>{say("mine-data")}</h2>
            <p>{say("mine-data-text")}</p>
            <p>
              <a href={`/${code}/mydata?as=participant`}>{say("mine-data-see")}</a>
            </p>
          </section>
        </div>
      </div>
    </main>
  )
}
