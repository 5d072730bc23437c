"""The load generator as the bench speaks with it: one line to it, one line of JSON back."""

import asyncio
import json
from pathlib import Path
from typing import Any

PATIENCE = 180.0
"""Seconds the longest phase may take."""


class Load:
    """One generator process. It ends with us, for its input then ends."""

    def __init__(self, program: Path) -> None:
        self._program = program
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Start it."""
        self._process = await asyncio.create_subprocess_exec(
            str(self._program), stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, process_group=0
        )

    async def say(self, *words: object) -> dict[str, Any]:
        """Have a command done; gives what it tells. Raises RuntimeError when it says it could not."""
        process = self._process
        assert process is not None
        assert process.stdin is not None
        assert process.stdout is not None
        line = " ".join(map(str, words))
        process.stdin.write(line.encode() + b"\n")
        async with asyncio.timeout(PATIENCE):
            heard = await process.stdout.readline()
        if not heard:
            raise RuntimeError(f"the load generator ended at {line!r}; it should answer with a line of JSON")
        told: dict[str, Any] = json.loads(heard)
        if "error" in told:
            raise RuntimeError(f"the load generator refused {line!r}: {told['error']}")
        return told

    async def close(self) -> None:
        """End it."""
        if self._process is not None and self._process.returncode is None:
            self._process.kill()
            await self._process.wait()
