"""Staff: in outside the app, out after a while without a tap, and asked once more in the middle of a deed."""

import asyncio
import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import flet as ft
import httpx
import pytest

from mia_companion.ui.login.touching import notice_taps
from tests.ui.office import NOW, TOKENS, Drawn, Office

STAFF = TOKENS.model_copy(update={"idle_minutes": 30})
TICKET = {
    "ticket": "t" * 22,
    "url": "https://mia.example/v1/login/at/" + "d" * 22,
    "expires_at": NOW.isoformat(),
}


def answering(said: Any, status: int = 200) -> Any:
    """That, to whatever is asked."""
    return lambda _: httpx.Response(status, json=said)


def refusing(name: str, status: int = 403) -> httpx.Response:
    """With that problem."""
    said = {"type": f"urn:mia-companion:problem:{name}", "title": name, "status": status}
    return httpx.Response(status, json=said)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Karin's, where staff are idle after half an hour."""
    made = Office(tmp_path)
    made.sign_in()
    made.companion.client.session.keep(STAFF)
    made.companion.idling.touch()
    made.person("person-1", "Amina Yusuf")
    ways = {"passwords": True, "passkeys": True, "provider": "Freja", "idle_minutes": 30}
    made.answers["/v1/login"] = answering(ways)
    yield made
    made.companion.store.close()


async def settled(screen: Drawn) -> None:
    """Also what is asked of a server."""
    for _ in range(20):
        await screen.settle()


def asked(screen: Drawn) -> bool:
    """Whether the question is open over the screen."""
    return any(one.open for one in screen.controls(ft.AlertDialog))


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
        assert office.companion.look_idle()
        await settled(screen)
        assert screen.shows("Sign in again")
        assert screen.shows("It was Karin Berg who worked here.")
        assert not screen.shows("Amina")
        await screen.go("/inbox")
        assert screen.shows("Sign in again")
        await screen.click("With a password instead")  # a tap that comes too late opens nothing
        assert office.companion.view.is_idle
        office.answers["/v1/sign-in"] = answering(json.loads(STAFF.model_dump_json()))
        await screen.go("/person/person-1")
        await screen.type("E-mail", "karin@site.example")
        await screen.type("Password", "right")
        await screen.fire(screen.find("Password", ft.TextField), "submit", "right")
        await settled(screen)
        assert screen.page.route == "/person/person-1"
        assert screen.shows("Our team")
        assert office.do.drafts.read("note:person-1") == "Halvskrivet om"


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


async def test_a_deed_waits_for_the_proof_and_goes_on(office: Office) -> None:
    proven: list[bool] = []
    office.answers["/v1/devices/gone-device"] = lambda _: (
        httpx.Response(204) if proven else refusing("sign-in-again")
    )

    def show(request: httpx.Request) -> httpx.Response:
        if json.loads(request.content)["password"] != "right":
            return refusing("password-wrong")
        proven.append(True)
        return httpx.Response(204)

    office.answers["/v1/login/again"] = show
    async with office.screen() as screen:
        deed = asyncio.create_task(office.do.access.remove_device("gone-device"))
        await settled(screen)
        assert screen.shows("Is it you?")
        await screen.type("Your password", "wrong")
        await screen.click("It is me")
        await settled(screen)
        assert screen.shows("That is not your present password.")
        assert not deed.done()
        await screen.type("Your password", "right")
        await screen.click("It is me")
        await settled(screen)
        assert await deed == ""
        assert not asked(screen)
        proven.clear()
        deed = asyncio.create_task(office.do.access.remove_device("gone-device"))
        await settled(screen)
        await screen.click("Not now")
        await settled(screen)
        assert await deed == "sign-in-again"
        assert not asked(screen)


async def test_in_by_a_page_outside(tmp_path: Path) -> None:
    office = Office(tmp_path)
    ways = {"passwords": False, "passkeys": True, "provider": "Freja", "idle_minutes": 30}
    office.answers["/v1/login"] = answering(ways)
    office.answers["/v1/login/tickets"] = answering(TICKET)
    redeemed = [refusing("login-waits", 409), refusing("digits-wrong")]
    redeemed.append(httpx.Response(200, content=STAFF.model_dump_json()))
    written: list[dict[str, str]] = []

    def redeem(request: httpx.Request) -> httpx.Response:
        written.append(json.loads(request.content))
        return redeemed.pop(0)

    office.answers["/v1/login/redemptions"] = redeem
    try:
        async with office.screen(route="/sign-in") as screen:
            await settled(screen)
            assert not screen.shows("Password")
            await screen.click("Sign in with Freja or a passkey")
            await settled(screen)
            opened = [one for one in screen.controls(ft.OutlinedButton) if one.on_click]
            assert opened
            await screen.type("The six digits", "١٢٣ 456")
            for said in ("Nobody has signed in on the page yet.", "Those are not the digits"):
                await screen.click("Go on")
                await settled(screen)
                assert screen.shows(said)
            await screen.click("Go on")
            await settled(screen)
            assert screen.shows("Nobody yet. Invite the first.")
        assert {one["digits"] for one in written} == {"123456"}
        assert {one["device"] for one in written} == {office.companion.device.id}
    finally:
        await office.companion.close()


async def test_passkeys_are_listed_added_and_taken_away(office: Office) -> None:
    listed = [{"id": "passkey-1", "name": "Jobbdatorn", "made_at": NOW.isoformat()}]
    office.answers["/v1/passkeys"] = lambda _: httpx.Response(200, json={"passkeys": listed})

    def remove(_: httpx.Request) -> httpx.Response:
        listed.clear()
        return httpx.Response(204)

    office.answers["/v1/passkeys/passkey-1"] = remove
    office.answers["/v1/login/tickets/mine"] = answering(TICKET)
    async with office.screen(route="/password") as screen:
        await settled(screen)
        assert screen.shows("Jobbdatorn")
        await screen.click("Add a passkey")
        await settled(screen)
        assert screen.shows("It then shows six digits.")
        await screen.click("Take it away")
        await screen.click("Yes, take it away")
        await settled(screen)
        assert screen.shows("You have none yet.")
