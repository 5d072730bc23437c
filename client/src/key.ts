/**
 * The page behind a secret link. The secret stands after the # of the address, so that it never reaches a log; this
 * page takes it out of the address bar at once, shows it to the server, and goes where the server says.
 */
import { code } from "./dom"
import { say } from "./words"

const page = document.querySelector("#content") as HTMLElement
const token = location.hash.slice(1)
history.replaceState(null, "", location.pathname)

function show(sentence: string, wayOut: HTMLElement): void {
  const words = page.querySelector("[role=status]") as HTMLElement
  words.textContent = sentence
  page.append(wayOut)
}

function toTheDoor(): HTMLElement {
  const link = document.createElement("a")
  link.className = "button"
  link.href = `/${code}`
  link.textContent = say("to-the-door")
  return link
}

function again(): HTMLElement {
  const button = document.createElement("button")
  button.textContent = say("key-again")
  button.addEventListener("click", () => {
    button.remove()
    void open()
  })
  return button
}

async function open(): Promise<void> {
  try {
    const answer = await fetch(`/${code}/key`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ token }),
    })
    const { go } = (await answer.json()) as { go?: string }
    if (go) location.replace(go)
    else show(say("key-gone"), toTheDoor())
  } catch {
    show(say("key-failed"), again())
  }
}

if (token) void open()
else show(say("key-missing"), toTheDoor())
