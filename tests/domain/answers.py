"""All that a plan answers, to compare two by."""

from datetime import date, timedelta

from mia_companion.domain.messages import GENERAL, thread_about
from mia_companion.domain.needs import needs
from mia_companion.domain.plan import Plan
from tests.domain.strategies import DEVICES
from tests.example_data import NOW, PARTICIPANT, TODAY

ITEMS = ("one", "two", "three")
THREADS = (GENERAL, thread_about("step", "one"), "no-thread")
READERS = (*sorted(set(DEVICES.values())), "somebody-else")
NOWS = [NOW + timedelta(hours=hours) for hours in (-5200, -30, 0, 30, 5200)]
DAYS = [TODAY + timedelta(days=days) for days in (-9, 0, 3)]


def answers(plan: Plan) -> dict[str, object]:
    """By question."""
    messages = [one for thread in THREADS for one in plan.thread(thread)]
    return {
        "name": plan.name,
        "private": [plan.is_private(one) for one in ITEMS],
        "goals": plan.goals,
        "milestones": [plan.milestones_of(one) for one in ITEMS],
        "one": [(plan.goal(one), plan.step(one)) for one in ITEMS],
        "suggestions": plan.suggestions,
        "steps": {one.id: one for one in plan.steps},
        "open": {one.id: one for one in plan.open_steps},
        "resting": {one.id: one for one in plan.resting_steps},
        "steps of": [plan.steps_of(one) for one in (None, *ITEMS)],
        "recent": [plan.recent_steps(count) for count in range(4)],
        "appointments": plan.appointments,
        "coming": [(plan.coming(now), plan.next_appointment(now)) for now in NOWS],
        "messages": messages,
        "threads": plan.threads,
        "newest": [plan.newest_messages(count, one) for count in (1, 2, 5) for one in THREADS],
        "latest": [plan.latest_message(one) for one in THREADS],
        "read": [plan.read_by_others(one) for one in messages],
        "unread": [plan.unread(reader, one) for reader in READERS for one in THREADS],
        "unread by thread": [plan.unread_by_thread(reader) for reader in READERS],
        "unread in all": [plan.unread_in_all(reader) for reader in READERS],
        "latest unread": [plan.latest_unread(reader) for reader in READERS],
        **{f"on {day}": _on(plan, day) for day in DAYS},
    }


def _on(plan: Plan, day: date) -> object:
    asked = [needs(plan, PARTICIPANT, reader, now, day) for reader in READERS for now in NOWS]
    return plan.next_step(day), asked
