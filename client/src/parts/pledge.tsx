/** "Dit doe ik": what people will do for a need, the form to say it, and taking one's own word back. */
import { useEffect, useId, useRef, useState } from "preact/hooks"
import { newId, submit, you } from "../link"
import { row, rows } from "../store"
import type { MakePledge, Pledge, Terms } from "../wire"
import { say } from "../words"
import { Ask } from "./ask"
import { Icon } from "./icon"
import { SignsLeft } from "./noteform"
import { NotSaved } from "./notsaved"
import { type Sent, sent } from "./sent"
import { TermsChoice, termsWords } from "./terms"
import { keep, stop, typing } from "./typing"

const MOST = { what: 300, when: 60 }
const EMPTY = { what: "", when: "", terms: "unpaid" }

/** For which initiative, and for which of its needs ("" for none in particular). */
interface For {
  initiative: string
  need: string
}

const placeOf = ({ initiative, need }: For): string => `pledge:${initiative}:${need}`

function fits(typed: Record<string, string>): boolean {
  const long = (text = "") => [...text.trim()].length
  return long(typed["what"]) > 0 && long(typed["what"]) <= MOST.what && long(typed["when"]) <= MOST.when
}

/** The form. What is typed is kept; the focus goes to it when it was just opened. */
function Form({ of, focus }: { of: For; focus: boolean }) {
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const place = placeOf(of)
  const typed = { ...EMPTY, ...typing(place)?.typed }
  const type = (more: Partial<typeof EMPTY>) => keep(place, { ...typed, ...more })
  useEffect(() => {
    if (focus) form.current?.querySelector("textarea")?.focus()
  }, [])
  const send = (event: Event) => {
    event.preventDefault()
    if (!fits(typed)) return form.current?.querySelector("textarea")?.focus()
    const { what, when, terms } = typed
    submit({ type: "MakePledge", id: newId(), ...of, what: what.trim(), when: when.trim(), terms: terms as Terms })
    stop(place)
  }
  return (
    <form ref={form} class="pledge-form" onSubmit={send}>
      <label for={`${id}what`}>{say("harvest-what")}</label>
      <textarea
        id={`${id}what`}
        rows={3}
        dir="auto"
        value={typed.what}
        aria-describedby={`${id}left`}
        onInput={(event) => type({ what: event.currentTarget.value })}
      />
      <SignsLeft id={`${id}left`} text={typed.what} most={MOST.what} />
      <label for={`${id}when`}>{say("harvest-when")}</label>
      <input
        id={`${id}when`}
        dir="auto"
        maxLength={MOST.when}
        value={typed.when}
        onInput={(event) => type({ when: event.currentTarget.value })}
      />
      <TermsChoice name={`${id}terms`} chosen={typed.terms} onChoose={(terms) => type({ terms })} />
      <p class="small soft">{say("harvest-shown")}</p>
      <div class="acts">
        <button type="submit">{say("harvest-do-send")}</button>
        <button type="button" class="plain" onClick={() => stop(place)}>
          {say("cancel")}
        </button>
      </div>
    </form>
  )
}

function Words({ name, what, when, terms }: Pick<Pledge, "name" | "what" | "when" | "terms">) {
  return (
    <>
      <b>
        <bdi>{name || say("somebody")}</bdi>
      </b>
      <p dir="auto">{what}</p>
      <p class="small soft">
        {when && <bdi>{`${when} · `}</bdi>}
        {termsWords(terms)}
      </p>
    </>
  )
}

function One({ pledge }: { pledge: Pledge }) {
  const mine = pledge.person === you.value.id
  const leaving = sent("TakeBackPledge").some(({ state, command }) => state === "waiting" && command.pledge === pledge.id)
  return (
    <li class={mine ? "pledge is-mine" : "pledge"}>
      <Words {...pledge} name={mine ? say("note-mine") : pledge.name} />
      {leaving && <p class="soft">{say("note-state-leaving")}</p>}
      {mine && !leaving && (
        <Ask
          name={`pledge ${pledge.id}`}
          says={say("harvest-back-sure")}
          yes={say("harvest-back-yes")}
          act={() => submit({ type: "TakeBackPledge", pledge: pledge.id })}
          look="plain"
        >
          {say("harvest-back")}
        </Ask>
      )}
    </li>
  )
}

/** A pledge that has no answer yet, or was refused. */
function Unsaved({ entry }: { entry: Sent<MakePledge> }) {
  const { initiative, need = "", what, when = "", terms = "unpaid" } = entry.command
  const change = () => {
    keep(placeOf({ initiative, need }), { what, when, terms })
  }
  return (
    <li class="pledge is-mine is-faint">
      <Words name={say("note-mine")} what={what} when={when} terms={terms} />
      <NotSaved entry={entry} onChange={change} />
    </li>
  )
}

/**
 * What people will do for this need, oldest first: mine, and what others had said when I came here or asked for more.
 * What they say while I look waits (so many), or the buttons under it would move from under a finger.
 */
function useHeld(of: For) {
  const [, draw] = useState(0)
  const there = rows("Pledge")
    .filter(({ initiative, need }) => initiative === of.initiative && need === of.need)
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  const known = useRef({ place: "", ids: new Set<string>() })
  const all = () => ({ place: placeOf(of), ids: new Set(there.map(({ id }) => id)) })
  const flow = () => {
    known.current = all()
    draw((times) => times + 1)
  }
  if (known.current.place !== placeOf(of)) known.current = all()
  const shown = there.filter(({ id, person }) => known.current.ids.has(id) || person === you.value.id)
  return { shown, waiting: there.length - shown.length, flow }
}

/** What people will do for this need, and the button to say so oneself. `name` is the need, for who can't see it. */
export function Pledges({ of, name }: { of: For; name: string }) {
  const opened = useRef(false)
  const open = typing(placeOf(of)) !== undefined
  const { shown, waiting, flow } = useHeld(of)
  const coming = sent("MakePledge").filter(
    ({ command }) => command.initiative === of.initiative && (command.need ?? "") === of.need && !row("Pledge", command.id),
  )
  const start = () => {
    opened.current = true
    keep(placeOf(of), EMPTY)
  }
  return (
    <div class="pledges">
      <ul>
        {shown.map((pledge) => (
          <One key={pledge.id} pledge={pledge} />
        ))}
        {coming.map((entry) => (
          <Unsaved key={entry.ref} entry={entry} />
        ))}
      </ul>
      {open ? (
        <Form of={of} focus={opened.current} />
      ) : (
        <div class="acts">
          <button type="button" aria-label={`${say("harvest-do")}: ${name}`} onClick={start}>
            <Icon name="hand" />
            {say("harvest-do")}
          </button>
          {waiting > 0 && (
            <button type="button" class="quiet" aria-label={`${say("harvest-new", { count: waiting })}: ${name}`} onClick={flow}>
              {say("harvest-new", { count: waiting })}
            </button>
          )}
        </div>
      )}
    </div>
  )
}
