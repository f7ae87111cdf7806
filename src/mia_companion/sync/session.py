"""The tokens of one device, kept in its sealed store."""

import asyncio
from collections.abc import Callable

from mia_companion.store.kept import Kept
from mia_companion.wire.accounts import Account, Refresh, Tokens

_TOKENS = "tokens"


class Session:
    """What `client` needs to speak for this device. One refresh runs at a time."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
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
        """What buys the next tokens."""
        if self.tokens is None:
            return None
        idle = self.idle_seconds() if self.tokens.idle_minutes else None
        return Refresh(refresh=self.tokens.refresh, idle_seconds=idle)

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
