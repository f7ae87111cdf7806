"""Staff who have not touched the app for half an hour: it closes, loses nothing, and lets them in again."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import flet as ft
import pytest

from mia_companion.ui import places
from mia_companion.ui.login.touching import notice_taps
from tests.ui.office import TOKENS, Office
from tests.ui.staff import SIGNED_IN, STAFF, a_staffed_office, answering, refusing, settled


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Karin's."""
    with a_staffed_office(tmp_path) as made:
        yield made


async def test_half_an_hour_without_a_tap_closes_it_and_loses_nothing(office: Office) -> None:
    office.do.drafts.keep("note:person-1", "Halvskrivet om")
    async with office.screen(route="/person/person-1") as screen:
        notice_taps(screen.page, screen.state)
        office.clock.now += timedelta(minutes=29)
        await screen.click("Amina Yusuf")  # somebody is here
        office.clock.now += timedelta(minutes=29)
        await screen.session.dispatch_event(screen.page._i, "resize", {"width": 1, "height": 1})
        assert not office.companion.look_idle()
        office.clock.now += timedelta(minutes=1)
        await screen.click("Amina Yusuf")  # it comes too late, and opens nothing
        assert office.companion.view.is_idle
        await settled(screen)
        assert screen.shows("Sign in again")
        assert screen.shows("It was Karin Berg who worked here.")
        assert not screen.shows("Amina")
        await screen.go("/inbox")
        assert screen.shows("Sign in again")
        await screen.click("With a password instead")
        assert office.companion.view.is_idle
        office.answers["/v1/sign-in"] = answering(SIGNED_IN)
        await screen.go("/person/person-1")
        await screen.type("E-mail", "karin@site.example")
        await screen.type("Password", "right")
        await screen.fire(screen.find("Password", ft.TextField), "submit", "right")
        await settled(screen)
        assert screen.page.route == "/person/person-1"
        assert screen.shows("Our team")
        assert office.do.drafts.read("note:person-1") == "Halvskrivet om"


SOON = "MIA closes soon, because nobody has touched it for a while."


@pytest.mark.parametrize(
    ("route", "width"), [("/", 1280), ("/person/person-1", 360), (places.PASSWORD, 1280)]
)
async def test_it_says_in_time_that_it_will_close_and_a_touch_is_enough(
    office: Office, route: str, width: int
) -> None:
    async with office.screen(route=route, width=width) as screen:
        notice_taps(screen.page, screen.state)
        office.companion.touched()
        office.clock.now += timedelta(minutes=27, seconds=59)
        assert not office.companion.look_idle()
        await settled(screen)
        assert not screen.shows(SOON)
        for _ in range(3):  # as often as one likes
            office.clock.now += timedelta(seconds=59)  # each minute it looks
            office.companion.look_idle()
            await settled(screen)
            assert screen.shows(SOON)
            await screen.click("Stay")
            await settled(screen)
            assert not screen.shows(SOON)
            office.clock.now += timedelta(minutes=27, seconds=59)
            assert not office.companion.look_idle()
        office.clock.now += timedelta(seconds=59)
        office.companion.look_idle()
        await settled(screen)
        assert screen.shows(SOON)
        office.clock.now += timedelta(minutes=2)
        assert office.companion.look_idle()
        await settled(screen)
        assert not screen.shows(SOON)
        assert screen.shows("Sign in again")


async def test_an_app_that_is_opened_the_next_morning_begins_closed(tmp_path: Path) -> None:
    before = Office(tmp_path)
    before.sign_in()
    before.companion.client.session.keep(STAFF)
    before.companion.idling.touch()
    before.companion.store.close()
    after = Office(tmp_path)
    after.clock.now += timedelta(hours=14)
    try:
        assert after.companion.look_idle()
        async with after.screen() as screen:
            assert screen.shows("Sign in again")
        after.clock.now -= timedelta(hours=15)  # a clock that is put back opens nothing
        assert after.companion.idling.is_over(STAFF)
    finally:
        after.companion.store.close()


async def test_the_server_says_so_as_well(office: Office) -> None:
    office.answers["/v1/pull"] = lambda _: refusing("signed-out", 401)
    office.answers["/v1/tokens"] = lambda _: refusing("idle-too-long", 401)
    async with office.screen() as screen:
        await office.companion.runner.run()  # it ends: nothing is asked for until somebody is back
        await settled(screen)
        assert screen.shows("Sign in again")


async def test_it_tells_the_server_when_it_was_touched(office: Office) -> None:
    office.clock.now += timedelta(minutes=7)
    asked = office.companion.client.session.refresh()
    assert asked is not None
    assert asked.idle_seconds == 7 * 60
    office.companion.client.session.keep(TOKENS)  # a server that does not count
    asked = office.companion.client.session.refresh()
    assert asked is not None
    assert asked.idle_seconds is None
