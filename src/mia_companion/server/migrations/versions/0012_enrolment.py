"""Codes with tries and pictures, phones that wait for two words, and keys of devices. Frozen: later changes
are later files."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

_A_WEEK = 7 * 24 * 3600 * 1_000_000
"""In microseconds: so long every code lasted until now."""


def upgrade() -> None:
    """Codes of before open as they did; devices of before go on without a key until they bring one."""
    with op.batch_alter_table("invitations") as invitations:
        invitations.add_column(
            sa.Column("way", sa.String(length=8), nullable=False, server_default="room")
        )
        invitations.add_column(
            sa.Column("made_at", sa.BigInteger(), nullable=False, server_default="0")
        )
        invitations.add_column(sa.Column("secret_mac", sa.LargeBinary(length=32), nullable=True))
        invitations.add_column(sa.Column("handle_mac", sa.LargeBinary(length=32), nullable=True))
        invitations.add_column(sa.Column("guessed", sa.LargeBinary(), nullable=True))
        invitations.create_unique_constraint("uq_invitations_secret_mac", ["secret_mac"])
    op.execute(f"UPDATE invitations SET made_at = expires_at - {_A_WEEK}")  # noqa: S608
    with op.batch_alter_table("invitations") as invitations:
        invitations.alter_column(
            "made_at", existing_type=sa.BigInteger(), nullable=False, server_default=None
        )
    op.create_index("ix_invitations_handle_mac", "invitations", ["handle_mac"])
    with op.batch_alter_table("devices") as devices:
        devices.add_column(sa.Column("key", sa.LargeBinary(length=32), nullable=True))
        devices.add_column(sa.Column("key_at", sa.BigInteger(), nullable=True))
        devices.add_column(
            sa.Column("sort", sa.String(length=32), nullable=False, server_default="")
        )
        devices.add_column(
            sa.Column("waits", sa.Boolean(), nullable=False, server_default=sa.false())
        )
        devices.add_column(sa.Column("removed_by", sa.String(length=64), nullable=True))
