"""What was told outside a site, as it was told."""

import sqlalchemy as sa

from mia_companion.server.columns import Id, column, metadata
from mia_companion.server.instants import Instant

# What a site has published of a period: frozen, never made again.
publications = sa.Table(
    "publications",
    metadata,
    sa.Column("site", Id, primary_key=True),
    sa.Column("period", sa.String(16), primary_key=True),
    column("association", Id, index=True),
    column("published_at", Instant),
    column("published_by", Id),
    column("cube", sa.Text),
)
