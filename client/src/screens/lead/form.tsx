/** The form in which words of an initiative are typed. What is typed is kept in this browser, and it says so. */
import { useEffect, useId, useRef } from "preact/hooks"
import { Ask } from "../../parts/ask"
import { SignsLeft } from "../../parts/noteform"
import { say } from "../../words"
import { type Edit, isChanged, stop, type, type Words } from "./edit"
import { type Field, fitting, ready } from "./fields"

/** The place that was opened just now, by a tap: only then the focus goes there. */
let justOpened = ""

/** Bring the focus into the form of this place once it is there. */
export function focusSoon(place: string): void {
  justOpened = place
}

interface InputProps {
  id: string
  field: Field
  text: string
  invalid: boolean
  onType: (text: string) => void
}

function Input({ id, field, text, invalid, onType }: InputProps) {
  const told = { id, "aria-describedby": `${id}-left`, "aria-invalid": invalid }
  if (field.look === "choice")
    return (
      <select id={id} value={text} onChange={(event) => onType(event.currentTarget.value)}>
        {field.choices?.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    )
  if (field.look === "text")
    return (
      <textarea {...told} rows={3} dir="auto" value={text} onInput={(event) => onType(event.currentTarget.value)} />
    )
  const onInput = (event: { currentTarget: HTMLInputElement }) => onType(event.currentTarget.value)
  if (field.look === "date") return <input {...told} type="date" value={text} onInput={onInput} />
  return <input {...told} type="text" dir="auto" value={text} onInput={onInput} />
}

interface OneFieldProps {
  id: string
  place: string
  field: Field
  typed: Words
}

function OneField({ id, place, field, typed }: OneFieldProps) {
  const text = typed[field.name] ?? ""
  return (
    <div class="ours-field">
      <label for={id}>{field.label}</label>
      <Input
        id={id}
        field={field}
        text={text}
        invalid={text !== "" && !fitting(field, typed)}
        onType={(words) => type(place, field.name, words)}
      />
      <SignsLeft id={`${id}-left`} text={text} most={field.most} />
    </div>
  )
}

function Close({ place, changed }: { place: string; changed: boolean }) {
  if (!changed)
    return (
      <button type="button" class="plain" onClick={() => stop(place)}>
        {say("cancel")}
      </button>
    )
  return (
    <Ask
      name={`stop ${place}`}
      says={say("lead-stop-sure")}
      yes={say("lead-stop-yes")}
      act={() => stop(place)}
      look="plain"
    >
      {say("refused-drop")}
    </Ask>
  )
}

interface FormProps {
  place: string
  open: Edit
  fields: readonly Field[]
  button: string
  /** Gets what was typed, and what it started from. */
  onSave: (typed: Words, was: Words) => void
}

export function Form({ place, open, fields, button, onSave }: FormProps) {
  const form = useRef<HTMLFormElement>(null)
  const id = useId()
  const changed = isChanged(open)
  useEffect(() => {
    if (justOpened === place) form.current?.querySelector<HTMLElement>("textarea, input, select")?.focus()
    justOpened = ""
  }, [])
  const save = (event: Event) => {
    event.preventDefault()
    const wrong = fields.find((field) => !fitting(field, open.typed))
    if (wrong) return form.current?.querySelector<HTMLElement>(`#${CSS.escape(id + wrong.name)}`)?.focus()
    if (changed) onSave(ready(fields, open.typed), open.was)
    stop(place)
  }
  return (
    <form ref={form} class="ours-form" onSubmit={save}>
      {fields.map((field) => (
        <OneField key={field.name} id={id + field.name} place={place} field={field} typed={open.typed} />
      ))}
      {changed && <p class="small soft">{say("lead-draft-kept")}</p>}
      <div class="ours-acts">
        <button type="submit">{button}</button>
        <Close place={place} changed={changed} />
      </div>
    </form>
  )
}
