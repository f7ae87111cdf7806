"""Codes that were handed out, who came in with them, and the two words that both sides compared."""

import sqlalchemy as sa

from mia_companion.server.columns import Id, column, metadata
from mia_companion.server.instants import Instant

invitations = sa.Table(
    "invitations",
    metadata,
    sa.Column("code_mac", sa.LargeBinary(32), primary_key=True),
    column("participant", Id, index=True),
    column("made_by", Id),
    column("expires_at", Instant),
    sa.Column("used_at", Instant),
    sa.Column("used_by", Id),
    # Two words that both sides compare, by number, and what each side said of them: pairing.py.
    sa.Column("first_word", sa.Integer),
    sa.Column("second_word", sa.Integer),
    sa.Column("watched_at", Instant),
    sa.Column("phone_said_at", Instant),
    sa.Column("confirmed_at", Instant),
    sa.Column("refused_at", Instant),
    sa.Column("refused_by", Id),
    # In the room, or by letter: codes.py. Those of before had seven days, and opened at once.
    column("way", sa.String(8), server_default="room"),
    column("made_at", Instant),
    # The same invitation as a picture; the first letters of its code; and wrong guesses at the rest.
    sa.Column("secret_mac", sa.LargeBinary(32), unique=True),
    sa.Column("handle_mac", sa.LargeBinary(32), index=True),
    sa.Column("guessed", sa.LargeBinary),
)
