/** The page of an expert group: who is in it and what each brings, its milestones, its room and its board. */
import { useEffect } from "preact/hooks"
import { look, you } from "../link"
import { Board } from "../parts/board"
import { planLink } from "../parts/boardlink"
import { ownInitiative } from "../parts/card"
import { Composer } from "../parts/composer"
import { GroupFacts, Joining, myPlace } from "../parts/group"
import { headsIn, walkTo } from "../parts/here"
import { Icon } from "../parts/icon"
import { MilestoneList } from "../parts/milestone"
import { initiativeName } from "../parts/round"
import { rows } from "../store"
import type { Group } from "../wire"
import { say } from "../words"
import { Milestones } from "./lead/milestones"

function Members({ group }: { group: string }) {
  const there = rows("Member").filter((one) => one.group === group)
  if (there.length === 0) return null
  return (
    <section class="card after">
      <h2>{say("after-who")}</h2>
      <ul class="ours-rows">
        {there
          .sort((a, b) => a.at - b.at)
          .map((one) => (
            <li key={one.id} class="ours-words">
              <b dir="auto">{one.person === you.value.id ? say("note-mine") : one.name}</b>
              <p class="ours-text" dir="auto">
                {one.brings}
              </p>
            </li>
          ))}
      </ul>
    </section>
  )
}

function Enter({ group }: { group: string }) {
  const enter = () => {
    walkTo(group)
    location.hash = "now"
  }
  return (
    <button type="button" class="quiet" onClick={enter}>
      <Icon name="step" />
      {say("after-enter", { count: headsIn(group) })}
    </button>
  )
}

export function GroupPage({ group }: { group: Group }) {
  const { id, initiative } = group
  const keeps = myPlace(id) !== undefined || ownInitiative() === initiative
  useEffect(() => {
    look(id)
    return () => look("")
  }, [id])
  return (
    <main id="content" class="group">
      <a class="way-back" href={planLink(initiative)}>
        <Icon name="back" />
        <bdi>{initiativeName(initiative)}</bdi>
      </a>
      <div class="sign">
        <p class="sign-eyebrow">{say("after-group")}</p>
        <h1 tabIndex={-1} dir="auto">
          {group.title}
        </h1>
      </div>
      <div class="group-columns">
        <div>
          <section class="card after">
            <h2>{say("after-together")}</h2>
            <GroupFacts group={group} />
            <Joining group={group} />
            <Enter group={id} />
          </section>
          <Members group={id} />
          {keeps ? <Milestones initiative={initiative} group={id} /> : <MilestoneList initiative={initiative} group={id} />}
        </div>
        <div>
          <Composer key={id} board={id} />
          <Board key={id} board={id} />
        </div>
      </div>
    </main>
  )
}
