// Written by `python -m server.wiretypes` from rooms/. Change it there.

export const PROTOCOL = 1

export const BallotState = ["planned", "open", "closed"] as const
export type BallotState = (typeof BallotState)[number]

export const DecidedBy = ["vote", "partner", "facilitator"] as const
export type DecidedBy = (typeof DecidedBy)[number]

export const Field = ["dream", "next_step"] as const
export type Field = (typeof Field)[number]

export const Grouping = ["plenary", "tables", "conversations"] as const
export type Grouping = (typeof Grouping)[number]

export const Harvest = ["insights", "agreements"] as const
export type Harvest = (typeof Harvest)[number]

export const How = ["can", "know"] as const
export type How = (typeof How)[number]

export const Language = ["nl", "en"] as const
export type Language = (typeof Language)[number]

export const LetterKind = ["chance", "question"] as const
export type LetterKind = (typeof LetterKind)[number]

export const MilestoneField = ["what", "who", "when"] as const
export type MilestoneField = (typeof MilestoneField)[number]

export const MilestoneState = ["planned", "moved", "done", "dropped"] as const
export type MilestoneState = (typeof MilestoneState)[number]

export const NeedField = ["kind", "text"] as const
export type NeedField = (typeof NeedField)[number]

export const NeedKind = ["knowledge", "experience", "money", "pilot", "learning", "people", "space", "other"] as const
export type NeedKind = (typeof NeedKind)[number]

export const NoteKind = ["tip", "top", "contact", "question", "impact"] as const
export type NoteKind = (typeof NoteKind)[number]

export const Part = ["card", "needs", "notes", "recipe", "milestones", "conversations", "prizes", "numbers"] as const
export type Part = (typeof Part)[number]

export const PartKind = ["ingredient", "step", "pitfall", "audience", "start"] as const
export type PartKind = (typeof PartKind)[number]

export const Product = ["method", "podcast", "plan", "other"] as const
export type Product = (typeof Product)[number]

export const Purpose = ["report", "community", "named"] as const
export type Purpose = (typeof Purpose)[number]

export const Reason = ["already", "already_moved", "bad_length", "ballot_closed", "ballot_not_closed", "board_closed", "changed_meanwhile", "full", "gone", "id_in_use", "not_allowed", "not_an_address", "not_in_room", "not_now", "not_understood", "not_yours", "no_tie", "own_initiative", "taken", "link_voted", "tie", "too_fast", "too_many", "too_many_waiting"] as const
export type Reason = (typeof Reason)[number]

export const Reply = ["none", "yes", "later", "no"] as const
export type Reply = (typeof Reply)[number]

export const Role = ["participant", "lead", "facilitator", "stage", "organiser", "door", "clock", "operator"] as const
export type Role = (typeof Role)[number]

export const RoundKind = ["welcome", "pitch", "dream", "break", "need", "open_space", "harvest", "ballot", "prizes", "goodbye"] as const
export type RoundKind = (typeof RoundKind)[number]

export const RoundState = ["planned", "open", "over", "done"] as const
export type RoundState = (typeof RoundState)[number]

export const Sector = ["", "resident", "initiative", "municipality", "company", "fund", "other"] as const
export type Sector = (typeof Sector)[number]

export const Sort = ["public", "private", "unsaid"] as const
export type Sort = (typeof Sort)[number]

export const Task = ["host", "scribe"] as const
export type Task = (typeof Task)[number]

export const Terms = ["unpaid", "paid", "exchange"] as const
export type Terms = (typeof Terms)[number]

export interface About {
  title: string
  code: string
  date: string
  language: string
  welcome: string
  retention_days: number
  call: string
  rehearsal: boolean
  personal: boolean
  id: string
}

export interface Person {
  name: string
  role: Role
  initiative: string
  removed?: boolean
  sector?: Sector
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
  grouping: Grouping
  prompt_nl: string
  prompt_en: string
  writes: string[]
  skipped: boolean
  back: boolean
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
  recipe: number
  goals: number[]
  id: string
}

export interface Need {
  initiative: string
  order: number
  kind: NeedKind
  text: string
  offers: number
  found: number
  id: string
}

export interface RecipePart {
  initiative: string
  order: number
  kind: PartKind
  text: string
  version: number
  of: string
  notes: string[]
  id: string
}

