"""AES-GCM around every row that carries anybody's words, bound to the row it lies in.

    nonce · sealed                    under the journal's first key: bound to 1|table|row
    2 · number · nonce · sealed       under a later one: bound to 2|number|table|row

What begins like the second may be the first all the same; only its own key and form open it.
"""

from collections.abc import Callable

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from mia_companion.server.keys import Versions
from mia_companion.server.macs import begin, keyed, same

_FIRST = 1
_FORM = b"\x02"
_NUMBER_BYTES = 4
_NONCE_BYTES = 12
_TAG_BYTES = 16
_HEAD = len(_FORM) + _NUMBER_BYTES


class Sealer:
    """Seals rows of one journal under the last of its 256-bit keys, and opens them with whichever it was.

    Opening raises `cryptography.exceptions.InvalidTag` when key, table or row differ.
    """

    def __init__(self, keys: Versions, randomness: Callable[[int], bytes]) -> None:
        self._keys = keys
        self._number = next(reversed(list(keys)))
        self._mac = begin(keys[self._number])
        self._cipher = AESGCM(keys[self._number])
        self._randomness = randomness

    def seal(self, table: str, row: str, plain: bytes) -> bytes:
        """What only the same key, table and row will open."""
        nonce = self._randomness(_NONCE_BYTES)
        sealed = self._cipher.encrypt(nonce, plain, _bound(self._number, table, row))
        return _head(self._number) + nonce + sealed

    def open(self, table: str, row: str, sealed: bytes) -> bytes:
        """What was sealed."""
        number = self._said(sealed)
        if number != _FIRST:
            try:
                return self._opened(number, table, row, sealed[_HEAD:])
            except InvalidTag:
                if _FIRST not in self._keys:
                    raise
        return self._opened(_FIRST, table, row, sealed)

    def fingerprint(self, digest: bytes) -> bytes:
        """A keyed digest: equal for equal entries, and of no use for guessing short ones."""
        return keyed(self._mac, b"fingerprint" + digest)

    def is_fingerprint(self, kept: bytes, digest: bytes) -> bool:
        """Whether it is the digest's, under any of the keys."""
        return kept == self.fingerprint(digest) or any(
            same(kept, keyed(begin(key), b"fingerprint" + digest)) for key in self._keys.values()
        )

    def _said(self, sealed: bytes) -> int:
        """The number of the key, by how the value begins."""
        if len(self._keys) == 1 and self._number == _FIRST:
            return _FIRST
        number = int.from_bytes(sealed[1:_HEAD], "big")
        is_later = sealed[:1] == _FORM and number != _FIRST and number in self._keys
        return number if is_later else _FIRST

    def _opened(self, number: int, table: str, row: str, sealed: bytes) -> bytes:
        if number not in self._keys or len(sealed) < _NONCE_BYTES + _TAG_BYTES:
            raise InvalidTag
        cipher = self._cipher if number == self._number else AESGCM(self._keys[number])
        nonce, rest = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
        return cipher.decrypt(nonce, rest, _bound(number, table, row))


def _head(number: int) -> bytes:
    return b"" if number == _FIRST else _FORM + number.to_bytes(_NUMBER_BYTES, "big")


def _bound(number: int, table: str, row: str) -> bytes:
    form = "1" if number == _FIRST else f"2|{number}"
    return f"{form}|{table}|{row}".encode()
