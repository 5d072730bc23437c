"""The frames we read ourselves are those that the websockets library writes, however the network cuts them."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from websockets.frames import Frame, Opcode

from server.embedded import Store
from server.frames import OTHER, plain_size, plain_text
from tests.festijn import Raw, founded, inside
from tests.phone import Phone


def from_phone(opcode: Opcode, payload: bytes, fin: bool = True) -> bytes:
    """A frame as a phone sends it."""
    return Frame(opcode, payload, fin=fin).serialize(mask=True)


@given(st.one_of(st.binary(max_size=300), st.integers(301, 65535).map(lambda size: b"x" * size)))
def test_a_text_in_one_piece_is_read_as_it_was_written(payload: bytes) -> None:
    frame = from_phone(Opcode.TEXT, payload)
    assert plain_size(frame + b"more") == len(frame)
    assert plain_text(frame) == payload
    told = [plain_size(frame[:at]) for at in range(min(len(frame), 6))]
    assert all(size in (None, len(frame)) for size in told)


@pytest.mark.parametrize(
    "frame",
    [
        from_phone(Opcode.BINARY, b"bytes"),
        from_phone(Opcode.PING, b""),
        from_phone(Opcode.CLOSE, b""),
        from_phone(Opcode.TEXT, b"a piece", fin=False),
        from_phone(Opcode.CONT, b"the rest"),
        from_phone(Opcode.TEXT, b"x" * 65536),
        Frame(Opcode.TEXT, b"not masked").serialize(mask=False),
        b"\xc1\x80",
    ],
)
def test_every_other_frame_is_left_to_the_library(frame: bytes) -> None:
    assert plain_size(frame) == OTHER


async def test_what_the_network_cuts_or_joins_is_understood_all_the_same(store: Store, tmp_path: Path) -> None:
    listed = await founded(store.url)
    async with inside(store.url, tmp_path) as server:
        phone = await Phone.come_in(server.base, listed.code, "Guest")
        raw = await Raw.connect(server.base, phone.cookie, {"code": phone.code, "role": "participant"})
        assert (await raw.packet()).startswith("40{")
        note = {"type": "PostNote", "board": "kunstpost", "kind": "tip", "text": "Een tip"}
        wishes = [
            {"ref": f"{'d' * 16}.{seq}", "low": 1, "seen": 0, "command": {**note, "id": f"note{seq:012}"}}
            for seq in range(1, 7)
        ]
        packets = ['42["enter",{"places":{}}]', *("42" + json.dumps(["submit", wish]) for wish in wishes)]
        frames = [from_phone(Opcode.TEXT, packet.encode()) for packet in packets]
        stream = b"".join([*frames[:-1], from_phone(Opcode.PING, b"still there?"), frames[-1]])
        transport = raw.line.transport
        for at in range(0, len(stream), 97):
            transport.write(stream[at : at + 97])
        answers = [await raw.heard("answer") for _ in range(6)]
        assert [answer["ref"] for answer in answers] == [wish["ref"] for wish in wishes]
        assert all("ok" in answer for answer in answers)
        await raw.line.close()
