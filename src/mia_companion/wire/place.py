"""Where browsers reach a server: an origin, and the path below it that is ours.

    https://mia.example.se         path ""       cookies __Host-…, of that host and no other
    https://example.se/mia         path "/mia"   cookies __Secure-…; Path=/mia/, unseen by its neighbours

A browser takes `__Host-` with `Path=/` alone, and would send it to everything else on that host.
"""

import re
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlsplit

_PATH = re.compile(r"(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*")
_TAKEN = ("/v1", "/ws")
"""What a proxy that takes the path away could not be told from."""


@dataclass(frozen=True, slots=True)
class Place:
    """`origin` is empty where nobody has said it; `path` begins with a slash and has none at its end, or is
    empty."""

    origin: str = ""
    path: str = ""

    @classmethod
    def of(cls, url: str) -> Self:
        """The place of a public address. Raises ValueError where it holds more than scheme, host and path."""
        parts = urlsplit(url)
        path = parts.path.rstrip("/")
        first = "/" + path[1:].partition("/")[0]
        if parts.query or parts.fragment or not _PATH.fullmatch(path) or first in _TAKEN:
            raise ValueError("no address of a server: " + url)
        return cls(f"{parts.scheme}://{parts.netloc}" if parts.netloc else "", path)

    @property
    def root(self) -> str:
        """The path of the first page."""
        return f"{self.path}/"

    def cookie(self, name: str) -> str:
        """What a cookie of that name is called here."""
        return f"__{'Secure' if self.path else 'Host'}-{name}"


LOOPBACK = ("localhost", "127.0.0.1", "::1")
"""What a computer calls itself: nobody is on the way to it."""

ANYWHERE = Place()
"""At the root of whatever host; nobody has said which."""
