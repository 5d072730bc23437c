"""Processes that we start: they never outlive us, and they end politely when asked.

On Linux the kernel ends them when we die without a goodbye (`kill -9`), so that no forgotten store keeps the data.
"""

import asyncio
import ctypes
import os
import signal
import sys
from asyncio.subprocess import Process
from collections.abc import Mapping, Sequence

_PR_SET_PDEATHSIG = 1
# Looked up before any fork: between fork and exec as little as possible may happen.
_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


async def spawn(
    *command: str, output: int | None = None, keep: Sequence[int] = (), environ: Mapping[str, str] | None = None
) -> Process:
    """Start `command` with its output going to file descriptor `output` (ours, when None), the descriptors `keep` open
    in it, and `environ` (ours, when None). It gets a process group of its own: Ctrl-C in a terminal reaches us only,
    and we decide the order."""
    parent = os.getpid()

    def die_with_parent() -> None:
        if _libc is not None:
            _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
            if os.getppid() != parent:  # it died before we asked
                os._exit(1)

    return await asyncio.create_subprocess_exec(
        *command,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=output,
        stderr=None if output is None else asyncio.subprocess.STDOUT,
        pass_fds=keep,
        env=environ,
        process_group=0,
        preexec_fn=die_with_parent,
    )


async def end(process: Process, patience: float) -> int:
    """Ask `process` to stop, end it when it still runs after `patience` seconds, and give its exit code."""
    if process.returncode is None:
        process.terminate()
    try:
        async with asyncio.timeout(patience):
            return await process.wait()
    except TimeoutError:
        process.kill()
        return await process.wait()


def stop_asked() -> asyncio.Event:
    """Give an event that is set once somebody asks this process to stop, also by closing its terminal. Ask for it
    before anything is started, so that no request falls in between."""
    asked = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(number, asked.set)
    return asked
