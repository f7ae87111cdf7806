"""A key store where there is none: a browser's own sealed file on the server."""

from mia_companion.device.secrets import SecretsFailed
from mia_companion.store.errors import StoreError
from mia_companion.store.kept import Kept

_AMONG = "lock:"


class KeptSecrets:
    """`device.secrets.Secrets`, sealed under the key that only the browser's cookie carries."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    async def get(self, name: str) -> str | None:
        """The value."""
        try:
            return self._kept.get(_AMONG + name) or None
        except StoreError as wrong:
            raise SecretsFailed from wrong

    async def set(self, name: str, value: str) -> None:
        """Keep the value."""
        try:
            self._kept.set(_AMONG + name, value)
        except StoreError as wrong:
            raise SecretsFailed from wrong

    async def remove(self, name: str) -> None:
        """Keep it no longer."""
        await self.set(name, "")
