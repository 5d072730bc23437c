"""What an operator can do from the command line, while the store runs.

`festijn load FILE`, `festijn list`, `festijn links`, `festijn export`, `festijn import FILE`, `festijn backup`,
`festijn restore`, `festijn rehearse`, `festijn erase`. Each says in one sentence what is wrong when it can't be done.
"""

import argparse
import asyncio
import os
import sys
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path

from rooms.initiative import About
from rooms.outcomes import Outcomes, outcomes
from rooms.partly import of_initiative
from server.backup import Kept, back_up, read
from server.erasures import Erasures
from server.exports import write_all
from server.forgetme import run_erase
from server.journal import STORE_TROUBLE
from server.linking import NEW, run_links
from server.loading import records_in
from server.operator import Operator
from server.register import Listed
from server.rehearsal.cast import keys_of
from server.rehearsal.day import Day
from server.rehearsal.people import Door
from server.rehearsal.summary import Book
from server.restore import put_all_back, returning, safety_path
from server.settings import Settings, Unusable
from server.words import LANGUAGES

SHOWN = 3
"""Festivals whose links are shown at a start: the latest."""


async def welcome(settings: Settings) -> None:
    """At each start: the first time load the first festival, then show every way in."""
    operator = Operator(settings)
    try:
        await _show_all(operator)
    except STORE_TROUBLE as trouble:
        raise Unusable(f"the store does not answer ({type(trouble).__name__}), so the links can't be shown.") from None
    finally:
        await operator.register.close()


async def _show_all(operator: Operator) -> None:
    every = await operator.register.all() or [await operator.load(operator.settings.first_event)]
    for listed in every[-SHOWN:]:
        await operator.show_links(listed, qr=listed is every[-1])
    print(f"Festijn is open at {operator.settings.public_url}   (Ctrl-C stops it; all words are kept)", flush=True)


async def run_load(operator: Operator, asked: argparse.Namespace) -> None:
    listed = await operator.load(asked.file, asked.rehearsal)
    await operator.show_links(listed, qr=True)
    for other in await operator.register.all():
        if other.id != listed.id and (other.title, other.date) == (listed.title, listed.date):
            print(f"Take care: {other.code} has that title and date too. Share the links of one of them only.")


async def run_list(operator: Operator, asked: argparse.Namespace) -> None:
    for listed in await operator.register.all():
        print(f"{listed.code}  {listed.date or '          '}  {listed.title}")


async def run_export(operator: Operator, asked: argparse.Namespace) -> None:
    listed = await operator.which(asked.festival)
    async with operator.at(listed) as hall:
        told = outcomes(hall.replica.tables)
    if asked.initiative:
        told = _alone(told, asked.initiative)
    lang = asked.lang or listed.language
    print(*write_all(told, lang, asked.to, lambda text: print(text, file=sys.stderr, flush=True)), sep="\n")


def _alone(told: Outcomes, initiative: str) -> Outcomes:
    """The part of one initiative, by its id or its name."""
    for row in told.initiatives:
        if initiative.casefold() in (row.id.casefold(), row.name.casefold()):
            return of_initiative(told, row.id)
    known = ", ".join(f"{row.id} ({row.name})" for row in told.initiatives) or "none"
    raise Unusable(f"there is no initiative {initiative!r}; there are: {known}.")


async def run_import(operator: Operator, asked: argparse.Namespace) -> None:
    records = records_in(asked.file, "" if asked.new_code else None)
    listed = await operator.found(records, "say --new-code to load it beside that one")
    await operator.show_links(listed, qr=False)


async def _only_rehearsal(operator: Operator) -> Listed:
    found = []
    for listed in await operator.register.all():
        async with operator.at(listed) as hall:
            about = hall.replica.tables.get(About, "about")
        found += [listed] if about and about.rehearsal else []
    if len(found) != 1:
        known = ", ".join(f"{one.code} ({one.title})" for one in found)
        wanted = (
            f"say in which, with --festival CODE; there are: {known}"
            if found
            else "found one: festijn load FILE --rehearsal"
        )
        raise Unusable(f"there is {'more than one' if found else 'no'} festival to rehearse in; {wanted}.")
    return found[0]


async def run_rehearse(operator: Operator, asked: argparse.Namespace) -> None:
    listed = await operator.which(asked.festival) if asked.festival else await _only_rehearsal(operator)
    print(f"Rehearsing in {listed.code} ({listed.title}).", flush=True)
    async with operator.at(listed) as hall:
        keys = keys_of(operator.identity, listed, hall.replica.tables)
    door = Door((asked.url or operator.settings.public_url).rstrip("/"), listed.code, Book())
    book = await Day(door, keys, asked.people, asked.minutes).play()
    print(book.told())
    if not book.well:
        raise SystemExit(1)


async def run_backup(operator: Operator, asked: argparse.Namespace) -> None:
    every = [await operator.which(asked.festival)] if asked.festival else await operator.register.all()
    if not every:
        raise Unusable("there is no festival yet, so there is nothing to back up.")
    for kept in await back_up(operator.settings.store_url, every, asked.to):
        print(f"{kept.listed.code}  {kept.listed.title}: {kept}")
    print(asked.to)


async def run_restore(operator: Operator, asked: argparse.Namespace) -> None:
    chosen = _chosen(read(asked.source), asked)
    async with AsyncExitStack() as stack:
        url, listed = operator.settings.store_url, Erasures(operator.settings.erasures)
        returns = [await stack.enter_async_context(returning(url, kept, listed)) for kept in chosen]
        print(*returns, sep="\n", flush=True)
        _agree(asked)
        await put_all_back(returns, safety_path(asked.source), print)


