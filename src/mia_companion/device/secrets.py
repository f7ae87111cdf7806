"""The device's one key, in the platform's own key store."""

from collections.abc import Callable
from typing import Protocol

KEY_BYTES = 32
STORE_KEY = "store-key"
"""Under which the key lies in the plain, for as long as no PIN stands before it (`device/pin.py`)."""


class SecretsFailed(Exception):
    """The platform's key store did not answer. Nothing is known to be lost: ask again later."""


class Secrets(Protocol):
    """A platform's key store. Values are short texts; a missing one is None. All raise SecretsFailed."""

    async def get(self, name: str) -> str | None:
        """The value."""

    async def set(self, name: str, value: str) -> None:
        """Keep the value until the app is removed."""

    async def remove(self, name: str) -> None:
        """Keep it no longer. Harmless when there is none."""


class MemorySecrets:
    """The tests' twin; it fails while `broken`."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self.broken = False

    async def get(self, name: str) -> str | None:
        """The value."""
        self._try()
        return self.values.get(name)

    async def set(self, name: str, value: str) -> None:
        """Keep the value."""
        self._try()
        self.values[name] = value

    async def remove(self, name: str) -> None:
        """Keep it no longer."""
        self._try()
        self.values.pop(name, None)

    def _try(self) -> None:
        if self.broken:
            raise SecretsFailed


async def device_key(
    secrets: Secrets, random: Callable[[int], bytes], name: str = STORE_KEY
) -> bytes:
    """The 256-bit key under that name, made at the first call. Raises SecretsFailed.

    A lost key means to enrol again and sync again; it is never asked of a person.
    """
    held = _key(await secrets.get(name))
    if held is None:
        held = random(KEY_BYTES)
        await secrets.set(name, held.hex())
    return held


def _key(said: str | None) -> bytes | None:
    """What a key store returned as a key; what cannot be one is as good as lost."""
    try:
        key = bytes.fromhex(said or "")
    except ValueError:
        return None
    return key if len(key) == KEY_BYTES else None
