"""Accounts without a site, coordinators who have left, cover, publications. Frozen: later changes are later
files."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Nothing that is there changes."""
    with op.batch_alter_table("accounts") as accounts:
        accounts.alter_column("site", existing_type=sa.String(64), nullable=True)
        accounts.add_column(sa.Column("association", sa.String(64), nullable=True))
        accounts.add_column(sa.Column("ended_at", sa.BigInteger(), nullable=True))
        accounts.create_foreign_key(
            "fk_accounts_association", "associations", ["association"], ["id"]
        )
    op.create_table(
        "covers",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("coordinator", sa.String(length=64), nullable=False),
        sa.Column("covered_by", sa.String(length=64), nullable=False),
        sa.Column("starts_at", sa.BigInteger(), nullable=False),
        sa.Column("ends_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_covers_coordinator", "covers", ["coordinator"])
    op.create_index("ix_covers_covered_by", "covers", ["covered_by"])
    op.create_table(
        "publications",
        sa.Column("site", sa.String(length=64), nullable=False),
        sa.Column("period", sa.String(length=16), nullable=False),
        sa.Column("association", sa.String(length=64), nullable=False),
        sa.Column("published_at", sa.BigInteger(), nullable=False),
        sa.Column("published_by", sa.String(length=64), nullable=False),
        sa.Column("cube", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("site", "period"),
    )
    op.create_index("ix_publications_association", "publications", ["association"])
