"""Who fetched or took out what a participant shares, day by day. Frozen: later changes are later files."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_HOME = ZoneInfo("Europe/Stockholm")


def upgrade() -> None:
    """What the audit knows of files is told, too; who fetched what before today nobody wrote down."""
    looks = op.create_table(
        "looks",
        sa.Column("participant", sa.String(length=64), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("account", sa.String(length=64), nullable=False),
        sa.Column("what", sa.String(length=32), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("participant", "day", "account", "what"),
    )
    # Since when it is written down at all.
    op.bulk_insert(
        sa.table("counters", sa.column("name", sa.String), sa.column("value", sa.BigInteger)),
        [{"name": "looks-since", "value": int(datetime.now(UTC).timestamp() * 1_000_000)}],
    )
    found = op.get_bind().execute(
        sa.text(
            "SELECT subject, account, what, at FROM audit"
            " WHERE what = 'everything-given' OR what LIKE 'exported-%' ORDER BY number"
        )
    )
    first: dict[tuple[str, str, str, str], int] = {}
    for subject, account, what, at in found:
        day = datetime.fromtimestamp(at / 1_000_000, UTC).astimezone(_HOME).date().isoformat()
        first.setdefault((subject, day, account, what), at)
    if first:
        names = ("participant", "day", "account", "what")
        op.bulk_insert(
            looks, [{**dict(zip(names, key, strict=True)), "at": at} for key, at in first.items()]
        )
