"""A phone whose app has a PIN: what opens it, what does not, and what lies on it meanwhile."""

from dataclasses import fields
from pathlib import Path

import pytest

from mia_companion.app.lock.shown import before_the_lock
from mia_companion.app.lock.tried import EASY, NO_KEY, UNFIT, WAITS, WRONG, digits_of
from mia_companion.app.view import View
from mia_companion.device.secrets import STORE_KEY, SecretsFailed
from mia_companion.store.errors import StoreBroken
from mia_companion.store.store import Store
from tests.lock.pocket import INSIDE, OTHER_PIN, PIN, a_pocket
from tests.sync.scripted import TOKENS


async def test_without_a_pin_the_app_opens_as_ever(tmp_path: Path) -> None:
    async with a_pocket(tmp_path) as pocket:
        await pocket.restart()
        assert not pocket.device.state.is_locked
        assert pocket.companion.view.plan().name == "Amina"
        await pocket.device.lock()
        assert not pocket.device.state.is_locked


async def test_locked_from_the_start_the_store_is_shut_and_no_key_of_it_lies_about(
    tmp_path: Path,
) -> None:
    async with a_pocket(tmp_path) as pocket:
        key = pocket.secrets.values[STORE_KEY]
        assert await pocket.device.choose(PIN)
        await pocket.restart()
        assert pocket.device.state.is_locked
        assert pocket.companion.view.account is None
        assert not pocket.companion.view.pictures
        assert key not in str(pocket.secrets.values)
        for held in pocket.secrets.values.values():
            if len(held) == 64:  # whoever takes a key out of the key store opens nothing with it
                with pytest.raises(StoreBroken):
                    Store(tmp_path / "companion.sqlite", bytes.fromhex(held))
        assert await pocket.device.open(PIN)
        assert pocket.companion.view.plan().name == "Amina"


async def test_lock_now_lets_go_of_everything_and_the_pin_brings_all_of_it_back(
    tmp_path: Path,
) -> None:
    async with a_pocket(tmp_path) as pocket:
        pocket.do.messages.write("skrivet utan nät")
        await pocket.device.choose(PIN)
        before = pocket.companion
        await pocket.device.lock()
        assert pocket.companion is not before
        assert not pocket.companion.view.pictures
        assert pocket.device._key is None
        assert await pocket.device.open(PIN)
        assert [w.entry.kind for w in pocket.companion.view.to_send] == ["MessageWritten"]


async def test_five_wrong_tries_make_a_pause_that_a_restart_does_not_end_and_nothing_is_lost(
    tmp_path: Path,
) -> None:
    async with a_pocket(tmp_path) as pocket:
        await pocket.device.choose(PIN)
        await pocket.restart()
        for left in (4, 3, 2, 1):
            tried = await pocket.device.open("1111")
            assert (tried.problem, tried.left, tried.pause) == (WRONG, left, 0)
        assert (await pocket.device.open("1111")).pause == 30
        assert (await pocket.device.open(PIN)).problem == WAITS
        await pocket.restart()
        assert (await pocket.device.open(PIN)).problem == WAITS
        pocket.pass_by(30)
        assert await pocket.device.open(PIN)
        assert pocket.companion.view.plan().name == "Amina"
        await pocket.device.lock()
        assert (await pocket.device.open("1111")).left == 4  # counted from none again


async def test_changed_and_taken_away_only_by_who_knows_it(tmp_path: Path) -> None:
    async with a_pocket(tmp_path) as pocket:
        await pocket.device.choose(PIN)
        assert (await pocket.device.choose(OTHER_PIN, "1111")).problem == WRONG
        assert (await pocket.device.take_away("1111")).problem == WRONG
        assert await pocket.device.choose(OTHER_PIN, PIN)
        await pocket.restart()
        assert (await pocket.device.open(PIN)).problem == WRONG
        assert await pocket.device.open(OTHER_PIN)
        assert await pocket.device.take_away(OTHER_PIN)
        assert not any("front" in name for name in pocket.files())
        await pocket.restart()
        assert pocket.companion.view.plan().name == "Amina"


def test_what_can_be_a_pin() -> None:
    assert digits_of("٤٨ ۲۶-1") == "48261"
    assert digits_of("1234567890") == "12345678"
    assert digits_of("abc²½") == "2"


@pytest.mark.parametrize(
    ("digits", "problem"),
    [
        ("123", UNFIT),
        ("123456789", UNFIT),
        ("", UNFIT),
        ("0000", EASY),
        ("4567", EASY),
        ("9876", EASY),
    ],
)
async def test_what_cannot_be_a_pin(tmp_path: Path, digits: str, problem: str) -> None:
    async with a_pocket(tmp_path) as pocket:
        assert (await pocket.device.choose(digits)).problem == problem
        assert not await pocket.device._pin.stands()


