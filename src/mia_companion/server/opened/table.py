"""Who fetched or took out what a participant shares, day by day, in opaque ids."""

import sqlalchemy as sa

from mia_companion.server.columns import Id, column, metadata
from mia_companion.server.instants import Instant

# The first time of each day and sort; `day` is the site's, as ISO 8601.
looks = sa.Table(
    "looks",
    metadata,
    sa.Column("participant", Id, primary_key=True),
    sa.Column("day", sa.String(10), primary_key=True),
    sa.Column("account", Id, primary_key=True),
    sa.Column("what", sa.String(32), primary_key=True),
    column("at", Instant),
)
