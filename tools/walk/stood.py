"""Where somebody stands on the way."""

from dataclasses import dataclass

from mia_companion.i18n.words import Words
from tools.walk.people import STAFF
from tools.walk.screens import ON_NARROW, Screen

APART = "apart"
"""The part of those who are in another association."""


@dataclass(frozen=True, slots=True)
class Stood:
    """Where somebody stands. `who` is what they are here; `wide` is a desk's page."""

    screen: Screen
    words: Words
    who: str
    wide: bool = False

    @property
    def part(self) -> str:
        """Whose walk it is, and on which page, of those who work here."""
        return f"{self.who}{ON_NARROW}" if self._is_narrow else self.who

    @property
    def _is_narrow(self) -> bool:
        return self.who in {one.name for one in STAFF} and not self.wide

    @property
    def name(self) -> str:
        """What it is called; a narrow page of somebody who works here says so."""
        return f"{self.screen.name}{ON_NARROW}" if self._is_narrow else self.screen.name
