"""Passwords that somebody else was shown, and when they end. Frozen: later changes are later files."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Every password that is there was chosen by its owner."""
    with op.batch_alter_table("accounts") as accounts:
        accounts.add_column(sa.Column("password_until", sa.BigInteger(), nullable=True))
