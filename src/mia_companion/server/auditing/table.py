"""The audit's lines: what was done, by whom, about whom or what, and the two MACs of `chain.py`."""

import sqlalchemy as sa

from mia_companion.server.columns import Id, Number, column, metadata
from mia_companion.server.instants import Instant

audit = sa.Table(
    "audit",
    metadata,
    sa.Column("number", Number, primary_key=True),
    column("at", Instant),
    column("account", Id),
    column("what", sa.String(32)),
    column("subject", Id),
    # Empty for lines older than the chain, until the next start.
    column("own", sa.String(64), server_default=""),
    column("mac", sa.String(64), server_default=""),
    sa.Index("ix_audit_account", "account", "number"),
    sa.Index("ix_audit_subject", "subject", "number"),
)
