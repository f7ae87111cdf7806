"""What the team keeps for everyone at the site, also without a network."""

from datetime import date, time, timedelta
from pathlib import Path

import flet as ft
import pytest

from mia_companion.domain.directory import (
    ClosedListed,
    ContactListed,
    HelpNumberListed,
    HoursListed,
)
from mia_companion.domain.hours import weekly
from mia_companion.i18n.bidi import from_left
from mia_companion.ui import places
from tests.example_data import NOW
from tests.ui.office import Office, an_office

TODAY = NOW.date()


def _waiting(office: Office) -> list[str]:
    return [one.entry.kind for one in office.companion.store.outbox.all()]


def _week(office: Office) -> dict[int, tuple[time | None, time | None]]:
    return {
        one.weekday: (one.opens, one.closes) for one in weekly(office.companion.view.site.listings)
    }


async def test_the_week_is_written_at_once_and_only_what_changed(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        async with office.screen(route=places.SITE_HOURS) as screen:
            for day in ("Monday", "Tuesday"):
                await screen.type(f"{day}, opens", "9")
                await screen.type(f"{day}, closes", "16.30")
            await screen.click("Save the week")
            assert screen.shows("Saved. Everyone at the site sees it.")
            assert _week(office) == {n: (time(9), time(16, 30)) for n in (1, 2)}
        before = len(_waiting(office))
        async with office.screen(route=places.SITE_HOURS) as screen:
            assert screen.find("Monday, closes", ft.TextField).value == "16:30"
            await screen.type("Tuesday, opens", "")
            await screen.type("Tuesday, closes", "")
            await screen.click("Save the week")
            assert _week(office) == {1: (time(9), time(16, 30))}
        assert _waiting(office)[before:] == ["HoursListed"]


@pytest.mark.parametrize(
    ("opens", "closes", "sentence"),
    [
        ("nio", "16", "Write both times like"),
        ("9", "", "Write both times like"),
        ("16", "9", "It closes before it opens."),
        ("9", "9", "It closes before it opens."),
    ],
)
async def test_times_that_are_none_change_nothing(
    tmp_path: Path, opens: str, closes: str, sentence: str
) -> None:
    with an_office(tmp_path) as office:
        async with office.screen(route=places.SITE_HOURS) as screen:
            await screen.type("Monday, opens", "9")
            await screen.type("Monday, closes", "16")
            await screen.type("Friday, opens", opens)
            await screen.type("Friday, closes", closes)
            await screen.click("Save the week")
            assert screen.shows(sentence)
            assert _waiting(office) == []
            assert screen.find("Friday, opens", ft.TextField).value == opens


async def test_a_closed_day_is_added_and_opened_again(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        day = TODAY + timedelta(days=20)
        async with office.screen(route=places.SITE_HOURS) as screen:
            await screen.click("Add the day")
            assert screen.shows("Choose a day that has not passed.")
            await screen.type("A day on which", f"{TODAY - timedelta(days=1)}")
            await screen.click("Add the day")
            assert screen.shows("Choose a day that has not passed.")
            assert _waiting(office) == []
            await screen.type("A day on which", day.isoformat())
            await screen.click("Add the day")
            assert _closed(office) == [day]
            await screen.click("after all")
            assert _closed(office) == []
            assert screen.shows("None ahead.")


def _closed(office: Office) -> list[date]:
    facts = [one.fact for one in office.companion.view.site.listings.values()]
    return [f.day for f in facts if isinstance(f, ClosedListed) and not f.open]


async def test_a_contact_is_added_changed_and_taken_off(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        async with office.screen(route=places.SITE_CONTACTS) as screen:
            assert screen.shows("Lena Åkesson")
            await screen.click("Add a contact")
            await screen.click("Save")
            assert screen.shows("Write something first.")
            await screen.type("Name", "  Per Sjö ")
            await screen.click("Försäkringskassan")
            await screen.type("Phone number", "010-000 00 11")
            await screen.click("Save")
            added = next(one for one in office.companion.view.contacts if one.name == "Per Sjö")
            assert (added.party, added.phone) == ("insurance", "010-000 00 11")
            assert screen.shows(from_left("010-000 00 11"))
            await screen.click("Per Sjö")
            await screen.type("Phone number", "010-000 00 12")
            await screen.click("Save")
            names = [one.name for one in office.companion.view.contacts]
            assert sorted(names) == ["Lena Åkesson", "Per Sjö"]
            await screen.click("Lena Åkesson")
            await screen.click("Take off the list")
            (left,) = office.companion.view.contacts
            assert (left.name, left.phone) == ("Per Sjö", "010-000 00 12")
            await screen.go(f"{places.SITE_CONTACTS}/contact-1")
            assert screen.shows("That is not here any more.")
    assert {ContactListed.__name__} == set(_kinds(office))


def _kinds(office: Office) -> list[str]:
    return [one.entry.kind for one in office.companion.view.outbox]


async def test_a_number_for_help_is_added_changed_and_taken_off(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        async with office.screen(route=places.SITE_NUMBERS) as screen:
            assert screen.shows("112")
            assert screen.shows("1177")
            await screen.click("Add a number")
            await screen.type("Whom one reaches", "Kommunens jour")
            await screen.click("Save")
            assert screen.shows("Write something first.")
            await screen.type("Phone number", "jouren")
            await screen.click("Save")
            assert screen.shows("There are no digits in the number.")
            assert _waiting(office) == []
            await screen.type("Phone number", "010-000 00 99")
            await screen.click("Save")
            await screen.click("Kommunens jour")
            await screen.type("When they answer", "Vardagar till fyra")
            await screen.click("Save")
            (one,) = office.companion.view.help_numbers
            assert one.model_dump() | {"help_id": ""} == HelpNumberListed(
                help_id="x",
                name="Kommunens jour",
                number="010-000 00 99",
                about="Vardagar till fyra",
            ).model_dump() | {"help_id": ""}
            await screen.click("Kommunens jour")
            await screen.click("Take off the list")
            assert screen.shows("None of your own yet.")


@pytest.mark.parametrize("language", ["sv", "ar"])
@pytest.mark.parametrize("width", [390, 1280])
async def test_in_every_language_and_width(tmp_path: Path, language: str, width: int) -> None:
    with an_office(tmp_path, language) as office:
        paths = (places.SITE_HOURS, places.SITE_CONTACTS, places.SITE_NUMBERS, places.COVER)
        async with office.screen(route=places.SITE, width=width) as screen:
            for path in (*paths, f"{places.SITE_CONTACTS}/new", f"{places.SITE_NUMBERS}/new"):
                await screen.go(path)
                assert not screen.shows("There is nothing here")
                assert len(screen.texts()) > 2
    assert HoursListed.__name__ not in _kinds(office)
