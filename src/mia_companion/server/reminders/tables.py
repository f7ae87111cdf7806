"""What is to be sent, worked out from the journals: both tables can be emptied, and are filled again.

No address, no word and no item stands here, but opaque ids and times at which something is to be sent.
"""

import sqlalchemy as sa

from mia_companion.server.columns import Id, column, metadata
from mia_companion.server.instants import Instant

WAITS, TAKEN, SENT, REFUSED = "waits", "taken", "sent", "refused"

reminder_plans = sa.Table(
    "reminder_plans",
    metadata,
    sa.Column("participant", Id, primary_key=True),
    # How far the journals were read for it.
    column("shared_seq", sa.BigInteger),
    column("own_seq", sa.BigInteger),
    # Whether there is any way to remind this person by.
    column("chosen", sa.Boolean),
    column("looked_at", Instant),
)
sendings = sa.Table(
    "sendings",
    metadata,
    sa.Column("id", Id, primary_key=True),
    column("participant", Id, index=True),
    column("due_at", Instant),
    # When to try next.
    column("try_at", Instant),
    column("state", sa.String(8)),
    sa.Column("taken_at", Instant),
    column("tries", sa.Integer),
    # What the choice is known by under which it was sent, for what comes back later.
    sa.Column("choice", Id),
    sa.Index("ix_sendings_state_try_at", "state", "try_at"),
)
