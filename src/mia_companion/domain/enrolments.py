"""A participant's time in the effort: a start, a finish with its result, and a follow-up six months later.

    EnrolmentBegun ──▶ taking part ──EnrolmentFinished──▶ finished ──FollowedUp──▶ followed up
                                          (again: said anew)          (again: said anew)

Somebody may begin anew later: that is another enrolment beside the first.
"""

from calendar import monthrange
from collections.abc import Mapping, MutableMapping
from datetime import date
from typing import Literal

from mia_companion.domain.entries import By, Frozen
from mia_companion.domain.words import Id, Note, taken_back

IN_WORK, IN_STUDIES, READY_FOR_WORK, OTHER = "in_work", "in_studies", "ready_for_work", "other"
RESULTS = (IN_WORK, IN_STUDIES, READY_FOR_WORK, OTHER)
"""What came of it, at the finish and six months later."""

NOT_REACHED = "not_reached"
"""Beside the results: six months later nobody could be reached."""

FOLLOWED_AFTER = 6
"""Months between the finish and the follow-up."""


class EnrolmentBegun(Frozen):
    """A participant began on that day; the same id again is the same start, said anew."""

    kind: Literal["EnrolmentBegun"] = "EnrolmentBegun"
    enrolment_id: Id
    day: date


class EnrolmentFinished(Frozen):
    """It ended on that day, with that result."""

    kind: Literal["EnrolmentFinished"] = "EnrolmentFinished"
    enrolment_id: Id
    day: date
    result: Id
    words: Note = ""


class FollowedUp(Frozen):
    """Six months later the participant was asked how it is; `NOT_REACHED` when that could not be done."""

    kind: Literal["FollowedUp"] = "FollowedUp"
    enrolment_id: Id
    day: date
    result: Id
    words: Note = ""


class Said(Frozen):
    """A day, and what came of it, as one entry said it."""

    by: By
    day: date
    result: str = ""
    words: str = ""
    undone: bool = False


class Enrolment(Frozen):
    """One time in the effort. Of each part the last that was not taken back stands."""

    id: str
    starts: tuple[Said, ...] = ()
    finishes: tuple[Said, ...] = ()
    follow_ups: tuple[Said, ...] = ()

    @property
    def start(self) -> Said | None:
        """When it began; None when that was taken back."""
        return _standing(self.starts)

    @property
    def finish(self) -> Said | None:
        """When it ended and with what, if it has."""
        return _standing(self.finishes)

    @property
    def follow_up(self) -> Said | None:
        """How it was afterwards, if that was asked."""
        return _standing(self.follow_ups)

    def without(self, entry: str, author: str) -> "Enrolment":
        """The enrolment with that author's entry taken back."""
        return self.model_copy(
            update={
                name: taken_back(getattr(self, name), entry, author)
                for name in ("starts", "finishes", "follow_ups")
            }
        )


Enrolments = MutableMapping[str, Enrolment]


def _standing(said: tuple[Said, ...]) -> Said | None:
    return next((one for one in reversed(said) if not one.undone), None)


def _add(enrolments: Enrolments, id_: str, name: str, said: Said) -> None:
    held = enrolments.get(id_, Enrolment(id=id_))
    enrolments[id_] = held.model_copy(update={name: (*getattr(held, name), said)})


def fold_begun(enrolments: Enrolments, by: By, fact: EnrolmentBegun) -> None:
    """What is said last stands."""
    _add(enrolments, fact.enrolment_id, "starts", Said(by=by, day=fact.day))


def fold_finished(enrolments: Enrolments, by: By, fact: EnrolmentFinished) -> None:
    """What is said last stands, also where two coordinators say it at once."""
    said = Said(by=by, day=fact.day, result=fact.result, words=fact.words)
    _add(enrolments, fact.enrolment_id, "finishes", said)


def fold_followed_up(enrolments: Enrolments, by: By, fact: FollowedUp) -> None:
    """What is said last stands."""
    said = Said(by=by, day=fact.day, result=fact.result, words=fact.words)
    _add(enrolments, fact.enrolment_id, "follow_ups", said)


def in_order(enrolments: Mapping[str, Enrolment]) -> tuple[Enrolment, ...]:
    """Those whose start stands, the one that began last first."""
    begun = [(one.start.day, one.start.by.at, one) for one in enrolments.values() if one.start]
    return tuple(one for _, _, one in sorted(begun, key=lambda found: found[:2], reverse=True))


def under_way(enrolments: Mapping[str, Enrolment]) -> Enrolment | None:
    """The one that began last and has no finish, if any."""
    return next((one for one in in_order(enrolments) if one.finish is None), None)


def follow_up_due(enrolment: Enrolment) -> date | None:
    """The day six calendar months after the finish, the month's last where that day is not in it."""
    return months_after(enrolment.finish.day, FOLLOWED_AFTER) if enrolment.finish else None


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or that month's last."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def has_finished(enrolments: Mapping[str, Enrolment]) -> bool:
    """Whether the last time in the effort is over: then nothing ahead is as it should be."""
    begun = in_order(enrolments)
    return bool(begun) and begun[0].finish is not None
