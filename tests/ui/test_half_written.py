"""Another language in the middle of writing, the way by Me and a lock: nothing half written is lost.

Each form is met with words in it, in two ways: the languages are opened on top of it and closed again, and
it is drawn anew, as for who has gone to Me for them, and after a lock.
"""

from datetime import timedelta
from pathlib import Path

import flet as ft
import pytest

from mia_companion.domain.appointments import AppointmentMoved
from mia_companion.i18n.words import words_for
from mia_companion.ui import places
from mia_companion.ui.coordinator.paths import person_path
from tests.example_data import NOW
from tests.example_data import booking as an_appointment
from tests.ui.home import a_home
from tests.ui.office import an_office
from tests.ui.recording import Screen

HALF = "Jag vill börja på"
ADA = "person-ada"
ARABIC = words_for("ar")

PARTICIPANT = {
    "message": (places.MESSAGES, (), "Write a message"),
    "step": (places.NEW_STEP, (), "What do you want to do?"),
    "how it went": (f"{places.STEP}/step-1", ("Write a word with it",), "A word about how it went"),
    "goal": (places.NEW_GOAL, (), "What do you want?"),
    "check-in": (places.TODAY, ("Good", "Put a word to it"), "In your own words"),
    "something good": (places.RECORD_GOOD, (), "What you did"),
    "consent": (places.NEW_CONSENT, (), "Or in your own words"),
    "appointment": (places.NEW_APPOINTMENT, (), "What is it?"),
    "another time": (
        f"{places.APPOINTMENT}/appointment-1", ("Ask for another time",), "What would fit better?",
    ),
    "contact": (f"{places.NETWORK}/new", (), "What they do (if you know)"),
    "bad days": (places.BAD_DAYS, ("Write",), "How I notice that it is getting hard"),
    "whom I call": (places.BAD_DAYS, ("Add someone",), "Name"),
}  # fmt: skip
COORDINATOR = {
    "reply": (person_path(ADA), (), "Write a message"),
    "note": (person_path(ADA), (), "Write a note to the team"),
    "suggestion": (f"{person_path(ADA)}/suggest", (), "The step"),
    "booking": (f"{person_path(ADA)}/book", (), "What it is about, in a few words"),
    "move": (f"{person_path(ADA)}/move/appointment-1", (), "Place"),
    "invitation": (places.INVITE, (), "Name"),
}


def stands(screen: Screen) -> bool:
    """Whether the words stand in a field."""
    fields = screen.controls(ft.TextField)
    return any(getattr(one, "value", "") == HALF for one in fields)


async def through_languages(screen: Screen, route: str, ask: tuple[str, ...], label: str) -> None:
    """On top of the form, and closed again."""
    await screen.go(route)
    for name in ask:
        await screen.click(name)
    await screen.type(label, HALF)
    await screen.go(places.LANGUAGE)
    await screen.click("العربية")
    assert screen.page.route == places.LANGUAGE
    await screen.go(route)
    assert stands(screen), screen.texts()


@pytest.mark.parametrize("form", PARTICIPANT)
async def test_what_a_participant_has_half_written(tmp_path: Path, form: str) -> None:
    route, ask, label = PARTICIPANT[form]
    with a_home(tmp_path) as home:
        async with home.screen() as screen:
            await through_languages(screen, route, ask, label)
        async with home.screen(route) as screen:
            if form == "another time":  # its card is closed again, and the words are in it
                await screen.click(ARABIC.t(ask[0]))
            assert stands(screen), screen.texts()


@pytest.mark.parametrize("form", COORDINATOR)
async def test_what_a_coordinator_has_half_written(tmp_path: Path, form: str) -> None:
    route, ask, label = COORDINATOR[form]
    with an_office(tmp_path) as office:
        office.person(ADA, "Ada")
        office.says(ADA, an_appointment())
        async with office.screen() as screen:
            await through_languages(screen, route, ask, label)
        async with office.screen(route=route) as screen:
            assert stands(screen), screen.texts()


async def test_the_choices_of_a_consent_are_kept_and_said_in_the_new_language(
    tmp_path: Path,
) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.NEW_CONSENT) as screen:
            await screen.click("My health")
            await screen.click("12 months")
            await screen.go(places.LANGUAGE)
            await screen.click("Suomi")
            await screen.go(places.NEW_CONSENT)
            own = words_for("fi")
            whole = next(
                one for one in screen.texts() if own.t("my health") in one and "2027" in one
            )
            assert own.t("So that they can plan together with me") in whole


async def test_days_half_chosen_for_a_step(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(f"{places.STEP}/step-1") as screen:
            await screen.click("Change when")
            await screen.click("Thu, 5 Mar")
        async with home.screen(f"{places.STEP}/step-1") as screen:
            chosen = screen.find("Thu, 5 Mar", ft.Semantics)
            assert isinstance(chosen, ft.Semantics)
            assert chosen.selected
            await screen.click("Leave it as it is")
        async with home.screen(f"{places.STEP}/step-1") as screen:
            assert not screen.shows("It comes again every week")


async def test_a_time_half_moved_and_moved_meanwhile_by_another(tmp_path: Path) -> None:
    route = f"{person_path(ADA)}/move/appointment-1"
    with an_office(tmp_path) as office:
        office.person(ADA, "Ada")
        office.says(ADA, an_appointment())
        async with office.screen(route=route) as screen:
            await screen.type("Day, as", "2026-03-19")
            await screen.type("Time, as", "13:4")
        async with office.screen(route=route) as screen:
            assert _value(screen, "Day, as") == "2026-03-19"
            assert _value(screen, "Time, as") == "13:4"
            assert not screen.shows("It was moved by someone else")
        seen = office.companion.view.plan(ADA).appointments[0].now.id
        moved = AppointmentMoved(
            appointment_id="appointment-1", starts_at=NOW + timedelta(days=9), revision=seen
        )
        office.says(ADA, moved)
        async with office.screen(route=route) as screen:
            assert screen.shows("It was moved by someone else while you had this open.")
            await screen.type("Time, as", "13:40")
            await screen.click("Move the time")
            one = office.companion.view.plan(ADA).appointment("appointment-1")
            assert one is not None
            assert f"{one.now.starts_at:%Y-%m-%d}" == "2026-03-19"
        async with office.screen(route=route) as screen:
            assert not screen.shows("It was moved by someone else")


def _value(screen: Screen, label: str) -> str:
    field = screen.find(label, ft.TextField)
    assert isinstance(field, ft.TextField)
    return field.value or ""
