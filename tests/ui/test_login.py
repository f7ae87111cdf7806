"""Staff: in by a page outside the app, asked once more in the middle of a deed, and their passkeys."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path

import flet as ft
import httpx
import pytest

from mia_companion.store.outbox import REFUSED, WAITING
from tests.example_data import NOW, entry, message
from tests.ui.office import Drawn, Office
from tests.ui.staff import STAFF, a_staffed_office, answering, refusing, settled

TICKET = {
    "ticket": "t" * 22,
    "url": "https://mia.example/v1/login/at/" + "d" * 22,
    "expires_at": NOW.isoformat(),
}


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Karin's."""
    with a_staffed_office(tmp_path) as made:
        yield made


def asked(screen: Drawn) -> bool:
    """Whether the question is open over the screen."""
    return any(one.open for one in screen.controls(ft.AlertDialog))


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
        deed = asyncio.create_task(office.do.devices.remove("gone-device"))
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
        deed = asyncio.create_task(office.do.devices.remove("gone-device"))
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


async def test_who_has_gone_on_before_the_first_sync_is_over_is_not_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = Office(tmp_path)
    over = asyncio.Event()
    office.answers["/v1/login"] = answering(
        {"passwords": True, "passkeys": False, "provider": "Freja", "idle_minutes": 30}
    )
    office.answers["/v1/login/tickets"] = answering(TICKET)

    async def finish(*_: object) -> str:
        office.sign_in()
        await over.wait()
        return ""

    monkeypatch.setattr(type(office.do.login), "finish", finish)
    try:
        async with office.screen(route="/sign-in") as screen:
            await settled(screen)
            await screen.click("Sign in with Freja")
            await settled(screen)
            await screen.type("The six digits", "123 456")
            coming = asyncio.create_task(screen.click("Go on"))
            await settled(screen)
            asked: list[str] = []  # of a page that is slow to say where it stands
            monkeypatch.setattr(screen.sent, "_arrive", lambda _, route: asked.append(route))
            await screen.click("Invite someone")
            over.set()
            await coming
            assert asked == ["/invite"]
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


async def test_what_was_refused_for_that_alone_is_sent_again(office: Office) -> None:
    said = [entry(message(), f"entry-000{n}", journal="shared-person-1") for n in range(2)]
    outbox = office.companion.store.outbox
    outbox.add_all([(one, ()) for one in said])
    outbox.mark([(REFUSED, "sign-in-again", "entry-0000"), (REFUSED, "no-consent", "entry-0001")])
    office.answers["/v1/login/again"] = lambda _: httpx.Response(204)
    assert await office.do.login.show_password("right") == ""
    states = {one.entry.id: one.state for one in outbox.all()}
    assert states == {"entry-0000": WAITING, "entry-0001": REFUSED}
