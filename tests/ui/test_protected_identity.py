"""The person's own coordinators see the name beside a mark; others who read it see a code."""

from collections.abc import Iterator
from pathlib import Path

import flet as ft
import pytest

from mia_companion.domain import rights
from mia_companion.domain.people import IdentityProtected
from mia_companion.domain.protection import code_of
from mia_companion.store.journals import Held
from mia_companion.sync.listener import Came
from mia_companion.ui import places
from tests.example_data import COORDINATOR
from tests.ui.home import a_home
from tests.ui.office import SITE, Office, an_office

AMINA = "person-Amina"
CODE = code_of(AMINA)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with an_office(tmp_path) as made:
        made.person(AMINA, "Amina Ek")
        made.person("person-Bo", "Bo Ek")
        yield made


def protect(office: Office) -> None:
    office.tell(rights.SHARED, AMINA, IdentityProtected(protected=True), COORDINATOR)


def in_place_of(office: Office) -> None:
    """The one who reads Amina's journal is not among her coordinators."""
    info = rights.JournalInfo(
        id=f"{rights.SHARED}-{AMINA}", role=rights.SHARED, site=SITE, participant=AMINA
    )
    office.companion.came([Came(Held(info=info, coordinators=("another",)), [])])


async def test_the_switch_says_what_it_does_and_the_mark_follows(office: Office) -> None:
    async with office.screen(route=f"/person/{AMINA}") as screen:
        assert not screen.shows("Protected identity")
        await screen.click("Protect the identity")
        assert screen.shows(f"have the code {CODE} instead")
        ticks = [one for one in screen.controls(ft.Semantics) if one.checked is not None]
        assert [one.checked for one in ticks] == [False]
        await screen.fire(screen.find("Only the coordinators", ft.Container, "click"), "click")
        assert office.companion.view.plan(AMINA).shared.profile.protected
        ticks = [one for one in screen.controls(ft.Semantics) if one.checked is not None]
        assert [one.checked for one in ticks] == [True]
        marks = [one for one in screen.texts() if one == "Protected identity"]
        assert len(marks) == 3  # in the list, beside the name, and the box itself
        assert screen.shows("Amina Ek")
        await screen.fire(screen.find("Only the coordinators", ft.Container, "click"), "click")
        assert not office.companion.view.plan(AMINA).shared.profile.protected


async def test_only_the_row_of_the_one_who_is_protected_has_the_mark(office: Office) -> None:
    protect(office)
    async with office.screen() as screen:
        assert screen.texts().count("Protected identity") == 1
        assert screen.shows("Amina Ek")


async def test_whoever_reads_it_in_somebodys_place_sees_a_code_everywhere(office: Office) -> None:
    protect(office)
    in_place_of(office)
    async with office.screen(route=f"/person/{AMINA}") as screen:
        assert screen.shows(f"Participant {CODE}")
        assert not screen.shows("Amina")
        assert not screen.shows("Protect the identity")
        await screen.type("Search by name", "amina")
        assert screen.shows("Nobody here has that name.")
    async with office.screen(route=f"/person/{AMINA}", width=390) as screen:
        assert not screen.shows("Amina")


async def test_who_is_not_protected_has_a_name_for_all_who_may_read(office: Office) -> None:
    in_place_of(office)
    async with office.screen(route=f"/person/{AMINA}") as screen:
        assert screen.shows("Amina Ek")


async def test_the_participant_sees_it_plainly(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.ME) as screen:
            assert not screen.shows("Your identity is protected")
        home.tell(IdentityProtected(protected=True), by=COORDINATOR)
        async with home.screen(places.ME) as screen:
            assert screen.shows("Your identity is protected here.")
            assert screen.shows("Amina")
        async with home.screen(places.PAPER) as screen:
            assert screen.shows("times and people on a paper can show where you are")
