"""What comes of the day, for the gallery: help offered and found, groups, a recipe that grew, letters."""

import asyncio

from rooms.people import Role
from server.rehearsal import texts
from tests.gallery.people import FULL, LONG_NAME, LONG_WORD, Hall, grant

CASE = "kunstpost"
TERMS = ("unpaid", "paid", "exchange")
REPLIES = ("yes", "later", "no", "none")


async def offers(hall: Hall) -> None:
    """Forty people offer help to one initiative, which answers as it goes and shares contacts with our guest."""
    needs = sorted(need["id"] for need in hall.host.rows("Need").values() if need["initiative"] == CASE)
    for at, who in enumerate([hall.hero, *hall.people[30:70]]):
        what = FULL[:300].strip() if at % 9 == 0 else texts.PLEDGES[at % len(texts.PLEDGES)]
        offer = hall.new_id()
        said = {"what": what, "when": "in het najaar" if at % 2 else "", "how": "know" if at % 4 == 3 else "can"}
        behalf = f"Stichting {LONG_WORD}" if at % 5 == 2 else ""
        about = {"need": needs[at % len(needs)], "terms": TERMS[at % 3], "behalf": behalf}
        await grant(who, "MakeOffer", id=offer, **about, **said)
        reply = REPLIES[at % len(REPLIES)]
        if reply != "none":
            answer = FULL[:200].strip() if at % 3 == 0 else ""
            await grant(hall.lead, "ReplyToOffer", offer=offer, reply=reply, was="none", answer=answer)
        if at == 0:
            for side, contact in ((who, "noor@buurt.example.org"), (hall.lead, "06 12 34 56 78")):
                await grant(side, "ShareContact", offer=offer, contact=contact, text="De ander mag dit zien.")


async def groups(hall: Hall) -> None:
    """Two groups, one with many people in it."""
    long = {"product": "method", "title": f"Een aanpak tegen {LONG_WORD}en, stap voor stap"}
    for product in (long, {"product": "podcast", "title": "Stemmen van de straat"}):
        await grant(hall.lead, "OpenGroup", id=(group := hall.new_id()), initiative=CASE, **product)
        for who in [hall.hero, *hall.people[70:82]]:
            brings = "Ik bracht in Zutphen al eens alles in kaart."
            await grant(who, "JoinGroup", id=hall.new_id(), group=group, brings=brings)
        stone = {"what": "Een eerste versie die anderen proberen", "who": LONG_NAME, "when": "2027-02-01"}
        await grant(hall.hero, "AddMilestone", id=hall.new_id(), initiative=CASE, group=group, **stone)


async def recipe(hall: Hall) -> None:
    """What changed in the recipe's next version, with the notes behind it, and goals."""
    tips = [note["id"] for note in hall.host.rows("Note").values() if note["board"] == CASE and note["kind"] == "tip"]
    of_case = [part for part in hall.host.rows("RecipePart").values() if part["initiative"] == CASE]
    newest = sorted((part for part in of_case if part["version"] == 20), key=lambda part: str(part["id"]))
    for at, part in enumerate(newest[:4]):
        await grant(hall.lead, "EditPart", part=part["id"], text=f"Begin klein. {part['text']}"[:400], was=part["text"])
        for tip in tips[at * 2 : at * 2 + 2]:
            await grant(hall.lead, "PutBehind", part=part["id"], note=tip, behind=True)
    await grant(hall.lead, "TagInitiative", initiative=CASE, goals=[3, 10, 11, 17])
    for goal, tip in enumerate(tips[:6], 1):
        await grant(hall.lead, "TagNote", note=tip, goals=[goal, 11])


async def letters(hall: Hall) -> None:
    """Questions and chances, to the festival and to the initiative, some of them answered."""
    for at, who in enumerate([hall.hero, *hall.people[90:104]]):
        to, kind = ("", CASE)[at % 2], ("question", "chance")[at // 2 % 2]
        text = (FULL * 2)[:500].strip() if at % 6 == 0 else "Komt hier een vervolg op in het voorjaar?"
        letter = hall.new_id()
        await grant(who, "WriteLetter", id=letter, initiative=to, kind=kind, text=text)
        if at % 3 == 0:
            await grant(hall.lead if to else hall.host, "AnswerLetter", letter=letter, text=FULL[:300].strip())


async def publish(hall: Hall) -> None:
    """All that can be published is."""
    organiser = await hall.by_link(Role.ORGANISER, "organiser")
    whole = ["numbers", "conversations", "prizes"]
    parts = ["card", "needs", "notes", "recipe", "milestones"]
    await asyncio.gather(
        grant(organiser, "Publish", about="", parts=whole, was=[]),
        *(grant(organiser, "Publish", about=row, parts=parts, was=[]) for row in hall.host.rows("Initiative")),
    )


async def all_of_it(hall: Hall) -> None:
    """Everything that may come of a day."""
    await offers(hall)
    await groups(hall)
    await recipe(hall)
    await letters(hall)
    await publish(hall)
