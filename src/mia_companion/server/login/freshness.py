"""What is grave needs somebody who has just shown who they are: by a password, a passkey or the provider.

The session of a coordinator who went for coffee is not enough to take a caseload out as a file, to hand
a person over, or to write down somebody's consent.
"""

from datetime import datetime, timedelta

from mia_companion.domain.consents import ConsentGiven
from mia_companion.domain.rights import PARTICIPANT
from mia_companion.server.access import Caller
from mia_companion.server.refusals import Refusal
from mia_companion.wire import problems

FRESH = timedelta(minutes=5)

GRAVE = frozenset({ConsentGiven.__name__})
"""Kinds of entries that staff write only when they have just shown who they are."""


def fresh(caller: Caller, now: datetime) -> bool:
    """Whether the caller has shown it on this device within five minutes."""
    return caller.shown_at is not None and now - caller.shown_at <= FRESH


def check_fresh(caller: Caller, now: datetime) -> None:
    """Raises `sign-in-again`. Asked last: whoever may not do it at all is told that."""
    if not fresh(caller, now):
        raise Refusal(problems.SIGN_IN_AGAIN)


def too_stale(caller: Caller, kind: str, now: datetime) -> bool:
    """Whether an entry of that kind is refused with `sign-in-again`. A participant's own never is."""
    return caller.role != PARTICIPANT and kind in GRAVE and not fresh(caller, now)
