"""What the attacks share: a server of their own, with a festival to attack."""

from tests.server.conftest import server, site

__all__ = ["server", "site"]
