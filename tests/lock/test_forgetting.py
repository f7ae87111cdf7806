"""Everything off this device: no row, no key, no word is left, and whoever looks finds a new app."""

import sqlite3
from pathlib import Path

import flet as ft
import httpx
import pytest

from mia_companion.app.actions.access import Access
from mia_companion.device.secrets import SecretsFailed
from mia_companion.store.outbox import PARKED
from tests.lock.pocket import INSIDE, PIN, Pocket, a_pocket
from tests.sync.scripted import TOKENS

CHUNK = 24
"""Bytes of a sealed row: none that long comes twice by chance."""


def sealed_rows(folder: Path) -> set[bytes]:
    """A piece out of the middle of everything that lies sealed in the folder's stores."""
    found = set()
    for path in folder.glob("*.sqlite*"):
        if path.suffix == ".sqlite" or ".broken-" in path.name:
            copy = path.with_name("copy-of-" + path.name)
            for end in ("", "-wal"):
                part = path.with_name(path.name + end)
                if part.exists():
                    copy.with_name(copy.name + end).write_bytes(part.read_bytes())
            with sqlite3.connect(copy) as db:
                for (table,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'"):
                    columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})")]
                    if "sealed" in columns:
                        rows = db.execute(f"SELECT sealed FROM {table}").fetchall()
                        found |= {bytes(row[0])[13 : 13 + CHUNK] for row in rows}
            db.close()
            for end in ("", "-wal", "-shm"):
                copy.with_name(copy.name + end).unlink(missing_ok=True)
    return found


async def _lived_in(pocket: Pocket) -> tuple[set[bytes], set[str]]:
    """A PIN, a store set aside, one laid aside as broken. What lies sealed, and what the key store has."""
    await pocket.device.choose(PIN)
    await pocket.restart()
    await pocket.device.begin_anew()
    pocket.live_here()
    pocket.do.bad_days.show_beforehand(True)
    pocket.do.messages.write("osänt")
    await pocket.device.choose("4826")
    await pocket.device.by_body(True, "To open")
    await pocket.device.lock()
    await pocket.device.open("4826")
    (pocket.folder / "companion.sqlite.broken-20260101000000").write_bytes(
        (pocket.folder / "companion.sqlite").read_bytes()
    )
    rows = sealed_rows(pocket.folder)
    assert len(rows) > 15
    return rows, set(pocket.secrets.values.values())


def left_of(pocket: Pocket, rows: set[bytes]) -> list[str]:
    found = [one for one in pocket.folder.rglob("*") if one.is_file()]
    return [one.name for one in found for row in rows if row in one.read_bytes()]


async def test_every_file_and_every_key_is_gone_and_a_new_app_stands_there(tmp_path: Path) -> None:
    async with a_pocket(tmp_path) as pocket:
        rows, keys = await _lived_in(pocket)
        assert left_of(pocket, rows)  # or the search finds nothing at all
        async with pocket.in_hand() as hand:
            await pocket.device.forget()
            await hand.settle()
            assert hand.shows("Svenska")
            assert not any(hand.shows(word) for word in (*INSIDE, "osänt"))
        assert left_of(pocket, rows) == []
        assert set(pocket.secrets.values) == {"store-key"}
        assert not keys & set(pocket.secrets.values.values())
        assert not pocket.companion.view.pictures
        assert pocket.companion.view.choices.language == ""
        assert pocket.files() == ["companion.sqlite", "companion.sqlite-wal"]


@pytest.mark.parametrize("done", range(1, 7))
async def test_cut_off_in_the_middle_the_next_start_finishes_it(tmp_path: Path, done: int) -> None:
    async with a_pocket(tmp_path) as pocket:
        rows, keys = await _lived_in(pocket)
        secrets, removed = pocket.secrets, 0

        async def remove(name: str) -> None:
            nonlocal removed
            removed += 1
            if removed > done:
                raise SecretsFailed
            secrets.values.pop(name, None)

        secrets.remove = remove  # type: ignore[method-assign]
        await pocket.device.forget()
        assert pocket.device.state.no_key  # nothing new begins on what is half gone
        del secrets.remove
        await pocket.restart()
        assert left_of(pocket, rows) == []
        assert not keys & set(secrets.values.values())


async def test_what_another_person_has_not_sent_stays_and_nothing_else(tmp_path: Path) -> None:
    async with a_pocket(tmp_path) as pocket:
        pocket.do.messages.write("från Amina")
        rows = sealed_rows(tmp_path)
        account = TOKENS.account.model_copy(update={"id": "ali"})
        pocket.live_here(TOKENS.model_copy(update={"account": account}))
        hers = pocket.companion.store.outbox
        assert hers.holds_others()
        mine = sealed_rows(tmp_path)
        await pocket.device.forget()
        assert pocket.companion.view.account is None
        assert pocket.companion.store.outbox.holds_others()
        (kept,) = pocket.companion.store._database.rows("SELECT state, sealed FROM outbox")
        assert kept[0] == PARKED
        theirs = bytes(kept[1])[13 : 13 + CHUNK]
        assert set(left_of(pocket, (rows | mine) - {theirs})) == set()
        pocket.live_here()  # she is back, with a code
        assert len(pocket.companion.view.to_send) == 1


async def test_leaving_offers_to_send_first_and_then_takes_all_of_it(tmp_path: Path) -> None:
    async with a_pocket(tmp_path) as pocket:
        asked: list[str] = []

        def answer(request: httpx.Request) -> httpx.Response:
            asked.append(request.url.path)
            raise httpx.ConnectError("no network", request=request)

        pocket.do.messages.write("osänt")
        rows = sealed_rows(tmp_path)
        pocket.companion.client._http._transport = httpx.MockTransport(answer)
        async with pocket.in_hand("/me/leave") as hand:
            assert hand.shows("Send it first")
            await hand.click("Send it now")
            assert hand.shows("No connection.")
            assert asked
            await hand.click("Take it all away without sending")
            assert hand.shows("1 thing that was not sent is then gone for good.")
            await hand.click("Stay")
            assert pocket.companion.view.to_send
            await hand.click("Take it all away without sending")
            await hand.click("Take it all away")
            await hand.settle(200)
            assert "/v1/sign-out" in asked
            assert hand.shows("Svenska")
        assert left_of(pocket, rows) == []


async def test_leaving_when_all_is_sent_ends_in_a_new_app(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def sign_out(_: Access) -> str:
        return ""

    monkeypatch.setattr(Access, "sign_out", sign_out)
    async with a_pocket(tmp_path) as pocket:
        await pocket.device.choose(PIN)
        rows = sealed_rows(tmp_path)
        async with pocket.in_hand("/me/leave") as hand:
            assert hand.shows("Everything of yours is taken off this device")
            await hand.fire(hand.find("Leave", ft.OutlinedButton), "click")
            await hand.settle(200)
            assert hand.shows("Svenska")
        assert left_of(pocket, rows) == []
        assert set(pocket.secrets.values) == {"store-key"}
