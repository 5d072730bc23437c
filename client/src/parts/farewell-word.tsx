/** What somebody says they will do: one field, that can be changed and taken back. */
import { useId } from "preact/hooks"
import { submit, you } from "../link"
import { row } from "../store"
import { say } from "../words"
import { Clash, thereNow } from "./clash"
import { Icon } from "./icon"
import { SignsLeft } from "./noteform"
import { sent, waitingWords } from "./sent"
import { keep, stop, tidied, typing } from "./typing"

const PLACE = "will-do"
const MOST = 300

function Form({ saved }: { saved: string }) {
  const id = useId()
  const { typed, was } = typing(PLACE) ?? { typed: { text: saved }, was: saved }
  const text = typed["text"] ?? ""
  const send = (event: Event) => {
    event.preventDefault()
    const wish = tidied(text)
    if (!wish || [...wish].length > MOST) return document.getElementById(id)?.focus()
    submit({ type: "SayGoodbye", will_do: wish, was })
    stop(PLACE)
  }
  return (
    <form onSubmit={send}>
      <label for={id}>{say("goodbye-word-label")}</label>
      <textarea
        id={id}
        rows={3}
        dir="auto"
        value={text}
        aria-describedby={`${id}-left`}
        onInput={(event) => keep(PLACE, { text: event.currentTarget.value }, was)}
      />
      <SignsLeft id={`${id}-left`} text={text} most={MOST} />
      <div class="acts">
        <button type="submit">{say("goodbye-word-send")}</button>
        {saved && (
          <button type="button" class="plain" onClick={() => stop(PLACE)}>
            {say("cancel")}
          </button>
        )}
      </div>
    </form>
  )
}

function Said({ saved }: { saved: string }) {
  return (
    <>
      <p class="farewell-yes">
        <Icon name="check" />
        <b>{say("note-state-saved")}</b>
      </p>
      <p class="said" dir="auto">
        {saved}
      </p>
      <div class="acts">
        <button type="button" class="quiet" onClick={() => keep(PLACE, { text: saved }, saved)}>
          {say("refused-edit")}
        </button>
        <button type="button" class="quiet" onClick={() => submit({ type: "SayGoodbye", will_do: "", was: saved })}>
          <Icon name="undo" />
          {say("goodbye-word-back")}
        </button>
      </div>
    </>
  )
}

/** The field, what is on its way, or what is saved. */
function Body({ saved }: { saved: string }) {
  const wishes = sent("SayGoodbye")
  const wish = wishes.find(({ state }) => state === "refused") ?? wishes[wishes.length - 1]
  if (wish?.state === "refused") {
    const mine = wish.command.will_do
    const there = thereNow(wish, saved)
    const again = () => submit({ type: "SayGoodbye", will_do: mine, was: there })
    return <Clash entry={wish} mine={mine} there={there} onMine={again} onLeave={() => undefined} />
  }
  if (wish) return <p class="soft">{waitingWords()}</p>
  return saved && !typing(PLACE) ? <Said saved={saved} /> : <Form saved={saved} />
}

export function LastWord() {
  const saved = row("Farewell", you.value.id)?.will_do ?? ""
  return (
    <section class="card farewell">
      <h2>{say("goodbye-word")}</h2>
      <p>{say("goodbye-word-why")}</p>
      <Body saved={saved} />
    </section>
  )
}
