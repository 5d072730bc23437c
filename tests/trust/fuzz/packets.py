"""The second door: what phones say after they came in. Mostly sensible wishes with something wrong in them; now and
then packets, frames and JSON that are none.

After each case its phone asks an honest question: either that is answered, or the line was ended. Nothing may be left
without an answer.
"""

import json
import time
from random import Random
from typing import Any

import msgspec
from websockets.frames import Frame, Opcode

from rooms.festival import PHONE_COMMANDS, RULES
from rooms.kernel import Command
from rooms.people import Person
from rooms.wire import FROM_PHONE
from tests.rooms.improvise import Improviser
from tests.trust.fuzz.book import ACCEPTED, BRAKED, CLOSED, REFUSED, Told
from tests.trust.fuzz.fair import HONEST, Fair
from tests.trust.fuzz.grammar import Grammar, fresh
from tests.trust.fuzz.lines import TROUBLE, Phone, Phones, gone
from tests.trust.fuzz.spoil import TOKENS, Tree, odd, scratch, spoil

REF = "@ref"
"""Stands in a packet where the phone's own next ref goes."""
QUESTION = {"type": "BackNote", "note": "nowhere", "backed": True}
BROKEN = ["", "4", "42", "42{", "42[]", "42[1]", "42[null]", "42" + "0" * 101, "9", "2probe", "5", "6", "1", "41", "3"]
BROKEN += [
    "40{}",
    "43[]",
    "431[]",
    "44{}",
    "40/admin,",
    "42/admin,[1]",
    "42/,[1]",
    "0{}",
    '42["submit"]',
    '421["look",{}]',
]
BROKEN += [
    '42["disconnect","gone"]',
    '42["connect",{},{}]',
    '42["submit",{},{}]',
    '451-["x",{"_placeholder":true,"num":0}]',
]
BROKEN += ['42["enter",{"places":{"festival":"1.1.x"}}]', '42["enter",{"places":{"festival":"²²²"}}]', "b" + "AAAA"]
HEADS = [0x80, 0x82, 0x83, 0x88, 0x89, 0x8A, 0x8F, 0x01, 0x00, 0xC1, 0xF1]


