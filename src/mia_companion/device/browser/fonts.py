"""Fonts for browsers, packed and in parts: what the client asks for at other addresses lies in ours.

/assets/FontManifest.json    what is loaded before anything is drawn: icons and our face, no formulas
/assets/fonts/<family>/…     letters that a page's own fonts lack; of emoji the part that is named

A family that we lack is answered with a font in which nothing is to be seen, so that it is asked for once.
"""

import re

OURS = "/fonts/"
CACHED = b"public, max-age=86400, stale-while-revalidate=2592000"
"""A day without asking, then a month in which what is there is taken and asked for meanwhile."""

_WEB = f"{OURS}web/"
_FAMILIES = "/assets/fonts/"
_MANIFEST = "/assets/FontManifest.json"
_FILE_BY_FAMILY = {
    "notosans": "Wide-Regular",
    "notosansarabic": "NotoSansArabic-Regular",
    "notosansethiopic": "NotoSansEthiopic-Regular",
}
_UNSEEN = "Marks-Regular"
_EMOJI = re.compile(r"notocoloremoji/.*\.(\d|1[01])\.woff2")


def ours(path: str) -> str:
    """Where what is asked for lies; the path itself when it is no font or lies there already."""
    if path == _MANIFEST:
        return f"{_WEB}FontManifest.json"
    rest = path.removeprefix(_FAMILIES)
    family, slash, _ = rest.partition("/")
    if rest == path or not slash or not family.isalnum():
        return path
    if emoji := _EMOJI.fullmatch(rest):
        return f"{_WEB}NotoEmoji-{emoji[1]}.woff2"
    return f"{_WEB}{_FILE_BY_FAMILY.get(family, _UNSEEN)}.woff2"
