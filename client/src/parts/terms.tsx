/** On which terms somebody helps: without pay, for pay, or in exchange. */
import { Terms } from "../wire"
import { say } from "../words"

export function termsWords(terms: Terms): string {
  return { unpaid: say("harvest-unpaid"), paid: say("harvest-paid"), exchange: say("harvest-exchange") }[terms]
}

export function TermsChoice({ name, chosen, onChoose }: { name: string; chosen: string; onChoose: (terms: Terms) => void }) {
  return (
    <fieldset class="terms">
      <legend>{say("harvest-terms")}</legend>
      {Terms.map((terms) => (
        <label key={terms}>
          <input type="radio" name={name} checked={terms === chosen} onChange={() => onChoose(terms)} />
          {termsWords(terms)}
        </label>
      ))}
    </fieldset>
  )
}