class Packets:
    """Draws what is said, and says it."""

    name = "packets"

    def __init__(self, fair: Fair, phones: Phones) -> None:
        self._fair, self._phones = fair, phones
        self._grammar = Grammar(lambda: fair.tables, set(HONEST))

    # -- drawing

    def draw(self, chance: Random) -> Tree:
        """A case: who says it, and the packets."""
        who, said = self._fair.somebody(chance, RULES[chance.choice(PHONE_COMMANDS)][1]), []
        for _ in range(chance.choice([1, 1, 1, 1, 2, 3])):
            manner = chance.random()
            if manner < 0.82:
                who, packet = self._submit(chance)
            elif manner < 0.94:
                packet = self._message(chance)
            else:
                packet = self._junk(chance)
            said.append(packet)
        return {"who": who.id, "said": said}

    def _submit(self, chance: Random) -> tuple[Person, str]:
        kind = chance.choice(PHONE_COMMANDS)
        who, told = self._command(kind, chance)
        if chance.random() < 0.08:
            who = self._fair.somebody(chance, RULES[chance.choice(PHONE_COMMANDS)][1])
        if chance.random() < 0.25:
            told = spoil(told, chance)
        seen = chance.choice([0, self._fair.hall.replica.place.n, 10**6])
        message: Tree = self._grammar.submit(told, REF, chance.choice([1] * 20 + [2, 300]), seen)
        if chance.random() < 0.07:
            message = spoil(message, chance)
        return who, packed("submit", message, chance, 0.04)

    def _command(self, kind: type[Command], chance: Random) -> tuple[Person, dict[str, Any]]:
        """Who wishes what. Half of it somebody improvises who sees what there is; the rest is made from the types."""
        who = self._fair.somebody(chance, RULES[kind][1])
        if chance.random() < 0.5:
            try:
                wish = Improviser(chance.choice, [kind]).wish(self._fair.tables)
            except (AttributeError, IndexError):  # nobody improvises this kind (yet)
                return who, self._grammar.command(chance, kind)
            told: dict[str, Any] = msgspec.to_builtins(wish.command)
            known = self._fair.tables.get(Person, wish.by)
            if not any(one in repr(told) for one in HONEST):
                return known if known and known.id not in HONEST else who, told
        return who, self._grammar.command(chance, kind)

    def _message(self, chance: Random) -> str:
        event = chance.choice([one for one in FROM_PHONE if one != "submit"])
        content = self._grammar.message(chance, event)
        if "places" in content and chance.random() < 0.7:
            place = chance.choice(
                [str(self._fair.hall.replica.place), "1.1.x", f"1.{10**18}.x", f"{10**30}.1.x", "1.²."]
            )
            content["places"] = dict.fromkeys(["festival", f"board:{self._grammar.an_id('board', chance)}"], place)
        return packed(event, spoil(content, chance) if chance.random() < 0.4 else content, chance, 0.1)

    def _junk(self, chance: Random) -> Tree:
        manner = chance.randrange(6)
        if manner == 0:
            return chance.choice(BROKEN)
        if manner == 1:
            return scratch(chance.choice([*BROKEN, '42["submit",{"ref":"a","low":1}]']), chance)
        if manner == 2:
            return chance.randbytes(chance.choice([0, 1, 40, 5000]))
        if manner == 3:
            head, payload = chance.choice(HEADS), chance.randbytes(chance.choice([0, 1, 20, 125]))
            whole = Frame(Opcode.TEXT, payload).serialize(mask=True)
            return {"torn": bytes([head]) + whole[1 : chance.choice([1, 2, 6, len(whole)])]}
        if manner == 4:
            payload = b'42["submit",' + chance.choice(TOKENS).encode() + chance.randbytes(4) + b"]"
            return {"raw": Frame(Opcode.TEXT, payload).serialize(mask=True)}
        return "42" + json.dumps([chance.choice([*FROM_PHONE, "connect", "", odd(chance)]), odd(chance), odd(chance)])

    # -- saying

    async def play(self, tree: Tree) -> Told:
        """Say it, then ask an honest question."""
        person = next((one for one in self._fair.tables.all(Person) if one.id == tree["who"]), None)
        chance = Random(tree["who"])
        try:
            phone = await self._phones.take(person, chance) if person else None
        except TROUBLE as trouble:
            return Told(CLOSED, wrong=f"nobody is let in: {type(trouble).__name__}")
        return await self._said(phone, tree["said"]) if phone else Told(CLOSED)

    async def _said(self, phone: Phone, said: list[Tree]) -> Told:
        began = len(phone.heard)
        last = ""
        try:
            for packet in said:
                if isinstance(packet, str) and REF in packet:
                    last = f"{phone.device}.{phone.seq}"
                    phone.seq += 1
                    packet = packet.replace(REF, last)  # noqa: PLW2901 - the same packet, with its ref in it
                await phone.send(packet)
            told = await self._question(phone, last)
        except TimeoutError:
            phone.cut()
            torn = any(isinstance(packet, dict) and "torn" in packet for packet in said)
            # who tore a frame has their question read as the rest of it, and is only missed at the next ping
            return Told(CLOSED, wrong="" if torn else "a question was not answered, and the line was not ended")
        except TROUBLE:
            told = Told(CLOSED)
        return self._judged(phone, told, phone.heard[began:], said)

    async def _question(self, phone: Phone, last: str) -> Told:
        """Ask, and see what became of the case by then."""
        ref = f"{fresh()}.1"
        await phone.send("42" + json.dumps(["submit", self._grammar.submit(QUESTION, ref, 1, 0)]))
        began = time.monotonic()
        answer = await phone.until(ref)
        ms = (time.monotonic() - began) * 1000
        if answer is None:
            await gone(phone)
            return Told(CLOSED, ms)
        answers = [json.loads(one[2:])[1] for one in phone.heard if one.startswith('42["answer"')]
        mine = next((one for one in answers if last and one.get("ref") == last), answer)
        if answer.get("reason") == "too_fast":
            phone.cut()
        else:
            self._phones.put_back(phone)
        return Told(became(mine), ms)

    def _judged(self, phone: Phone, told: Told, heard: list[str], said: list[Tree]) -> Told:
        """Whether anybody's secret came along."""
        if told.became == CLOSED:
            phone.cut()
        asked = (phone.cookie + repr(said)).encode("utf-8", "replace")
        if any(self._fair.secrets.told_in(one.encode("utf-8", "replace"), asked) for one in heard):
            return Told(told.became, told.ms, "somebody's secret was told on a line")
        return told


def packed(event: str, content: Tree, chance: Random, scratched: float) -> str:
    """A message as it travels, now and then with a scratch."""
    packet = "42" + json.dumps([event, content])
    return "42" + scratch(packet[2:], chance) if chance.random() < scratched else packet


def became(answer: dict[str, Any]) -> str:
    """What an answer says became of a wish."""
    if answer.get("reason") == "too_fast":
        return BRAKED
    return ACCEPTED if answer.get("ok") is not None else REFUSED
