/** The personal link: made when one asks for it, so that one can go on as oneself on another device. */
import { useEffect, useId, useRef, useState } from "preact/hooks"
import { code, role } from "../dom"
import { say } from "../words"
import { Icon } from "./icon"
import { tell } from "./status"

/** The link of who asks; "" when that did not work. */
async function fetched(): Promise<string> {
  try {
    const headers = { "Content-Type": "application/json" }
    const answer = await fetch(`/${code}/return`, { method: "POST", headers, body: JSON.stringify({ role }) })
    return ((await answer.json()) as { link?: string }).link ?? ""
  } catch {
    return ""
  }
}

function Made({ link }: { link: string }) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [told, setTold] = useState("")
  useEffect(() => field.current?.focus(), [])
  const copy = async () => {
    field.current?.select()
    try {
      await navigator.clipboard.writeText(link)
      setTold(say("goodbye-copied"))
      tell(say("goodbye-copied"))
    } catch {
      // The browser does not let us: the link is selected, and can be copied by hand.
      setTold(say("goodbye-copy-by-hand"))
    }
  }
  return (
    <>
      <label for={id}>{say("goodbye-link-yours")}</label>
      <input ref={field} id={id} class="own-link" readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
      <button type="button" class="quiet" onClick={() => void copy()}>
        <Icon name="link" />
        {say("goodbye-copy")}
      </button>
      <p>{told}</p>
    </>
  )
}

export function OwnLink() {
  const [link, setLink] = useState("")
  const [state, setState] = useState<"" | "busy" | "failed">("")
  const ask = async () => {
    setState("busy")
    const found = await fetched()
    setLink(found)
    setState(found ? "" : "failed")
  }
  return (
    <section class="card farewell">
      <h2>{say("goodbye-link")}</h2>
      <p>{say("goodbye-link-why")}</p>
      <p class="farewell-warning">
        <Icon name="alarm" />
        <b>{say("goodbye-link-warning")}</b>
      </p>
      {link ? (
        <Made link={link} />
      ) : (
        <button type="button" class="quiet" aria-disabled={state === "busy"} onClick={() => state !== "busy" && void ask()}>
          {say("goodbye-link-show")}
        </button>
      )}
      <p class="fault" role="alert">
        {state === "failed" && say("goodbye-link-failed")}
      </p>
    </section>
  )
}
