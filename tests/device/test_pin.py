"""A PIN wraps the store's key: nothing opens it but the digits, and no crash leaves it shut for good."""

import hashlib
import json
import time

import pytest
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from mia_companion.device.pin import PIN, RELEASED, SCRYPT, Cost, Pin, knows_argon2id
from mia_companion.device.secrets import STORE_KEY, MemorySecrets, SecretsFailed, device_key
from tests.example_data import seeded

KEY = bytes(range(32))
QUICK = Cost(memory=64, passes=1)


async def _chosen(digits: str = "270519", cost: Cost = QUICK) -> tuple[MemorySecrets, Pin]:
    secrets = MemorySecrets()
    secrets.values[STORE_KEY] = KEY.hex()
    pin = Pin(secrets, seeded(3), cost)
    await pin.choose(digits, KEY, "anna")
    return secrets, pin


async def test_only_the_digits_give_the_key_and_it_lies_nowhere_else() -> None:
    secrets, pin = await _chosen()
    assert await pin.stands()
    assert await pin.owner() == "anna"
    assert await pin.open("270519") == KEY
    for wrong in ("270518", "27051", "2705190", ""):
        assert await pin.open(wrong) is None
    kept = json.dumps(secrets.values)
    assert KEY.hex() not in kept
    assert "270519" not in kept


async def test_what_a_try_costs_is_what_an_old_phone_bears_and_nobody_makes_it_cheaper() -> None:
    cost = Cost()
    assert (cost.memory, cost.passes, cost.lanes) == (19_456, 2, 1)
    secrets, pin = await _chosen(cost=cost)
    before = time.perf_counter()
    assert await pin.open("270519") == KEY
    assert time.perf_counter() - before > 0.005  # it is the real one
    cheaper = json.loads(secrets.values[PIN])
    cheaper["cost"]["memory"] = 8
    secrets.values[PIN] = json.dumps(cheaper)
    assert await pin.open("270519") is None


@pytest.fixture
def old_openssl(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on phones, whose OpenSSL 3.0 does not know Argon2id."""

    def unknown(**asked: object) -> None:
        raise UnsupportedAlgorithm("This version of OpenSSL does not support argon2")

    monkeypatch.setattr("mia_companion.device.pin.Argon2id", unknown)


@pytest.mark.usefixtures("old_openssl")
async def test_where_argon2id_is_unknown_scrypt_stretches_the_pin() -> None:
    assert not knows_argon2id()
    secrets = MemorySecrets()
    secrets.values[STORE_KEY] = KEY.hex()
    pin = Pin(secrets, seeded(3))
    await pin.choose("270519", KEY, "anna")
    kept = json.loads(secrets.values[PIN])
    assert (kept["version"], kept["cost"]) == (SCRYPT, {"memory": 16_384, "passes": 5, "lanes": 1})
    assert await pin.open("270519") == KEY
    assert await pin.open("270518") is None
    salt, sealed = bytes.fromhex(kept["salt"]), bytes.fromhex(kept["sealed"])
    derived = hashlib.scrypt(b"270519", salt=salt, n=2**14, r=8, p=5, dklen=32)
    bound = f"mia-pin 2 {json.dumps(kept['cost'], separators=(',', ':'))}".encode()
    assert AESGCM(derived).decrypt(sealed[:12], sealed[12:], bound) == KEY


@pytest.mark.usefixtures("old_openssl")
@pytest.mark.parametrize(("name", "value"), [("version", 1), ("version", 3), ("passes", 1)])
async def test_nobody_makes_scrypt_cheaper_or_another(name: str, value: int) -> None:
    secrets, pin = await _chosen(cost=Cost(memory=64, passes=2))
    kept = json.loads(secrets.values[PIN])
    (kept if name in kept else kept["cost"])[name] = value
    secrets.values[PIN] = json.dumps(kept)
    if name == "passes":
        assert await pin.open("270519") is None
    else:
        with pytest.raises(SecretsFailed):
            await pin.open("270519")


async def test_the_same_digits_are_wrapped_otherwise_each_time() -> None:
    secrets, pin = await _chosen()
    first = secrets.values[PIN]
    await pin.choose("270519", KEY, "anna")
    assert secrets.values[PIN] != first
    assert await pin.open("270519") == KEY


async def test_taken_away_the_key_lies_as_before_and_nothing_is_released() -> None:
    secrets, pin = await _chosen()
    await pin.release(KEY)
    assert await pin.released() == KEY
    await pin.take_away(KEY)
    assert secrets.values == {STORE_KEY: KEY.hex()}
    assert not await pin.stands()


@pytest.mark.parametrize("done", range(4))
async def test_killed_while_it_is_chosen_one_of_the_two_opens(done: int) -> None:
    class Dying(MemorySecrets):
        steps = 0

        async def _step(self) -> None:
            self.steps += 1
            if self.steps > done:
                raise SecretsFailed

        async def set(self, name: str, value: str) -> None:
            await self._step()
            await super().set(name, value)

        async def remove(self, name: str) -> None:
            await self._step()
            await super().remove(name)

    secrets = Dying()
    secrets.values[STORE_KEY] = KEY.hex()
    pin = Pin(secrets, seeded(1), QUICK)
    try:
        await pin.choose("8642", KEY, "anna")
    except SecretsFailed:
        assert done < 2
    secrets.steps = -100
    if await pin.stands():
        assert await pin.open("8642") == KEY
    else:
        assert await device_key(secrets, seeded(9)) == KEY


async def test_a_key_store_that_forgets_what_it_was_told_is_not_trusted_with_it() -> None:
    class Forgetful(MemorySecrets):
        async def set(self, name: str, value: str) -> None:
            if name != PIN:
                await super().set(name, value)

    secrets = Forgetful()
    secrets.values[STORE_KEY] = KEY.hex()
    with pytest.raises(SecretsFailed):
        await Pin(secrets, seeded(1), QUICK).choose("8642", KEY, "anna")
    assert secrets.values == {STORE_KEY: KEY.hex()}


async def test_a_damaged_wrapping_counts_as_lost_and_raises_nothing() -> None:
    secrets, pin = await _chosen()
    secrets.values[PIN] = secrets.values[PIN][:-9]
    assert not await pin.stands()
    assert await pin.owner() == ""
    assert RELEASED not in secrets.values
