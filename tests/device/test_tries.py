"""Five tries, then pauses that grow; no clock, no restart and no crash makes them shorter, and none wipes."""

from datetime import timedelta

from mia_companion.device.secrets import MemorySecrets
from mia_companion.device.tries import FREE, PAUSES, TRIES, Tries
from tests.example_data import FixedClock


class Phone:
    """A phone with a wall clock that can be set, and the other that cannot."""

    def __init__(self) -> None:
        self.secrets, self.clock, self.steady = MemorySecrets(), FixedClock(), 1_000.0
        self.start()

    def start(self) -> None:
        self.tries = Tries(self.secrets, self.clock, lambda: self.steady)

    def pass_by(self, seconds: float) -> None:
        self.clock.now += timedelta(seconds=seconds)
        self.steady += seconds

    async def wrong(self) -> float:
        await self.tries.begin()
        return await self.tries.pause()


async def test_five_tries_at_once_and_then_longer_and_longer_up_to_an_hour() -> None:
    phone = Phone()
    found = []
    for _ in range(12):
        found.append(await phone.wrong())
        phone.pass_by(found[-1])
        assert await phone.tries.pause() == 0
    assert found == [0, 0, 0, 0, *PAUSES, 3600, 3600, 3600]
    assert PAUSES == (30, 60, 300, 900, 3600)


async def test_the_count_and_the_pause_survive_a_restart() -> None:
    phone = Phone()
    for _ in range(7):
        await phone.wrong()
    phone.start()
    assert await phone.tries.pause() == 300
    phone.pass_by(299)
    assert await phone.tries.pause() == 1
    assert await phone.tries.left() == 0


async def test_a_clock_set_back_begins_the_pause_anew() -> None:
    for restarts in (False, True):
        phone = Phone()
        for _ in range(7):
            await phone.wrong()
        phone.pass_by(200)
        phone.clock.now -= timedelta(days=2)
        if restarts:
            phone.start()
        assert await phone.tries.pause() == 300
        phone.pass_by(299)
        assert 0 < await phone.tries.pause() <= 1
        phone.pass_by(1)
        assert await phone.tries.pause() == 0


async def test_a_clock_set_forward_wins_nothing_while_the_app_lives() -> None:
    phone = Phone()
    for _ in range(9):
        await phone.wrong()
    phone.clock.now += timedelta(days=3)
    assert await phone.tries.pause() == 3600


async def test_a_try_counts_before_it_is_made() -> None:
    phone = Phone()
    for _ in range(FREE):
        await phone.tries.begin()
        phone.start()  # killed while it was tried
    assert await phone.tries.pause() == 30


async def test_who_damages_the_count_does_not_get_a_new_one() -> None:
    phone = Phone()
    await phone.wrong()
    phone.secrets.values[TRIES] = "{}}"
    assert await phone.tries.pause() == 3600


async def test_the_right_one_counts_from_none_again() -> None:
    phone = Phone()
    for _ in range(6):
        await phone.wrong()
    await phone.tries.right()
    assert await phone.tries.left() == FREE
    assert await phone.tries.pause() == 0
