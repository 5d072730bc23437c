/**
 * The screens of the rounds late in the day. They are not on the page of a first visit, which must be light: when their
 * round comes, the page is fetched once more, with them on it. Words that were not sent are kept on the device.
 */
import type { ComponentType } from "preact"
import { useEffect } from "preact/hooks"
import { connection } from "../link"
import { say } from "../words"
import type { Group, Need, Note, Round, RoundKind } from "../wire"

const KINDS: readonly RoundKind[] = ["open_space", "harvest", "goodbye"]
const TRY_AGAIN = 2_000

/** Those that are on this page; a page that has them puts them here. */
export const late: Partial<Record<RoundKind, ComponentType<{ round: Round }>>> = {}

interface LateParts {
  harvest?: ComponentType<{ conversation: string }>
  left?: ComponentType<{ except: string }>
  group?: ComponentType<{ group: Group }>
  after?: ComponentType<{ initiative: string }>
  letters?: ComponentType<{ to: string }>
  offers?: ComponentType<{ need: Need }>
  myOffers?: ComponentType
  calendar?: ComponentType
  noteGoals?: ComponentType<{ note: Note }>
  goals?: ComponentType<{ goals: readonly number[] }>
  grown?: ComponentType<{ initiative: string; newest: number }>
}

/** What else only such a page has: what a conversation brought and what was left unsaved in it, groups,
 * letters, help that is offered, and a calendar. */
export const lateParts: LateParts = {}

/** The goals something works for, where the page has their names. */
export function Goals({ of }: { of: readonly number[] | undefined }) {
  const List = lateParts.goals
  return List ? <List goals={of ?? []} /> : null
}

/** Whether a round has a screen of its own, late in the day. */
export function isLate(round: Round): boolean {
  return KINDS.includes(round.kind)
}

/** Fetch the page with all screens; only once it is known to be there, so that nobody ends up before an empty page. */
async function fetchThem(): Promise<void> {
  const address = `${location.pathname}?late`
  const answer = await fetch(address, { redirect: "manual" })
  if (answer.ok) location.replace(address + location.hash)
}

/** Stands where such a screen comes, until the page has it. */
export function Fetching() {
  const here = connection.value === "here"
  useEffect(() => {
    if (!here) return
    const again = setInterval(() => void fetchThem().catch(() => undefined), TRY_AGAIN)
    void fetchThem().catch(() => undefined)
    return () => clearInterval(again)
  }, [here])
  return <p class="soft">{say("loading")}</p>
}

export function Late({ round }: { round: Round }) {
  const Screen = late[round.kind]
  return Screen ? <Screen round={round} /> : <Fetching />
}
