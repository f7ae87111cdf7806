"""Keystore on Android, Keychain on iOS and macOS, Credential Locker on Windows, libsecret on Linux."""

import flet_secure_storage as fss


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
        held: str | None = await self._storage.get(name)
        return held

    async def set(self, name: str, value: str) -> None:
        """Keep the value."""
        await self._storage.set(name, value)
