/** All conversations: slot by slot who talks about what, where, and how many go there; and those without a place. */
import { useState } from "preact/hooks"
import { numbers, submit } from "../link"
import type { Conversation } from "../wire"
import { say } from "../words"
import { mySeat, walkingTo, walkTo } from "./here"
import { Icon } from "./icon"
import { going, isMine, market, named, talks, upTo } from "./market-talks"
import { twice } from "./market-twice"
import { useSteady } from "./steady"

/** So many without a place are unfolded at first; more would stand in the way of those with a place. */
const FEW = 6

/** How many say they go, beside how many it is good for: a hint, no fence. */
function crowd(talk: Conversation): string {
  const { count } = going(talk)
  return talk.heads ? say("market-going-of", { count, heads: talk.heads }) : say("market-going", { count })
}

function GoThere({ talk }: { talk: Conversation }) {
  const here = mySeat()?.room === talk.id
  const walking = walkingTo()
  if (here) return <b class="tag is-now">{say("rooms-you-are-here")}</b>
  return (
    <button type="button" aria-disabled={walking !== undefined} onClick={() => walking === undefined && walkTo(talk.id)}>
      <Icon name="step" />
      {walking === talk.id ? say("rooms-going") : say("market-go")}
    </button>
  )
}

/** A card. Who is inside changes by the second, and stands where it makes no line longer: buttons stay under the finger. */
function Talk({ talk }: { talk: Conversation }) {
  const { mine } = going(talk)
  const heads = numbers.value.heads[talk.id] ?? 0
  const double = twice(talk)
  return (
    <li class="talk">
      <h4 dir="auto">{talk.title}</h4>
      <p class="talk-who">
        <bdi>{named(talk.names)}</bdi>
        {isMine(talk) && <b class="tag">{say("market-yours")}</b>}
        {market().pitched === talk.id && <b class="tag is-now">{say("market-on-stage")}</b>}
      </p>
      {(talk.place > 0 || heads > 0) && (
        <p class="talk-where">
          {talk.place > 0 && (
            <span>
              <Icon name="place" />
              {say("market-place", { place: talk.place })}
            </span>
          )}
          {heads > 0 && <span>{say("market-inside", { count: heads })}</span>}
        </p>
      )}
      <p class="talk-where">
        <span>
          <Icon name="people" />
          {crowd(talk)}
        </span>
      </p>
      {double.length > 0 && <p class="kindly">{say("market-twice", { names: named(double), count: double.length })}</p>}
      <div class="acts">
        <button
          type="button"
          class="quiet going"
          aria-pressed={mine}
          onClick={() => submit({ type: "GoTo", conversation: talk.id, going: !mine })}
        >
          <Icon name={mine ? "check" : "plus"} />
          {mine ? say("market-going-mine") : say("market-going-there")}
        </button>
        {talk.slot > 0 && <GoThere talk={talk} />}
      </div>
    </li>
  )
}

interface GroupProps {
  heading: string
  list: readonly Conversation[]
  /** Whether it is unfolded at first. */
  open: boolean
}

function Group({ heading, list, open }: GroupProps) {
  const [first] = useState(open)
  return (
    <details class="slot" open={first}>
      <summary>
        <h3>{heading}</h3> <span class="soft">{say("market-count", { count: list.length })}</span>
      </summary>
      {list.length === 0 && <p class="soft">{say("market-slot-empty")}</p>}
      <ul class="talks">
        {list.map((talk) => (
          <Talk key={talk.id} talk={talk} />
        ))}
      </ul>
    </details>
  )
}

export function Grid() {
  const { shown, waiting, flow, watch } = useSteady(talks())
  const loose = shown.filter(({ slot }) => slot === 0)
  return (
    <section class="grid">
      <h2 tabIndex={-1}>{say("market-all")}</h2>
      {waiting > 0 && (
        <button type="button" class="quiet market-new" onClick={flow}>
          {say("market-new", { count: waiting })}
        </button>
      )}
      <div class="slots" {...watch}>
        {upTo(market().slots).map((slot) => (
          <Group
            key={slot}
            heading={say("market-slot", { slot })}
            list={shown.filter((talk) => talk.slot === slot)}
            open
          />
        ))}
        {loose.length > 0 && <Group heading={say("market-no-place")} list={loose} open={loose.length <= FEW || loose.length === shown.length} />}
      </div>
    </section>
  )
}
