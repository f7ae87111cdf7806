"""AES-GCM around every row that carries anybody's words, bound to the row it lies in."""

from collections.abc import Callable

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from mia_companion.server.macs import begin, keyed

VERSION = 1
"""The form of a sealed value; bound in, so that an older form can never pass for a newer one."""

_NONCE_BYTES = 12


class Sealer:
    """Seals and opens rows of one journal under its 256-bit key.

    Opening raises `cryptography.exceptions.InvalidTag` when key, table or row differ.
    """

    def __init__(self, key: bytes, randomness: Callable[[int], bytes]) -> None:
        self._mac = begin(key)
        self._cipher = AESGCM(key)
        self._randomness = randomness

    def seal(self, table: str, row: str, plain: bytes) -> bytes:
        """The nonce, and what only the same key, table and row will open."""
        nonce = self._randomness(_NONCE_BYTES)
        return nonce + self._cipher.encrypt(nonce, plain, _bound(table, row))

    def open(self, table: str, row: str, sealed: bytes) -> bytes:
        """What was sealed."""
        nonce, rest = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
        return self._cipher.decrypt(nonce, rest, _bound(table, row))

    def fingerprint(self, digest: bytes) -> bytes:
        """A keyed digest: equal for equal entries, and of no use for guessing short ones."""
        return keyed(self._mac, b"fingerprint" + digest)


def _bound(table: str, row: str) -> bytes:
    return f"{VERSION}|{table}|{row}".encode()
