"""Feeds that are open. The address is worked out from the id under a key that does not lie here."""

import sqlalchemy as sa

from mia_companion.server.columns import Id, column, metadata
from mia_companion.server.instants import Instant

feeds = sa.Table(
    "feeds",
    metadata,
    sa.Column("id", Id, primary_key=True),
    # One at a time.
    column("participant", Id, unique=True),
    column("whole", sa.Boolean),
    column("language", sa.String(20)),
    column("made_at", Instant),
    sa.Column("read_at", Instant),
)
