/** What an initiative tells of itself, as people read it. */
/** Words as people wrote them, or a word for none. */
export function Told({ text, none = "" }: { text: string | undefined; none?: string }) {
  return text ? (
    <p class="ours-text" dir="auto">
      {text}
    </p>
  ) : (
    <p class="soft">{none}</p>
  )
}
