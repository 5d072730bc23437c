/**
 * The desk: what an organiser needs around the day. The way in, the secret links, where the day is, and at any moment
 * everything that came of it, as files.
 */
import { code, joinUrl } from "../dom"
import { numbers } from "../link"
import { Head } from "../parts/head"
import { Icon } from "../parts/icon"
import { Refusals } from "../parts/refusals"
import { currentRound, fullName } from "../parts/round"
import { Status, Trouble } from "../parts/status"
import { holds, ordered, row } from "../store"
import { locale, say } from "../words"
import { AllLetters } from "./console/letters"
import { Links } from "./desk/links"
import { Names } from "./desk/names"
import { Publishing } from "./desk/publishing"

/** A date as people write it: 15 december 2021. */
function longDate(date: string): string {
  const day = new Date(date)
  return isNaN(day.getTime()) ? date : new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(day)
}

function TheFestival() {
  const about = row("About", "about")
  const address = /^https?:/.test(joinUrl) ? joinUrl : `${location.protocol}//${joinUrl}`
  return (
    <section class="panel desk-card" aria-labelledby="card-title">
      <img src={`/${code}/qr.svg`} alt={say("stage-qr")} width="176" height="176" />
      <div>
        <h1 id="card-title">
          <bdi>{about?.title}</bdi>
        </h1>
        {about?.date && <p class="hint">{longDate(about.date)}</p>}
        {about?.welcome && <p>{about.welcome}</p>}
        <dl class="desk-facts">
          <div>
            <dt>{say("desk-code")}</dt>
            <dd class="desk-code">{code}</dd>
          </div>
          <div>
            <dt>{say("desk-join")}</dt>
            <dd>
              <a href={address}>{joinUrl}</a>
            </dd>
          </div>
        </dl>
      </div>
    </section>
  )
}

function sum(counts: Record<string, number>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0)
}

function Numbers() {
  const { here, notes, turnout } = numbers.value
  const figures: [number, string][] = [
    [here, say("desk-here")],
    [sum(notes), say("desk-notes")],
    [sum(turnout), say("desk-votes")],
  ]
  return (
    <section class="panel" aria-labelledby="numbers-title">
      <h2 id="numbers-title">{say("desk-numbers")}</h2>
      <ul class="figures">
        {figures.map(([figure, label]) => (
          <li key={label}>
            <strong>{figure}</strong> {label}
          </li>
        ))}
      </ul>
      <ul class="board-counts">
        {ordered("Initiative").map((one) => (
          <li key={one.id}>
            <bdi>{one.name}</bdi>
            <span>{say("board-count", { count: notes[one.id] ?? 0 })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Each kind of file, and what it is called. */
const FILES = [
  ["pdf", "desk-pdf"],
  ["xlsx", "desk-xlsx"],
  ["csv.zip", "desk-csv"],
  ["md", "desk-markdown"],
  ["ics", "desk-ics"],
  ["json", "desk-json"],
  ["zip", "desk-zip"],
] as const

function Outcomes() {
  return (
    <section class="panel" aria-labelledby="outcomes-title">
      <h2 id="outcomes-title">{say("desk-outcomes")}</h2>
      <p>{say("desk-outcomes-text")}</p>
      <p class="desk-downloads">
        {FILES.map(([kind, name], at) => (
          <a key={kind} class={at === 0 ? "button" : "button quiet"} href={`/${code}/outcome.${kind}`} download>
            <Icon name="download" />
            {say(name)}
          </a>
        ))}
      </p>
    </section>
  )
}

function TheDay() {
  const rounds = ordered("Round")
  const round = currentRound()
  const number = rounds.findIndex((other) => other.id === round?.id) + 1
  return (
    <section class="panel" aria-labelledby="day-title">
      <h2 id="day-title">{say("run-title")}</h2>
      <p class="desk-now">
        {round ? (
          <>
            <span class="eyebrow">{say("onstage-now", { number, total: rounds.length })}</span>
            <strong>{fullName(round)}</strong>
          </>
        ) : (
          say("desk-before", { total: rounds.length, minutes: rounds.reduce((all, { minutes }) => all + minutes, 0) })
        )}
      </p>
      <progress
        max={Math.max(1, rounds.length)}
        value={number}
        aria-label={say("desk-progress", { number, total: rounds.length })}
      />
      <p class="hint">{say("desk-lead")}</p>
      <p class="hint">{say("desk-make")}</p>
    </section>
  )
}

export function Desk() {
  return (
    <div class="desk">
      <Head screen={say("desk-name")} />
      <div class="alerts">
        <Trouble />
        <Refusals but={["AnswerLetter"]} />
      </div>
      <main class="desk-sheets" id="content">
        {!holds("festival") && <h1 class="empty">{say("loading")}</h1>}
        {holds("festival") && (
          <>
            <div class="desk-stack">
              <TheFestival />
              <Numbers />
            </div>
            <div class="desk-stack">
              <Outcomes />
              <Names />
              <TheDay />
            </div>
            <section class="panel letters-panel">
              <h2>{say("after-letters-festival")}</h2>
              <AllLetters />
            </section>
            <Publishing />
            <Links />
          </>
        )}
      </main>
      <Status />
    </div>
  )
}
