"""The languages a person can choose, each in its own name, and how to find one by its tag.

Digits are Latin in all of them, and the calendar is Gregorian: a time in the app must look like
the time in the authority's letter, on the bus stop and on the phone's own clock in Sweden.
`latin_digits=False` gives a language its own digits, should its readers here ask for them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from babel import Locale


@dataclass(frozen=True)
class Language:
    """`tag` is BCP 47; `babel` is the locale that knows its dates, numbers and plurals."""

    tag: str
    own_name: str
    babel: str
    rtl: bool = False
    latin_digits: bool = True

    @property
    def script(self) -> str:
        """ISO 15924."""
        return _SCRIPTS.get(self.tag, "Arab" if self.rtl else "Latn")

    @cached_property
    def locale(self) -> Locale:
        return Locale.parse(self.babel)


_SCRIPTS = {"ti": "Ethi", "uk": "Cyrl"}

# In the order in which they are offered. Each has a folder in locales/.
LANGUAGES = (
    Language("sv", "Svenska", "sv"),
    Language("sv-x-lattlast", "Lättläst svenska", "sv"),
    Language("en", "English", "en_SE"),  # day before month and 24 hours, as in Swedish letters
    Language("fi", "Suomi", "fi"),
    Language("ar", "العربية", "ar", rtl=True),
    Language("fa", "فارسی", "fa", rtl=True),
    Language("fa-AF", "دری", "fa_AF", rtl=True),
    Language("so", "Soomaali", "so"),
    Language("ti", "ትግርኛ", "ti"),
    Language("uk", "Українська", "uk"),
    Language("pl", "Polski", "pl"),
    Language("ckb", "کوردی (سۆرانی)", "ckb", rtl=True),
)

# Other names for the same language: what devices call spoken Arabic, Dari and Sorani.
_ALIASES = {
    **dict.fromkeys(("acm", "aeb", "ajp", "apc", "apd", "arb", "ary", "arz"), "ar"),
    "ku-arab": "ckb",
    "pes": "fa",
    "prs": "fa-AF",
}


def language(tag: str) -> Language:
    """The language of a tag as devices write them (`ar-SY`, `sv_SE.UTF-8`); unknown is Swedish."""
    return _lookup(tag) or LANGUAGES[0]


def best_match(accept: Sequence[str]) -> Language:
    """The first language that a person reads, of what a device or `Accept-Language` lists.

    An item may carry a weight (`en;q=0.8`); without weights the order counts.
    """
    wanted = sorted((_weighted(item) for item in accept), key=lambda pair: -pair[1])
    known = (_lookup(tag) for tag, weight in wanted if weight > 0)
    return next((found for found in known if found), LANGUAGES[0])


def offered(accept: Sequence[str]) -> tuple[Language, ...]:
    """All of them, those that a person reads first, with what is near them: Dari beside Persian."""
    found = [one for item in accept if (one := _lookup(item))]
    wanted = [one.tag.split("-")[0] for one in found]
    near = [one for base in wanted for one in LANGUAGES if one.tag.split("-")[0] == base]
    return tuple(dict.fromkeys((*found[:1], *near, *LANGUAGES)))


def _lookup(tag: str) -> Language | None:
    """RFC 4647 lookup: shorten from the right until something fits."""
    by_tag = {offered.tag.lower(): offered for offered in LANGUAGES}
    bare = re.split("[.@]", tag, maxsplit=1)[0]
    parts = bare.strip().lower().replace("_", "-").split("-")
    while parts:
        name = "-".join(parts)
        if found := by_tag.get(_ALIASES.get(name, name).lower()):
            return found
        parts.pop()
    return None


def _weighted(item: str) -> tuple[str, float]:
    tag, _, weight = item.partition(";")
    try:
        return tag, float(weight.strip().lower().removeprefix("q=") or 1)
    except ValueError:
        return tag, 0.0
