"""Wrong guesses that still count, by a MAC of what was guessed at: neither address nor name stands here."""

import sqlalchemy as sa

from mia_companion.server.columns import column, metadata
from mia_companion.server.instants import Instant

guesses = sa.Table(
    "guesses",
    metadata,
    sa.Column("key", sa.LargeBinary(32), primary_key=True),
    column("left", sa.Float),
    column("at", Instant),
    # From then on the row says nothing that its absence would not.
    column("full_at", Instant, index=True),
)
