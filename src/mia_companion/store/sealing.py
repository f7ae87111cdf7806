"""Rows are sealed with AES-256-GCM, bound to their table, id and seal version."""

import os
from collections.abc import Callable

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from mia_companion.store.errors import StoreBroken

KEY_BYTES = 32
_VERSION = b"\x01"
_NONCE_BYTES = 12


class Seal:
    """Seals and opens rows with one 256-bit key. A row moved to another place does not open."""

    def __init__(self, key: bytes, random: Callable[[int], bytes] = os.urandom) -> None:
        self._cipher = AESGCM(key)
        self._random = random

    def seal(self, table: str, row: str, plain: bytes) -> bytes:
        """Version byte, nonce, ciphertext with tag."""
        nonce = self._random(_NONCE_BYTES)
        return _VERSION + nonce + self._cipher.encrypt(nonce, plain, _bound(table, row))

    def open(self, table: str, row: str, sealed: object) -> bytes:
        """The plain bytes. Raises StoreBroken when they are not what was sealed for this row."""
        if not isinstance(sealed, bytes) or sealed[:1] != _VERSION:
            raise StoreBroken(f"{table}: unknown seal")
        nonce, body = sealed[1 : 1 + _NONCE_BYTES], sealed[1 + _NONCE_BYTES :]
        try:
            return self._cipher.decrypt(nonce, body, _bound(table, row))
        except (InvalidTag, ValueError) as wrong:
            raise StoreBroken(f"{table}: a row does not open") from wrong


def _bound(table: str, row: str) -> bytes:
    return b"\x00".join((_VERSION, table.encode(), row.encode()))
