/** What changed between two texts is told on a screen as it is in files and on pages: on the same examples. */
import assert from "node:assert/strict"
import { test } from "node:test"
import { spans } from "../src/difference"
import examples from "./differences.json"

test("word by word, as the server tells it", () => {
  assert.equal(examples.length > 50, true)
  for (const { was, now, spans: told } of examples)
    assert.deepEqual(spans(was, now).map(({ mark, text }) => [mark, text]), told)
})
