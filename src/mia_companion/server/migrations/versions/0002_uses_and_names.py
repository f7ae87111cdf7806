"""Which pair of tokens has been used, and which blobs an entry names. Frozen: later changes are later files.

Access tokens of before name no pair and hold no longer, so none of the present pairs has been used.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """The time of the last rotation becomes that of the last pair's first use."""
    op.execute("ALTER TABLE devices RENAME COLUMN rotated_at TO used_at")
    op.add_column(
        "devices", sa.Column("used", sa.BigInteger(), nullable=False, server_default="-1")
    )
    op.add_column(
        "blobs", sa.Column("named", sa.Boolean(), nullable=False, server_default=sa.false())
    )