export interface Milestone {
  initiative: string
  what: string
  who: string
  when: string
  at: number
  group: string
  state: MilestoneState
  why: string
  changes: number
  id: string
}

export interface Room {
  call: string
  ends: number
  id: string
}

export interface Table {
  room: string
  number: number
  need: string
  host: string
  scribe: string
  id: string
}

export interface Seat {
  room: string
  name: string
  role: Role
  table: number
  id: string
}

export interface HelpCall {
  room: string
  table: number
  name: string
  at: number
  id: string
}

export interface Message {
  text: string
  name: string
  at: number
  rooms?: string[]
  by?: string
  id: string
}

export interface Board {
  open: boolean
  approve: boolean
  into: string
  title: string
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
  waits?: boolean
  taken: boolean
  answer: string
  backed: number
  dots?: number
  cluster?: string
  goals?: number[]
  id: string
}

export interface Backing {
  note: string
  id: string
}

export interface Market {
  open: boolean
  slots: number
  places: number
  pitched: string
  id: string
}

export interface Conversation {
  title: string
  conveners?: string[]
  names: string[]
  at: number
  slot: number
  place: number
  queued: number
  heads: number
  going: number
  insights: string
  agreements: string
  id: string
}

export interface Going {
  conversation: string
  id: string
}

export interface MergeAsked {
  into: string
  declined?: boolean
  id: string
}

export interface Pledge {
  initiative: string
  need: string
  person?: string
  name: string
  what: string
  when: string
  terms: Terms
  at: number
  id: string
}

export interface Dot {
  note: string
  board: string
  id: string
}

