"""The browser's key: 256 random bits that lie in an HttpOnly cookie and nowhere else.

From the key follow the name of the browser's file on the server and the key that seals it, so that
the file says nothing without the cookie.

Below a path of somebody else's host the cookie is sent to us alone, but whoever rules a name beside that
host could lay another one before it: of two, none counts.
"""

import base64
import binascii
import hmac
from collections.abc import Callable
from contextvars import ContextVar

from mia_companion.wire.place import Place

COOKIE = "mia"
"""What it is called at a place (`wire.place`), after the prefix."""

_BYTES = 32
LIFE_SECONDS = 30 * 24 * 3600
"""From the last visit on; then what lies under the key cannot be opened by anybody."""

browser_key: ContextVar[bytes | None] = ContextVar("browser_key", default=None)
"""The key of the browser whose page is being served; None where there is no cookie."""


def said_in(cookie_header: str, name: str) -> str:
    """The cookie of that name in a Cookie header; empty when there is none, or more than one."""
    parts = (part.strip().partition("=") for part in cookie_header.split(";"))
    found = [value for called, _, value in parts if called == name]
    return found[0] if len(found) == 1 else ""


def read_key(cookie_header: str, place: Place) -> bytes | None:
    """The key in a Cookie header, or None when there is none or it is malformed."""
    try:
        key = base64.urlsafe_b64decode(said_in(cookie_header, place.cookie(COOKIE)))
    except (binascii.Error, ValueError):
        return None
    return key if len(key) == _BYTES else None


def cookie_for(key: bytes, place: Place) -> str:
    """A Set-Cookie header that carries the key for thirty more days."""
    value = base64.urlsafe_b64encode(key).decode()
    rest = f"Path={place.root}; Secure; HttpOnly; SameSite=Lax; Max-Age={LIFE_SECONDS}"
    return f"{place.cookie(COOKIE)}={value}; {rest}"


def new_key(random: Callable[[int], bytes]) -> bytes:
    """A key for a browser that has none."""
    return random(_BYTES)


def file_name(key: bytes) -> str:
    """The browser's file on the server."""
    return hmac.new(key, b"file", "sha256").hexdigest()[:40] + ".sqlite"


def store_key(key: bytes) -> bytes:
    """The key that seals the rows of that file."""
    return hmac.new(key, b"store", "sha256").digest()
