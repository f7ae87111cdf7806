"""Where more than a third of the answers are lost nobody is locked out, and a thief is caught."""

import random
from collections import Counter
from pathlib import Path

import pytest

from mia_companion.server.refusals import Refusal
from mia_companion.wire.accounts import Refresh
from tests.server.world import World
from tests.torture.printed import Told
from tests.torture.rotating import BOUND, LATE, WITHOUT, Key, Phone, a_phone, a_world
from tests.torture.sizes import times

SORTS = (BOUND, LATE, WITHOUT)
ROTATIONS = times(500, 10_000)
LIVES = times(10, 25)


async def _refused(phone: Phone, token: str, *, key: Key | None = None) -> None:
    with pytest.raises(Refusal, match="signed-out"):
        await phone.use(token, key=key)


async def _cloned(world: World, phone: Phone, chance: random.Random) -> None:
    """Everything of the phone was copied, its key too: whoever comes second with a token ends both."""
    stolen = phone.tokens.refresh
    bought = await phone.use(stolen)  # by its owner or a thief, and then by the other one
    for _ in range(chance.randint(0, 2)):
        bought = await phone.use(bought.refresh)
    world.clock.forward(seconds=chance.uniform(61, 800))
    await _refused(phone, stolen)
    with pytest.raises(Refusal):
        await phone.accounts.check(bought.access)
    await _refused(phone, bought.refresh)


async def _stolen_alone(world: World, phone: Phone, chance: random.Random) -> None:
    """The token alone, fresh or old, is worth nothing without the phone, and costs its owner nothing."""
    stolen, thief = phone.tokens.refresh, Key(chance)
    signed = thief.asks(stolen)
    for asked in (
        Refresh(refresh=stolen),
        signed,
        signed.model_copy(update={"key": phone.key.public if phone.key else ""}),
        signed.model_copy(update={"proof": "0" * 128}),
    ):
        with pytest.raises(Refusal, match="signed-out"):
            await phone.accounts.refresh(asked)
    assert await phone.is_in()
    world.clock.forward(seconds=chance.uniform(0, 800))
    await _refused(phone, stolen, key=thief)
    assert await phone.is_in()


async def _stolen_before_the_key(world: World, phone: Phone, chance: random.Random) -> None:
    """Who of two with different keys is the owner nobody can tell, where the key came late: both are out."""
    await _refused(phone, phone.tokens.refresh, key=Key(chance))
    assert not await phone.is_in()


async def test_lost_answers_lock_nobody_out_and_every_reuse_is_caught(
    tmp_path: Path, tell: Told
) -> None:
    chance = random.Random(14)
    done: Counter[str] = Counter()
    async with a_world(tmp_path) as world:
        while done["rotations"] < ROTATIONS:
            sort = SORTS[done["phones"] % len(SORTS)]
            phone = await a_phone(world, sort, chance)
            done["phones"] += 1
            for _ in range(LIVES):
                await phone.live()
            assert await phone.is_in()
            if sort == BOUND:
                await _stolen_alone(world, phone, chance)
                done["stolen"] += 5
            elif sort == LATE and chance.random() < 0.5:
                await _stolen_before_the_key(world, phone, chance)
                done["caught"] += 1
                done["rotations"] += phone.rotations
                continue
            await _cloned(world, phone, chance)
            done["caught"] += 1
            done["rotations"] += phone.rotations
    assert done["stolen"]
    assert done["caught"] == done["phones"]
    tell(
        14,
        "Refresh tokens with more than a third of the answers lost, for as long as 40 days; stolen alone,"
        " and with the whole phone",
        f"{done['rotations']:,} rotations of {done['phones']} phones, with a key of their own, with one"
        " brought later and without",
        f"0 people locked out; {done['caught']} of {done['phones']} reuses caught;"
        f" {done['stolen']} tokens without their phone worth nothing",
    )
