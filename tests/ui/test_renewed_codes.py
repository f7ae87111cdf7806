"""A code that renews itself while it is looked at, letters that were closed, and what the picture holds."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from mia_companion.ui.coordinator.invite import renewing, standing
from mia_companion.ui.coordinator.invite.way import address_of
from mia_companion.wire.accounts import Invitation
from tests.example_data import NOW
from tests.ui.invited import NORA, Server, invite, screen_of, until
from tests.ui.office import Office, an_office


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """The next look comes with the next turn of the loop."""
    monkeypatch.setattr(standing, "pause", lambda _: asyncio.sleep(0))


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with an_office(tmp_path) as made:
        yield made


@pytest.fixture
def server(office: Office) -> Server:
    return Server(office)


async def test_a_code_renews_itself_until_a_phone_has_come_in(
    office: Office, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    turn = asyncio.Event()

    async def pause(seconds: float) -> None:
        waited.append(seconds)
        turn.clear()
        await turn.wait()

    monkeypatch.setattr(renewing, "pause", pause)
    async with screen_of(office, where="https://mia.example.org") as screen:
        await invite(screen)
        await screen.settle()
        assert waited == [300]  # half of its ten minutes: the one before has the other half
        turn.set()
        await until(screen, "7 K Q M, 2 X P 2")
        assert screen.shows("Waiting for the phone.")
        assert server.asked[-1] == {"participant": NORA, "way": "room", "renews": True}
        server.opened()
        await until(screen, "Compare two words.")
        turn.set()
        await screen.settle(50)
        assert server.made == 2  # nothing is renewed any more


async def test_letters_that_were_closed_are_said_and_made_anew(
    office: Office, server: Server
) -> None:
    async with screen_of(office) as screen:
        await invite(screen)
        server.now = server.state("waiting", closed=True)
        await until(screen, "so the letters are closed.")
        await screen.click("Make a new code")
        await until(screen, "7 K Q M, 2 X P 2")


async def test_the_picture_holds_the_secret_where_no_server_sees_it() -> None:
    made = Invitation(
        participant=NORA, code="7KQM-2XPA", secret="S" * 26, expires_at=NOW, shared_journal="j"
    )
    whole = address_of("https://mia.example.org/", made)
    assert whole == f"https://mia.example.org/start#{'S' * 26}"
    assert urlsplit(whole)[2:4] == ("/start", "")
    assert address_of("", made) == ""
