"""Whom coordinators follow, themselves and in the places that they hold; for many of them at once."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from mia_companion.server.covering import held_at, held_together, places
from mia_companion.server.instants import Instant
from mia_companion.server.schema import accounts
from mia_companion.server.schema import assignments as a


@dataclass(frozen=True, slots=True)
class Follows:
    """Whether somebody follows a participant now, from any place they hold and from their own; False
    where they once did."""

    anywhere: bool
    themselves: bool | None


_NEVER = Follows(anywhere=False, themselves=None)


def follows_of(
    connection: sa.Connection, who: set[str], now: datetime, about: set[str] | None = None
) -> dict[str, dict[str, Follows]]:
    """By coordinator and participant; everyone who is followed now, unless it is asked `about` some."""
    if not who or about == set():
        return {}
    given: dict[str, Any] = {"who": sorted(who), "now": now}
    if about is None:
        rows = connection.execute(_FOLLOWED_NOW, given).all()
    else:
        rows = connection.execute(_FOLLOWED, {**given, "about": sorted(about)}).all()
    found: dict[str, dict[str, Follows]] = {}
    for root, participant, is_own, active in rows:
        mine = found.setdefault(root, {})
        before = mine.get(participant, _NEVER)
        themselves = before.themselves
        if is_own:
            themselves = bool(active or themselves)
        mine[participant] = Follows(bool(active or before.anywhere), themselves)
    return found


_PLACE = places(accounts.c.id.in_(sa.bindparam("who", expanding=True)))
_NOW = sa.bindparam("now", type_=Instant)
_ACTIVE = held_at(_PLACE, _NOW)
_FOLLOWS = (
    sa.select(
        _PLACE.c.root,
        a.c.participant,
        (_PLACE.c.coordinator == _PLACE.c.root).label("is_own"),
        _ACTIVE.label("active"),
    )
    .select_from(a.join(_PLACE, _PLACE.c.coordinator == a.c.coordinator))
    # What begins later by a clock that was set back has not ended: no device is to forget it.
    .where(held_together(_PLACE), _PLACE.c.since <= _NOW, a.c.starts_at <= _NOW)
)
_FOLLOWED = _FOLLOWS.where(a.c.participant.in_(sa.bindparam("about", expanding=True)))
_FOLLOWED_NOW = _FOLLOWS.where(_ACTIVE)