export interface Ballot {
  state: BallotState
  cast: number
  own: boolean
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
  decided: DecidedBy
  money: boolean
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

export interface Farewell {
  name: string
  will_do: string
  at: number
  id: string
}

export interface Consent {
  person?: string
  purpose: Purpose
  text: string
  days: number
  at: number
  id: string
}

export interface Address {
  email: string
  id: string
}

export interface Offer {
  initiative: string
  need: string
  kind: NeedKind
  name: string
  behalf: string
  how: How
  what: string
  when: string
  terms: Terms
  at: number
  reply: Reply
  answer: string
  id: string
}

export interface Connection {
  initiative: string
  kind: NeedKind
  sort: Sort
  sector: Sector
  at: number
  id: string
}

export interface Shared {
  offer: string
  name: string
  contact: string
  text?: string
  at: number
  days?: number
  both?: boolean
  id: string
}

export interface Group {
  initiative: string
  product: Product
  title: string
  at: number
  open: boolean
  members: number
  id: string
}

export interface Member {
  group: string
  person?: string
  name: string
  brings: string
  at: number
  id: string
}

export interface Letter {
  initiative: string
  person?: string
  name: string
  kind: LetterKind
  text: string
  at: number
  answer: string
  id: string
}

export interface Published {
  parts: Part[]
  at: number
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
  Milestone: Milestone
  Room: Room
  Table: Table
  Seat: Seat
  HelpCall: HelpCall
  Message: Message
  Board: Board
  Note: Note
  Backing: Backing
  Market: Market
  Conversation: Conversation
  Going: Going
  MergeAsked: MergeAsked
  Pledge: Pledge
  Dot: Dot
  Ballot: Ballot
  Prize: Prize
  Vote: Vote
  Tally: Tally
  Farewell: Farewell
  Consent: Consent
  Address: Address
  Offer: Offer
  Connection: Connection
  Shared: Shared
  Group: Group
  Member: Member
  Letter: Letter
  Published: Published
}

export interface Rename {
  type: "Rename"
  name: string
}

export interface TellSector {
  type: "TellSector"
  sector: Sector
}

export interface RevokeLink {
  type: "RevokeLink"
  link: string
}

export interface RemovePerson {
  type: "RemovePerson"
  person: string
  removed: boolean
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

export interface AddRound {
  type: "AddRound"
  id: string
  after: string
  kind: RoundKind
  minutes: number
  title?: string
  initiative?: string
  ballot?: string
}

export interface MoveRound {
  type: "MoveRound"
  round: string
  after: string
}

export interface SkipRound {
  type: "SkipRound"
  round: string
  skipped: boolean
}

export interface SetMinutes {
  type: "SetMinutes"
  round: string
  minutes: number
}

export interface SetPrompt {
  type: "SetPrompt"
  round: string
  language: Language
  text: string
  was: string
}

export interface MoveTo {
  type: "MoveTo"
  room: string
}

export interface SitAt {
  type: "SitAt"
  table: number
}

export interface TakeTask {
  type: "TakeTask"
  task: Task
  taken: boolean
}

export interface ExtendRoom {
  type: "ExtendRoom"
  room: string
  minutes: number
}

export interface SpreadHall {
  type: "SpreadHall"
  people?: string[]
}

export interface SetCall {
  type: "SetCall"
  room: string
  address: string
}

export interface CallForHelp {
  type: "CallForHelp"
  wanted: boolean
}

export interface AnswerCall {
  type: "AnswerCall"
  call: string
  walk?: boolean
}

export interface Announce {
  type: "Announce"
  id: string
  text: string
  rooms?: string[]
}

export interface TakeBackMessage {
  type: "TakeBackMessage"
  message: string
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

export interface SetBoard {
  type: "SetBoard"
  board: string
  open?: boolean | undefined
  approve?: boolean | undefined
}

export interface BackNote {
  type: "BackNote"
  note: string
  backed: boolean
}

export interface TakeAlong {
  type: "TakeAlong"
  note: string
  taken: boolean
}

export interface AnswerNote {
  type: "AnswerNote"
  note: string
  text: string
  was?: string
}

export interface EditInitiative {
  type: "EditInitiative"
  initiative: string
  field: Field
  text: string
  was: string
}

export interface AddNeed {
  type: "AddNeed"
  id: string
  initiative: string
  kind: NeedKind
  text: string
}

export interface EditNeed {
  type: "EditNeed"
  need: string
  field: NeedField
  text: string
  was: string
}

export interface DropNeed {
  type: "DropNeed"
  need: string
}

export interface BeginVersion {
  type: "BeginVersion"
  initiative: string
  after: number
}

export interface AddPart {
  type: "AddPart"
  id: string
  initiative: string
  kind: PartKind
  text: string
  version?: number
}

export interface EditPart {
  type: "EditPart"
  part: string
  text: string
  was: string
}

export interface DropPart {
  type: "DropPart"
  part: string
}

export interface PutBehind {
  type: "PutBehind"
  part: string
  note: string
  behind: boolean
}

export interface TagInitiative {
  type: "TagInitiative"
  initiative: string
  goals: number[]
}

export interface TagNote {
  type: "TagNote"
  note: string
  goals: number[]
}

export interface AddMilestone {
  type: "AddMilestone"
  id: string
  initiative: string
  what: string
  who?: string
  when?: string
  group?: string
}

export interface EditMilestone {
  type: "EditMilestone"
  milestone: string
  field: MilestoneField
  text: string
  was: string
}

export interface TellMilestone {
  type: "TellMilestone"
  milestone: string
  state: MilestoneState
  was: MilestoneState
  why?: string
  when?: string
}

export interface DropMilestone {
  type: "DropMilestone"
  milestone: string
}

export interface SetMarket {
  type: "SetMarket"
  open?: boolean | undefined
  slots?: number | undefined
  places?: number | undefined
}

export interface Propose {
  type: "Propose"
  id: string
  title: string
  heads?: number
}

export interface Retitle {
  type: "Retitle"
  conversation: string
  title: string
  heads: number
  was: string
}

export interface Withdraw {
  type: "Withdraw"
  conversation: string
}

export interface QueuePitch {
  type: "QueuePitch"
  conversation: string
  wanted: boolean
}

export interface CallPitch {
  type: "CallPitch"
  conversation: string
}

export interface PlaceConversation {
  type: "PlaceConversation"
  conversation: string
  slot: number
  place: number
}

export interface AskMerge {
  type: "AskMerge"
  conversation: string
  into: string
  wanted: boolean
}

export interface AgreeMerge {
  type: "AgreeMerge"
  conversation: string
}

export interface DeclineMerge {
  type: "DeclineMerge"
  conversation: string
}

export interface GoTo {
  type: "GoTo"
  conversation: string
  going: boolean
}

export interface WriteHarvest {
  type: "WriteHarvest"
  conversation: string
  field: Harvest
  text: string
  was: string
}

export interface MakePledge {
  type: "MakePledge"
  id: string
  initiative: string
  what: string
  need?: string
  when?: string
  terms?: Terms
}

export interface TakeBackPledge {
  type: "TakeBackPledge"
  pledge: string
}

export interface GiveDot {
  type: "GiveDot"
  note: string
  given: boolean
}

export interface ClusterNote {
  type: "ClusterNote"
  note: string
  label: string
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

export interface AwardPrize {
  type: "AwardPrize"
  prize: string
  winners: string[]
}

export interface RevealPrize {
  type: "RevealPrize"
  prize: string
  winners: string[]
}

export interface SayGoodbye {
  type: "SayGoodbye"
  will_do: string
  was: string
}

export interface Agree {
  type: "Agree"
  purpose: Purpose
  text: string
  email?: string
}

export interface Disagree {
  type: "Disagree"
  purpose: Purpose
}

export interface MakeOffer {
  type: "MakeOffer"
  id: string
  need: string
  how: How
  what: string
  when?: string
  terms?: Terms
  behalf?: string
}

export interface TakeBackOffer {
  type: "TakeBackOffer"
  offer: string
}

export interface ReplyToOffer {
  type: "ReplyToOffer"
  offer: string
  reply: Reply
  was: Reply
  answer?: string
}

export interface ShareContact {
  type: "ShareContact"
  offer: string
  contact: string
  text: string
}

export interface StopSharing {
  type: "StopSharing"
  offer: string
}

export interface OpenGroup {
  type: "OpenGroup"
  id: string
  initiative: string
  product: Product
  title: string
}

export interface EditGroup {
  type: "EditGroup"
  group: string
  product: Product
  title: string
  open: boolean
  was: string
}

export interface JoinGroup {
  type: "JoinGroup"
  id: string
  group: string
  brings: string
}

export interface LeaveGroup {
  type: "LeaveGroup"
  group: string
}

export interface WriteLetter {
  type: "WriteLetter"
  id: string
  initiative: string
  kind: LetterKind
  text: string
}

export interface AnswerLetter {
  type: "AnswerLetter"
  letter: string
  text: string
  was?: string
}

export interface TakeBackLetter {
  type: "TakeBackLetter"
  letter: string
}

export interface Publish {
  type: "Publish"
  about: string
  parts: Part[]
  was: Part[]
}

export type PhoneCommand =
  | Rename
  | TellSector
  | RevokeLink
  | RemovePerson
  | OpenRound
  | ExtendRound
  | AddRound
  | MoveRound
  | SkipRound
  | SetMinutes
  | SetPrompt
  | MoveTo
  | SitAt
  | TakeTask
  | ExtendRoom
  | SpreadHall
  | SetCall
  | CallForHelp
  | AnswerCall
  | Announce
  | TakeBackMessage
  | PostNote
  | ImproveNote
  | TakeBackNote
  | HideNote
  | ReleaseNote
  | SetBoard
  | BackNote
  | TakeAlong
  | AnswerNote
  | EditInitiative
  | AddNeed
  | EditNeed
  | DropNeed
  | BeginVersion
  | AddPart
  | EditPart
  | DropPart
  | PutBehind
  | TagInitiative
  | TagNote
  | AddMilestone
  | EditMilestone
  | TellMilestone
  | DropMilestone
  | SetMarket
  | Propose
  | Retitle
  | Withdraw
  | QueuePitch
  | CallPitch
  | PlaceConversation
  | AskMerge
  | AgreeMerge
  | DeclineMerge
  | GoTo
  | WriteHarvest
  | MakePledge
  | TakeBackPledge
  | GiveDot
  | ClusterNote
  | OpenBallot
  | CastVote
  | CloseBallot
  | SettlePrize
  | AwardPrize
  | RevealPrize
  | SayGoodbye
  | Agree
  | Disagree
  | MakeOffer
  | TakeBackOffer
  | ReplyToOffer
  | ShareContact
  | StopSharing
  | OpenGroup
  | EditGroup
  | JoinGroup
  | LeaveGroup
  | WriteLetter
  | AnswerLetter
  | TakeBackLetter
  | Publish

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

export interface Applaud {

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
  heads: Record<string, number>
  applause?: number
  contacts?: number
  connections?: number
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
