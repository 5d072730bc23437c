/** One expert group: what it makes, how many are in it, signing up with what one brings, and leaving again. */
import { newId, submit, you } from "../link"
import { Editable } from "../screens/lead/editable"
import type { Field } from "../screens/lead/fields"
import { RowList } from "../screens/lead/rowlist"
import { Told } from "../screens/lead/told"
import { rows } from "../store"
import type { Group, Member, Product } from "../wire"
import { say } from "../words"
import { Ask } from "./ask"
import { Icon } from "./icon"
import { sent } from "./sent"

/** What a group makes, in a word. */
export function productWord(product: Product): string {
  return { method: say("after-method"), podcast: say("after-podcast"), plan: say("after-plan"), other: say("after-other") }[product]
}

/** My own place in a group; nothing while I am not in it. */
export function myPlace(group: string): Member | undefined {
  return rows("Member").find((one) => one.group === group && one.person === you.value.id)
}

const fields = (): Field[] => [{ name: "brings", label: say("after-brings"), look: "line", most: 200 }]

/** The product, how many are in it, and whether one can still sign up. */
export function GroupFacts({ group }: { group: Group }) {
  return (
    <p class="ours-who">
      <span>{productWord(group.product)}</span>
      <span>
        <Icon name="people" />
        {say("after-members", { count: group.members })}
      </span>
      {!group.open && <b class="tag">{say("after-shut")}</b>}
    </p>
  )
}

function Mine({ group, mine }: { group: Group; mine: Member }) {
  const entries = sent("JoinGroup").filter(({ command }) => command.group === group.id)
  const leaving = sent("LeaveGroup").some(({ state, command }) => state === "waiting" && command.group === group.id)
  return (
    <>
      <p class="good">
        <Icon name="check" />
        <b>{say("after-in")}</b>
      </p>
      <Editable
        place={`brings:${group.id}`}
        name={say("after-brings")}
        fields={fields()}
        now={{ brings: mine.brings }}
        entries={entries}
        show={({ brings }) => <Told text={brings} />}
        onSave={({ brings = "" }) => submit({ type: "JoinGroup", id: mine.id, group: group.id, brings })}
      />
      {leaving ? (
        <p class="soft">{say("note-state-leaving")}</p>
      ) : (
        <Ask
          name={`leave ${group.id}`}
          says={say("after-leave-sure", { title: group.title })}
          yes={say("after-leave-yes")}
          act={() => submit({ type: "LeaveGroup", group: group.id })}
          look="plain"
        >
          {say("after-leave")}
        </Ask>
      )}
    </>
  )
}

/** Signing up with what one brings; or that, and the way out. */
export function Joining({ group }: { group: Group }) {
  const mine = myPlace(group.id)
  if (mine) return <Mine group={group} mine={mine} />
  const entries = sent("JoinGroup").filter(({ command }) => command.group === group.id)
  if (!group.open && entries.length === 0) return null
  return (
    <RowList
      place={`join:${group.id}`}
      fields={fields()}
      start={{ brings: "" }}
      says={say("after-join")}
      button={say("after-join-send")}
      entries={entries}
      show={({ brings }) => <Told text={brings} />}
      onAdd={({ brings = "" }) => submit({ type: "JoinGroup", id: newId(), group: group.id, brings })}
    />
  )
}
