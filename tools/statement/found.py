"""All that the statement is made of, and the status that follows from it by rule.

fully    nothing falls short, all that the law asks was tested, and people with aids have tried it
not      every language that was tested has violations
partly   everything between, also when something was not tested
"""

from collections.abc import Sequence
from dataclasses import dataclass

from mia_companion.i18n.languages import LANGUAGES
from tools.statement.known import Known
from tools.statement.results import Results

FULLY, PARTLY, NOT = "fully", "partly", "not"
MODES = {"light", "dark"}


@dataclass(frozen=True)
class Found:
    """`unread` are the tags of languages that no native reader has read through."""

    results: Results
    known: Known
    unread: Sequence[str] = ()

    @property
    def tested(self) -> list[str]:
        """Tags of languages whose screens axe-core has seen in light and dark, as the app orders them."""
        seen = self.results.languages
        return [
            one.tag
            for one in LANGUAGES
            if one.tag in seen and seen[one.tag].screens and set(seen[one.tag].modes) >= MODES
        ]

    @property
    def violating(self) -> list[str]:
        """Tags of languages on whose screens axe-core has found something."""
        return [tag for tag, one in self.results.languages.items() if one.violations]

    @property
    def untested(self) -> list[str]:
        """What of our own tests is missing: names that `swedish` and `english` have words for."""
        results, missing = self.results, []
        if len(self.tested) < len(LANGUAGES):
            missing.append("screens")
        if not results.readings:
            missing.append("readings")
        if not (results.keyboard and results.keyboard.journeys):
            missing.append("keyboard")
        if not (results.room and results.room.screens):
            missing.append("room")
        return missing

    @property
    def status(self) -> str:
        """One of the three, by the rule above."""
        seen = [tag for tag, one in self.results.languages.items() if one.screens]
        if seen and set(seen) <= set(self.violating):
            return NOT
        spilled = self.results.room is not None and self.results.room.spilled
        short = (
            self.violating
            or self.results.shell
            or spilled
            or any(one.breaks for one in self.known.shortcoming)
        )
        return PARTLY if short or self.untested or self.known.untried else FULLY

    @property
    def updated(self) -> str:
        """The later of the day of the tests and the day on which the list was looked through."""
        return max(self.results.made, self.known.looked_through.isoformat())

    @property
    def main(self) -> list[str]:
        """Ids of what the app itself tells of, in all its languages."""
        untried, known = self.known.untried, self.known.shortcoming
        return [one.id for one in untried if one.main] + [one.id for one in known if one.main]
