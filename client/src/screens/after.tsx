/** What comes of an initiative, on its page: its milestones, its expert groups, and its letterbox. */
import { planLink } from "../parts/boardlink"
import { GroupFacts, Joining } from "../parts/group"
import { Letters } from "../parts/letter"
import { MilestoneList } from "../parts/milestone"
import { rows } from "../store"
import { say } from "../words"

function Groups({ initiative }: { initiative: string }) {
  const groups = rows("Group").filter((one) => one.initiative === initiative)
  if (groups.length === 0) return null
  return (
    <section class="card after">
      <h2>{say("after-groups")}</h2>
      <ul class="ours-rows">
        {groups
          .sort((a, b) => a.at - b.at)
          .map((group) => (
            <li key={group.id} class="ours-words">
              <h3>
                <a href={planLink(group.id)} dir="auto">
                  {group.title}
                </a>
              </h3>
              <GroupFacts group={group} />
              <Joining group={group} />
            </li>
          ))}
      </ul>
    </section>
  )
}

export function After({ initiative }: { initiative: string }) {
  return (
    <div class="afters">
      <Groups initiative={initiative} />
      <MilestoneList initiative={initiative} />
      <Letters to={initiative} />
    </div>
  )
}
