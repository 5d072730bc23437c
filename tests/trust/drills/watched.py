"""A web worker that writes down, every second, how many tasks and objects it has: what one can't see from outside.

`python -m tests.trust.drills.watched web --fd N`, with the file's name in WATCHED.
"""

import asyncio
import gc
import os
import sys
import threading
import time
from pathlib import Path

from server.web import Worker, main

EVERY = 1.0
_loops: list[asyncio.AbstractEventLoop] = []


class _Watched(Worker):
    async def startup(self, sockets: object = None) -> None:
        await super().startup(sockets)  # type: ignore[arg-type]
        _loops.append(asyncio.get_running_loop())


def watch(told: Path) -> None:
    """Write it down, as one line of numbers: tasks, objects the collector follows."""
    part = told.with_suffix(".part")
    while True:
        time.sleep(EVERY)
        if _loops:
            part.write_text(f"{len(asyncio.all_tasks(_loops[0]))} {len(gc.get_objects())}")
            part.rename(told)


if __name__ == "__main__":
    import server.web

    server.web.Worker = _Watched  # type: ignore[misc]
    threading.Thread(target=watch, args=(Path(os.environ["WATCHED"]),), daemon=True).start()
    sys.exit(main(sys.argv[2:]))
