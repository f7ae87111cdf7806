"""Devices that have come in, and what each of them is known by."""

import sqlalchemy as sa

from mia_companion.server.columns import Id, column, metadata
from mia_companion.server.instants import Instant

NEVER = -1
"""The counter that no pair of tokens has."""

devices = sa.Table(
    "devices",
    metadata,
    sa.Column("account", Id, primary_key=True),
    sa.Column("id", Id, primary_key=True),
    column("family", Id),
    column("counter", sa.BigInteger),
    # The newest counter whose access token was accepted, and when it first was.
    column("used", sa.BigInteger, server_default=str(NEVER)),
    column("used_at", Instant),
    column("enrolled_at", Instant),
    column("seen_at", Instant),
    # When whoever uses it last showed who they are, and last touched it.
    sa.Column("authenticated_at", Instant),
    sa.Column("active_at", Instant),
    sa.Column("revoked_at", Instant),
    # What it signs with, and since when: device_keys.py.
    sa.Column("key", sa.LargeBinary(32)),
    sa.Column("key_at", Instant),
    # What it is; whether it waits for its two words; and who took its access, if anybody did.
    column("sort", sa.String(32), server_default=""),
    column("waits", sa.Boolean, server_default=sa.false()),
    sa.Column("removed_by", Id),
)
