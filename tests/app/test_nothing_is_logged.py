"""A day with somebody whose identity is protected leaves no word of them outside the journals."""

import logging
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta

import pytest

from mia_companion.app.actions.files import Arrivals
from mia_companion.domain.caseload_rows import Row
from mia_companion.sync.errors import SyncError
from mia_companion.wire.accounts import Invite
from tests.sync.faults import FAULTS, Faults
from tests.words_out import words_kept_out
from tests.world import World

NAME, PLACE, CONTACT, WORDS = "Zarifa Hemlig", "Gömda gatan 9", "Maria Ekqvist", "Jag heter Zarifa"
SECRETS = ("Zarifa", "Hemlig", "Gömda", "Ekqvist")


@pytest.fixture(autouse=True)
def as_it_is_served() -> Iterator[None]:
    with words_kept_out():
        yield


async def test_neither_logs_nor_files_of_the_server_know_name_or_place(
    world: World, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    caplog.set_level(logging.DEBUG)
    faults = Faults(world.network)
    desktop, phone = world.device("desktop", faults), world.device("phone", faults)
    await desktop.sign_in()
    arrivals = desktop.do.files.begin([Row(2, NAME, "sv", date(2026, 1, 15), True)])
    assert isinstance(arrivals, Arrivals)
    person = arrivals.people[0].participant
    assert await desktop.do.files.bring_in(arrivals) == ""
    invitation = await desktop.companion.client.invite(Invite(participant=person))
    await phone.enrol(invitation.code)
    assert desktop.do.appointments.book(
        f"Möte med {NAME}",
        "region",
        world.clock.now + timedelta(days=1),
        place=PLACE,
        contact=CONTACT,
        participant=person,
    )
    assert desktop.do.messages.note(WORDS, person)
    assert phone.do.messages.write(WORDS)
    assert phone.do.path.plan_step(f"Ringa {CONTACT}")
    for device in (desktop, phone):
        faults.plan(*FAULTS)
        for _ in FAULTS:
            with suppress(SyncError):
                await device.sync()
        faults.heal()
        await device.sync()
    assert await desktop.do.files.take_out("csv") == (person,)
    assert desktop.shared(person).profile.name == NAME

    async def breaks(*_: object) -> None:
        raise ValueError(f"{NAME}, {PLACE}")

    assert world.backend
    monkeypatch.setattr(world.backend.exports, "note", breaks)
    assert await desktop.do.files.take_out("csv")
    client = desktop.companion.client
    wrong = f'{{"participants": ["{NAME}"]}}'.encode()
    told = await client._send("POST", "/v1/imports", wrong, client.session.access())
    assert told.status_code == 422
    assert not said(told.text)
    logging.getLogger("mia_companion.ui").exception("a screen failed", exc_info=KeyError(NAME))

    assert len(caplog.records) > 20
    assert not said(caplog.text + "".join(str(vars(one)) for one in caplog.records))
    files = [one for one in (world.folder / "server").rglob("*") if one.is_file()]
    assert any("ledger" in one.name for one in files)
    for file in files:
        content = file.read_bytes()
        assert not said(content.decode("utf-8", "replace") + content.decode("latin-1")), file


def said(text: str) -> list[str]:
    """Which of the words that nobody else may read stand there."""
    return [one for one in SECRETS if one in text]
