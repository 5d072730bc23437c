"""Pitch videos: a film from the places we know, or nothing."""

import pytest

from server.video import FRAME_HOSTS, VideoRefused, checked

YOUTUBE = "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://www.youtube.com/watch?v=dQw4w9WgXcQ", YOUTUBE),
        ("https://m.youtube.com/watch?list=x&v=dQw4w9WgXcQ&t=3s#x", YOUTUBE),
        ("https://youtube.com/shorts/dQw4w9WgXcQ", YOUTUBE),
        ("https://YouTu.be/dQw4w9WgXcQ?si=abc", YOUTUBE),
        (YOUTUBE, YOUTUBE),
        ("https://vimeo.com/123456789", "https://player.vimeo.com/video/123456789"),
        ("https://player.vimeo.com/video/123456789?autoplay=1", "https://player.vimeo.com/video/123456789"),
        ("media/pitch-1.mp4", "/media/pitch-1.mp4"),
        ("/media/pitch.webm", "/media/pitch.webm"),
    ],
)
def test_of_a_good_address_the_film_alone_is_kept(address: str, shown: str) -> None:
    assert checked(address) == shown
    assert checked(shown) == shown
    assert shown.startswith((*(f"{host}/" for host in FRAME_HOSTS), "/media/"))


@pytest.mark.parametrize(
    "address",
    [
        "",
        "http://169.254.169.254",
        "https://169.254.169.254/watch?v=dQw4w9WgXcQ",
        "https://youtube.com.evil/watch?v=dQw4w9WgXcQ",
        "https://evil.example/youtube.com/watch?v=dQw4w9WgXcQ",
        "https://evilyoutube.com/watch?v=dQw4w9WgXcQ",
        "https://user@youtube.com/watch?v=dQw4w9WgXcQ",
        "https://youtube.com@evil.example/watch?v=dQw4w9WgXcQ",
        "https://youtube.com:8443/watch?v=dQw4w9WgXcQ",
        "https://youtube.com\\@evil.example/watch?v=dQw4w9WgXcQ",
        "https://youtube.com./watch?v=dQw4w9WgXcQ",
        "//youtube.com/watch?v=dQw4w9WgXcQ",
        "//evil",
        "http://www.youtube.com/watch?v=dQw4w9WgXcQ",
        "data:text/html,<script>alert(1)</script>",
        "javascript:alert(1)",
        "https://xn--yutube-wqf.com/watch?v=dQw4w9WgXcQ",
        "https://y\u043eutube.com/watch?v=dQw4w9WgXcQ",
        "https://youtube\u3002com/watch?v=dQw4w9WgXcQ",
        "https://youtube.com/watch?v=dQw4w9WgXc\u0151",
        " https://youtu.be/dQw4w9WgXcQ",
        "https://youtu.be/dQw4w9WgXcQ\n",
        "https://you\ttu.be/dQw4w9WgXcQ",
        "https://youtu.be/dQw4w9WgXcQ/../../evil",
        "https://youtube.com/watch?v=dQw4w9WgXcQ%22onload",
        "https://youtube.com/watch?v=dQw4w9WgXcQ&v=aaaaaaaaaaa",
        "https://youtube.com/redirect?q=https://evil.example",
        "https://youtube.com/embed/../watch?v=dQw4w9WgXcQ",
        "https://vimeo.com/channels/evil",
        "https://vimeo.com/0",
        "https://player.vimeo.com/123456789",
        "https://[youtube.com/watch?v=dQw4w9WgXcQ",
        "https://youtu.be/dQw4w9WgXcQ?" + "a" * 300,
        "media/../settings.mp4",
        "media/pitch.mp4.html",
        "media/pitch.mp4?x",
        "/media//pitch.mp4",
        "media/pitch.svg",
        "file:///media/pitch.mp4",
    ],
)
def test_any_other_address_is_refused_in_one_clear_sentence(address: str) -> None:
    with pytest.raises(VideoRefused, match=r"^should be a film on https://www\.youtube\.com.*media/pitch\.mp4"):
        checked(address)
