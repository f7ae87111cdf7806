"""The six digits of a proof: worked out from what they are for and from when, and kept nowhere.

Asked for again within their time they are the same, so that nobody has to know which message is the last.
"""

import unicodedata
from datetime import datetime

from mia_companion.server.keys import KeyStore
from mia_companion.server.macs import mac, same

_KEY = "proofs"
_SECONDS = 12 * 3600
"""They are good for as long at least, and for twice as long at most."""


class Digits:
    """Makes them and knows them again, under the server's own key."""

    def __init__(self, keys: KeyStore) -> None:
        self._keys = keys

    def of(self, now: datetime, *about: str) -> str:
        """Six digits for that."""
        return _made(self._keys.server_key(_KEY), _when(now), about)

    def are_right(self, said: str, now: datetime, *about: str) -> bool:
        """Whether they were sent for that, not long ago. Spaces, and any script's digits, are read."""
        read = "".join(str(unicodedata.decimal(one)) for one in said if one.isdecimal())
        wanted = [
            _made(key, when, about)
            for key in self._keys.server_keys(_KEY)
            for when in (_when(now), _when(now) - 1)
        ]
        return any(same(one.encode(), read.encode()) for one in wanted)


def _when(now: datetime) -> int:
    return int(now.timestamp()) // _SECONDS


def _made(key: bytes, when: int, about: tuple[str, ...]) -> str:
    return f"{int.from_bytes(mac(key, str(when), *about)[:8], 'big') % 1_000_000:06}"
