/** Expert groups of an initiative, as its leads open them, call them otherwise, and close their sign-up. */
import { newId, submit } from "../../link"
import { planLink } from "../../parts/boardlink"
import { GroupFacts, productWord } from "../../parts/group"
import { Icon } from "../../parts/icon"
import { sent } from "../../parts/sent"
import { row, rows } from "../../store"
import { type Group, Product } from "../../wire"
import { say } from "../../words"
import type { Words } from "./edit"
import { Editable } from "./editable"
import type { Field } from "./fields"
import { RowList } from "./rowlist"
import { Told } from "./told"

const fields = (): Field[] => [
  { name: "title", label: say("after-title"), look: "line", most: 120 },
  { name: "product", label: say("after-product"), look: "choice", most: 10, choices: Product.map((one) => [one, productWord(one)]) },
]

const show = ({ title }: Words) => <Told text={title} />

function One({ group }: { group: Group }) {
  const { id, title, product, open } = group
  const entries = sent("EditGroup").filter(({ command }) => command.group === id)
  const set = (more: { title: string; product: Product; open: boolean }, was: string) =>
    submit({ type: "EditGroup", group: id, was, ...more })
  return (
    <li>
      <Editable
        place={`group:${id}`}
        name={title}
        fields={fields()}
        now={{ title, product }}
        entries={entries}
        show={show}
        onSave={(typed, was) => set({ title: typed["title"] ?? "", product: typed["product"] as Product, open }, was["title"] ?? "")}
      />
      <GroupFacts group={group} />
      <p class="ours-acts">
        <a href={planLink(id)}>{say("after-to-group", { title })}</a>
        <button type="button" class="quiet" onClick={() => set({ title, product, open: !open }, title)}>
          {open ? say("after-close") : say("after-reopen")}
        </button>
      </p>
    </li>
  )
}

export function Groups({ initiative }: { initiative: string }) {
  const groups = rows("Group").filter((one) => one.initiative === initiative)
  const added = sent("OpenGroup").filter(({ command }) => command.initiative === initiative && !row("Group", command.id))
  return (
    <section class="card">
      <h3>
        <Icon name="people" />
        {say("after-groups")}
      </h3>
      <p class="soft">{say("after-groups-why")}</p>
      <RowList
        place={`group-of:${initiative}`}
        fields={fields()}
        start={{ title: "", product: "method" }}
        says={say("after-open")}
        entries={added}
        show={show}
        onAdd={({ title = "", product }) => submit({ type: "OpenGroup", id: newId(), initiative, title, product: product as Product })}
      >
        {groups
          .sort((a, b) => a.at - b.at)
          .map((group) => (
            <One key={group.id} group={group} />
          ))}
      </RowList>
    </section>
  )
}
