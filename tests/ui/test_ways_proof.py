"""An address or a number is confirmed with the digits that come there, by oneself or by the coordinator."""

import asyncio
from pathlib import Path

import pytest

from mia_companion.app.actions.ways import WayActions
from mia_companion.domain.channels import CHANNELS, AddressProved, ChannelsChosen
from mia_companion.domain.rights import SERVER
from mia_companion.ui import places
from mia_companion.wire import problems
from tests.ui.home import Home
from tests.ui.office import an_office
from tests.ui.recording import Screen
from tests.ui.test_ways import ADA, ADDRESS, home, offer

__all__ = ["home"]


class Post:
    """What the server says of digits, and what it was asked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.problem = ""
        self.asked: list[tuple[str, ...]] = []
        self.answers = asyncio.Event()
        self.answers.set()

        async def ask(_: WayActions, channel: str, to: str, who: str | None = None) -> str:
            await self.answers.wait()
            self.asked.append((channel, to, who or "me"))
            return self.problem

        async def read(_: WayActions, channel: str, to: str, digits: str, who: str | None) -> str:
            self.asked.append((channel, to, who or "me", digits))
            return "" if digits == "123456" else problems.PROOF_WRONG

        monkeypatch.setattr(WayActions, "ask_for_proof", ask)
        monkeypatch.setattr(WayActions, "digits_read", read)


async def save_an_address(screen: Screen) -> None:
    """Oneself, as the first way to be reminded."""
    await screen.click("Choose")
    await screen.type("E-mail", ADDRESS)
    await screen.click("Save")


async def test_what_was_saved_is_confirmed_with_the_digits_that_come(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    offer(monkeypatch, "mail")
    post = Post(monkeypatch)
    async with home.screen(places.REMINDERS) as screen:
        await save_an_address(screen)
        assert screen.shows("Six digits are on their way")
        await screen.click("Confirm")
        assert screen.shows("Write something first.")
        await screen.type("The six digits", "123450")
        await screen.click("Confirm")
        assert screen.shows("Those are not the digits.")
        post.problem = problems.SENT_ENOUGH
        await screen.click("Send them again")
        assert screen.shows("That is enough for now.")
        await screen.type("The six digits", "123456")
        await screen.click("Confirm")
        assert screen.shows("It is confirmed.")
        assert not screen.shows("The six digits")
    mine = ("mail", ADDRESS, "me")
    assert post.asked == [mine, (*mine, "123450"), mine, (*mine, "123456")]


async def test_what_is_said_of_the_digits_stays_when_the_server_is_slow_to_send_them(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    offer(monkeypatch, "mail")
    post = Post(monkeypatch)
    post.answers.clear()
    async with home.screen(places.REMINDERS) as screen:
        await save_an_address(screen)
        await screen.click("Confirm")
        assert screen.shows("Write something first.")
        post.answers.set()
        await screen.settle()
        assert screen.shows("Six digits are on their way")
        assert screen.shows("Write something first.")


async def test_nothing_is_sent_again_by_looking_and_what_is_proved_needs_nothing(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    offer(monkeypatch, "mail", "sms")
    post = Post(monkeypatch)
    home.tell(ChannelsChosen(mail=ADDRESS, number="+46701740605"), private=True)
    home.tell(AddressProved(channel="sms", to="+46701740605"), by=SERVER, private=True)
    async with home.screen(places.REMINDERS) as screen:
        assert screen.shows("is not confirmed yet")
        assert len([one for one in screen.texts() if one == "The six digits"]) == 1
        assert post.asked == []
        await screen.click("Send the digits")
    assert post.asked == [("mail", ADDRESS, "me")]


async def test_a_way_that_the_server_has_no_more_is_said_to_send_nothing(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    offer(monkeypatch)
    home.tell(ChannelsChosen(mail=ADDRESS), private=True)
    async with home.screen(places.REMINDERS) as screen:
        assert screen.shows("Nothing is sent that way here now.")
        assert not screen.shows("The six digits")


async def test_a_coordinator_writes_it_down_for_somebody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offer(monkeypatch, "sms")
    post = Post(monkeypatch)
    with an_office(tmp_path) as office:
        office.person(ADA, "Ada")
        async with office.screen(route=f"/person/{ADA}", width=1900) as screen:
            await screen.click("Reminders by mail or SMS")
            assert screen.shows("Ask first.")
            await screen.click("Choose")
            assert not screen.shows("My coordinator may know")
            await screen.type("Mobile number", "+46 (0)70-174 06 05")
            await screen.click("Save")
            assert screen.shows("+46701740605")
            shared = office.companion.view.plan(ADA).shared
            assert shared.channels[CHANNELS].said.number == "+46701740605"
            assert screen.shows("Ask the person to read them to you")
            assert post.asked == [("sms", "+46701740605", ADA)]
