/**
 * What this screen knows of the festival.
 *
 * Everybody listens to a few audiences: the festival, one board, oneself. Of each we keep one layer of tables, exactly
 * as the server tells it. Where two layers have the same row, the nearest is believed. Screens read `rows` and `row`;
 * these are signals, so a screen follows by itself.
 */
import { batch, computed, type ReadonlySignal, type Signal, signal } from "@preact/signals"
import type { Frame, Rows } from "./wire"

export type Kind = keyof Rows
export type Verdict = "applied" | "ignored" | "gap"

interface Row {
  id: string
}

type Tables = Map<string, Map<string, Row>>

interface Layer {
  place: string
  epoch: string
  n: number
  tables: Tables
}

const layers = new Map<string, Layer>()
const listening = signal<string[]>([])
const changes = new Map<string, Signal<number>>()
const views = new Map<string, ReadonlySignal<Map<string, Row>>>()

function changesOf(kind: string): Signal<number> {
  let count = changes.get(kind)
  if (!count) changes.set(kind, (count = signal(0)))
  return count
}

function touch(kinds: Iterable<string>): void {
  for (const kind of kinds) changesOf(kind).value++
}

function newLayer(place: string, tables: Tables): Layer {
  const [epoch = "", n = ""] = place.split(".")
  return { place, epoch, n: Number(n), tables }
}

function write(tables: Tables, frame: Frame): void {
  for (const [kind, put] of Object.entries(frame.put)) {
    const table = tables.get(kind) ?? new Map<string, Row>()
    for (const row of put as Row[]) table.set(row.id, row)
    tables.set(kind, table)
  }
  for (const [kind, ids] of Object.entries(frame.drop)) {
    for (const id of ids) tables.get(kind)?.delete(id)
  }
}

/**
 * Take in one frame. "ignored": we have it already, or do not listen to that audience. "gap": something is missing
 * before it; ask the server for this audience again.
 */
export function apply(frame: Frame): Verdict {
  if (!listening.peek().includes(frame.audience)) return "ignored"
  const mine = layers.get(frame.audience)
  const whole = frame.after === -1
  const next = newLayer(frame.place, whole || !mine ? new Map() : mine.tables)
  if (!whole) {
    if (!mine || mine.epoch !== next.epoch || frame.after > mine.n) return "gap"
    if (next.n <= mine.n) return "ignored"
  }
  const before = whole && mine ? [...mine.tables.keys()] : []
  write(next.tables, frame)
  layers.set(frame.audience, next)
  batch(() => touch(new Set([...before, ...Object.keys(frame.put), ...Object.keys(frame.drop), LAYERS])))
  return "applied"
}

/** A kind that no row has: it counts that layers came or went. */
const LAYERS = ""

/** Listen to these audiences from now on, nearest first, and forget all others. */
export function keep(audiences: string[]): void {
  for (const audience of layers.keys()) if (!audiences.includes(audience)) layers.delete(audience)
  batch(() => {
    listening.value = audiences
    touch([LAYERS])
  })
}

/** Where we are in each layer, to tell the server after a reconnect; `without` leaves one out, to get it whole. */
export function places(without = ""): Record<string, string> {
  const held: Record<string, string> = {}
  for (const [audience, layer] of layers) if (audience !== without) held[audience] = layer.place
  return held
}

/** The newest entry of the festival's journal that we have seen anything of. */
export function seen(): number {
  return Math.max(0, ...[...layers.values()].map((layer) => layer.n))
}

/** Whether the picture of this audience is here. */
export function holds(audience: string): boolean {
  void changesOf(LAYERS).value
  return layers.has(audience)
}

function merged(kind: string): ReadonlySignal<Map<string, Row>> {
  let view = views.get(kind)
  if (!view) {
    view = computed(() => {
      void changesOf(kind).value
      const all = new Map<string, Row>()
      for (const audience of [...listening.value].reverse()) {
        for (const row of layers.get(audience)?.tables.get(kind)?.values() ?? []) all.set(row.id, row)
      }
      return all
    })
    views.set(kind, view)
  }
  return view
}

/** All rows of a kind, each as the nearest layer has it. */
export function rows<K extends Kind>(kind: K): Rows[K][] {
  return [...merged(kind).value.values()] as Rows[K][]
}

/** The row of this kind and id, as the nearest layer has it. */
export function row<K extends Kind>(kind: K, id: string): Rows[K] | undefined {
  return merged(kind).value.get(id) as Rows[K] | undefined
}

/** All rows of a kind that has an order, in that order. */
export function ordered<K extends "Round" | "Initiative" | "Need" | "RecipePart" | "Prize">(kind: K): Rows[K][] {
  return rows(kind).sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
}
