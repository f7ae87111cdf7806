"""The device's one key, in the platform's own key store."""

from collections.abc import Callable
from typing import Protocol

KEY_BYTES = 32
_NAME = "store-key"


class Secrets(Protocol):
    """A platform's key store. Values are short texts; a missing one is None."""

    async def get(self, name: str) -> str | None:
        """The value."""

    async def set(self, name: str, value: str) -> None:
        """Keep the value until the app is removed."""


class MemorySecrets:
    """The tests' twin."""

    def __init__(self) -> None:
        self._values: dict[str, str] = {}

    async def get(self, name: str) -> str | None:
        """The value."""
        return self._values.get(name)

    async def set(self, name: str, value: str) -> None:
        """Keep the value."""
        self._values[name] = value


async def device_key(secrets: Secrets, random: Callable[[int], bytes]) -> bytes:
    """The 256-bit key of this device's store, made at the first call.

    A lost key means to enrol again and sync again; it is never asked of a person.
    """
    held = await secrets.get(_NAME)
    if held is None:
        held = random(KEY_BYTES).hex()
        await secrets.set(_NAME, held)
    return bytes.fromhex(held)