async def test_a_finger_opens_only_after_the_platform_says_yes(tmp_path: Path) -> None:
    async with a_pocket(tmp_path) as pocket:
        await pocket.device.choose(PIN)
        await pocket.device.lock()
        assert not await pocket.device.open_by_body("To open")  # not chosen: not even asked
        assert pocket.auth.asked == []
        await pocket.device.open(PIN)
        pocket.auth.knows = False
        assert not await pocket.device.by_body(True, "To open")
        pocket.auth.knows = True
        assert await pocket.device.by_body(True, "To open")
        await pocket.restart()
        pocket.auth.knows = False
        assert not await pocket.device.open_by_body("To open")
        assert pocket.device.state.is_locked
        pocket.auth.knows = True
        assert await pocket.device.open_by_body("To open")
        assert pocket.companion.view.plan().name == "Amina"
        assert await pocket.device.by_body(False, "To open")
        assert pocket.companion.view.lock.has_pin
        assert "released-key" not in pocket.secrets.values


async def test_out_of_sight_for_long_enough_it_locks_by_either_clock(tmp_path: Path) -> None:
    async with a_pocket(tmp_path) as pocket:
        await pocket.device.choose(PIN)
        device, page = pocket.device, object()
        for minutes in ("0", "1", "5"):
            pocket.do.choices.lock_after(minutes)
            seconds = 60.0 * int(minutes)
            await device.came(page)
            await device.left(page)
            if seconds:
                pocket.pass_by(seconds - 1)
                await device.came(page)
                assert not device.state.is_locked
                await device.left(page)
                pocket.pass_by(seconds)
                await device.came(page)
            assert device.state.is_locked, minutes
            await device.open(PIN)
        await device.came(page)
        await device.left(page)
        pocket.steady += 300  # the wall clock was set back meanwhile
        pocket.clock.now = pocket.clock.now.replace(year=2020)
        await device.came(page)
        assert device.state.is_locked


async def test_looking_for_a_photo_is_no_leaving(tmp_path: Path) -> None:
    async with a_pocket(tmp_path) as pocket:
        await pocket.device.choose(PIN)
        pocket.do.choices.lock_after("0")
        page = object()
        await pocket.device.came(page)
        pocket.device.expect_back()
        await pocket.device.left(page)
        pocket.pass_by(90)
        await pocket.device.came(page)
        assert not pocket.device.state.is_locked
        await pocket.device.left(page)  # and that was that
        assert pocket.device.state.is_locked


async def test_another_person_who_comes_in_is_not_asked_for_the_pin_of_the_one_before(
    tmp_path: Path,
) -> None:
    async with a_pocket(tmp_path) as pocket:
        await pocket.device.choose(PIN)
        account = TOKENS.account.model_copy(update={"id": "ali"})
        pocket.live_here(TOKENS.model_copy(update={"account": account}))
        await pocket.device._looking
        assert not pocket.device.state.has_pin
        await pocket.restart()
        assert not pocket.device.state.is_locked


async def test_a_key_store_that_fails_loses_nothing_and_is_asked_again(tmp_path: Path) -> None:
    async with a_pocket(tmp_path) as pocket:
        pocket.secrets.broken = True
        await pocket.restart()
        assert (pocket.device.state.is_locked, pocket.device.state.no_key) == (True, True)
        pocket.device.open_discreet()
        assert pocket.device.state.is_locked
        pocket.secrets.broken = False
        await pocket.device.begin()
        assert pocket.companion.view.plan().name == "Amina"
        pocket.secrets.broken = True
        assert (await pocket.device.choose(PIN)).problem == NO_KEY
        with pytest.raises(SecretsFailed):
            await pocket.device._pin.stands()


async def test_a_locked_view_knows_nothing_but_what_may_be_seen(tmp_path: Path) -> None:
    async with a_pocket(tmp_path) as pocket:
        pocket.do.choices.discreet(True)
        pocket.do.messages.write("osänt")
        await pocket.device.lock()
        seen = before_the_lock(pocket.companion.view)
        known = {"choices", "hidden", "lock", "beforehand"}
        for field in fields(View):
            if field.name not in known:
                default = (
                    field.default_factory() if callable(field.default_factory) else field.default
                )  # type: ignore[misc]
                assert getattr(seen, field.name) == default, field.name
        assert not any(word in repr(seen) for word in (*INSIDE, "osänt"))
        assert [one.number for one in seen.help_numbers] == ["010-000 00 99"]
