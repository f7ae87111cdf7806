"""How hard a text is to read, and whether it has room where it stands.

LIX (Björnsson, 1968): words a sentence, and how many in a hundred words have more than six letters. Under 30
is children's books and easy Swedish, under 40 fiction, 50 and more what authorities used to write. It is made
for Swedish, and for whole texts: one of fewer than ten words is left alone.
"""

import re

LIMITS = {"sv": 40, "sv-x-lattlast": 30}
FEWEST = 10
KNOWN = {
    "deltagare", "deltagaren", "deltagarna", "samordnare", "samordnaren", "internet", "telefon",
    "telefoner", "telefonen", "webbläsaren", "myndigheter", "människor", "meddelanden",
}  # fmt: skip
"""Long words that everybody here meets every day: in easy Swedish they are not counted as long."""
_LONG = 6
_A_NAME = "Anna"
NAMED = {"Arbetsförmedlingen", "Försäkringskassan", "The help line", "The suicide line"}
"""Known by their Swedish names, which other languages explain in brackets; their lines break."""
_LABEL = 24
"""Texts up to this length are buttons, chips and headings."""


def lix(text: str, known: frozenset[str] | set[str] = frozenset()) -> float:
    """The measure. A line's end ends a sentence; what is put in for a name in braces is a short word."""
    words = _words(text)
    sentences = [one for one in re.split(r"[.!?:;\n]+", text) if _words(one)]
    long = [one for one in words if len(one) > _LONG and one.lower() not in known]
    return len(words) / len(sentences) + 100 * len(long) / len(words) if words else 0.0


def hard_to_read(tag: str, text: str) -> str:
    """What is wrong, or nothing. Only Swedish is measured."""
    limit = LIMITS.get(tag)
    plain = re.sub(r"\{[^}]*\}", _A_NAME, text)
    if limit is None or len(_words(plain)) < FEWEST:
        return ""
    found = lix(plain, KNOWN if tag != "sv" else frozenset())
    return f"LIX {found:.0f}, should be under {limit}" if found >= limit else ""


def too_long(source: str, text: str) -> str:
    """A label may be twice as long as in English, and a little: more has no room on a small phone."""
    most = 2 * len(source) + 8
    if len(source) > _LABEL or source in NAMED or len(text) <= most:
        return ""
    return f"{len(text)} letters where {most} have room"


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text)
