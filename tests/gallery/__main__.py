"""`bin/gallery`: takes a picture of every screen, and tells what is wrong on it. See `--help`."""

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

from playwright.async_api import Browser, async_playwright

from tests.festijn import WHOLE_DAY
from tests.gallery.album import SIZES, Album, Scheme, Wanted
from tests.gallery.day import busy_day, empty_day
from tests.gallery.people import LONG_INITIATIVE, Hall
from tests.journeys.conftest import CHROMIUM, FLAGS
from tests.journeys.eyes import SCHEMES
from tests.journeys.house import House

Day = Callable[[Album, Hall], Awaitable[None]]
DAYS: dict[str, Day] = {"empty": empty_day, "busy": busy_day}


def asked() -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(prog="bin/gallery", description=__doc__)
    screens = f"only these screens ({', '.join(SIZES)}), or those whose name has these words, such as open-space-stage"
    parser.add_argument("--to", type=Path, help="where the pictures go (default: a new directory, which is named)")
    parser.add_argument("--only", default="", metavar="SCREEN,...", help=screens)
    parser.add_argument("--busy", action="append_const", dest="days", const="busy", help="only a busy day")
    parser.add_argument("--empty", action="append_const", dest="days", const="empty", help="only a day without anybody")
    parser.add_argument("--lang", choices=("nl", "en"), help="only this language (default: both)")
    parser.add_argument("--dark", action="store_true", help="only dark (default: light and dark)")
    parser.add_argument("--whole", action="store_true", help="all that is on a page, not only what is in sight")
    parser.add_argument("--pictures", action="store_true", help="only take pictures: look for nothing that is wrong")
    parser.add_argument("--paper", action="store_true", help="as it is printed on A4, only pictures")
    return parser.parse_args()


def wanted_of(chosen: argparse.Namespace) -> Wanted:
    """Which pictures, as asked."""
    only = [one for one in chosen.only.split(",") if one]
    langs = [chosen.lang] if chosen.lang else ["nl", "en"]
    if chosen.paper:
        return Wanted(only, langs, ["light"], whole=True, checks=False, paper=True)
    schemes: list[Scheme] = ["dark"] if chosen.dark else list(SCHEMES)
    return Wanted(only, langs, schemes, chosen.whole, not chosen.pictures, paper=False)


def event_file(directory: Path) -> Path:
    """The whole day, with one initiative whose name is as long as names get."""
    file = directory / "event.toml"
    file.write_text(
        WHOLE_DAY.read_text(encoding="utf-8").replace('"Buurtmaaltijden"', f'"{LONG_INITIATIVE}"'), encoding="utf-8"
    )
    return file


async def spend(name: str, directory: Path, wanted: Wanted, browser: Browser) -> Album:
    """A day at a Festijn of its own; gives the album of it."""
    with tempfile.TemporaryDirectory() as data_dir:
        house = House(Path(data_dir) / "data", event=event_file(Path(data_dir)))
        try:
            hall = Hall(await house.start())
            album = Album(directory, wanted, house, browser, name)
            try:
                await hall.open()
                await album.seat(hall)
                await DAYS[name](album, hall)
            finally:
                await hall.close()
        finally:
            await house.close()
    return album


async def main(chosen: argparse.Namespace) -> int:
    """Take them all; 1 when something is wrong on one of them."""
    directory = chosen.to or Path(tempfile.mkdtemp(prefix="gallery-"))
    directory.mkdir(parents=True, exist_ok=True)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        albums = [await spend(name, directory, wanted_of(chosen), browser) for name in chosen.days or DAYS]
        await browser.close()
    faults = sum(album.faults for album in albums)
    print(f"{sum(album.pictures for album in albums)} pictures in {directory}; {faults} faults")
    return int(faults > 0)


if __name__ == "__main__":
    sys.exit(asyncio.run(main(asked())))
