"""What a follow-up system is told of each participant: one line a person, and no more than it needs. Pure."""

from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from mia_companion.domain.enrolments import Enrolment
from mia_companion.domain.goals import ACTIVE
from mia_companion.domain.plan import Plan
from mia_companion.domain.protection import outside_name, outside_words


@dataclass(frozen=True, slots=True)
class CaseloadLine:
    """`interventions` are the sorts under way today; `next_party` is absent for a protected identity."""

    name: str
    language: str
    start: date | None
    interventions: tuple[str, ...]
    finish: date | None
    result: str
    follow_up: date | None
    follow_up_result: str
    next_appointment: date | None
    next_party: str
    open_goals: int
    open_steps: int


def caseload_line(plan: Plan, participant: str, now: datetime, zone: tzinfo) -> CaseloadLine:
    """The line of the participant whose plan it is; nothing that is the person's alone is in it."""
    shared = Plan(shared=plan.shared)
    enrolment = latest_enrolment(shared) or Enrolment(id="")
    start, finish, after = enrolment.start, enrolment.finish, enrolment.follow_up
    following = shared.next_appointment(now)
    return CaseloadLine(
        name=outside_name(shared, participant),
        language=shared.shared.profile.language,
        start=start.day if start else None,
        interventions=_under_way(shared, now.astimezone(zone).date()),
        finish=finish.day if finish else None,
        result=finish.result if finish else "",
        follow_up=after.day if after else None,
        follow_up_result=after.result if after else "",
        next_appointment=following.day if following else None,
        next_party=outside_words(shared, following.party) if following else "",
        open_goals=sum(1 for goal in shared.goals if goal.state == ACTIVE),
        open_steps=len(shared.open_steps),
    )


def latest_enrolment(plan: Plan) -> Enrolment | None:
    """The one that began last, of those that were not taken back."""
    begun = [one for one in plan.shared.enrolments.values() if one.start is not None]
    return max(
        begun, key=lambda one: (one.start.day if one.start else date.min, one.id), default=None
    )


def _under_way(plan: Plan, today: date) -> tuple[str, ...]:
    """Sorts of what has begun and has not ended, in the order in which they began."""
    found = [
        (fact.first_day, fact.sort)
        for one in plan.shared.interventions.values()
        if (fact := one.fact) and one.ended is None and fact.first_day <= today
    ]
    return tuple(dict.fromkeys(sort for _, sort in sorted(found)))
