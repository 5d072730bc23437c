/** A pitch video. Nothing of it is fetched before somebody asks for it; one from elsewhere says where it comes from. */
import { useState } from "preact/hooks"
import { say } from "../words"
import { Icon } from "./icon"

/** The address to put in a frame for a video on another site; "" when the address is that of a file of our own. */
export function embedded(address: string): string {
  return address.startsWith("https://") ? address : ""
}

export function Video({ address, name }: { address: string; name: string }) {
  const [open, setOpen] = useState(false)
  const frame = embedded(address)
  if (!frame) return <video class="video" controls preload="none" src={address} aria-label={say("video-of", { name })} />
  if (open) return <iframe class="video" src={frame} title={say("video-of", { name })} allow="fullscreen" allowFullScreen />
  return (
    <div class="video-ask">
      <button type="button" class="quiet wide" onClick={() => setOpen(true)}>
        <Icon name="play" />
        {say("watch-video")}
      </button>
      <p class="small soft">{say("video-note", { host: new URL(frame).hostname.replace("www.", "") })}</p>
    </div>
  )
}
