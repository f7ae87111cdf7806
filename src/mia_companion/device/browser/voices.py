"""Which languages a browser has a voice of its own for, as the page says when it opens its line."""

import re
from collections.abc import Iterable
from contextvars import ContextVar
from urllib.parse import parse_qs

browser_voices: ContextVar[frozenset[str]] = ContextVar("browser_voices", default=frozenset())
"""Main subtags such as `sv`, of the page that is being served."""

_SUBTAG = re.compile(r"[a-z]{2,3}")
_MOST = 200
"""More than any device speaks."""


def voices_in(query: bytes) -> frozenset[str]:
    """The languages in a line's query, `voices=ar+sv`; what is no language is left out."""
    try:
        said: Iterable[str] = parse_qs(query.decode("ascii"), max_num_fields=20).get("voices", [])
    except ValueError:
        return frozenset()
    words = " ".join(said).split()[:_MOST]
    return frozenset(word for word in words if _SUBTAG.fullmatch(word))
