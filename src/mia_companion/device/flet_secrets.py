"""Keystore on Android, Keychain on iOS and macOS, Credential Locker on Windows, libsecret on Linux."""

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

import flet_secure_storage as fss

from mia_companion.device.secrets import SecretsFailed

_PATIENCE_SECONDS = 10

Answer = TypeVar("Answer")


class FletSecrets:
    """`device.secrets.Secrets` on phones and desktops.

    A read error must never erase (`reset_on_error`), and nothing may travel to another device.
    """

    def __init__(self) -> None:
        accessible = fss.KeychainAccessibility.FIRST_UNLOCK_THIS_DEVICE
        self._storage = fss.SecureStorage(
            android_options=fss.AndroidOptions(reset_on_error=False),
            ios_options=fss.IOSOptions(accessibility=accessible),
            macos_options=fss.MacOsOptions(accessibility=accessible),
        )

    async def get(self, name: str) -> str | None:
        """The value."""
        held: str | None = await _answered(self._storage.get(name))
        return held

    async def set(self, name: str, value: str) -> None:
        """Keep the value."""
        await _answered(self._storage.set(name, value))

    async def remove(self, name: str) -> None:
        """Keep it no longer."""
        await _answered(self._storage.remove(name))


async def _answered(asked: Awaitable[Answer]) -> Answer:
    """Flet waits for ever for a client that does not answer."""
    try:
        async with asyncio.timeout(_PATIENCE_SECONDS):
            return await asked
    except (RuntimeError, TimeoutError) as wrong:
        raise SecretsFailed from wrong
