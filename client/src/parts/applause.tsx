/** Clapping for a pitch. It is in the air: nobody keeps it, and it costs nothing when the line is away. */
import { applaud, numbers } from "../link"
import { say } from "../words"
import { Icon } from "./icon"

export function Applause() {
  const count = numbers.value.applause ?? 0
  return (
    <div class="applause">
      <button type="button" onClick={applaud}>
        <Icon name="clap" />
        {say("rooms-clap")}
      </button>
      <p class="soft">{count > 0 && say("rooms-claps", { count })}</p>
    </div>
  )
}
