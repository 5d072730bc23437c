"""Drawing lots: ids of new records, for those wishes that do not come from a phone."""

import secrets


def new_id() -> str:
    """A new record's id: 96 bits, 16 signs, as rooms.kernel.NewId asks."""
    return secrets.token_urlsafe(12)