def _chosen(every: list[Kept], asked: argparse.Namespace) -> list[Kept]:
    """The festivals of a back-up that are to be put back: the one asked for, or all."""
    wanted = asked.festival and asked.festival.upper()
    chosen = [kept for kept in every if wanted in (None, kept.listed.code, kept.listed.id.upper())]
    if not chosen:
        known = ", ".join(f"{kept.listed.code} ({kept.listed.title})" for kept in every) or "none"
        raise Unusable(f"there is no festival {asked.festival!r} in {asked.source}; there are: {known}.")
    return chosen


def _agree(asked: argparse.Namespace) -> None:
    """Raises Unusable unless the operator wants what is in the store replaced."""
    if asked.yes:
        return
    if not sys.stdin.isatty():
        raise Unusable("nothing is put back yet; say --yes if what is in the store is to be replaced.")
    print("Replace what is in the store by what is in the file? Type yes: ", end="", flush=True)
    if sys.stdin.readline().strip().lower() != "yes":
        raise Unusable("nothing is put back.")


def questions() -> argparse.ArgumentParser:
    """What can be asked."""
    asked = argparse.ArgumentParser(prog="festijn", description="Run and look after festivals.")
    ways = asked.add_subparsers(required=True, metavar="COMMAND")
    for part, why in (("run", "run everything on this machine"), ("web", "one web worker"), ("store", "our own store")):
        ways.add_parser(part, help=why, add_help=False)
    one = ways.add_parser("load", help="found a festival from an event file")
    one.add_argument("file", type=Path)
    one.add_argument("--rehearsal", action="store_true", help="to practise with: made-up people may come")
    one.set_defaults(run=run_load)
    ways.add_parser("list", help="the festivals there are").set_defaults(run=run_list)
    one = ways.add_parser("links", help="every way into a festival; make or revoke a link")
    one.add_argument("--festival", metavar="CODE")
    one.add_argument("--new", choices=[*NEW])
    one.add_argument("--label", help="what the new link is called")
    one.add_argument("--personal", type=Path, metavar="FILE", help="a link of their own for each name in this file")
    one.add_argument("--to", type=Path, metavar="FILE", help="where to write those links, as a table (CSV)")
    one.add_argument("--revoke", metavar="NAME", help='a name as it is shown, such as "facilitator 2"')
    one.set_defaults(run=run_links)
    one = ways.add_parser("export", help="all that came of a festival, as files; ends nothing")
    one.add_argument("--festival", metavar="CODE")
    one.add_argument("--to", type=Path, required=True, metavar="DIR")
    one.add_argument("--initiative", metavar="NAME", help="the part of this one only, by its id or its name")
    one.add_argument("--lang", choices=LANGUAGES, help="the language of the headings; the festival's when left out")
    one.set_defaults(run=run_export)
    one = ways.add_parser("import", help="load the JSON of an export, as a festival of its own")
    one.add_argument("file", type=Path)
    one.add_argument("--new-code", action="store_true", help="with a join code of its own")
    one.set_defaults(run=run_import)
    one = ways.add_parser("rehearse", help="play the whole day of a rehearsal with people who are not there")
    one.add_argument(
        "--festival", help="in which festival, one that was loaded with --rehearsal; needed when there are several"
    )
    one.add_argument("--people", type=int, default=180)
    one.add_argument("--minutes", type=float, default=5.0, help="how long it may take")
    one.add_argument("--url", help="where it runs; this machine's own address when left out")
    one.set_defaults(run=run_rehearse)
    one = ways.add_parser("erase", help="forget one person everywhere")
    one.add_argument("person", help="the name, or the id when several people have that name")
    one.add_argument("--festival", metavar="CODE")
    one.add_argument("--words", choices=["keep", "drop"], required=True, help="keep what they wrote, without a name")
    one.set_defaults(run=run_erase)
    one = ways.add_parser("backup", help="write festivals to a file, while they run")
    one.add_argument("--to", type=Path, required=True, metavar="FILE")
    one.add_argument("--festival", metavar="CODE", help="this one only; all of them when left out")
    one.set_defaults(run=run_backup)
    one = ways.add_parser("restore", help="put festivals back as they are in a file; asks first")
    one.add_argument("--from", type=Path, required=True, metavar="FILE", dest="source")
    one.add_argument("--festival", metavar="CODE", help="this one only; all in the file when left out")
    one.add_argument("--yes", action="store_true", help="do not ask")
    one.set_defaults(run=run_restore)
    return asked


def main(arguments: Sequence[str]) -> int:
    """Do what was asked; gives the exit code: 2 after one clear sentence when it can't be done."""
    asked = questions().parse_args(arguments)
    try:
        asyncio.run(_run(asked))
    except Unusable as problem:
        print(problem, file=sys.stderr)
    except BrokenPipeError:  # whoever reads what we say has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except STORE_TROUBLE as trouble:
        print(f"the store does not answer ({type(trouble).__name__}); is Festijn running? (bin/run)", file=sys.stderr)
    else:
        return 0
    return 2


async def _run(asked: argparse.Namespace) -> None:
    operator = Operator(Settings.read())
    try:
        await asked.run(operator, asked)
    finally:
        await operator.register.close()
