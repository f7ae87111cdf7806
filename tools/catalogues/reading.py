"""How hard a text is to read, and whether it has room where it stands.

LIX (Björnsson, 1968): words a sentence, and how many in a hundred words have more than six letters. Under 30
is children's books and easy Swedish, under 40 fiction, 50 and more what authorities used to write. It is made
for Swedish, and for whole texts: one of fewer than ten words is measured together with all others of its
file, which are a screen or a part of one. Sentences have an end, and in easy Swedish a line has one thought.
"""

import re
from collections.abc import Iterable

LIMITS = {"sv": 40, "sv-x-lattlast": 30}
LONGEST_SENTENCE = {"sv": 20, "sv-x-lattlast": 15}
"""Words."""
LONGEST_LINE = 12
"""Words of a line with more than one sentence, in easy Swedish: very short ones may stand side by side."""
FEWEST = 10
FEWEST_TOGETHER = 30
KNOWN = {
    "deltagare", "deltagaren", "deltagarna", "samordnare", "samordnaren", "internet", "telefon",
    "telefoner", "telefonen", "webbläsaren", "myndigheter", "människor", "meddelanden",
}  # fmt: skip
"""Long words that everybody here meets every day: in easy Swedish they are not counted as long."""
_LONG = 6
_ENDS = r"[.!?:;\n]+"
_A_NAME = "Anna"
NAMED = {"Arbetsförmedlingen", "Försäkringskassan", "The help line", "The suicide line"}
"""Known by their Swedish names, which other languages explain in brackets; their lines break."""
_LABEL = 24
"""Texts up to this length are buttons, chips and headings."""


def lix(text: str, known: frozenset[str] | set[str] = frozenset()) -> float:
    """The measure. A line's end ends a sentence; what is put in for a name in braces is a short word."""
    words = _words(text)
    sentences = [one for one in re.split(_ENDS, text) if _words(one)]
    long = [one for one in words if len(one) > _LONG and one.lower() not in known]
    return len(words) / len(sentences) + 100 * len(long) / len(words) if words else 0.0


def hard_to_read(tag: str, text: str) -> str:
    """What is wrong, or nothing. Only Swedish is measured."""
    if tag not in LIMITS:
        return ""
    plain = _plain(text)
    longest = max((len(_words(one)) for one in re.split(_ENDS, plain)), default=0)
    if longest > LONGEST_SENTENCE[tag]:
        return f"a sentence of {longest} words, should have {LONGEST_SENTENCE[tag]} at most"
    if tag != "sv" and (line := _two_thoughts(plain)):
        return f"two thoughts in a line of more than {LONGEST_LINE} words: {line!r}"
    return _over(tag, plain) if len(_words(plain)) >= FEWEST else ""


def hard_together(tag: str, texts: Iterable[str]) -> str:
    """What is wrong with all texts of a file together, short ones too, or nothing."""
    whole = "\n".join(map(_plain, texts))
    return _over(tag, whole) if tag in LIMITS and len(_words(whole)) >= FEWEST_TOGETHER else ""


def _over(tag: str, text: str) -> str:
    found, limit = lix(text, KNOWN if tag != "sv" else frozenset()), LIMITS[tag]
    return f"LIX {found:.0f}, should be under {limit}" if found >= limit else ""


def _two_thoughts(text: str) -> str:
    """The first line that is long and holds a sentence after another."""
    return next(
        (
            line
            for line in text.split("\n")
            if re.search(r"[.!?] +\S", line) and len(line.split()) > LONGEST_LINE
        ),
        "",
    )


def _plain(text: str) -> str:
    return re.sub(r"\{[^}]*\}", _A_NAME, text)


def too_long(source: str, text: str) -> str:
    """A label may be twice as long as in English, and a little: more has no room on a small phone."""
    most = 2 * len(source) + 8
    if len(source) > _LABEL or source in NAMED or len(text) <= most:
        return ""
    return f"{len(text)} letters where {most} have room"


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text)
