"""Tokens: short-lived ones that say who calls, and refresh tokens that are worth one successor each.

access    account.device.family.counter.until.mac    15 minutes at most; the row is checked each time
refresh   account.device.family.counter.mac

    counter == the row's          ─▶ the next counter
    one less                      ─▶ the same successor again: its answer was lost; but once 60
                                     seconds have passed since its first use, as if older
    anything older                ─▶ somebody else has used it: the family ends
    greater                       ─▶ the database was restored; the token is ours all the same

A successor has been used once an access token of its counter was accepted: see decision 5.
"""

import base64
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from mia_companion.server.keys import KeyStore
from mia_companion.server.macs import mac, same

ACCESS_LIFE = timedelta(minutes=15)
GRACE = timedelta(seconds=60)


@dataclass(frozen=True, slots=True)
class Pair:
    """What both tokens of a pair say, once their MAC has held."""

    account: str
    device: str
    family: str
    counter: int


class Tokens:
    """Makes and reads tokens. Reading gives None for anything that this server did not make."""

    def __init__(self, keys: KeyStore) -> None:
        self._keys = keys
        self._leave = keys.server_key("leave")

    def access(
        self, said: Pair, now: datetime, life: timedelta = ACCESS_LIFE
    ) -> tuple[str, datetime]:
        """An access token and when it ends."""
        until = (now + life).replace(microsecond=0)
        parts = (*_parts(said), str(int(until.timestamp())))
        return _write(self._keys.server_key("access"), *parts), until

    def read_access(self, token: str, now: datetime) -> Pair | None:
        """What a token says that has not ended."""
        parts = _read(self._keys.server_keys("access"), token, 5)
        if parts is None or datetime.fromtimestamp(int(parts[4]), UTC) <= now:
            return None
        return _pair(parts)

    def refresh(self, said: Pair) -> str:
        """The refresh token that says that; always the same one, until the key is another."""
        return _write(self._keys.server_key("refresh"), *_parts(said))

    def read_refresh(self, token: str) -> Pair | None:
        """What the token says."""
        parts = _read(self._keys.server_keys("refresh"), token, 4)
        return None if parts is None else _pair(parts)

    def leave_key(self, account: str, device: str) -> str:
        """The key, in hex, with which that device checks that a journal must leave it."""
        return mac(self._leave, account, device).hex()


def _parts(said: Pair) -> tuple[str, str, str, str]:
    return said.account, said.device, said.family, str(said.counter)


def _pair(parts: list[str]) -> Pair:
    return Pair(parts[0], parts[1], parts[2], int(parts[3]))


def _write(key: bytes, *parts: str) -> str:
    return ".".join([*parts, base64.urlsafe_b64encode(mac(key, *parts)).decode().rstrip("=")])


def _read(keys: tuple[bytes, ...], token: str, count: int) -> list[str] | None:
    *parts, tag = token.split(".")
    if len(parts) != count or not token.isascii():
        return None
    wanted = (base64.urlsafe_b64encode(mac(key, *parts)).rstrip(b"=") for key in keys)
    return parts if any(same(one, tag.encode()) for one in wanted) else None
