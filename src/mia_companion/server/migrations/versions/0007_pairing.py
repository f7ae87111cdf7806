"""Two words at each enrolment, and what both sides said of them. Frozen: later changes are later files."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0003"


def upgrade() -> None:
    """Phones that came in before have no words, and are asked nothing."""
    with op.batch_alter_table("invitations") as invitations:
        invitations.add_column(sa.Column("first_word", sa.Integer(), nullable=True))
        invitations.add_column(sa.Column("second_word", sa.Integer(), nullable=True))
        invitations.add_column(sa.Column("watched_at", sa.BigInteger(), nullable=True))
        invitations.add_column(sa.Column("phone_said_at", sa.BigInteger(), nullable=True))
        invitations.add_column(sa.Column("confirmed_at", sa.BigInteger(), nullable=True))
        invitations.add_column(sa.Column("refused_at", sa.BigInteger(), nullable=True))
        invitations.add_column(sa.Column("refused_by", sa.String(length=64), nullable=True))
