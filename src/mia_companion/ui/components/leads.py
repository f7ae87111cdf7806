"""What leads out of the app, made safe from what people wrote: an address, a number, a link. Pure."""

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import quote

NOTHING_OPENS = "nothing-opens"
"""The problem when no program on the device takes it."""

_HOST = r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})"
_LINK = re.compile(rf"(?P<host>{_HOST}(?::\d{{1,5}})?)(?P<rest>[/?#].*)?", re.IGNORECASE)
_SCHEME = "https://"
_KEPT = "!#$%&'()*+,/:;=?@[]~-._"
_LONGEST_PLACE = 200

_NUMBER = re.compile(r"\+?\d(?:[\d \-./()\u00a0\u2010-\u2013]*\d)?")
_FEWEST, _MOST = 3, 15
"""Digits of a number that can be called: 112, and the longest of E.164."""


@dataclass(frozen=True, slots=True)
class Link:
    """`host` is where it leads, for people to see before they go there."""

    url: str
    host: str


def safe_link(written: str) -> Link | None:
    """The first https:// address in the words, or the only word when it is one without its beginning.

    None for everything else: other schemes, a name or password in it, hosts with letters that look
    like others or with marks that turn the direction, numbers for hosts, backslashes.
    """
    if any(unicodedata.category(c) in ("Cf", "Cc") and c not in "\n\t" for c in written):
        return None
    words = written.split()
    for word in (one.strip("<>") for one in words):
        if word.lower().startswith(_SCHEME):
            return _read(word[len(_SCHEME) :])
    return _read(words[0]) if len(words) == 1 and ":" not in words[0].split("/")[0] else None


def _read(rest: str) -> Link | None:
    found = _LINK.fullmatch(rest)
    if found is None or "\\" in rest:
        return None
    host = found["host"].lower()
    return Link(_SCHEME + host + quote(found["rest"] or "", safe=_KEPT), host)


@dataclass(frozen=True, slots=True)
class Number:
    """`shown` is the part of the words that is called."""

    url: str
    shown: str


def number_in(written: str) -> Number | None:
    """The first number in the words that can be called: `010-123 45 67, knapp 2` calls 0101234567."""
    plain = "".join(
        str(unicodedata.digit(c)) if unicodedata.category(c) == "Nd" else c for c in written
    )
    for found in _NUMBER.finditer(plain):
        said = found[0]
        bare = said.replace("(0)", "") if said.startswith("+") else said
        digits = "".join(c for c in bare if c.isdigit())
        if _FEWEST <= len(digits) <= _MOST:
            return Number(f"tel:{'+' * said.startswith('+')}{digits}", said)
    return None


def call(number: str) -> str:
    """The address that opens the dialler with a number that somebody listed as one."""
    found = number_in(number)
    return found.url if found else "tel:" + "".join(c for c in number if c in "0123456789+")


ANDROID, APPLE, ELSEWHERE = "android", "apple", "elsewhere"
"""What knows how to show a map: an app by `geo:`, Apple's, or openstreetmap.org in a browser."""


def map_of(place: str, kind: str) -> str:
    """The address at which a map shows the place."""
    sought = quote(" ".join(place.split())[:_LONGEST_PLACE], safe="")
    if kind == ANDROID:
        return f"geo:0,0?q={sought}"
    if kind == APPLE:
        return f"https://maps.apple.com/?q={sought}"
    return f"https://www.openstreetmap.org/search?query={sought}"
