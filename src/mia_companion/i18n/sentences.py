"""The sentences of one language, with values put in. What says days and times builds on them."""

import re
from gettext import NullTranslations

from mia_companion.i18n.amounts import number
from mia_companion.i18n.bidi import FromTheRight, isolated_if_needed
from mia_companion.i18n.languages import Language

PLACEHOLDER = re.compile(r"\{\{|\}\}|\{(\w+)\}")


class Sentences:
    """Translated and filled in. No value makes a sentence raise.

    Values are put in as `{name}`. Unknown names stay as they are, numbers are put in plainly:
    format them with `Words.number` where they are to be read as an amount.
    """

    def __init__(self, chosen: Language, translations: NullTranslations) -> None:
        self.language = chosen
        self.tag = chosen.tag
        self.rtl = chosen.rtl
        self.locale = chosen.locale
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
        return self._filled(chosen, {**values, "count": number(self.language, count)})

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

        filled = PLACEHOLDER.sub(put, sentence)
        return FromTheRight(filled) if self.rtl else filled


def _shown(value: object) -> str:
    try:
        return value if isinstance(value, str) else str(value)
    except Exception:  # a screen with one odd word is better than no screen
        return type(value).__name__
