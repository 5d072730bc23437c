/** Which addresses of calls a screen opens, and what a festival's pattern gives each place. */
import assert from "node:assert/strict"
import { test } from "node:test"
import { filledIn, hostOf, isAddress } from "../src/parts/calladdress"

test("an address of a call can be opened, whoever provides it", () => {
  const addresses = [
    "https://meet.example.org/kunstpost",
    "https://bbb.example.org:8443/rooms/abc?password=x&y=1#start",
    "https://zoom.example.org/j/123?pwd=a.b",
    "https://meet.example.org",
  ]
  assert.deepEqual(addresses.filter(isAddress), addresses)
})

test("what is none, or what no browser can open, is refused before it is sent", () => {
  const texts = [
    "",
    "meet.example.org/x",
    "http://meet.example.org/x",
    "javascript:alert(1)",
    "https://user:word@example.org/x",
    "https://meet.example.org/a b",
    'https://meet.example.org/"x',
    "https://meet.example.org/{room}",
    "https://meet.example.org:99999/x",
    "https://1.2.3.999/x",
    `https://meet.example.org/${"x".repeat(300)}`,
  ]
  assert.deepEqual(texts.filter(isAddress), [])
})

test("a pattern gives the hall, each room and each table a call of its own", () => {
  const pattern = "https://meet.example.org/{festival}-{room}"
  const talks = [filledIn(pattern, "KMN4R7", "hall", 0), filledIn(pattern, "KMN4R7", "soup", 0), filledIn(pattern, "KMN4R7", "soup", 2)]
  assert.deepEqual(talks, [
    "https://meet.example.org/kmn4r7-hall",
    "https://meet.example.org/kmn4r7-soup",
    "https://meet.example.org/kmn4r7-soup-2",
  ])
  assert.equal(filledIn("", "KMN4R7", "hall", 0), "")
})

test("people read whose page it is; of a pattern too", () => {
  assert.equal(hostOf("https://meet.example.org:8443/{festival}-{room}"), "meet.example.org:8443")
  assert.equal(hostOf("https://meet.example.org:99999/x"), "")
})
