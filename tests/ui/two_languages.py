"""What two languages on a screen are looked at with."""

from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

import flet as ft

from mia_companion.i18n.languages import LANGUAGES, language
from mia_companion.i18n.words import Words, words_for
from tests.ui.recording import Screen
from tests.ui.standing import walk, words
from tools.catalogues import LOCALES
from tools.catalogues.files import as_mo

SWEDISH = words_for("sv")
TAGS = [one.tag for one in LANGUAGES]
SWEDES = ("sv", "sv-x-lattlast")
OTHERS = [tag for tag in TAGS if tag not in SWEDES]


def reviewed(tag: str, folder: Path) -> Words:
    """The words of that language, compiled as they will be once a native reader has read all of them."""
    po = (LOCALES / tag / "LC_MESSAGES" / "messages.po").read_text("utf-8")
    assert po.count("X-Reviewed: no") == 1
    marked = folder / f"{tag}.po"
    marked.write_text(po.replace("X-Reviewed: no", "X-Reviewed: yes, Amal, 2027-02-01"), "utf-8")
    return Words(language(tag), GNUTranslations(BytesIO(as_mo(marked, language(tag)))))


def in_swedish(screen: Screen) -> str:
    """All that screen readers are told to be Swedish."""
    parts = [one for one in screen.controls(ft.Semantics) if one.identifier == "lang-sv"]
    return "\n".join(said for one in parts for inside in walk(one) for said in words(inside))
