"""Reminders to send. Frozen: later changes are later files."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    """How far the journals were read, and what was found to be sent."""
    op.create_table(
        "reminder_plans",
        sa.Column("participant", sa.String(length=64), nullable=False),
        sa.Column("shared_seq", sa.BigInteger(), nullable=False),
        sa.Column("own_seq", sa.BigInteger(), nullable=False),
        sa.Column("chosen", sa.Boolean(), nullable=False),
        sa.Column("looked_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("participant"),
    )
    op.create_table(
        "sendings",
        sa.Column("id", sa.String(length=64), nullable=False),
        sa.Column("participant", sa.String(length=64), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("try_at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("taken_at", sa.BigInteger(), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("choice", sa.String(length=64), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_sendings_participant", "sendings", ["participant"])
    op.create_index("ix_sendings_state_try_at", "sendings", ["state", "try_at"])
