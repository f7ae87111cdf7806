"""Which consents end soon, and when that is told: a month before, and once more a week before. Pure.

Nothing is renewed by itself. What shall go on is said yes to anew, and then nothing is told any more.

    counts ──30 days──▶ told ──7 days──▶ told once more ──its last day──▶ ended
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from mia_companion.domain.consents import Consent, ConsentGiven

A_MONTH, A_WEEK = 30, 7
"""Days before the last one; on either it is told."""

_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Ending:
    """A consent that counts today and ends on `day`; `told` is A_MONTH or A_WEEK."""

    consent: Consent
    given: ConsentGiven
    day: date
    told: int


def ending(consents: Mapping[str, Consent], today: date) -> tuple[Ending, ...]:
    """Those that end within a month, unless another goes on where one ends; what ends first comes first."""
    standing = [given for one in consents.values() if (given := one.given) is not None]
    found = [
        Ending(one, given, given.valid_until, A_WEEK if left <= A_WEEK else A_MONTH)
        for one in consents.values()
        if (given := one.given) is not None
        and one.counts_on(today)
        and (left := (given.valid_until - today).days) <= A_MONTH
        and not _goes_on(standing, given)
    ]
    return tuple(sorted(found, key=lambda e: (e.day, e.consent.id)))


def _goes_on(standing: Iterable[ConsentGiven], given: ConsentGiven) -> bool:
    """Whether one other lets the same be told beyond that one's last day, without a day between them."""
    return any(
        other.valid_until > given.valid_until
        and other.valid_from <= given.valid_until + _A_DAY
        and (other.from_party, other.to_party) == (given.from_party, given.to_party)
        and set(given.categories) <= set(other.categories)
        for other in standing
    )
