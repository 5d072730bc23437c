"""The machine we measure on: which core does what, what a process used of it, and the C programs made ready for it.

The server under load has the first core to itself; the load, the store and the bench share the last one.
"""

import os
import resource
import shutil
import subprocess
import time
from collections.abc import Collection
from pathlib import Path

from server.settings import PROJECT

GROUND = PROJECT / "var" / "bench"
"""Where programs are built and stores keep their data; git does not see it."""
SOURCES = PROJECT / "bench" / "c"
PEER = PROJECT / "bench" / "peer"
CORES = sorted(os.sched_getaffinity(0))
SERVER_CORE = {CORES[0]}
OTHER_CORE = {CORES[-1]}
_CPU_CLOCK = 2
"""Which of the clocks of a process Linux means: that of all its threads, user and system, in ns."""


def settle() -> None:
    """Put ourselves, and so all we start, on the last core, and allow as many connections as the system lets us."""
    os.sched_setaffinity(0, OTHER_CORE)
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def pin(pid: int, cores: Collection[int]) -> None:
    """Have all threads of a process run on these cores only."""
    for task in Path(f"/proc/{pid}/task").iterdir():
        os.sched_setaffinity(int(task.name), cores)


def cpu(pid: int) -> float:
    """Seconds of user and system time a process used so far. Raises OSError when there is no such process."""
    return time.clock_gettime(~pid << 3 | _CPU_CLOCK)


def memory(pid: int) -> int:
    """The memory of a process that is there now (RSS), in kB."""
    told = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in told if line.startswith("Rss:"))


def descriptors(pid: int) -> int:
    """How many descriptors (lines, mostly) a process has open."""
    return len(list(Path(f"/proc/{pid}/fd").iterdir()))


def built(name: str) -> Path | None:
    """The C program of this name, built when its sources are newer; None without a C compiler."""
    compiler = shutil.which("cc")
    if compiler is None:
        return None
    program = GROUND / name
    newest = max(source.stat().st_mtime for source in SOURCES.iterdir())
    if not program.exists() or program.stat().st_mtime < newest:
        GROUND.mkdir(parents=True, exist_ok=True)
        source = str(SOURCES / f"{name}.c")
        subprocess.run([compiler, "-O2", "-Wall", "-Wextra", "-o", str(program), source], check=True)
    return program


def node() -> str | None:
    """Node, with what the peer needs installed; None where it is not to be had."""
    path = os.pathsep.join([os.environ.get("PATH", ""), str(PROJECT / ".venv" / "bin")])
    found, npm = shutil.which("node", path=path), shutil.which("npm", path=path)
    if found is None or not (PEER / "server.mjs").exists():
        return None
    if not (PEER / "node_modules").exists():
        if npm is None:
            return None
        command = [npm, "ci", "--ignore-scripts", "--silent"]
        subprocess.run(command, cwd=PEER, env={**os.environ, "PATH": path}, check=True)
    return found
