"""Requests with canaries in each of their parts: one that sings in a log is heard."""

import itertools
import json
import re
from contextlib import suppress

import httpx

CANARY = "Kanariefagel-8f3a1c"
IN_PATH = "kanarie8f3a1c"
HEADERS = (
    "user-agent", "referer", "x-request-id", "x-forwarded-for", "cookie", "accept", "upload-entry",
    "upload-sha256", "if-none-match", "traceparent", "origin",
)  # fmt: skip


ENDS = (("GET", "/v1/live"), ("POST", "/v1/sign-out"), ("DELETE", "/v1/devices"))
"""What does not end, and what ends the device that asks."""


async def ask_everything(http: httpx.AsyncClient, paths: list[str], headers: dict[str, str]) -> int:
    """Canaries in each part of a request to each route, by each method."""
    count = 0
    odd = dict.fromkeys(HEADERS, CANARY)
    fields = ("code", "email", "password", "refresh", "entries", CANARY)
    body = json.dumps({**dict.fromkeys(fields, CANARY), "device": IN_PATH})
    for path, method in itertools.product(paths, ("GET", "POST", "PUT", "DELETE", IN_PATH)):
        filled = re.sub(r"\{[^}]*\}", IN_PATH, path)
        if (method, path) in ENDS:
            continue
        content = (body, CANARY)[count % 2]
        with suppress(httpx.HTTPError):
            await http.request(
                method,
                f"{filled}?before={IN_PATH}&{IN_PATH}={IN_PATH}",
                headers={**odd, **headers},
                content=content.encode() if method != "GET" else None,
            )
            count += 1
    return count
