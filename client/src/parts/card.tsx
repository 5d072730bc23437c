/** An initiative on one sheet: what it does, its dream, its next step, the help it asks for, and its recipe. */
import { you } from "../link"
import { ordered, row } from "../store"
import { say, word } from "../words"
import type { Initiative } from "../wire"
import { Icon, type IconName } from "./icon"
import { Video } from "./video"

/** The initiative of which the person before this screen is a lead, or "". */
export function ownInitiative(): string {
  return row("Person", you.value.id)?.initiative ?? ""
}

function Aim({ icon, name, text }: { icon: IconName; name: string; text: string }) {
  if (!text) return null
  return (
    <div class="aim">
      <dt>
        <Icon name={icon} />
        {name}
      </dt>
      <dd dir="auto">{text}</dd>
    </div>
  )
}

function Needs({ initiative }: { initiative: string }) {
  const needs = ordered("Need").filter((need) => need.initiative === initiative)
  if (needs.length === 0) return null
  return (
    <section>
      <h3>{say("needs-heading")}</h3>
      <ul class="needs">
        {needs.map((need) => (
          <li key={need.id}>
            <b>{word("need", need.kind)}</b>
            <span dir="auto">{need.text}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Recipe({ initiative }: { initiative: string }) {
  const parts = ordered("RecipePart").filter((part) => part.initiative === initiative && part.version === 10)
  if (parts.length === 0) return null
  return (
    <details class="recipe">
      <summary>{say("recipe-heading")}</summary>
      <ul>
        {parts.map((part) => (
          <li key={part.id}>
            <b>{word("part", part.kind)}</b>
            <span dir="auto">{part.text}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

export function Place({ initiative }: { initiative: Initiative }) {
  return (
    <p class="place">
      <Icon name="place" />
      <bdi>{initiative.place}</bdi>
      {ownInitiative() === initiative.id && <b class="tag">{say("yours")}</b>}
    </p>
  )
}

export function Card({ initiative }: { initiative: Initiative }) {
  return (
    <article class="card plan-card">
      <Place initiative={initiative} />
      <p dir="auto">{initiative.what}</p>
      <dl>
        <Aim icon="dream" name={say("dream")} text={initiative.dream} />
        <Aim icon="step" name={say("next-step")} text={initiative.next_step} />
      </dl>
      {initiative.video && <Video key={initiative.id} address={initiative.video} name={initiative.name} />}
      <Needs initiative={initiative.id} />
      <Recipe key={initiative.id} initiative={initiative.id} />
    </article>
  )
}
