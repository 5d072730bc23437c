"""Which videos a festival may show.

A film plays from YouTube or Vimeo, or it is a file of our own. Of the address somebody gives we keep the film's name
alone, and write the address ourselves: nothing else of it ever reaches a screen, and nothing is fetched to check it.
"""

import re
from urllib.parse import SplitResult, parse_qs, urlsplit

YOUTUBE_FRAME = "https://www.youtube-nocookie.com"
VIMEO_FRAME = "https://player.vimeo.com"
FRAME_HOSTS = (YOUTUBE_FRAME, VIMEO_FRAME)
"""The only places a screen may show a frame from (for the content security policy)."""

LONGEST_ADDRESS = 300
OWN_FILE = re.compile(r"/?(media/[A-Za-z0-9][A-Za-z0-9_-]{0,79}\.(?:mp4|webm))")
PLAIN_SIGNS = re.compile(r"[!-\[\]-~]+")  # ASCII, no blanks, no backslash: a browser reads it just as we do
YOUTUBE_ID = re.compile(r"[A-Za-z0-9_-]{11}")
YOUTUBE_PATH = re.compile(r"/(?:embed|shorts|live)/([A-Za-z0-9_-]{11})/?")
SHORT_PATH = re.compile(r"/([A-Za-z0-9_-]{11})")
VIMEO_PATH = re.compile(r"/([1-9][0-9]{0,11})/?")
VIMEO_FRAME_PATH = re.compile(r"/video/([1-9][0-9]{0,11})/?")

HOSTS: dict[str, tuple[str, re.Pattern[str]]] = {
    "youtube.com": ("youtube", YOUTUBE_PATH),
    "www.youtube.com": ("youtube", YOUTUBE_PATH),
    "m.youtube.com": ("youtube", YOUTUBE_PATH),
    "youtube-nocookie.com": ("youtube", YOUTUBE_PATH),
    "www.youtube-nocookie.com": ("youtube", YOUTUBE_PATH),
    "youtu.be": ("youtube", SHORT_PATH),
    "vimeo.com": ("vimeo", VIMEO_PATH),
    "www.vimeo.com": ("vimeo", VIMEO_PATH),
    "player.vimeo.com": ("vimeo", VIMEO_FRAME_PATH),
}


class VideoRefused(ValueError):  # noqa: N818 - a refusal is an ordinary answer
    """This address cannot be shown. The text is one sentence that says what would be right."""

    def __init__(self) -> None:
        super().__init__(
            "should be a film on https://www.youtube.com, https://youtu.be or https://vimeo.com, "
            "or a file of your own such as media/pitch.mp4 (or .webm)"
        )


def checked(address: str) -> str:
    """Give the address a screen shows the film at: of a frame (under one of FRAME_HOSTS) or `/media/...`.

    A checked address stays as it is when checked again. Raises VideoRefused for anything else.
    """
    own = OWN_FILE.fullmatch(address)
    if own:
        return f"/{own[1]}"
    if len(address) > LONGEST_ADDRESS or not PLAIN_SIGNS.fullmatch(address):
        raise VideoRefused
    try:
        parts = urlsplit(address)
    except ValueError as fault:
        raise VideoRefused from fault
    site, path = HOSTS.get(parts.netloc.lower(), ("", SHORT_PATH))
    film = _film(parts, path) if parts.scheme == "https" and site else None
    if film is None:
        raise VideoRefused
    return f"{YOUTUBE_FRAME}/embed/{film}" if site == "youtube" else f"{VIMEO_FRAME}/video/{film}"


def _film(parts: SplitResult, path: re.Pattern[str]) -> str | None:
    """The film's name at its site, or None where there is none."""
    if path is YOUTUBE_PATH and parts.path == "/watch":
        named = parse_qs(parts.query).get("v", [])
        return named[0] if len(named) == 1 and YOUTUBE_ID.fullmatch(named[0]) else None
    found = path.fullmatch(parts.path)
    return found[1] if found else None
