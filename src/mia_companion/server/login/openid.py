"""Signing in by an OpenID provider: authorization code, PKCE, and a state that belongs to one browser.

door ──begin──▶ the provider ──code, state, iss──▶ back ──code, verifier──▶ ID token ──▶ who it is

The state is the attempt; nonce and verifier follow from it under a key that never leaves this server, so
that neither is written down. An attempt is taken before anything is asked of the provider: it is worth
one answer, whatever becomes of it.
"""

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from mia_companion.server.columns import Row
from mia_companion.server.database import Database
from mia_companion.server.login.fetching import Fetching, NoAnswer
from mia_companion.server.login.id_token import Expected, Forged, UnknownKey, claims_of
from mia_companion.server.login.linking import Linking, Nobody
from mia_companion.server.login.provider import ProviderSeen
from mia_companion.server.login.settings import LoginSettings, Provider
from mia_companion.server.login.tickets import LINK, TicketOver, Tickets
from mia_companion.server.macs import same
from mia_companion.server.surroundings import Surroundings

_LONGEST = 4_096


class Refused(Exception):
    """Nobody comes in by this. `why` is one of the names below, for the page that says so."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


OVER, NOT_BELIEVED, NOT_REACHED, STRANGER, CHANGED_MIND, ANOTHER = (
    "over", "not-believed", "not-reached", "stranger", "changed-mind", "another",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Back:
    """What came back with the browser."""

    said: Mapping[str, str]
    browser: str


class OpenId:
    """One provider."""

    def __init__(
        self,
        settings: LoginSettings,
        provider: Provider,
        *,
        database: Database,
        tickets: Tickets,
        fetching: Fetching,
        surroundings: Surroundings,
    ) -> None:
        self._callback = settings.callback
        self._provider = provider
        self._database = database
        self._tickets = tickets
        self._fetching = fetching
        self._clock = surroundings.clock
        self._seen = ProviderSeen(provider.issuer, fetching, surroundings.clock)
        self._linking = Linking(provider, tickets, surroundings)

    async def begin(self, door: str, browser: str) -> str:
        """The provider's address to send that browser to. Raises Refused."""
        try:
            where = (await self._seen.discovered()).authorization
            attempt = await self._tickets.begin(door, browser)
        except NoAnswer:
            raise Refused(NOT_REACHED) from None
        except TicketOver:
            raise Refused(OVER) from None
        asked = {
            "response_type": "code",
            "client_id": self._provider.client_id,
            "redirect_uri": self._callback,
            "scope": "openid email",
            "state": attempt,
            "nonce": self._tickets.derived("nonce", attempt),
            "code_challenge": _challenge(self._tickets.derived("verifier", attempt)),
            "code_challenge_method": "S256",
            "acr_values": " ".join(self._provider.acr),
            # Not whoever signed in on this computer this morning.
            "prompt": "login",
            "max_age": "0",
        }
        return f"{where}{'&' if '?' in where else '?'}{urlencode(asked)}"

    async def back(self, back: Back) -> Row:
        """The ticket, signed by whom the provider sent back. Raises Refused."""
        state = back.said.get("state", "")
        if not back.browser or not state.isascii() or not 0 < len(state) <= _LONGEST:
            raise Refused(OVER)
        try:
            async with self._database.writing() as connection:
                row = await self._tickets.take(connection, state, back.browser)
        except TicketOver:
            raise Refused(OVER) from None
        claims = await self._claims(row, back.said)
        try:
            async with self._database.writing() as connection:
                if row.purpose == LINK:
                    account = await self._linking.follow(connection, claims, row.account)
                else:
                    account = await self._linking.account(connection, claims)
                if row.account not in (None, account):
                    raise Refused(ANOTHER)
                await self._tickets.sign(connection, row, account)
        except Nobody:
            raise Refused(STRANGER) from None
        return row

    async def _claims(self, row: Row, said: Mapping[str, str]) -> dict[str, Any]:
        try:
            known = await self._seen.discovered()
            self._check_sender(said, must=known.names_itself)
            if said.get("error"):
                raise Refused(CHANGED_MIND if said["error"] == "access_denied" else NOT_BELIEVED)
            code = said.get("code", "")
            if not code or len(code) > _LONGEST:
                raise Refused(NOT_BELIEVED)
            answer = await self._exchange(code, said["state"], known.token, known.proof_in_form)
            expected = Expected(
                issuer=self._provider.issuer,
                client_id=self._provider.client_id,
                nonce=self._tickets.derived("nonce", said["state"]),
                acr=self._provider.acr,
                since=row.begun_at,
            )
            token, now = answer.get("id_token"), self._clock()
            try:
                return claims_of(token, await self._seen.keys(), expected, now)
            except UnknownKey:
                return claims_of(token, await self._seen.keys(changed=True), expected, now)
        except NoAnswer:
            raise Refused(NOT_REACHED) from None
        except Forged:
            raise Refused(NOT_BELIEVED) from None

    def _check_sender(self, said: Mapping[str, str], *, must: bool) -> None:
        """Another provider's answer, mixed up with ours, would bring our code to it, or its to us."""
        issuer = said.get("iss")
        if issuer is None and not must:
            return
        if issuer is None or not same(issuer.encode(), self._provider.issuer.encode()):
            raise Refused(NOT_BELIEVED)

    async def _exchange(
        self, code: str, attempt: str, where: str, proof_in_form: bool
    ) -> dict[str, Any]:
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self._callback,
            "code_verifier": self._tickets.derived("verifier", attempt),
        }
        who, secret = self._provider.client_id, self._provider.client_secret
        if not secret or proof_in_form:
            form |= {"client_id": who} | ({"client_secret": secret} if secret else {})
            return await self._fetching.post(where, form, None)
        return await self._fetching.post(where, form, (who, secret))


def _challenge(verifier: str) -> str:
    hashed = hashlib.sha256(verifier.encode()).digest()
    return base64.urlsafe_b64encode(hashed).decode().rstrip("=")
