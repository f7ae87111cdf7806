"""The words of one language: `words_for("ar").t("Hello {name}", name=…)`.

English is the source: the text in the code is the key in the catalogue. Only literal strings are
found for translation; a string that is chosen first and translated afterwards is marked where it
stands with `later("…")`.
"""

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from mia_companion.i18n import amounts, catalogues, dates, how_long, language_names
from mia_companion.i18n.languages import Language, language
from mia_companion.i18n.sentences import Sentences


def later(msgid: str) -> str:
    """Marks a string for translation and gives it back as it is."""
    return msgid


def words_for(tag: str) -> "Words":
    """The words for a tag such as a device gives; see `languages.language`."""
    return _loaded(language(tag))


def is_reviewed(tag: str) -> bool:
    """Whether a native reader has read the whole catalogue of a tag, which is not loaded for that."""
    return "\nx-reviewed: yes" in catalogues.glance(language(tag).tag, "").lower()


@lru_cache
def _loaded(chosen: Language) -> "Words":
    return Words(chosen, catalogues.load(chosen.tag))


class Words(Sentences):
    """Sentences, dates and numbers in one language."""

    day = dates.day
    short_day = dates.short_day
    weekday = dates.weekday
    month = dates.month
    days = dates.days
    in_days = how_long.in_days
    elsewhere = dates.elsewhere
    clock = dates.clock
    span = dates.span
    day_and_clock = dates.day_and_clock
    ago = how_long.ago
    lasting = how_long.lasting
    language_name = language_names.language_name

    def number(self, value: float | Decimal) -> str:
        """See `amounts.number`."""
        return amounts.number(self.language, value)

    def listing(self, items: Iterable[str]) -> str:
        """See `amounts.listing`."""
        return amounts.listing(self.language, items)

    def beside(self, *parts: str) -> str:
        """See `amounts.beside`."""
        return amounts.beside(self.language, parts)

    def in_turn(self, said: Iterable[str]) -> str:
        """See `amounts.in_turn`."""
        return amounts.in_turn(self.language, said)
