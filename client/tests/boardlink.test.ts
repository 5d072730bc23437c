/** Where a board is on the screen of a guest, and when something can be written for it. */
import assert from "node:assert/strict"
import { test } from "node:test"
import { boardLink, takesNotes } from "../src/parts/boardlink"
import { apply, keep } from "../src/store"
import type { Frame } from "../src/wire"

/** A festival with one initiative, and with these boards. */
function boards(...there: { id: string; open: boolean }[]): void {
  keep([])
  keep(["festival"])
  const put = { Initiative: [{ id: "kunstpost" }], Board: there }
  apply({ audience: "festival", place: "e.1.m", after: -1, put, drop: {} } as unknown as Frame)
}

test("an initiative's board is on its own page, a conversation's on the page of now", () => {
  boards({ id: "talk", open: true })
  assert.deepEqual([boardLink("kunstpost"), boardLink("talk"), boardLink("gone")], ["#plans/kunstpost", "#now", "#now"])
})

test("words go back to a form only where there is one", () => {
  boards({ id: "kunstpost", open: false }, { id: "talk", open: true }, { id: "over", open: false })
  assert.deepEqual(["kunstpost", "talk", "over", "gone"].map(takesNotes), [false, true, false, false])
  boards()
  assert.equal(takesNotes("kunstpost"), true)
})
