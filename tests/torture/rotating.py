"""Phones whose network loses more than a third of the answers, with a key of their own or without."""

import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from mia_companion.server.refusals import Refusal
from mia_companion.wire.accounts import Enrol, Refresh, Tokens
from mia_companion.wire.proof import to_sign
from tests.server.conftest import furnished
from tests.server.databases import SqliteFile
from tests.server.world import World, unique

BOUND, LATE, WITHOUT = "bound at enrolment", "brought later", "without"
_A_LONG_WHILE = (30, 120, 3_600, 40 * 86_400)


@asynccontextmanager
async def a_world(folder: Path) -> AsyncIterator[World]:
    """A real server on SQLite, with one site."""
    async with furnished(folder, SqliteFile(folder)) as world:
        yield world


class Key:
    """A device's key; the public half in hex."""

    def __init__(self, chance: random.Random) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(chance.randbytes(32))
        self.public = self._key.public_key().public_bytes_raw().hex()

    def asks(self, refresh: str) -> Refresh:
        """A signed request."""
        proof = self._key.sign(to_sign(refresh)).hex()
        return Refresh(refresh=refresh, key=self.public, proof=proof)


class Phone:
    """One device of somebody's; `rotations` counts what it asked."""

    def __init__(
        self, world: World, tokens: Tokens, key: Key | None, chance: random.Random
    ) -> None:
        self.accounts = world.backend.accounts
        self.clock = world.clock
        self.tokens = tokens
        self.key = key
        self.chance = chance
        self.rotations = 0

    async def live(self) -> None:
        """A while without coverage, then tries. Raises Refusal when it is locked out."""
        longest = self.chance.choice(_A_LONG_WHILE)
        self.clock.forward(seconds=self.chance.uniform(0, longest))
        for _ in range(self.chance.randint(1, 4)):
            if self.chance.random() < 0.1:
                continue  # the request itself was lost
            answer = await self.refresh(self.tokens.refresh)
            if self.chance.random() < 0.35:
                self.clock.forward(seconds=self.chance.uniform(0, longest))
                continue
            self.tokens = answer
            if self.chance.random() < 0.7:
                await self.accounts.check(self.tokens.access)

    async def refresh(self, token: str, *, key: Key | None = None) -> Tokens:
        """What that token buys, asked with this phone's key or another."""
        self.rotations += 1
        signer = key or self.key
        return await self.accounts.refresh(signer.asks(token) if signer else Refresh(refresh=token))

    async def use(self, token: str, *, key: Key | None = None) -> Tokens:
        """A pair that is bought and used."""
        answer = await self.refresh(token, key=key)
        await self.accounts.check(answer.access)
        return answer

    async def is_in(self) -> bool:
        """Whether the phone can still come in."""
        try:
            self.tokens = await self.use(self.tokens.refresh)
        except Refusal:
            return False
        return True


async def a_phone(world: World, sort: str, chance: random.Random) -> Phone:
    """Somebody new, in with a phone of that sort; a late key is brought with the first refresh."""
    coordinator = await world.coordinator()
    code = (await world.invite(coordinator)).code
    key = None if sort == WITHOUT else Key(chance)
    public = key.public if key is not None and sort == BOUND else ""
    asked = Enrol(code=code, device=unique("device"), key=public)
    return Phone(world, await world.backend.entering.enrol(asked, "here"), key, chance)
