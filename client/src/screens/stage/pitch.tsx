/** A pitch in the hall: whose turn it is, where they come from, their dream, the time, and what people give them. */
import { useState } from "preact/hooks"
import { Countdown } from "../../parts/countdown"
import { Icon } from "../../parts/icon"
import { pitchNumber } from "../../parts/round"
import { embedded } from "../../parts/video"
import { type Initiative, NoteKind, type Round } from "../../wire"
import { say, word } from "../../words"
import { Fit } from "./fit"
import { released, Wall } from "./wall"

/** With more notes than this the wall has two columns. */
const FEW = 3

interface PitchProps {
  round: Round
  initiative: Initiative
}

/** The pitch video, as big as the stage allows; above it only whose it is and how long still. */
function Film({ round, initiative, leave }: PitchProps & { leave: () => void }) {
  const frame = embedded(initiative.video)
  const title = say("video-of", { name: initiative.name })
  return (
    <main class="scene film" id="content">
      <section class="film-head">
        <h1>
          <bdi>{initiative.name}</bdi>
        </h1>
        <Countdown round={round} />
        <button type="button" class="quiet" onClick={leave}>
          <Icon name="close" />
          {say("stage-video-leave")}
        </button>
      </section>
      {frame ? (
        <iframe src={frame} title={title} allow="autoplay; fullscreen" allowFullScreen />
      ) : (
        <video src={initiative.video} aria-label={title} controls autoPlay />
      )}
    </main>
  )
}

function dreamSize(dream: string): string {
  if (dream.length > 260) return "dream is-very-long"
  return dream.length > 130 ? "dream is-long" : "dream"
}

function Invitation() {
  return (
    <div class="invitation">
      <h2>{say("give-heading")}</h2>
      <ul>
        {NoteKind.map((kind) => (
          <li key={kind} class={`is-${kind}`}>
            <Icon name={kind} />
            {word("note", kind)}
          </li>
        ))}
      </ul>
      <p>{say("stage-on-your-phone")}</p>
    </div>
  )
}

function nameSize(name: string): string {
  if (name.length > 40) return "is-very-long"
  return name.length > 20 ? "is-long" : ""
}

function Plate({ initiative, play }: { initiative: Initiative; play: (() => void) | undefined }) {
  return (
    <div class="plate">
      <h1 class={nameSize(initiative.name)}>
        <bdi>{initiative.name}</bdi>
      </h1>
      <p class="scene-place">
        <Icon name="place" />
        <bdi>{initiative.place}</bdi>
      </p>
      {play && (
        <button type="button" class="film-play" onClick={play}>
          <Icon name="play" />
          {say("watch-video")}
        </button>
      )}
    </div>
  )
}

function Telling({ round, initiative, play }: PitchProps & { play: () => void }) {
  const { number, total } = pitchNumber(round)
  const kind = round.title || word("round", round.kind)
  return (
    <Fit>
      <p class="eyebrow">{number > 0 ? say("round-of", { kind: word("round", "pitch"), number, total }) : kind}</p>
      <Plate initiative={initiative} play={initiative.video ? play : undefined} />
      {initiative.dream && (
        <blockquote class={dreamSize(initiative.dream)}>
          <p>{initiative.dream}</p>
        </blockquote>
      )}
      <Countdown round={round} />
    </Fit>
  )
}

export function Pitch({ round, initiative }: PitchProps) {
  const [playing, play] = useState(false)
  const notes = released(initiative.id)
  if (playing) return <Film round={round} initiative={initiative} leave={() => play(false)} />
  return (
    <main class={notes.length > FEW ? "scene scene-split is-wide" : "scene scene-split"} id="content">
      <Telling round={round} initiative={initiative} play={() => play(true)} />
      {notes.length > 0 ? <Wall notes={notes} /> : <Invitation />}
    </main>
  )
}
