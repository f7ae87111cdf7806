"""Asking the OpenID provider: short, bounded, and never led elsewhere."""

import asyncio
import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import httpx

from mia_companion.server.login.settings import is_safe

_DEADLINE = httpx.Timeout(8, connect=4)
_WHOLE_SECONDS = 15.0
_LONGEST = 256 * 1024

_trust = cache(httpx.create_ssl_context)


class NoAnswer(Exception):
    """The provider could not be asked, or did not answer as one does."""


class Fetching:
    """Raises NoAnswer and nothing else. `transport` is the tests'."""

    def __init__(self, transport: httpx.AsyncBaseTransport | None = None) -> None:
        self._transport = transport

    async def get(self, url: str) -> dict[str, Any]:
        """The JSON object there."""
        return await self._ask("GET", url)

    async def post(
        self, url: str, form: Mapping[str, str], basic: tuple[str, str] | None
    ) -> dict[str, Any]:
        """The JSON object that answers a form."""
        return await self._ask("POST", url, data=dict(form), auth=basic)

    async def _ask(self, method: str, url: str, **more: Any) -> dict[str, Any]:
        if not is_safe(url):
            raise NoAnswer("not https")
        try:
            async with (
                asyncio.timeout(_WHOLE_SECONDS),
                httpx.AsyncClient(
                    transport=self._transport,
                    verify=_trust(),
                    timeout=_DEADLINE,
                    follow_redirects=False,
                ) as client,
                client.stream(
                    method, url, headers={"accept": "application/json"}, **more
                ) as answer,
            ):
                content = bytearray()
                async for piece in answer.aiter_bytes():
                    content += piece
                    if len(content) > _LONGEST:
                        raise NoAnswer("too long")
                if answer.status_code != httpx.codes.OK:
                    raise NoAnswer(f"status {answer.status_code}")
                found = json.loads(bytes(content))
        except (httpx.HTTPError, httpx.InvalidURL, TimeoutError) as wrong:
            raise NoAnswer(type(wrong).__name__) from None
        except (ValueError, RecursionError):
            raise NoAnswer("no JSON") from None
        if not isinstance(found, dict):
            raise NoAnswer("no object")
        return found
