"""This device's own key: it signs each refresh, so that a token without the device is worth nothing."""

from collections.abc import Callable

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from mia_companion.store.kept import Kept
from mia_companion.wire.proof import to_sign

NAME = "device-key"
"""Under which it is kept, sealed; with another device's id it is another key."""

_BYTES = 32


class DeviceKey:
    """An Ed25519 key, made at the first look and durable before it is used. Raises StoreError."""

    def __init__(self, kept: Kept, random: Callable[[int], bytes]) -> None:
        self._kept = kept
        self._random = random

    @property
    def public(self) -> str:
        """The half that the server keeps, in hex."""
        return self._key().public_key().public_bytes_raw().hex()

    def sign(self, refresh: str) -> str:
        """That this device asks with that token, in hex."""
        return self._key().sign(to_sign(refresh)).hex()

    def _key(self) -> Ed25519PrivateKey:
        held = self._kept.get(NAME)
        if not held:
            held = self._random(_BYTES).hex()
            self._kept.set(NAME, held)
        return Ed25519PrivateKey.from_private_bytes(bytes.fromhex(held))
