"""One web worker: uvicorn with our settings, and with sockets whose transport the fan-out may write to.

Asked to stop, it first answers what waits, then sends every phone to another process.
"""

import argparse
import socket
import sys
from collections.abc import Sequence
from dataclasses import replace

import structlog
import uvicorn

from rooms.wire import MESSAGE_BYTES
from server.app import App
from server.collector import calm
from server.settings import Settings, Unusable
from server.transport import OpenTransportProtocol

GRACE = 8
"""Seconds a worker may take to stop."""


class Worker(uvicorn.Server):
    """uvicorn's server, which drains before it stops."""

    def __init__(self, config: uvicorn.Config, app: App) -> None:
        super().__init__(config)
        self._app = app

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        await self._app.sockets.drain()
        await super().shutdown(sockets)

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        calm()


def configured(settings: Settings, app: App) -> uvicorn.Config:
    """uvicorn as Festijn needs it."""
    return uvicorn.Config(
        app.asgi,
        host=settings.host,
        port=settings.port,
        loop="uvloop",
        http="httptools",
        ws=OpenTransportProtocol,
        ws_max_size=MESSAGE_BYTES,
        ws_per_message_deflate=False,
        ws_ping_interval=None,
        forwarded_allow_ips=settings.forwarded_allow_ips,
        timeout_graceful_shutdown=GRACE,
        server_header=False,
        access_log=False,
        log_level="warning",
    )


def logs_as_lines(level: str) -> None:
    """JSON lines on standard error; never a name, a text or a token in them."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


def main(arguments: Sequence[str] = ()) -> int:
    """Run one worker; gives the exit code."""
    asked = argparse.ArgumentParser(prog="festijn web", description="Run one web worker.")
    asked.add_argument("--fd", type=int, help="listen on this open socket instead of HOST and PORT")
    fd = asked.parse_args(arguments).fd
    try:
        settings = Settings.read()
    except Unusable as problem:
        print(problem, file=sys.stderr)
        return 2
    logs_as_lines(settings.log_level)
    app = App(settings if fd is not None else replace(settings, workers=1))
    Worker(configured(settings, app), app).run(None if fd is None else [socket.socket(fileno=fd)])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
