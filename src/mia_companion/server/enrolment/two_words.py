"""The two words of an invitation's row: made, told, and how long they may be compared."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from mia_companion.server.access import Caller
from mia_companion.server.enrolment import codes
from mia_companion.wire import pairing
from mia_companion.wire.accounts import LETTER, ROOM
from mia_companion.wire.pairing import HOW_MANY_WORDS, Inviting, Pair, State, ToCompare

LIFE = {ROOM: timedelta(days=1), LETTER: timedelta(days=7)}
"""How long two words may be compared after the phone came in: a letter is opened on any day, and whoever is
to say yes may be back on another."""

_WATCHED = timedelta(seconds=30)
"""So long after it was asked, a coordinator's screen is taken to be there still."""


def words_for(randomness: Callable[[int], bytes]) -> dict[str, int]:
    """Two different words for a phone that comes in now, as they are kept."""
    first = second = _one(randomness)
    while second == first:
        second = _one(randomness)
    return {"first_word": first, "second_word": second}


def to_compare(row: sa.Row[Any], now: datetime) -> ToCompare | None:
    """What the phone that came in is told, again and again alike; None when nothing is left to compare."""
    pair = pair_in(row)
    if pair is None or not may_be_answered(row, now):
        return None
    watched = row.watched_at is not None and row.used_at - row.watched_at < _WATCHED
    return ToCompare(pair=pair, watched=watched)


def _one(randomness: Callable[[int], bytes]) -> int:
    return randomness(1)[0] % HOW_MANY_WORDS  # 256 is a multiple of it: none comes more often


def pair_in(row: sa.Row[Any]) -> Pair | None:
    """The words that were made as a phone came in."""
    if row.first_word is None or row.second_word is None:
        return None
    return row.first_word, row.second_word


def may_be_answered(row: sa.Row[Any], now: datetime) -> bool:
    """Whether there are two words that a yes or a no can be about."""
    return (
        row.used_at is not None
        and row.first_word is not None
        and row.refused_at is None
        and now - row.used_at < LIFE[row.way]
    )


def told(row: sa.Row[Any], caller: Caller, now: datetime) -> Inviting:
    """What the caller is told of a code and its two words."""
    state: State
    if row.refused_at is not None:
        state = pairing.REFUSED
    elif row.confirmed_at is not None:
        state = pairing.CONFIRMED
    elif row.used_at is not None:
        state = pairing.OPENED
    else:
        state = pairing.WAITING if row.expires_at > now else pairing.EXPIRED
    return Inviting(
        state=state,
        expires_at=row.expires_at,
        opened_at=row.used_at,
        pair=pair_in(row) if state == pairing.OPENED and may_be_answered(row, now) else None,
        phone_agrees=row.phone_said_at is not None,
        way=row.way,
        closed=row.used_at is None and codes.is_closed(row.guessed),
        refused_here=row.refused_at is not None and row.refused_by == caller.account,
    )
