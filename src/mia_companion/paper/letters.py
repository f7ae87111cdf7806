"""From people's words to letters that can be set: cleaned, joined as Arabic letters join, with their marks.

words ──clean──▶ no control characters, no pictures ──join──▶ forms ──▶ Letter(base, said, marks)
"""

import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

from arabic_reshaper import ArabicReshaper

from mia_companion.i18n.bidi import ISOLATES
from mia_companion.paper.blocks import GAP

_JOINERS = "\u200c\u200d"
_MOST_ISOLATES = 64
"""Our own sentences have a few; more are someone's joke, and would cost much time."""

# Letters of Sorani that Unicode has no joined forms for: alone, then at the beginning, in the middle and
# at the end of a word. Each form is a place of private use, and is drawn as another letter with a mark.
_SORANI = {
    "\u0695": ("\u0695", "", "", "\ue001"),  # reh with small v below
    "\u06b5": ("\u06b5", "\ue002", "\ue003", "\ue004"),  # lam with small v
    "\u06ce": ("\u06ce", "\ue005", "\ue006", "\ue007"),  # yeh with small v
    "\u06d5": ("\u06d5", "", "", "\ue008"),  # ae
}
SMALL_V_BELOW, SMALL_V = "vbelowar", "\u065a"
"""The one without a code point of its own is called by its glyph's name."""

_MADE_OF = {
    "\ue001": ("\u0695", "\ufeae", SMALL_V_BELOW),
    "\ue002": ("\u06b5", "\ufedf", SMALL_V),
    "\ue003": ("\u06b5", "\ufee0", SMALL_V),
    "\ue004": ("\u06b5", "\ufede", SMALL_V),
    "\ue005": ("\u06ce", "\ufbfe", SMALL_V),
    "\ue006": ("\u06ce", "\ufbff", SMALL_V),
    "\ue007": ("\u06ce", "\ufbfd", SMALL_V),
    "\ue008": ("\u06d5", "\ufeea", ""),
}
_FINAL_ALEF, _LAM_ALEF = "\ufe8e", {"\ufedf": "\ufefb", "\ufee0": "\ufefc"}
"""The reshaper makes one sign of lam and alef; that of lam with small v and alef is made here."""

_IN_LETTERS = {
    "→": "->", "←": "<-", "⇒": "=>", "✓": "v", "✔": "v", "❤": "<3", "♥": "<3",
    "🙂": ":)", "😊": ":)", "☺": ":)", "😀": ":D", "😃": ":D", "😄": ":D", "😉": ";)",
    "🙁": ":(", "☹": ":(", "😔": ":(", "😢": ":'(",
}  # fmt: skip
"""Pictures that people also write with letters. Others are left out."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands over or under a letter. `said` is empty for a part of the letter itself."""

    glyph: str
    said: str


@dataclass(frozen=True, slots=True)
class Letter:
    """What is set as one: a base with marks. `said` is what it is to whoever copies or hears the text, and
    `bidi` the character whose direction it has."""

    base: str
    said: str
    bidi: str
    marks: tuple[Mark, ...] = ()


def clean(words: str) -> str:
    """One paragraph without what cannot be seen, pictures told in letters, composed as far as it can be."""
    told = "".join(_IN_LETTERS.get(char, char) for char in words.replace("\t", " "))
    composed = unicodedata.normalize("NFC", told)
    if sum(char in ISOLATES for char in composed) > _MOST_ISOLATES:
        composed = composed.translate(dict.fromkeys(map(ord, ISOLATES)))
    return "".join(char for char in composed if _is_kept(char))


def _is_kept(char: str) -> bool:
    if char in ISOLATES or char in _JOINERS:
        return True
    kind = unicodedata.category(char)
    return kind[0] != "C" and not "\ufe00" <= char <= "\ufe0f"


def is_picture(char: str) -> bool:
    """Whether leaving it out loses no word: a picture, or the colour of one."""
    return unicodedata.category(char) in ("So", "Sk")


def letters_of(words: str) -> list[Letter]:
    """The letters of one clean paragraph, in the order in which they are read."""
    found: list[Letter] = []
    for char in _reshaper().reshape(words):
        if char in _JOINERS:
            continue
        if unicodedata.category(char) in ("Mn", "Me"):
            if found and found[-1].base not in ISOLATES:
                held = found[-1]
                found[-1] = replace(held, marks=(*held.marks, Mark(char, char)))
            continue
        if (
            found
            and char == _FINAL_ALEF
            and found[-1].said == "\u06b5"
            and found[-1].base in _LAM_ALEF
        ):
            lam = found.pop()
            found.append(replace(lam, base=_LAM_ALEF[lam.base], said=f"{lam.said}\u0627"))
            continue
        found.append(_letter(char))
    return found


def _letter(char: str) -> Letter:
    if char in _MADE_OF:
        said, form, mark = _MADE_OF[char]
        return Letter(form, said, said, (Mark(mark, ""),) if mark else ())
    joined = "\ufb50" <= char <= "\ufdff" or "\ufe70" <= char <= "\ufeff"
    return Letter(char, unicodedata.normalize("NFKC", char) if joined else char, char)


def gap() -> list[Letter]:
    """What stands for letters that no face has."""
    return [_letter(char) for char in GAP]


@lru_cache
def _reshaper() -> ArabicReshaper:
    """Keeps vowel marks, which are people's own words too."""
    made = ArabicReshaper({"delete_harakat": False, "ARABIC LIGATURE ALLAH": False})
    made.letters = {**made.letters, **_SORANI}
    return made
