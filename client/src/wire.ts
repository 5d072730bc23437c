// Written by `python -m server.wiretypes` from rooms/. Change it there.

export const PROTOCOL = 1

export const BallotState = ["planned", "open", "closed"] as const
export type BallotState = (typeof BallotState)[number]

export const NeedKind = ["knowledge", "experience", "money", "pilot", "learning", "people", "space", "other"] as const
export type NeedKind = (typeof NeedKind)[number]

export const NoteKind = ["tip", "top", "contact", "question", "impact"] as const
export type NoteKind = (typeof NoteKind)[number]

export const PartKind = ["ingredient", "step", "pitfall", "audience"] as const
export type PartKind = (typeof PartKind)[number]

export const Reason = ["already", "already_moved", "bad_length", "ballot_closed", "ballot_not_closed", "board_closed", "changed_meanwhile", "gone", "id_in_use", "not_allowed", "not_now", "not_understood", "not_yours", "no_tie", "own_initiative", "tie", "too_fast", "too_many_waiting"] as const
export type Reason = (typeof Reason)[number]

export const Role = ["participant", "lead", "facilitator", "stage", "organiser", "door", "clock", "operator"] as const
export type Role = (typeof Role)[number]

export const RoundKind = ["welcome", "pitch", "break", "ballot", "prizes", "goodbye"] as const
export type RoundKind = (typeof RoundKind)[number]

export const RoundState = ["planned", "open", "over", "done"] as const
export type RoundState = (typeof RoundState)[number]

export interface About {
  title: string
  code: string
  date: string
  language: string
  welcome: string
  retention_days: number
  id: string
}

export interface Person {
  name: string
  role: Role
  initiative: string
  id: string
}

export interface Link {
  role: Role
  label: string
  initiative: string
  revoked: boolean
  id: string
}

export interface Programme {
  round: string
  initiative: string
  id: string
}

export interface Round {
  order: number
  kind: RoundKind
  minutes: number
  title: string
  initiative: string
  ballot: string
  state: RoundState
  began: number
  ends: number
  left: number
  id: string
}

export interface Initiative {
  order: number
  name: string
  place: string
  what: string
  dream: string
  next_step: string
  video: string
  id: string
}

export interface Need {
  initiative: string
  order: number
  kind: NeedKind
  text: string
  id: string
}

export interface RecipePart {
  initiative: string
  order: number
  kind: PartKind
  text: string
  version: number
  id: string
}

export interface Board {
  open: boolean
  id: string
}

export interface Note {
  board: string
  author?: string
  name?: string
  kind: NoteKind
  text: string
  at: number
  edited?: number
  hidden?: boolean
  released?: boolean
  id: string
}

export interface Ballot {
  state: BallotState
  cast: number
  id: string
}

export interface Prize {
  ballot: string
  order: number
  title: string
  giver: string
  what: string
  winners?: string[]
  settled?: boolean
  revealed: boolean
  id: string
}

export interface Vote {
  prize: string
  choice: string
  id: string
}

export interface Tally {
  counts: Record<string, number>
  cast: number
  revealed: boolean
  id: string
}

/** Every kind of row a screen can have. */
export interface Rows {
  About: About
  Person: Person
  Link: Link
  Programme: Programme
  Round: Round
  Initiative: Initiative
  Need: Need
  RecipePart: RecipePart
  Board: Board
  Note: Note
  Ballot: Ballot
  Prize: Prize
  Vote: Vote
  Tally: Tally
}

export interface Rename {
  type: "Rename"
  name: string
}

export interface RevokeLink {
  type: "RevokeLink"
  link: string
}

export interface OpenRound {
  type: "OpenRound"
  round: string
  after: string
}

export interface ExtendRound {
  type: "ExtendRound"
  round: string
  minutes: number
}

export interface PostNote {
  type: "PostNote"
  id: string
  board: string
  kind: NoteKind
  text: string
}

export interface ImproveNote {
  type: "ImproveNote"
  note: string
  text: string
  was: string
}

export interface TakeBackNote {
  type: "TakeBackNote"
  note: string
}

export interface HideNote {
  type: "HideNote"
  note: string
  hidden: boolean
}

export interface ReleaseNote {
  type: "ReleaseNote"
  note: string
  released: boolean
}

export interface OpenBallot {
  type: "OpenBallot"
  ballot: string
}

export interface CastVote {
  type: "CastVote"
  prize: string
  choice: string
}

export interface CloseBallot {
  type: "CloseBallot"
  ballot: string
}

export interface SettlePrize {
  type: "SettlePrize"
  prize: string
  choice: string
}

export interface RevealPrize {
  type: "RevealPrize"
  prize: string
}

export type PhoneCommand =
  | Rename
  | RevokeLink
  | OpenRound
  | ExtendRound
  | PostNote
  | ImproveNote
  | TakeBackNote
  | HideNote
  | ReleaseNote
  | OpenBallot
  | CastVote
  | CloseBallot
  | SettlePrize
  | RevealPrize

export interface Hello {
  code: string
  role: string
  protocol?: number
}

export interface Enter {
  places: Record<string, string>
  look?: string
}

export interface Look {
  look: string
}

export interface Submit {
  ref: string
  low: number
  seen: number
  command: PhoneCommand
}

export interface You {
  id: string
  role: string
}

export interface Layers {
  audiences: string[]
  now: number
  you: You
}

export interface Frame {
  audience: string
  place: string
  after: number
  put: Record<string, unknown[]>
  drop: Record<string, string[]>
}

export interface Answer {
  ref: string
  ok?: number | undefined
  reason?: Reason | undefined
  present?: string | undefined
}

export interface Counted {
  here: number
  notes: Record<string, number>
  turnout: Record<string, number>
}

export interface Store {
  here: boolean
  now: number
}

export interface Notice {
  notice: string
}

export interface Bye {
  why: string
}
