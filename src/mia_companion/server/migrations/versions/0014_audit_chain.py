"""The audit becomes a chain, and wrong guesses are counted for all processes. Frozen: later changes are
later files.

The MACs of old lines are made at the next start, by whoever holds the key: see auditing/chain.py.
"""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0012"


def upgrade() -> None:
    """Two MACs a line, what the audit is searched by, and the guesses."""
    for name in ("own", "mac"):
        op.add_column(
            "audit", sa.Column(name, sa.String(length=64), nullable=False, server_default="")
        )
    op.create_index("ix_audit_account", "audit", ["account", "number"])
    op.create_index("ix_audit_subject", "audit", ["subject", "number"])
    op.create_table(
        "guesses",
        sa.Column("key", sa.LargeBinary(length=32), nullable=False),
        sa.Column("left", sa.Float(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("full_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("ix_guesses_full_at", "guesses", ["full_at"])
