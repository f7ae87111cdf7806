"""Whether the app can be put on a home screen from here, as the page says when it opens its line."""

from contextvars import ContextVar
from urllib.parse import parse_qs

IS_THERE, ASKS = "there", "asks"
"""It is opened from there; this browser can ask for it."""

browser_home: ContextVar[str] = ContextVar("browser_home", default="")
"""One of these, of the page that is being served; empty where this browser cannot ask."""


def home_in(query: bytes) -> str:
    """What a line's query says of it, `home=asks`."""
    try:
        said = parse_qs(query.decode("ascii"), max_num_fields=20).get("home", [""])[0]
    except ValueError:
        return ""
    return said if said in (IS_THERE, ASKS) else ""
