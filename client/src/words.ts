/**
 * Every sentence on the screens comes from here, in the one language this page was built for.
 * The sentences themselves are in words/nl.ftl and words/en.ftl.
 */
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle"
import text from "virtual:words"

export const lang = document.documentElement.lang || "nl"

const bundle = new FluentBundle(lang, { useIsolating: false })
bundle.addResource(new FluentResource(text))

/** The sentence with this name, filled in. An unknown name is shown as it is, so that it is seen at once. */
export function say(id: string, args?: Record<string, FluentVariable>): string {
  const message = bundle.getMessage(id)
  return message?.value ? bundle.formatPattern(message.value, args, []) : id
}

/** The word for one value of a family: `word("need", "pilot")`, `word("reason", "already_moved")`. */
export function word(family: "need" | "note" | "part" | "reason" | "round", value: string): string {
  return say(`${family}-${value.replace(/_/g, "-")}`)
}

/** How this language's readers are used to see times and dates. */
export const locale = lang === "en" ? "en-GB" : "nl-NL"

const days = new Intl.DateTimeFormat(locale, { dateStyle: "long" })

/** A day (YYYY-MM-DD) as people write it; as it stands when it is none. */
export function longDay(day: string): string {
  const noon = new Date(`${day}T12:00`)
  return Number.isNaN(noon.getTime()) ? day : days.format(noon)
}

const hours = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" })

/** The time of day of a moment in ms, as people write it: 14:05. */
export function timeOfDay(moment: number): string {
  return hours.format(moment)
}
