"""Who has looked at what somebody left behind. Frozen: later changes are later files."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Nothing that is there changes."""
    with op.batch_alter_table("quarantine") as quarantine:
        quarantine.add_column(sa.Column("looked_at", sa.BigInteger(), nullable=True))
        quarantine.add_column(sa.Column("looked_by", sa.String(64), nullable=True))
