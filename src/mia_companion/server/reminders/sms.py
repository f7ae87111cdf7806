"""Reminders by SMS, through whichever provider the operator has.

46elks    a form, HTTP basic; before a second try its list of sent messages is looked through
http      JSON and a bearer token: {"id", "to", "from", "text"}, and the id as `Idempotency-Key`, by which the
          provider sends each once. 2xx: taken, also when it was before. 422: the number takes nothing.
          Anything else: later.
"""

import asyncio
import json
import logging
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import httpx

from mia_companion.domain.addresses import number_of
from mia_companion.server.reminders.outcomes import Message, Outcome, Way
from mia_companion.server.reminders.settings import ELKS, SmsSettings

_DEADLINE = httpx.Timeout(20, connect=5)
_LONGEST = 256 * 1024
_TAKES_NOTHING = 422
_CLOCKS_DIFFER = timedelta(minutes=2)

_trust = cache(httpx.create_ssl_context)
log = logging.getLogger("mia_companion.server")


def provider(settings: SmsSettings) -> Way:
    """The provider that the settings name."""
    return Elks(settings) if settings.kind == ELKS else JsonProvider(settings)


class _NoAnswer(Exception):
    """Nobody knows whether it was taken."""


class _Provider:
    """What both have in common."""

    def __init__(self, settings: SmsSettings) -> None:
        self._settings = settings

    async def send(self, message: Message) -> Outcome:
        """See `Way`."""
        if not message.to or number_of(message.to) != message.to:
            return Outcome.NEVER
        try:
            token = (await asyncio.to_thread(self._settings.token_file.read_text)).strip()
            return await self._send(message, token)
        except (_NoAnswer, OSError, ValueError) as error:
            log.warning("message not sent", extra={"error": type(error).__name__})
            return Outcome.LATER

    async def _send(self, message: Message, token: str) -> Outcome:
        raise NotImplementedError

    async def _ask(self, method: str, **more: Any) -> tuple[int, bytes]:
        """Status and content. Raises _NoAnswer, which tells nothing of what was asked."""
        try:
            async with (
                httpx.AsyncClient(
                    verify=_trust(), timeout=_DEADLINE, follow_redirects=False
                ) as client,
                client.stream(method, self._settings.url, **more) as answer,
            ):
                content = bytearray()
                async for piece in answer.aiter_bytes():
                    content += piece
                    if len(content) > _LONGEST:
                        raise _NoAnswer
                return answer.status_code, bytes(content)
        except (httpx.HTTPError, httpx.InvalidURL):
            raise _NoAnswer from None


class JsonProvider(_Provider):
    """Any provider, or a small program before one, that takes what is said above."""

    async def _send(self, message: Message, token: str) -> Outcome:
        said = {
            "id": message.id, "to": message.to,
            "from": self._settings.sender, "text": message.text,
        }  # fmt: skip
        headers = {"authorization": f"Bearer {token}", "idempotency-key": message.id}
        status, _ = await self._ask("POST", json=said, headers=headers)
        if status == _TAKES_NOTHING:
            log.warning("message refused", extra={"status": status})
            return Outcome.NEVER
        return _taken(status)


class Elks(_Provider):
    """46elks. It has no word for a number that takes nothing, so that nobody's is ever said to be one."""

    async def _send(self, message: Message, token: str) -> Outcome:
        user, _, password = token.partition(":")
        basic = httpx.BasicAuth(user, password)
        if message.maybe_since is not None and await self._was_sent(message, basic):
            return Outcome.ACCEPTED
        form = {"from": self._settings.sender, "to": message.to, "message": message.text}
        status, _ = await self._ask("POST", data=form, auth=basic)
        return _taken(status)

    async def _was_sent(self, message: Message, basic: httpx.BasicAuth) -> bool:
        """Whether an earlier try came through after all."""
        since = (message.maybe_since or datetime.now(UTC)) - _CLOCKS_DIFFER
        asked = {
            "to": message.to,
            "end": since.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f"),
            "limit": "100",
        }
        status, content = await self._ask("GET", params=asked, auth=basic)
        if status != httpx.codes.OK:
            raise _NoAnswer
        found = json.loads(content)
        sent = found.get("data") if isinstance(found, dict) else None
        if not isinstance(sent, list):
            raise _NoAnswer
        return any(_is(one, message) for one in sent)


def _is(one: object, message: Message) -> bool:
    return (
        isinstance(one, Mapping)
        and one.get("to") == message.to
        and one.get("message") == message.text
        and str(one.get("direction", "")).startswith("outgoing")
        and one.get("status") != "failed"
    )


def _taken(status: int) -> Outcome:
    if httpx.codes.is_success(status):
        return Outcome.ACCEPTED
    log.warning("message refused", extra={"status": status})
    return Outcome.LATER
