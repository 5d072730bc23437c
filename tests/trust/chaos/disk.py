"""A store on a disk that may fail: the power goes, the last bytes are gone, or there is no room left.

A process that is killed loses nothing it has written: the system keeps it. A power cut does lose what was not brought
to disk (fsync). To play that, a small library of ours (`disk.c`) stands between the store and its files and notes how
much of each is safe; `power_cut` kills the store and cuts its files to that. New files and new names count as safe.
"""

import hashlib
import mmap
import os
import shlex
import shutil
import struct
import subprocess
import sys
import tempfile
from asyncio.subprocess import Process
from pathlib import Path
from typing import Self

from server.embedded import Store
from server.settings import PROJECT

SOURCE = Path(__file__).with_suffix(".c")
SLOTS = 4096
_COUNT = struct.Struct("=q")
_LOADED, _ROOM, _REFUSED, _FILES = 0, 8, 16, 24
_SLOT = struct.Struct("=Qq")  # inode, bytes that are safe
_SIZE = _FILES + SLOTS * _SLOT.size
PLENTY = -1


class AbsentError(Exception):
    """What a misfortune needs is not on this machine; says what, and how to get it."""


def library() -> Path:
    """The library, built when it is not there yet. Raises `AbsentError`; and `RuntimeError` when it cannot be built."""
    compiler = shutil.which("cc")
    if sys.platform != "linux":
        raise AbsentError(f"absent: LD_PRELOAD on {sys.platform}, so no power cuts and no full disk; use Linux.")
    if compiler is None:
        raise AbsentError("absent: no C compiler (cc), so no power cuts and no full disk; install gcc.")
    name = f"disk-{hashlib.sha256(SOURCE.read_bytes()).hexdigest()[:12]}.so"
    built = PROJECT / "var" / "chaos" / name
    if not built.exists():
        built.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=built.parent) as place:
            new = Path(place) / name
            command = [compiler, "-O2", "-Wall", "-Werror", "-shared", "-fPIC", "-o", str(new), str(SOURCE), "-ldl"]
            made = subprocess.run(command, capture_output=True, text=True, check=False)
            if made.returncode:
                raise RuntimeError(f"{SOURCE} cannot be built: {made.stderr.strip()}")
            new.replace(built)
    return built


class _WatchedStore(Store):
    """A store whose program is started through a script that puts the library before it."""

    def __init__(self, data_dir: Path, fsync: str, page: Path) -> None:
        super().__init__(data_dir, fsync)
        self.page = page

    async def _spawn(self, program: Path, lock: int) -> Process:
        told = {
            "LD_PRELOAD": library(),
            "CHAOS_DISK_PAGE": self.page,
            "CHAOS_DISK_DIRECTORY": (self.data_dir / "store").resolve(),
        }
        words = [f"{name}={value}" for name, value in told.items()]
        script = self.page.with_name(f"watched-{program.name}")
        script.write_text(f'#!/bin/sh\nexec /usr/bin/env {shlex.join([*words, str(program)])} "$@"\n')
        script.chmod(0o700)
        return await super()._spawn(script, lock)


class Disk:
    """A store in `data_dir`, and its disk. `store` is started, killed and closed as any other; its `url` is its
    address. `fsync` is its appendfsync: what it brings to disk before it answers (always), or not."""

    def __init__(self, data_dir: Path, fsync: str = "always") -> None:
        library()
        page = data_dir / "disk-page"
        page.write_bytes(bytes(_SIZE))
        with page.open("r+b") as file:
            self._page = mmap.mmap(file.fileno(), _SIZE)
        self._put(_ROOM, PLENTY)
        self.store = _WatchedStore(data_dir, fsync, page)
        self._directory = data_dir / "store"
        for path in self._files():
            self._keep(path, path.stat().st_size)

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, *_: object) -> None:
        self.room_again()
        await self.store.close()
        self._page.close()

    async def start(self) -> None:
        """Start the store, also after a misfortune. Raises `AbsentError` when the library does not get into it."""
        before = self._get(_LOADED)
        await self.store.start()
        if self._get(_LOADED) == before:
            raise AbsentError("absent: the store's program takes no LD_PRELOAD (static?), so no power cuts.")

    async def power_cut(self) -> int:
        """Kill the store, and cut each of its files to what is safe. Gives how many bytes that took. Whoever else was
        on this power has to be killed by the caller, before."""
        await self.store.kill()
        return sum(self._cut(path, self.safe(path)) for path in self._files())

    async def lose_tail(self, size: int) -> int:
        """Kill the store, and cut `size` bytes more than was unsafe from the file it was adding to, as a disk that
        lied. Gives how many bytes that took; that file may be shorter."""
        await self.store.kill()
        last = self.journal()
        return self._cut(last, max(0, min(self.safe(last), last.stat().st_size) - size))

    def full(self, room: int = 0) -> None:
        """From now on there are only so many bytes left to write."""
        self._put(_ROOM, room)

    def room_again(self) -> None:
        """There is plenty of room."""
        self._put(_ROOM, PLENTY)

    @property
    def refused(self) -> int:
        """How many writes found no room, ever."""
        return self._get(_REFUSED)

    def safe(self, path: Path) -> int:
        """How many bytes of this file survive a power cut."""
        slot = self._slot(path.stat().st_ino)
        kept: int = _SLOT.unpack_from(self._page, slot)[1]
        return kept

    def unsafe(self) -> int:
        """How many bytes a power cut would take now."""
        return sum(max(0, path.stat().st_size - self.safe(path)) for path in self._files())

    def journal(self) -> Path:
        """The file the store is adding to: the last one its manifest names."""
        place = self._directory / "appendonlydir"
        names = [line.split()[1] for line in (place / "appendonly.aof.manifest").read_text().splitlines()]
        return place / names[-1]

    def _files(self) -> list[Path]:
        return [path for path in self._directory.rglob("*") if path.is_file()]

    def _cut(self, path: Path, length: int) -> int:
        before = path.stat().st_size
        if length < before:
            os.truncate(path, length)
            self._keep(path, length)
        return max(0, before - length)

    def _keep(self, path: Path, length: int) -> None:
        inode = path.stat().st_ino
        _SLOT.pack_into(self._page, self._slot(inode), inode, length)

    def _slot(self, inode: int) -> int:
        """Where this file's slot is: looked for as `disk.c` does."""
        for step in range(SLOTS):
            offset = _FILES + (inode + step) % SLOTS * _SLOT.size
            if _SLOT.unpack_from(self._page, offset)[0] in {0, inode}:
                return offset
        raise AssertionError("more files than the page has place for")

    def _get(self, offset: int) -> int:
        number: int = _COUNT.unpack_from(self._page, offset)[0]
        return number

    def _put(self, offset: int, number: int) -> None:
        _COUNT.pack_into(self._page, offset, number)
