"""Makes the sheet that an agency gets, from what a consent covers and nothing else. Pure. Default no.

the shared picture ──▶ each part: is all that it needs (`needed.py`) named by the consent,
                       and chosen? ── yes ─▶ on the sheet
                                   └─ else ─▶ left out, and counted
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from mia_companion.domain import goals, interventions, milestones, needed
from mia_companion.domain import sheets as s
from mia_companion.domain.appointment import Appointment
from mia_companion.domain.areas import INFO_CATEGORIES
from mia_companion.domain.consents import Consent
from mia_companion.domain.goals import Goal
from mia_companion.domain.interventions import InterventionBegun
from mia_companion.domain.plan import Plan
from mia_companion.domain.protection import outside_name, outside_words
from mia_companion.domain.steps import PLANNED, Step


@dataclass(frozen=True, slots=True)
class Asked:
    """A sheet that is to be made, under that id. `chosen` are kinds of information; of those that the
    consent does not name nothing comes. `purpose` is a ready one; `sender` is the coordinator to ask.
    """

    participant: str
    consent: Consent
    chosen: Collection[str]
    disclosure: str
    now: datetime
    zone: ZoneInfo
    purpose: str = ""
    sender: str = ""

    @property
    def today(self) -> date:
        """The day on which it is made."""
        return self.now.astimezone(self.zone).date()


@dataclass(frozen=True, slots=True)
class Made:
    """A sheet, and how many parts of the plan, times and activities are not on it."""

    sheet: s.Sheet
    left_out: int = 0


def sheet_for(plan: Plan, asked: Asked) -> Made | None:
    """The sheet, or None where the consent covers nothing of what was chosen on that day.

    What only the person or only the coordinators read is not even looked at.
    """
    given, today = asked.consent.given, asked.today
    if given is None or not asked.consent.counts_on(today):
        return None
    covered = {one for one in given.categories if one in asked.chosen}
    if not covered:
        return None
    plan = Plan(shared=plan.shared)
    maker = _Maker(plan, asked, covered, given.from_party)
    known = [one for one in INFO_CATEGORIES if one in covered]
    sheet = s.Sheet(
        format=s.FORMAT,
        version=s.VERSION,
        disclosure_id=asked.disclosure,
        made_on=today,
        name=outside_name(plan, asked.participant),
        sender=outside_words(plan, asked.sender),
        from_party=outside_words(plan, given.from_party),
        to_party=outside_words(plan, given.to_party),
        consent_id=given.consent_id,
        purpose=asked.purpose,
        valid_from=given.valid_from,
        valid_until=given.valid_until,
        categories=(*known, *sorted(covered.difference(known))),
        goals=maker.goals(),
        steps=maker.loose_steps(),
        times=maker.times(),
        activities=maker.activities(),
        ratings=maker.ratings(),
    )
    return Made(sheet, maker.left_out)


class _Maker:
    """Makes each part, and counts what it leaves out."""

    def __init__(self, plan: Plan, asked: Asked, covered: set[str], from_party: str) -> None:
        self._plan, self._asked = plan, asked
        self._covered, self._from = covered, from_party
        self.left_out = 0

    def goals(self) -> tuple[s.SheetGoal, ...]:
        """Those that are active, the oldest first."""
        active = [one for one in self._plan.goals if one.state == goals.ACTIVE]
        return tuple(self._goal(one) for one in active if self._may(needed.of_goal(one.area)))

    def loose_steps(self) -> tuple[s.SheetStep, ...]:
        """Open steps under no goal. One whose goal is gone or not here belongs to nothing that is known."""
        loose = [one for one in self._open(None) if one.goal_id is None]
        return tuple(_step(one) for one in loose if self._may(needed.of_loose_step()))

    def times(self) -> tuple[s.SheetTime, ...]:
        """Those that will take place, with the party that may tell."""
        coming = [one for one in self._plan.coming(self._asked.now) if one.cancelled_by is None]
        return tuple(
            self._time(one)
            for one in coming
            if self._may(needed.of_time(), one.party == self._from)
        )

    def activities(self) -> tuple[s.SheetActivity, ...]:
        """Those that have not ended, with the party that may tell."""
        found = [
            one
            for one in interventions.in_order(self._plan.shared.interventions)
            if one.state(self._asked.today) != interventions.ENDED
        ]
        return tuple(
            self._activity(fact, one.last_day)
            for one in found
            if (fact := one.fact) is not None
            and self._may(needed.of_activity(fact.sort, fact.party or ""), fact.party == self._from)
        )

    def ratings(self) -> tuple[s.SheetRating, ...]:
        """How each area is, as the person themselves said last. Without words."""
        latest: dict[str, s.SheetRating] = {}
        mine = [
            one
            for one in self._plan.shared.ratings.values()
            if not one.gone and one.by.author == self._asked.participant
        ]
        for one in sorted(mine, key=lambda rating: rating.by.at):
            day = one.by.at.astimezone(self._asked.zone).date()
            for area, level in one.levels.items():
                latest[area] = s.SheetRating(area=area, level=level, rated_on=day)
        return tuple(latest[area] for area in sorted(latest) if self._may(needed.of_rating(area)))

    def _may(self, needs: needed.Needs, is_theirs: bool = True) -> bool:
        """Whether it is on the sheet; counted when it is not."""
        if is_theirs and needs <= self._covered:
            return True
        self.left_out += 1
        return False

    def _goal(self, goal: Goal) -> s.SheetGoal:
        return s.SheetGoal(
            area=goal.area,
            words=goal.words,
            milestones=tuple(
                s.SheetMilestone(words=one.words, reached=one.state == milestones.REACHED)
                for one in self._plan.milestones_of(goal.id)
            ),
            steps=tuple(_step(one) for one in self._open(goal.id)),
        )

    def _open(self, goal: str | None) -> list[Step]:
        return [one for one in self._plan.steps_of(goal) if one.state == PLANNED]

    def _time(self, one: Appointment) -> s.SheetTime:
        time = s.SheetTime(
            starts_at=one.now.starts_at,
            ends_at=one.now.ends_at,
            zone=one.zone,
            party=outside_words(self._plan, one.party),
            way=one.way,
        )
        if not needed.of_times_details(one.party) <= self._covered:
            return time
        details = {"title": one.title, "place": one.now.place, "contact": one.contact}
        said = {name: outside_words(self._plan, words) for name, words in details.items()}
        return time.model_copy(update=said)

    def _activity(self, fact: InterventionBegun, last_day: date | None) -> s.SheetActivity:
        return s.SheetActivity(
            sort=fact.sort,
            words=outside_words(self._plan, fact.words),
            party=outside_words(self._plan, fact.party or ""),
            first_day=fact.first_day,
            last_day=last_day,
        )


def _step(one: Step) -> s.SheetStep:
    return s.SheetStep(words=one.words, day=one.day, weekdays=one.repeats)
