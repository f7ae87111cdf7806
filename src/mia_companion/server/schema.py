"""The tables. Nothing here in the clear says anything about a person but opaque ids and times.

associations ─ sites ─ accounts ─ devices          who may come in
                          │
   invitations     assignments, covers             who follows whom, from when until when
                          │
                      journals ─ entries           the log, sealed; head = the last seq given
                          ├ pictures, blobs ─ blob_parts, reached, quarantine
                          └ epoch_heads ─ epochs   where a restored server's history parts
audit, ledger_lines, counters
"""

import sqlalchemy as sa

from mia_companion.server.auditing.table import audit as audit  # noqa: PLC0414  one place to look
from mia_companion.server.columns import Id, Number, metadata
from mia_companion.server.columns import column as _column
from mia_companion.server.enrolment import device_table
from mia_companion.server.instants import Instant

associations = sa.Table(
    "associations", metadata, sa.Column("id", Id, primary_key=True), _column("name", sa.Text)
)
sites = sa.Table(
    "sites",
    metadata,
    sa.Column("id", Id, primary_key=True),
    sa.Column("association", Id, sa.ForeignKey("associations.id"), nullable=False),
    _column("name", sa.Text),
)
accounts = sa.Table(
    "accounts",
    metadata,
    sa.Column("id", Id, primary_key=True),
    _column("role", sa.String(16)),
    # Administrators and funders belong to the association and to no site.
    sa.Column("site", Id, sa.ForeignKey("sites.id")),
    sa.Column("association", Id, sa.ForeignKey("associations.id")),
    # Staff only: a participant has neither address, password nor name here.
    sa.Column("email", sa.String(254), unique=True),
    sa.Column("password_hash", sa.Text),
    # A password that somebody else was shown ends then, and is to be replaced; one's own never does.
    sa.Column("password_until", Instant),
    sa.Column("display_name", sa.Text),
    _column("made_at", Instant),
    sa.Column("erased_at", Instant),
    # Staff whose work here has ended: they come in no more.
    sa.Column("ended_at", Instant),
)
NEVER = device_table.NEVER
devices = device_table.devices
assignments = sa.Table(
    "assignments",
    metadata,
    sa.Column("id", Id, primary_key=True),
    _column("participant", Id, index=True),
    _column("coordinator", Id, index=True),
    _column("starts_at", Instant),
    sa.Column("ends_at", Instant),
)
# Whoever covers reads what the one who is away reads, on these days and no others.
covers = sa.Table(
    "covers",
    metadata,
    sa.Column("id", Id, primary_key=True),
    _column("coordinator", Id, index=True),
    _column("covered_by", Id, index=True),
    _column("starts_at", Instant),
    _column("ends_at", Instant),
)
journals = sa.Table(
    "journals",
    metadata,
    sa.Column("id", Id, primary_key=True),
    _column("role", sa.String(16)),
    _column("site", Id),
    sa.Column("participant", Id, index=True),
    sa.Column("owner", Id),
    _column("head", sa.BigInteger),
    sa.Column("erased_at", Instant),
    # Each pull asks for the site's directory, and must not look at everybody's journals for it.
    sa.Index("ix_journals_site_role", "site", "role"),
)
entries = sa.Table(
    "entries",
    metadata,
    sa.Column("journal", Id, primary_key=True),
    sa.Column("seq", sa.BigInteger, primary_key=True, autoincrement=False),
    _column("id", Id, unique=True),
    _column("sealed", sa.LargeBinary),
    _column("fingerprint", sa.LargeBinary(32)),
    _column("author", Id),
    _column("device", Id),
    _column("received_at", Instant),
    _column("receipt", sa.String(64)),
    _column("epoch", Id),
)
reached = sa.Table(
    "reached",
    metadata,
    sa.Column("journal", Id, primary_key=True),
    sa.Column("account", Id, primary_key=True),
    _column("seq", sa.BigInteger),
)
quarantine = sa.Table(
    "quarantine",
    metadata,
    sa.Column("id", Id, primary_key=True),
    _column("journal", Id, index=True),
    _column("author", Id),
    _column("sealed", sa.LargeBinary),
    _column("received_at", Instant),
    sa.Column("looked_at", Instant),  # and by whom, of those who follow the participant now
    sa.Column("looked_by", Id),
)
pictures = sa.Table(
    "server_pictures",
    metadata,
    sa.Column("journal", Id, primary_key=True),
    _column("seq", sa.BigInteger),
    _column("fold_version", sa.Integer),
    _column("sealed", sa.LargeBinary),
)
blobs = sa.Table(
    "blobs",
    metadata,
    sa.Column("journal", Id, primary_key=True),
    sa.Column("id", Id, primary_key=True),
    _column("sha256", sa.String(64)),
    _column("size", sa.BigInteger),
    _column("received", sa.BigInteger),
    _column("author", Id),
    _column("begun_at", Instant),
    # An entry names it: it stays. Until one was looked for, False.
    _column("named", sa.Boolean, server_default=sa.false()),
)
blob_parts = sa.Table(
    "blob_parts",
    metadata,
    sa.Column("journal", Id, primary_key=True),
    sa.Column("blob", Id, primary_key=True),
    sa.Column("starts", sa.BigInteger, primary_key=True, autoincrement=False),
    _column("sealed", sa.LargeBinary),
)
epochs = sa.Table(
    "epochs",
    metadata,
    sa.Column("number", Number, primary_key=True),
    _column("id", Id, unique=True),
    _column("begun_at", Instant),
    # An epoch that a later restore took out of this database's own past; only its receipts count.
    _column("lost", sa.Boolean),
)
epoch_heads = sa.Table(
    "epoch_heads",
    metadata,
    sa.Column("epoch", Id, primary_key=True),
    sa.Column("journal", Id, primary_key=True),
    _column("head", sa.BigInteger),
)
ledger_lines = sa.Table(
    "ledger_lines",
    metadata,
    sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
    _column("mac", sa.String(64)),
)
counters = sa.Table(
    "counters",
    metadata,
    sa.Column("name", sa.String(32), primary_key=True),
    _column("value", sa.BigInteger),
)
