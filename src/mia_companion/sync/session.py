"""The tokens of one device and the key that they are worth nothing without, kept in its sealed store."""

import asyncio
import os
from collections.abc import Callable

from mia_companion.store.errors import StoreError
from mia_companion.store.kept import Kept
from mia_companion.sync.device_key import DeviceKey
from mia_companion.wire.accounts import Account, Refresh, Tokens
from mia_companion.wire.leave import is_removed

_TOKENS = "tokens"


class Session:
    """What `client` needs to speak for this device. One refresh runs at a time."""

    def __init__(self, kept: Kept, random: Callable[[int], bytes] = os.urandom) -> None:
        self._kept = kept
        self.key = DeviceKey(kept, random)
        self.sort = ""
        """What this device is, as `wire.accounts.DeviceSort` says it; empty until somebody knows."""
        self.refreshing = asyncio.Lock()
        self.idle_seconds: Callable[[], int | None] = lambda: None
        """How long ago somebody touched this device, where the server wants to know."""
        raw = kept.get(_TOKENS)
        self.tokens = Tokens.model_validate_json(raw) if raw else None

    @property
    def account(self) -> Account | None:
        """Who is signed in on this device; None before the first time and after signing out."""
        return self.tokens.account if self.tokens else None

    def access(self, other_than: str = "") -> str | None:
        """The access token, unless it came with that refresh token.

        Whether it is still good the server says: the clock here may be years off.
        """
        tokens = self.tokens
        return None if tokens is None or tokens.refresh == other_than else tokens.access

    def refresh(self) -> Refresh | None:
        """What buys the next tokens, signed; unsigned only where the first key could not be kept."""
        if self.tokens is None:
            return None
        idle = self.idle_seconds() if self.tokens.idle_minutes else None
        asked = Refresh(refresh=self.tokens.refresh, sort=self.sort, idle_seconds=idle)
        try:
            signed = {"key": self.key.public, "proof": self.key.sign(asked.refresh)}
        except StoreError:
            return asked
        return asked.model_copy(update=signed)

    def is_removed(self, refresh: str, proof: str) -> bool:
        """Whether the server has proven that somebody took this device's access."""
        return self.tokens is not None and is_removed(self.tokens.leave_key, refresh, proof)

    def keep(self, tokens: Tokens) -> Tokens:
        """Keep new tokens durably before they are used.

        On a full disk they are held in memory and StoreError is raised: the old ones are spent.
        """
        self.tokens = tokens
        self._kept.set(_TOKENS, tokens.model_dump_json())
        return tokens

    def drop(self) -> None:
        """Forget the tokens."""
        self._kept.set(_TOKENS, "")
        self.tokens = None
