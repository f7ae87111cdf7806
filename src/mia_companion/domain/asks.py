"""What a coordinator is asked about one person: a start, a follow-up, their own belief, and a consent that
ends. Pure.

Nothing here is late or missed: it is asked for until it is answered, and then no more.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from mia_companion.domain import beliefs
from mia_companion.domain.beliefs import Belief
from mia_companion.domain.consent_ends import A_WEEK, ending
from mia_companion.domain.enrolments import Enrolment, follow_up_due, in_order
from mia_companion.domain.picture import Picture

NO_START, FOLLOW_UP_SOON, FOLLOW_UP_DUE = "no-start", "follow-up-soon", "follow-up-due"
BELIEF = "belief"
CONSENT_SOON, CONSENT_NOW = "consent-ends-soon", "consent-ends-now"

SOON = timedelta(days=14)
"""So long before its day a follow-up is spoken of."""


@dataclass(frozen=True, slots=True)
class Ask:
    """`what` is one of the words above; `day` is that of a follow-up or a consent's last, and `enrolment`
    whose follow-up it is."""

    what: str
    enrolment: str = ""
    day: date | None = None


def asks(enrolments: Mapping[str, Enrolment], today: date) -> tuple[Ask, ...]:
    """What to ask of start and follow-up: what is due first, the earliest first.

    A follow-up is asked for of every time that was finished, also when the person began anew since.
    """
    begun = in_order(enrolments)
    if not begun:
        return (Ask(NO_START),)
    found = []
    for one in begun:
        due = follow_up_due(one)
        if due is not None and one.follow_up is None and today >= due - SOON:
            found.append(Ask(FOLLOW_UP_DUE if today >= due else FOLLOW_UP_SOON, one.id, due))
    return tuple(sorted(found, key=lambda ask: (ask.day or today, ask.enrolment)))


def asked_of(shared: Picture, own: Picture, coordinator: str, today: date) -> tuple[Ask, ...]:
    """All that is asked of that coordinator; `own` is their own journal about the person."""
    belief = (Ask(BELIEF),) if belief_is_due(shared, own, coordinator, today) else ()
    return (*asks(shared.enrolments, today), *consent_asks(shared, today), *belief)


def consent_asks(shared: Picture, today: date) -> tuple[Ask, ...]:
    """Whether to talk about the consent that ends first."""
    return tuple(
        Ask(CONSENT_NOW if one.told == A_WEEK else CONSENT_SOON, day=one.day)
        for one in ending(shared.consents, today)[:1]
    )


def noted(own: Picture) -> tuple[Belief, ...]:
    """The beliefs that stand, newest first."""
    found = [one for one in own.beliefs.values() if not one.gone]
    return tuple(sorted(found, key=lambda one: (one.by.at, one.by.entry), reverse=True))


def belief_is_due(shared: Picture, own: Picture, coordinator: str, today: date) -> bool:
    """Whether to ask the coordinator today how far they believe."""
    followed = followed_since(shared, coordinator)
    last = next((one.by.at.date() for one in noted(own)), None)
    if followed is None and last is None:
        return False
    return beliefs.is_due(last, followed or today, today)


def followed_since(shared: Picture, coordinator: str) -> date | None:
    """Since when the coordinator has followed the person, as far as the shared journal tells.

    The handover to them; else the first day that is known on which they wrote here; else the start.
    None while none of it is known: nobody is asked before there is anything to believe by.
    """
    handed = [
        one.by.at.date() for one in shared.handovers.values() if one.to_coordinator == coordinator
    ]
    if handed:
        return max(handed)
    if wrote := shared.active.get(coordinator):
        return wrote[0]
    started = [one.start.day for one in in_order(shared.enrolments) if one.start]
    return max(started, default=None)
