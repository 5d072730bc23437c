/** The fields of what an initiative tells of itself: what each is called, how long it may be, and how it is typed. */
import type { PhoneCommand } from "../../wire"
import { longDay } from "../../words"
import type { Words } from "./edit"

export interface Field {
  name: string
  label: string
  /** Several lines, one line, a day, or one of the choices. */
  look: "text" | "line" | "date" | "choice"
  /** How many signs it may have, and whether it may be empty. */
  most: number
  optional?: boolean
  choices?: readonly (readonly [value: string, name: string])[]
}

export const tidied = (text = ""): string => text.trim()

/** Whether what was typed can be saved. */
export function fitting(field: Field, typed: Words): boolean {
  const length = [...tidied(typed[field.name])].length
  return length <= field.most && (length > 0 || field.optional === true)
}

/** What stands in a field, as people read it. */
export function readable({ look, choices }: Field, text = ""): string {
  if (look === "date") return longDay(text)
  return choices?.find(([value]) => value === text)?.[1] ?? text
}

/** What was typed, as it is sent. */
export function ready(fields: readonly Field[], typed: Words): Words {
  return Object.fromEntries(fields.map(({ name }) => [name, tidied(typed[name])]))
}

/** The words that a wish carries, by field; it may be about one field of several. */
export function wordsOf(command: PhoneCommand, fields: readonly Field[]): Words {
  if ("field" in command && fields.some(({ name }) => name === command.field)) return { [command.field]: command.text }
  const told = Object.entries(command).filter(([name]) => fields.some((field) => field.name === name))
  return Object.fromEntries(told.map(([name, text]) => [name, String(text)]))
}
