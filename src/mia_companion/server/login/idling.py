"""Staff who have not touched the app for a while sign in again.

touched ──refresh, which says how long ago──▶ touched
   └──── too long ago, by what the device says or by what was heard of it ────▶ `idle-too-long`

A device says itself when it was touched, since what it sends by itself proves nobody. It is believed for
as long as an access token lasts beyond the limit: a device that was silent for longer than that may say
what it likes. And no access token outlives the limit.

However busy somebody is, after a working day they show again who they are, at the next refresh.
"""

from datetime import datetime, timedelta

from mia_companion.server.refusals import Refusal
from mia_companion.server.tokens import ACCESS_LIFE
from mia_companion.wire import problems

LONGEST = timedelta(hours=12)
"""From showing who one is until it is asked again."""


def touched_at(
    known: datetime, told_seconds: int | None, now: datetime, limit: timedelta, *, shown: datetime
) -> datetime:
    """When somebody touched the device last. `known` is what was written down, `told_seconds` how long
    ago the device says it was; who they are was `shown` then. Raises `idle-too-long`; never where
    `limit` is nothing."""
    told = known if told_seconds is None else now - timedelta(seconds=told_seconds)
    touched = max(known, told)
    silent = now - touched >= limit or now - known >= limit + ACCESS_LIFE
    if limit and (silent or now - shown >= LONGEST):
        raise Refusal(problems.IDLE_TOO_LONG)
    return touched


def life_of_access(touched: datetime, now: datetime, limit: timedelta) -> timedelta:
    """How long an access token lasts that is given now."""
    return min(ACCESS_LIFE, touched + limit - now) if limit else ACCESS_LIFE
