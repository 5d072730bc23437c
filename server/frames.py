"""The websocket frames that go between a phone and us, as bytes (RFC 6455, 5.2).

The library reads every frame there is. What a browser sends us is nearly always one small text in one piece; that we
read ourselves, at a third of the cost, and leave the rest to the library.
"""

from websockets.frames import apply_mask  # type: ignore[attr-defined]

TEXT = 0x81
"""The first byte of a text in one piece: final, opcode 1."""
MASKED = 0x80
WHOLE_SMALL, TWO_BYTES, EIGHT_BYTES = 125, 126, 127
"""What the second byte says of the length: the length itself, or in how many bytes it follows."""
OTHER = 0


def text_frame(payload: bytes) -> bytes:
    """The payload as one text frame of a server: not masked."""
    size = len(payload)
    if size <= WHOLE_SMALL:
        head = bytes((TEXT, size))
    elif size < 65536:
        head = bytes((TEXT, TWO_BYTES)) + size.to_bytes(2, "big")
    else:
        head = bytes((TEXT, EIGHT_BYTES)) + size.to_bytes(8, "big")
    return head + payload


def plain_size(data: bytes) -> int | None:
    """How many bytes the plain frame has that begins here: a masked text in one piece of less than 64 kB. None as long
    as that can't be told yet; 0 (OTHER) when it is another frame."""
    if data[:1] not in (b"", b"\x81"):
        return OTHER
    if len(data) < 2:
        return None
    if not data[1] & MASKED or data[1] & 0x7F == EIGHT_BYTES:
        return OTHER
    if data[1] & 0x7F <= WHOLE_SMALL:
        return 6 + (data[1] & 0x7F)
    return 8 + int.from_bytes(data[2:4], "big") if len(data) >= 4 else None


def plain_text(frame: bytes) -> bytes:
    """What a plain frame says."""
    at = 2 if frame[1] & 0x7F <= WHOLE_SMALL else 4
    return apply_mask(frame[at + 4 :], frame[at : at + 4])
