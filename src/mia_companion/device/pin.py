"""A PIN of the app's own, and what it wraps: the key of the store.

             choose                       open
    plain ───────────▶ wrapped by the PIN ────▶ the key, in memory, until the app is locked again
      ▲                     │    └─────────────▶ … or released once a finger or a face was known
      └──── take away ──────┘

While the plain key lies in the key store the PIN is not in force: whatever a crash leaves half done, one
of the two opens the store. What is wrapped says nothing without the PIN, but a PIN of four digits is one
of ten thousand: who can read the platform's key store tries them all in minutes (decision 19).

A phone's OpenSSL may be too old to know Argon2id (decision 28). There scrypt stretches the PIN.
"""

import asyncio
from collections.abc import Callable
from typing import Literal

from cryptography.exceptions import InvalidTag, UnsupportedAlgorithm
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from mia_companion.device.secrets import KEY_BYTES, STORE_KEY, Secrets, SecretsFailed

SHORTEST, LONGEST = 4, 8
"""Digits of a PIN."""

PIN, RELEASED = "pin", "released-key"
"""Names in the key store."""
_SALT_BYTES, _NONCE_BYTES = 16, 12


Stretching = Literal[1, 2]
ARGON2ID: Stretching = 1
SCRYPT: Stretching = 2
"""What stretches a PIN: the versions of what is wrapped by it."""
_SCRYPT_BLOCK = 8
"""With blocks of that size scrypt takes as many KiB as its N says."""


class Cost(BaseModel):
    """What one try costs: that many KiB, passes and lanes. scrypt takes a power of two of KiB, and has no
    lanes."""

    model_config = ConfigDict(frozen=True)

    memory: int = Field(19_456, ge=8, le=1_048_576)
    passes: int = Field(2, ge=1, le=16)
    lanes: int = Field(1, ge=1, le=4)


_COSTS = {ARGON2ID: Cost(), SCRYPT: Cost(memory=16_384, passes=5)}
"""Two that OWASP counts as equal, and the least of memory that it takes: an old phone bears them."""


class Wrapped(BaseModel):
    """The store's key under the PIN, as it lies in the key store. `owner` is whose PIN it is."""

    model_config = ConfigDict(frozen=True)

    version: Stretching = ARGON2ID
    cost: Cost = Cost()
    salt: str
    sealed: str
    owner: str = ""

    def bound(self) -> bytes:
        """What is sealed together with the key, so that nobody makes a try cheaper."""
        return f"mia-pin {self.version} {self.cost.model_dump_json()}".encode()


class Pin:
    """One device's PIN. All but `normal` raise SecretsFailed."""

    def __init__(
        self,
        secrets: Secrets,
        random: Callable[[int], bytes],
        cost: Cost | None = None,
        name: str = PIN,
    ) -> None:
        self.secrets = secrets
        self._name = name
        self._random = random
        self._version: Stretching = ARGON2ID if knows_argon2id() else SCRYPT
        self._cost = cost or _COSTS[self._version]

    async def stands(self) -> bool:
        """Whether the PIN is what opens the store."""
        if await self.secrets.get(STORE_KEY) is not None:
            return False
        return await self._wrapped() is not None

    async def owner(self) -> str:
        """The account whose PIN it is; empty when there is none."""
        wrapped = await self._wrapped()
        return wrapped.owner if wrapped else ""

    async def choose(self, digits: str, key: bytes, owner: str) -> None:
        """From now on these digits open the store. Nothing is in force before it has been read back."""
        salt, nonce = self._random(_SALT_BYTES), self._random(_NONCE_BYTES)
        bare = Wrapped(
            version=self._version, cost=self._cost, salt=salt.hex(), sealed="", owner=owner
        )
        derived = await asyncio.to_thread(_derived, digits, bare)
        sealed = AESGCM(derived).encrypt(nonce, key, bare.bound())
        wrapped = bare.model_copy(update={"sealed": (nonce + sealed).hex()})
        await self.secrets.set(self._name, wrapped.model_dump_json())
        if await self._wrapped() != wrapped:
            raise SecretsFailed
        await self.secrets.remove(STORE_KEY)

    async def open(self, digits: str) -> bytes | None:
        """The key, or None when the digits are not right."""
        wrapped = await self._wrapped()
        if wrapped is None:
            raise SecretsFailed
        return await asyncio.to_thread(_unwrapped, digits, wrapped)

    async def take_away(self, key: bytes) -> None:
        """No PIN any more: the key lies as before."""
        await self.secrets.set(STORE_KEY, key.hex())
        await self.finish()

    async def finish(self) -> None:
        """Where the plain key lies, nothing of a PIN is left beside it."""
        for name in (self._name, RELEASED):
            await self.secrets.remove(name)

    async def release(self, key: bytes | None) -> None:
        """Let the key be had without the PIN by who was known by finger or face; None ends that."""
        if key is None:
            await self.secrets.remove(RELEASED)
        else:
            await self.secrets.set(RELEASED, key.hex())

    async def released(self) -> bytes | None:
        """The key for who was known, if that was chosen. Ask the platform first: nothing else guards it."""
        held = await self.secrets.get(RELEASED)
        return bytes.fromhex(held) if held else None

    async def _wrapped(self) -> Wrapped | None:
        held = await self.secrets.get(self._name)
        try:
            return Wrapped.model_validate_json(held) if held else None
        except ValidationError:  # another version's, or damaged: as good as lost
            return None


def knows_argon2id() -> bool:
    """Whether the OpenSSL here is new enough for it."""
    try:
        _argon2id(bytes(_SALT_BYTES), Cost())
    except UnsupportedAlgorithm:
        return False
    return True


def _derived(digits: str, wrapped: Wrapped) -> bytes:
    salt, cost = bytes.fromhex(wrapped.salt), wrapped.cost
    if wrapped.version == SCRYPT:
        kdf = Scrypt(salt, KEY_BYTES, n=cost.memory, r=_SCRYPT_BLOCK, p=cost.passes)
        return kdf.derive(digits.encode())
    try:
        return _argon2id(salt, cost).derive(digits.encode())
    except UnsupportedAlgorithm as wrong:  # wrapped where it was known
        raise SecretsFailed from wrong


def _argon2id(salt: bytes, cost: Cost) -> Argon2id:
    return Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=cost.passes,
        lanes=cost.lanes,
        memory_cost=cost.memory,
    )


def _unwrapped(digits: str, wrapped: Wrapped) -> bytes | None:
    sealed = bytes.fromhex(wrapped.sealed)
    cipher = AESGCM(_derived(digits, wrapped))
    try:
        return cipher.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], wrapped.bound())
    except InvalidTag:
        return None
