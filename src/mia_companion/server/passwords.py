"""Coordinators' passwords: argon2id, in a thread, never more than two at a time."""

import asyncio

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from mia_companion.server.refusals import Refusal
from mia_companion.wire import problems

_AT_ONCE = 2


class Passwords:
    """Hashes and checks. One check takes about 50 ms and the memory that the settings say.

    Where none are `taken` every check is refused with `passwords-off`, whoever asks and for what.
    """

    def __init__(self, memory_kib: int, *, taken: bool = True) -> None:
        self._taken = taken
        self._hasher = PasswordHasher(memory_cost=memory_kib)
        self._turns = asyncio.Semaphore(_AT_ONCE)
        self._nobodys = self._hasher.hash("nobody's")

    async def hash(self, password: str) -> str:
        """What the database keeps."""
        async with self._turns:
            return await asyncio.to_thread(self._hasher.hash, password)

    async def matches(self, kept: str | None, password: str) -> bool:
        """Whether it is that password. Takes as long for an account that does not exist."""
        if not self._taken:
            raise Refusal(problems.PASSWORDS_OFF)
        async with self._turns:
            right = await asyncio.to_thread(self._verify, kept or self._nobodys, password)
        return right and kept is not None

    def _verify(self, kept: str, password: str) -> bool:
        try:
            return self._hasher.verify(kept, password)
        except (VerificationError, InvalidHashError):
            return False
