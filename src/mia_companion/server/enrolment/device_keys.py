"""A device's own key: what a refresh token is worth nothing without.

without ──enrols or signs in with one──▶ bound: a token without its signature is refused, and nothing ends
   └─────brings one as it refreshes────▶ late: the same, and whoever has another key ends the family: which of
                                               the two is the owner, nobody can tell
"""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from mia_companion.wire.accounts import Refresh
from mia_companion.wire.proof import to_sign


@dataclass(frozen=True, slots=True)
class Offered:
    """What a device says of itself as it comes in: its public key in hex, and what it is. Both may be
    empty."""

    key: str = ""
    sort: str = ""


def is_signed(key: bytes, asked: Refresh) -> bool:
    """Whether the refresh was signed with the key that belongs to that public one."""
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(
            bytes.fromhex(asked.proof), to_sign(asked.refresh)
        )
    except (InvalidSignature, ValueError):
        return False
    return True


def may_refresh(row: sa.Row[Any], asked: Refresh) -> bool:
    """Whether what is asked comes from the device that the row is about, as far as keys can tell."""
    return row.key is None or is_signed(row.key, asked)


def brought(row: sa.Row[Any], asked: Refresh) -> bytes | None:
    """A key that the device brings for the first time, signed with it; None for anything else."""
    if row.key is not None or not asked.key:
        return None
    key = bytes.fromhex(asked.key)
    return key if is_signed(key, asked) else None


def came_late(row: sa.Row[Any]) -> bool:
    """Whether the key was brought after the tokens were given out: then one may have been stolen before."""
    return row.key_at is not None and bool(row.key_at > row.enrolled_at)
