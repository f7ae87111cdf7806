"""A phone whose app has a PIN: what opens it, what does not, and what lies on it meanwhile."""

from pathlib import Path

import pytest

from mia_companion.app.lock.tried import EASY, NO_KEY, UNFIT, WAITS, WRONG, digits_of
from mia_companion.device.secrets import STORE_KEY, SecretsFailed
from mia_companion.store.errors import StoreBroken
from mia_companion.store.store import Store
from tests.lock.pocket import OTHER_PIN, PIN, a_pocket


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
