"""The words of one language: `words_for("ar").t("Hello {name}", name=…)`.

English is the source: the text in the code is the key in the catalogue. Only literal strings are
found for translation; a string that is chosen first and translated afterwards is marked where it
stands with `later("…")`.
"""

import re
from functools import lru_cache
from gettext import NullTranslations

from babel import Locale

from mia_companion.i18n import amounts, catalogues, dates
from mia_companion.i18n.bidi import isolated_if_needed
from mia_companion.i18n.languages import Language, language

PLACEHOLDER = re.compile(r"\{\{|\}\}|\{(\w+)\}")


def later(msgid: str) -> str:
    """Marks a string for translation and gives it back as it is."""
    return msgid


def words_for(tag: str) -> "Words":
    """The words for a tag such as a device gives; see `languages.language`."""
    return _loaded(language(tag))


@lru_cache
def _loaded(chosen: Language) -> "Words":
    return Words(chosen, catalogues.load(chosen.tag))


class Words:
    """Sentences, dates and numbers in one language. No value makes a sentence raise.

    Values are put in as `{name}`. Unknown names stay as they are, numbers are put in plainly:
    format them with `number` where they are to be read as an amount.
    """

    def __init__(self, chosen: Language, translations: NullTranslations) -> None:
        self.language = chosen
        self.tag = chosen.tag
        self.rtl = chosen.rtl
        self.locale = Locale.parse(chosen.babel)
        self._translations = translations

    @property
    def reviewed(self) -> bool:
        """Whether a native reader has read the whole catalogue."""
        return self._translations.info().get("x-reviewed", "no").startswith("yes")

    def t(self, msgid: str, /, **values: object) -> str:
        """The sentence in this language."""
        return self._filled(self._translations.gettext(msgid) if msgid else "", values)

    def n(self, singular: str, plural: str, /, count: int, **values: object) -> str:
        """The sentence in the form that this language has for `count`, which is `{count}` in it."""
        chosen = self._translations.ngettext(singular, plural, abs(count))
        return self._filled(chosen, {**values, "count": self.number(count)})

    def c(self, context: str, msgid: str, /, **values: object) -> str:
        """The sentence where the English alone means several things; `context` says which."""
        return self._filled(self._translations.pgettext(context, msgid), values)

    def _filled(self, sentence: str, values: dict[str, object]) -> str:
        def put(found: re.Match[str]) -> str:
            name = found[1]
            if name is None:
                return found[0][0]
            if name not in values:
                return found[0]
            return isolated_if_needed(_shown(values[name]), self.rtl)

        return PLACEHOLDER.sub(put, sentence)

    day = dates.day
    short_day = dates.short_day
    clock = dates.clock
    span = dates.span
    day_and_clock = dates.day_and_clock
    ago = dates.ago
    number = amounts.number
    listing = amounts.listing


def _shown(value: object) -> str:
    try:
        return str(value)
    except Exception:  # a screen with one odd word is better than no screen
        return type(value).__name__
