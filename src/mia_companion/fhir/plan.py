"""Goals, steps and activities: the plan that a sheet tells of."""

from collections.abc import Iterator
from dataclasses import dataclass

from mia_companion.domain.sheets import Sheet, SheetActivity, SheetGoal, SheetStep
from mia_companion.fhir.names import Names
from mia_companion.fhir.parts import Ids, Json, concept, ref, told, without_nothing


@dataclass(frozen=True, slots=True)
class PlanParts:
    """CarePlan, and the Goals and Tasks that it points to."""

    sheet: Sheet
    names: Names
    ids: Ids

    def resources(self) -> list[tuple[str, Json]]:
        """By their full URLs."""
        goals = [
            (self.ids.of("Goal", str(number)), self._goal(one))
            for number, one in enumerate(self.sheet.goals)
        ]
        tasks = list(self._tasks())
        plan = self._plan([url for url, _ in goals], [url for url, _ in tasks])
        return [(self.ids.of("CarePlan"), plan), *goals, *tasks]

    def _plan(self, goals: list[str], tasks: list[str]) -> Json:
        sheet = self.sheet
        return {
            "resourceType": "CarePlan",
            "status": "active",
            "intent": "plan",
            "title": self.names.plan,
            "subject": ref(self.ids.of("Patient")),
            "created": sheet.made_on.isoformat(),
            "author": ref(self.ids.of("Practitioner")) if sheet.sender else None,
            "goal": [ref(one) for one in goals],
            "activity": [
                *({"reference": ref(one)} for one in tasks),
                *({"detail": self._activity(one)} for one in sheet.activities),
            ],
        }

    def _goal(self, goal: SheetGoal) -> Json:
        names = self.names
        return {
            "resourceType": "Goal",
            "lifecycleStatus": "active",
            "category": [concept("area", goal.area, self.names.area(goal.area))],
            "description": {"text": goal.words},
            "subject": ref(self.ids.of("Patient")),
            "note": [
                {"text": (names.reached if one.reached else names.milestone)(one.words)}
                for one in goal.milestones
            ],
        }

    def _tasks(self) -> Iterator[tuple[str, Json]]:
        for number, goal in enumerate(self.sheet.goals):
            for place, step in enumerate(goal.steps):
                url = self.ids.of("Goal", str(number))
                yield self.ids.of("Task", f"{number}.{place}"), self._task(step, url)
        for place, step in enumerate(self.sheet.steps):
            yield self.ids.of("Task", f"-.{place}"), self._task(step, "")

    def _task(self, step: SheetStep, goal: str) -> Json:
        day = step.day.isoformat() if step.day else ""
        return {
            "resourceType": "Task",
            "status": "accepted",
            "intent": "plan",
            "description": step.words,
            "focus": ref(goal) if goal else None,
            "for": ref(self.ids.of("Patient")),
            "owner": ref(self.ids.of("Patient")),
            "restriction": {"period": {"start": day, "end": day}} if day else None,
            "note": [{"text": ", ".join(self.names.weekday(one) for one in step.weekdays)}]
            if step.weekdays
            else [],
        }

    def _activity(self, one: SheetActivity) -> Json:
        begun = one.first_day <= self.sheet.made_on
        period = {"start": one.first_day.isoformat()}
        if one.last_day:
            period["end"] = one.last_day.isoformat()
        return without_nothing(
            {
                "kind": "ServiceRequest",
                "code": concept("activity", one.sort, self.names.sort(one.sort)),
                "status": "in-progress" if begun else "scheduled",
                "scheduledPeriod": period,
                "performer": [told(self.names.party(one.party))] if one.party else [],
                "description": one.words,
            }
        )
