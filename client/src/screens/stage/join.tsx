/** How to come in: the code to scan, the code to type, and where. Always on the stage. */
import { useLayoutEffect, useRef } from "preact/hooks"
import { code, joinUrl } from "../../dom"
import { numbers } from "../../link"
import { Icon } from "../../parts/icon"
import { say } from "../../words"

/** The address without the code and without what nobody types. */
function address(): string {
  return joinUrl.replace(/^https?:\/\//, "").replace(/\/[^/]*$/, "")
}

export function Qr() {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const template = document.getElementById("qr") as HTMLTemplateElement | null
    if (template) place.current?.replaceChildren(template.content.cloneNode(true))
  }, [])
  return <div class="qr" role="img" aria-label={say("stage-qr")} ref={place} />
}

/** Big, for when people come in. */
export function JoinCard() {
  return (
    <section class="join-card" aria-labelledby="join-title">
      <h2 id="join-title">{say("stage-join")}</h2>
      <Qr />
      <p class="join-how">
        {say("stage-scan-or-go")} <strong>{address()}</strong>
      </p>
      <p class="join-code">{code}</p>
    </section>
  )
}

/** Along the bottom, for who comes later. */
export function JoinStrip({ notes }: { notes: number }) {
  return (
    <footer class="join-strip">
      <Qr />
      <p class="join-how">
        {say("stage-join-at")} <strong>{address()}</strong>
      </p>
      <p class="join-code">{code}</p>
      <p class="stage-count">
        <Icon name="people" />
        <strong>{numbers.value.here}</strong> {say("stage-here", { count: numbers.value.here })}
      </p>
      <p class="stage-count">
        <Icon name="pencil" />
        <strong>{notes}</strong> {say("stage-notes", { count: notes })}
      </p>
    </footer>
  )
}
