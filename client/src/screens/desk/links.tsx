/** The secret links of a festival: for whom each is, and the way to take one back. */
import { submit } from "../../link"
import { Ask } from "../../parts/ask"
import { initiativeName } from "../../parts/round"
import { rows } from "../../store"
import type { Link, Role } from "../../wire"
import { say } from "../../words"

const ORDER: readonly Role[] = ["organiser", "facilitator", "stage", "lead", "participant"]

function roleWord(role: Role): string {
  if (role === "participant") return say("desk-role-personal")
  if (role === "organiser") return say("desk-role-organiser")
  if (role === "facilitator") return say("desk-role-facilitator")
  return role === "stage" ? say("desk-role-stage") : say("desk-role-lead")
}

function inOrder(links: Link[]): Link[] {
  const rank = (link: Link) => ORDER.indexOf(link.role) + (link.revoked ? ORDER.length : 0)
  return links.sort((a, b) => rank(a) - rank(b) || a.label.localeCompare(b.label) || (a.id < b.id ? -1 : 1))
}

function LinkLine({ link }: { link: Link }) {
  const role = roleWord(link.role)
  const initiative = initiativeName(link.initiative)
  return (
    <li class={link.revoked ? "is-revoked" : ""}>
      <p class="link-what">
        <strong>{role}</strong>
        <bdi>{link.label}</bdi>
        {initiative && initiative !== link.label && <bdi>{initiative}</bdi>}
      </p>
      {link.revoked ? (
        <span class="mark">{say("desk-link-revoked")}</span>
      ) : (
        <Ask
          name={`revoke:${link.id}`}
          look="quiet"
          grave
          says={say("desk-link-preview", { role, label: link.label })}
          yes={say("desk-link-yes")}
          act={() => submit({ type: "RevokeLink", link: link.id })}
        >
          {say("desk-link-revoke")}
        </Ask>
      )}
    </li>
  )
}

export function Links() {
  const links = inOrder(rows("Link"))
  return (
    <section class="panel desk-links" aria-labelledby="links-title">
      <h2 id="links-title">{say("desk-links")}</h2>
      <p class="hint">{say("desk-links-text")}</p>
      {links.length === 0 && <p class="empty">{say("desk-links-none")}</p>}
      <ul>
        {links.map((link) => (
          <LinkLine key={link.id} link={link} />
        ))}
      </ul>
    </section>
  )
}
