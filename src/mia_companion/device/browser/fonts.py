"""Fonts for browsers, packed and in parts: what the client asks for at other addresses lies in ours.

/assets/FontManifest.json               what is loaded before anything is drawn: icons and a face, no formulas
/assets/fonts/MaterialIcons-Regular…    those icons
/assets/fonts/roboto.woff2              that face, which is the app's own
/assets/fonts/<family>/…                letters that a page's own fonts lack; of emoji the part that is named

A family that we lack is answered with a font in which nothing is to be seen, so that it is asked for once.
"""

import re

OURS = "/fonts/"
CACHED = b"public, max-age=86400, stale-while-revalidate=2592000"
"""A day without asking, then a month in which what is there is taken and asked for meanwhile."""

_WEB = f"{OURS}web/"
_FAMILIES = "/assets/fonts/"
_AS_THEY_ARE = {
    "/assets/FontManifest.json": f"{_WEB}FontManifest.json",
    "/assets/fonts/MaterialIcons-Regular.otf": f"{_WEB}MaterialIcons.woff2",
    "/assets/fonts/roboto.woff2": f"{_WEB}AtkinsonHyperlegible-Regular.woff2",
}
_FILE_BY_FAMILY = {
    "notosans": "Wide-Regular",
    "notosansarabic": "NotoSansArabic-Regular",
    "notosansethiopic": "NotoSansEthiopic-Regular",
}
_UNSEEN = "Marks-Regular"
_EMOJI = re.compile(r"notocoloremoji/.*\.(\d|1[01])\.woff2")


def ours(path: str) -> str:
    """Where what is asked for lies; the path itself when it is no font or lies there already."""
    if known := _AS_THEY_ARE.get(path):
        return known
    rest = path.removeprefix(_FAMILIES)
    family, slash, _ = rest.partition("/")
    if rest == path or not slash or not family.isalnum():
        return path
    if emoji := _EMOJI.fullmatch(rest):
        return f"{_WEB}NotoEmoji-{emoji[1]}.woff2"
    return f"{_WEB}{_FILE_BY_FAMILY.get(family, _UNSEEN)}.woff2"
