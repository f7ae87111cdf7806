"""Tickets, identities and passkeys; when a device's person last showed who they are, and last touched it.
Frozen: later changes are later files."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0009"


def upgrade() -> None:
    """Nobody has shown anything yet: staff sign in once more, participants notice nothing."""
    with op.batch_alter_table("devices") as devices:
        devices.add_column(sa.Column("authenticated_at", sa.BigInteger(), nullable=True))
        devices.add_column(sa.Column("active_at", sa.BigInteger(), nullable=True))
    op.create_table(
        "login_tickets",
        sa.Column("door_mac", sa.LargeBinary(32), primary_key=True),
        sa.Column("purpose", sa.String(16), nullable=False),
        sa.Column("device", sa.String(64)),
        sa.Column("account", sa.String(64)),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("browser_mac", sa.LargeBinary(32)),
        sa.Column("attempt_mac", sa.LargeBinary(32), unique=True),
        sa.Column("begun_at", sa.BigInteger()),
        sa.Column("signed_by", sa.String(64)),
        sa.Column("signed_at", sa.BigInteger()),
        sa.Column("pending", sa.Text()),
        sa.Column("tries", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("used_at", sa.BigInteger()),
    )
    op.create_index("ix_login_tickets_expires_at", "login_tickets", ["expires_at"])
    op.create_table(
        "login_identities",
        sa.Column("name_mac", sa.LargeBinary(32), primary_key=True),
        sa.Column("issuer", sa.String(255), nullable=False),
        sa.Column("account", sa.String(64), nullable=False),
        sa.Column("linked_at", sa.BigInteger(), nullable=False),
    )
    op.create_index("ix_login_identities_account", "login_identities", ["account"])
    op.create_table(
        "passkeys",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("account", sa.String(64), nullable=False),
        sa.Column("credential", sa.LargeBinary(1023), nullable=False, unique=True),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("sign_count", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("used_at", sa.BigInteger()),
    )
    op.create_index("ix_passkeys_account", "passkeys", ["account"])
