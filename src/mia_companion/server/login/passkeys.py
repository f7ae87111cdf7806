"""Passkeys: added by those who have just shown who they are, and enough to sign in with.

The browser's page asks for what to sign, has the person's device sign it, and brings it back. What was
to be signed is the ticket's attempt, worth one answer. A new passkey counts once the six digits were
written in the app that asked for it: somebody lured to the page adds none to another's account.
"""

import json
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
import webauthn
from sqlalchemy.ext.asyncio import AsyncConnection
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url, options_to_json
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from mia_companion.server.columns import Row
from mia_companion.server.database import Database
from mia_companion.server.login.openid import ANOTHER, NOT_BELIEVED, OVER, STRANGER, Refused
from mia_companion.server.login.settings import LoginSettings
from mia_companion.server.login.table import passkeys
from mia_companion.server.login.tickets import LINK, PASSKEY, TicketOver, Tickets
from mia_companion.server.schema import accounts
from mia_companion.server.surroundings import Surroundings

LONGEST_NAME, MOST = 60, 20
_p = passkeys.c
_MUST = UserVerificationRequirement.REQUIRED


@dataclass(frozen=True, slots=True)
class Signed:
    """What a page brings back: the browser's answer as it is, and what to call a new passkey."""

    answer: dict[str, Any]
    name: str = ""


class PasskeyCeremonies:
    """Both of them, registering and signing in."""

    def __init__(
        self,
        settings: LoginSettings,
        *,
        database: Database,
        tickets: Tickets,
        surroundings: Surroundings,
    ) -> None:
        self._rp_id = settings.rp_id
        self._origin = settings.place.origin
        self._database = database
        self._tickets = tickets
        self._around = surroundings

    async def options(self, door: str, browser: str) -> dict[str, Any]:
        """What the browser is to ask its authenticator for. Raises Refused."""
        try:
            row = await self._tickets.at(door)
            if row.purpose == LINK:
                raise Refused(NOT_BELIEVED)
            attempt = base64url_to_bytes(await self._tickets.begin(door, browser))
        except TicketOver:
            raise Refused(OVER) from None
        if row.purpose == PASSKEY:
            return await self._new(row.account, attempt)
        asked = webauthn.generate_authentication_options(
            rp_id=self._rp_id,
            challenge=attempt,
            allow_credentials=await self._descriptors(row.account) if row.account else None,
            user_verification=_MUST,
        )
        return {"get": json.loads(options_to_json(asked))}

    async def _new(self, account: str, attempt: bytes) -> dict[str, Any]:
        async with self._database.reading() as connection:
            a = accounts.c
            chosen = sa.select(a.email, a.display_name).where(a.id == account)
            who = (await connection.execute(chosen)).one()
        asked = webauthn.generate_registration_options(
            rp_id=self._rp_id,
            rp_name="MIA",
            user_id=account.encode(),
            user_name=who.email or who.display_name,
            user_display_name=who.display_name,
            challenge=attempt,
            authenticator_selection=AuthenticatorSelectionCriteria(
                resident_key=ResidentKeyRequirement.REQUIRED, user_verification=_MUST
            ),
            exclude_credentials=await self._descriptors(account),
        )
        return {"create": json.loads(options_to_json(asked))}

    async def take(self, door: str, browser: str, signed: Signed) -> Row:
        """The ticket, signed by whoever the passkey belongs to, or with a new one pending. Raises Refused."""
        attempt = _attempt(signed.answer)
        try:
            async with self._database.writing() as connection:
                row = await self._tickets.take(connection, attempt, browser)
            if row.door_mac != self._tickets.mac("door", door):
                raise Refused(OVER)
        except TicketOver:
            raise Refused(OVER) from None
        async with self._database.writing() as connection:
            if row.purpose == PASSKEY:
                pending = self._registered(signed, attempt)
                await self._tickets.sign(connection, row, row.account, pending)
            else:
                account = await self._known(connection, signed.answer, attempt)
                if row.account not in (None, account):
                    raise Refused(ANOTHER)
                await self._tickets.sign(connection, row, account)
        return row

    def _registered(self, signed: Signed, attempt: str) -> str:
        try:
            made = webauthn.verify_registration_response(
                credential=signed.answer,
                expected_challenge=base64url_to_bytes(attempt),
                expected_rp_id=self._rp_id,
                expected_origin=self._origin,
                require_user_verification=True,
            )
        except _UNFIT:
            raise Refused(NOT_BELIEVED) from None
        name = " ".join("".join(c for c in signed.name if c.isprintable()).split())
        said = {
            "credential": bytes_to_base64url(made.credential_id),
            "public_key": bytes_to_base64url(made.credential_public_key),
            "sign_count": made.sign_count,
            "name": name[:LONGEST_NAME],
        }
        return json.dumps(said)

    async def _known(
        self, connection: AsyncConnection, answer: dict[str, Any], attempt: str
    ) -> str:
        try:
            credential = base64url_to_bytes(answer["rawId"])
        except (*_UNFIT, KeyError, AttributeError):
            raise Refused(NOT_BELIEVED) from None
        a = accounts.c
        found = await connection.execute(
            sa.select(passkeys)
            .join(accounts, a.id == _p.account)
            .where(_p.credential == credential, a.ended_at.is_(None))
            .with_for_update(of=passkeys)
        )
        row = found.first()
        if row is None:
            raise Refused(STRANGER)
        handle = answer.get("response", {}).get("userHandle")
        if handle and handle != bytes_to_base64url(str(row.account).encode()):
            raise Refused(NOT_BELIEVED)
        try:
            shown = webauthn.verify_authentication_response(
                credential=answer,
                expected_challenge=base64url_to_bytes(attempt),
                expected_rp_id=self._rp_id,
                expected_origin=self._origin,
                credential_public_key=row.public_key,
                credential_current_sign_count=row.sign_count,
                require_user_verification=True,
            )
        except _UNFIT:
            raise Refused(NOT_BELIEVED) from None
        now = self._around.clock()
        counted = {"sign_count": shown.new_sign_count, "used_at": now}
        await connection.execute(sa.update(passkeys).where(_p.id == row.id).values(counted))
        return str(row.account)

    async def _descriptors(self, account: str) -> list[PublicKeyCredentialDescriptor]:
        async with self._database.reading() as connection:
            found = await connection.scalars(sa.select(_p.credential).where(_p.account == account))
            return [PublicKeyCredentialDescriptor(id=one) for one in found]


_UNFIT = (WebAuthnException, ValueError, TypeError, KeyError, RecursionError)
"""What an answer that was made up can bring about inside the library."""


def _attempt(answer: dict[str, Any]) -> str:
    """The attempt that an answer claims to be about; whether it is, the ticket says."""
    try:
        said = json.loads(base64url_to_bytes(answer["response"]["clientDataJSON"]))
        attempt = str(said["challenge"])
    except _UNFIT:
        raise Refused(NOT_BELIEVED) from None
    if not attempt.isascii():
        raise Refused(NOT_BELIEVED)
    return attempt
