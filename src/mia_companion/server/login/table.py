"""What signing in keeps: tickets, whom a provider's names mean, and passkeys.

Nothing of it opens anything by itself: tickets and names are kept as MACs, and of a passkey the public half.
"""

import sqlalchemy as sa

from mia_companion.server.columns import Id, column, metadata
from mia_companion.server.instants import Instant

tickets = sa.Table(
    "login_tickets",
    metadata,
    sa.Column("door_mac", sa.LargeBinary(32), primary_key=True),
    column("purpose", sa.String(16)),
    # The device that may redeem it; none for an administrator's link.
    sa.Column("device", Id),
    # Who it must turn out to be, where that is known.
    sa.Column("account", Id),
    column("expires_at", Instant, index=True),
    # The browser in which it was begun last, and what it was asked for there.
    sa.Column("browser_mac", sa.LargeBinary(32)),
    sa.Column("attempt_mac", sa.LargeBinary(32), unique=True),
    sa.Column("begun_at", Instant),
    sa.Column("signed_by", Id),
    sa.Column("signed_at", Instant),
    # A new passkey, which counts once the digits were written in the app.
    sa.Column("pending", sa.Text),
    column("tries", sa.Integer, server_default="0"),
    sa.Column("used_at", Instant),
)
identities = sa.Table(
    "login_identities",
    metadata,
    # Of the issuer and of what it calls the person, which may be a personal number.
    sa.Column("name_mac", sa.LargeBinary(32), primary_key=True),
    column("issuer", sa.String(255)),
    column("account", Id, index=True),
    column("linked_at", Instant),
)
passkeys = sa.Table(
    "passkeys",
    metadata,
    sa.Column("id", Id, primary_key=True),
    column("account", Id, index=True),
    column("credential", sa.LargeBinary(1023), unique=True),
    column("public_key", sa.LargeBinary),
    column("sign_count", sa.BigInteger),
    column("name", sa.String(60)),
    column("made_at", Instant),
    sa.Column("used_at", Instant),
)
