"""Values of another direction inside a sentence: each is isolated, so that neither moves the other.

A name, a phone number or someone's own words can be of any direction. Without isolation, the
neighbouring words, full stops and brackets jump to the wrong side of it (UAX #9, 2.7).
"""

import unicodedata

LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"
"""LEFT-TO-RIGHT ISOLATE, RIGHT-TO-LEFT ISOLATE, FIRST STRONG ISOLATE, POP DIRECTIONAL ISOLATE."""

_OPENING = LRI + RLI + FSI
ISOLATES = _OPENING + PDI
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_CONTROLS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})


class FromTheRight(str):
    """A text of a language that runs right to left, whatever it begins with:
    `Försäkringskassan (صندوق التأمينات)` is Arabic, and its brackets come last."""

    __slots__ = ()


def isolated(text: str) -> str:
    """The text as a unit of its own, whatever directional marks it carries. Empty stays empty."""
    begins = RLI if isinstance(text, FromTheRight) else FSI
    return f"{begins}{_closed(text)}{PDI}" if text else text


def from_left(text: str) -> str:
    """A number, a code or an address: its groups stand in one order in every language."""
    return f"{LRI}{text}{PDI}"


def isolated_if_needed(text: str, rtl: bool) -> str:
    """Isolated in a right-to-left sentence, or when the text may run right to left itself."""
    return isolated(text) if rtl or _may_turn(text) else text


def _may_turn(text: str) -> bool:
    if text.isascii():
        return False
    return any(unicodedata.bidirectional(char) in _RIGHT_TO_LEFT | _CONTROLS for char in text)


def _closed(text: str) -> str:
    """A stray PDI would end the isolation too early, an open isolate would swallow its end."""
    kept: list[str] = []
    depth = 0
    for char in text:
        if char == PDI and not depth:
            continue
        depth += (char in _OPENING) - (char == PDI)
        kept.append(char)
    return "".join(kept) + PDI * depth
