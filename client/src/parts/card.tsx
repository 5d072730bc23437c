/** An initiative on one sheet: what it does, its dream, its next step, the help it asks for, and its recipe. */
import { draft } from "../drafts"
import { you } from "../link"
import { ordered, row } from "../store"
import { say, word } from "../words"
import { type Initiative, type Need, PartKind, type RecipePart } from "../wire"
import { Icon, type IconName } from "./icon"
import { Goals, lateParts } from "./late"
import { Video } from "./video"

/** The first version of a recipe. */
export const FIRST = 10

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

/** How often help was offered for a need, and found. */
function Counts({ need: { offers, found } }: { need: Need }) {
  if (!offers) return null
  return (
    <span class="small soft">
      {[say("offer-counts", { offers }), found ? say("offer-found", { found }) : ""].filter(Boolean).join(", ")}
    </span>
  )
}

/** Where it is kept for which need somebody wants to help, while the page comes on which they can. */
export const HELP_WANTED = "help-wanted"

/** Offering help, or the way to it: a page of a first visit is light, and does not have it yet. */
function Help({ need }: { need: Need }) {
  const Offers = lateParts.offers
  if (Offers) return <Offers need={need} />
  return (
    <a
      class="help-link"
      href={`?late${location.hash}`}
      aria-label={`${say("offer-help")}: ${need.text}`}
      onClick={() => (draft(HELP_WANTED).value = need.id)}
    >
      {say("offer-help")}
    </a>
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
            <Counts need={need} />
            <Help need={need} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How a version is called: 2.0 for 20. */
export const versionWords = (version: number): string => say("outcome-recipe", { version: (version / 10).toFixed(1) })

/** The parts of one version, by kind. */
export function PartsOf({ initiative, version }: { initiative: string; version: number }) {
  const parts = partsOf(initiative, version)
  return (
    <ul>
      {PartKind.flatMap((kind) => parts.filter((part) => part.kind === kind)).map((part) => (
        <li key={part.id}>
          <b>{word("part", part.kind)}</b>
          <span dir="auto">{part.text}</span>
        </li>
      ))}
    </ul>
  )
}

/** The parts of one version, in their order. */
export function partsOf(initiative: string, version: number): RecipePart[] {
  return ordered("RecipePart").filter((part) => part.initiative === initiative && part.version === version)
}

function Recipe({ initiative: { id, recipe } }: { initiative: Initiative }) {
  const Grown = lateParts.grown
  if (!ordered("RecipePart").some((part) => part.initiative === id)) return null
  return (
    <details class="recipe">
      <summary>{versionWords(recipe)}</summary>
      {Grown && recipe > FIRST ? <Grown initiative={id} newest={recipe} /> : <PartsOf initiative={id} version={recipe} />}
      {!Grown && recipe > FIRST && (
        <p>
          <a href={`?late${location.hash}`}>{say("grown-see")}</a>
        </p>
      )}
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
      <Recipe key={initiative.id} initiative={initiative} />
      <Goals of={initiative.goals} />
    </article>
  )
}
