"""Reminders by mail and SMS: one's own chosen by oneself, another's written down by their coordinator."""

from collections.abc import Iterator
from datetime import time
from pathlib import Path

import flet as ft
import pytest

from mia_companion.app.actions.ways import WayActions
from mia_companion.domain.channels import (
    CHANNELS,
    ChannelsChosen,
    ReminderNotReached,
)
from mia_companion.domain.people import IdentityProtected
from mia_companion.domain.rights import SERVER
from mia_companion.ui import places
from tests.example_data import COORDINATOR, OWN_JOURNAL
from tests.ui.home import Home, a_home
from tests.ui.office import an_office

ADA = "person-ada"
ADDRESS = "anna@example.org"


def offer(monkeypatch: pytest.MonkeyPatch, *ways: str) -> None:
    async def offered(self: WayActions) -> tuple[str, ...]:
        return ways

    monkeypatch.setattr(WayActions, "offered", offered)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Home]:
    with a_home(tmp_path) as made:
        yield made


def own(home: Home) -> ChannelsChosen:
    return home.companion.view.plan().own.channels[CHANNELS].said


async def test_chosen_changed_and_ended(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    offer(monkeypatch, "mail", "sms")
    async with home.screen(places.REMINDERS) as screen:
        assert screen.shows("Only you see the address and the number.")
        await screen.click("Choose")
        await screen.type("E-mail", ADDRESS)
        await screen.type("Mobile number", "070-174 06 05")
        await screen.click("One hour before")
        await screen.click("Save")
        assert screen.shows(ADDRESS)
        assert home.waiting()[-1] == (OWN_JOURNAL, "ChannelsChosen")
        assert own(home) == ChannelsChosen(
            mail=ADDRESS, number="+46701740605", quiet_from=time(21), quiet_until=time(8),
            appointments=(24 * 60,),
        )  # fmt: skip
        await screen.click("Change")
        await screen.type("Quiet from", "20")
        await screen.type("Quiet until", "9.30")
        await screen.click("My coordinator may know if a message does not arrive")
        await screen.click("Save")
        assert (own(home).quiet_from, own(home).quiet_until) == (time(20), time(9, 30))
        assert own(home).tell
        await screen.click("Change")
        await screen.click("Quiet hours")
        assert not screen.shows("Quiet from")
        await screen.click("Save")
        assert own(home).quiet_from is None
        await screen.click("End them")
        assert not screen.shows(ADDRESS)
        assert own(home) == ChannelsChosen(mail="")


@pytest.mark.parametrize(
    ("label", "said", "wrong"),
    [
        ("E-mail", "anna", "That is not an e-mail address."),
        ("Mobile number", "anna", "There are no digits in the number."),
        ("Quiet from", "late", "Write both times as on a clock, like 21:00."),
        ("Quiet until", "20:00", "Leave at least eight hours of the day"),
    ],
)
async def test_what_cannot_be_used_is_said_and_stays(
    home: Home, monkeypatch: pytest.MonkeyPatch, label: str, said: str, wrong: str
) -> None:
    offer(monkeypatch, "mail", "sms")
    async with home.screen(places.REMINDERS) as screen:
        await screen.click("Choose")
        await screen.type("E-mail", ADDRESS)
        await screen.type(label, said)
        await screen.click("Save")
        assert screen.shows(wrong)
        [field] = [one for one in screen.controls(ft.TextField) if one.label == label]
        assert field.value == said
        assert CHANNELS not in home.companion.view.plan().own.channels


async def test_only_what_is_offered(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    offer(monkeypatch, "mail")
    async with home.screen(places.REMINDERS) as screen:
        await screen.click("Choose")
        labels = [one.label for one in screen.controls(ft.TextField)]
        assert labels == ["E-mail", "Quiet from", "Quiet until"]
    offer(monkeypatch)
    async with home.screen(places.REMINDERS) as screen:
        assert screen.shows("Reminders by mail or SMS are not offered here.")
        assert not screen.shows("Choose")


async def test_without_a_network_it_says_so(home: Home) -> None:
    async with home.screen(places.REMINDERS) as screen:
        assert screen.shows("By mail or SMS")
        assert screen.shows("Try again")


async def test_without_a_network_what_stands_is_seen_and_can_be_ended(home: Home) -> None:
    home.tell(ChannelsChosen(mail=ADDRESS), private=True)
    async with home.screen(places.REMINDERS) as screen:
        assert screen.shows(ADDRESS)
        await screen.click("End them")
        assert own(home) == ChannelsChosen(mail="")


async def test_what_the_coordinator_wrote_down_is_seen_and_can_be_ended(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    offer(monkeypatch, "mail")
    home.tell(ChannelsChosen(mail=ADDRESS), by=COORDINATOR)
    async with home.screen(places.REMINDERS) as screen:
        assert screen.shows("Your coordinator has written this down for you.")
        assert screen.shows(ADDRESS)
        await screen.click("End them")
        assert not screen.shows(ADDRESS)


async def test_one_that_does_not_arrive_is_told_of(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    offer(monkeypatch, "mail")
    home.tell(ChannelsChosen(mail=ADDRESS), private=True)
    token = home.companion.view.plan().own.channels[CHANNELS].token
    home.tell(ReminderNotReached(channel="mail", choice=token), by=SERVER, private=True)
    async with home.screen(places.REMINDERS) as screen:
        assert screen.shows("A mail did not arrive.")
        await screen.click("Change")
        await screen.click("Save")
        assert not screen.shows("A mail did not arrive.")


async def test_nothing_is_written_down_of_a_protected_person(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offer(monkeypatch, "sms")
    with an_office(tmp_path) as office:
        office.person(ADA, "Ada")
        async with office.screen(route=f"/person/{ADA}", width=1900) as screen:
            assert screen.shows("Reminders by mail or SMS")
        office.tell("shared", ADA, IdentityProtected(protected=True), COORDINATOR)
        async with office.screen(route=f"/person/{ADA}", width=1900) as screen:
            assert not screen.shows("Reminders by mail or SMS")


async def test_the_caseload_says_that_one_did_not_arrive(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        office.person(ADA, "Ada")
        office.tell("shared", ADA, ChannelsChosen(mail=ADDRESS), COORDINATOR)
        token = office.companion.view.plan(ADA).shared.channels[CHANNELS].token
        said = ReminderNotReached(channel="mail", choice=token)
        office.tell("shared", ADA, said, SERVER)
        async with office.screen(width=1900) as screen:
            assert screen.shows("A reminder did not arrive")
        office.tell("shared", ADA, ChannelsChosen(mail="ada@example.org"), COORDINATOR)
        async with office.screen(width=1900) as screen:
            assert not screen.shows("A reminder did not arrive")
