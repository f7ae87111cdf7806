"""What the provider says of itself: where to go, where to ask, and with which keys it signs.

not known ──asked──▶ known ──an hour──▶ asked again
keys      ──one that is not among them, at most once a minute──▶ asked again: it has changed them
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from mia_companion.server.login.fetching import Fetching, NoAnswer
from mia_companion.server.login.settings import is_safe

_KNOWN = timedelta(hours=1)
_KEYS_AGAIN = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Discovered:
    """Of the discovery document, what is used. `names_itself` is whether its answers must bear its name."""

    authorization: str
    token: str
    jwks: str
    proof_in_form: bool
    names_itself: bool


class ProviderSeen:
    """One provider. Raises NoAnswer."""

    def __init__(self, issuer: str, fetching: Fetching, clock: Callable[[], datetime]) -> None:
        self._issuer = issuer
        self._fetching = fetching
        self._clock = clock
        self._one_at_a_time = asyncio.Lock()
        self._known: tuple[Discovered, datetime] | None = None
        self._keys: tuple[list[dict[str, Any]], datetime] | None = None

    async def discovered(self) -> Discovered:
        """What it says of itself, at most an hour old."""
        async with self._one_at_a_time:
            now = self._clock()
            if self._known is None or now - self._known[1] >= _KNOWN:
                url = self._issuer.rstrip("/") + "/.well-known/openid-configuration"
                said = await self._fetching.get(url)
                self._known = (_checked(said, self._issuer), now)
            return self._known[0]

    async def keys(self, *, changed: bool = False) -> list[dict[str, Any]]:
        """Its keys as it gives them. With `changed`, asked anew unless that was done a moment ago."""
        where = (await self.discovered()).jwks
        async with self._one_at_a_time:
            now = self._clock()
            oldest = _KEYS_AGAIN if changed else _KNOWN
            if self._keys is None or now - self._keys[1] >= oldest:
                said = (await self._fetching.get(where)).get("keys")
                if not isinstance(said, list):
                    raise NoAnswer("no keys")
                self._keys = ([one for one in said if isinstance(one, dict)], now)
            return self._keys[0]


def _checked(said: dict[str, Any], issuer: str) -> Discovered:
    if said.get("issuer") != issuer:
        raise NoAnswer("another issuer's document")
    places = [said.get(f"{one}_endpoint") for one in ("authorization", "token")]
    places.append(said.get("jwks_uri"))
    if not all(isinstance(one, str) and is_safe(one) for one in places):
        raise NoAnswer("no safe addresses")
    methods = said.get("code_challenge_methods_supported", ["S256"])
    if not isinstance(methods, list) or "S256" not in methods:
        raise NoAnswer("no PKCE")
    proofs = said.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
    authorization, token, jwks = (str(one) for one in places)
    return Discovered(
        authorization=authorization,
        token=token,
        jwks=jwks,
        proof_in_form="client_secret_basic" not in (proofs if isinstance(proofs, list) else []),
        names_itself=said.get("authorization_response_iss_parameter_supported") is True,
    )
