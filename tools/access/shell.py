"""What Flutter's own shell does and no app can mend: by rule and element, with the issue upstream.

Nothing of our own is ever put here. What an app can mend is mended: the viewport that forbids zooming
(flutter/flutter#122127) and the page's language (flutter/flutter#98948) in `assets/index.html`.
"""

from dataclasses import dataclass

from tests.journeys.axe import Finding
from tools.access.results import Shell


@dataclass(frozen=True, slots=True)
class Excused:
    """Findings of `rule` on elements whose selector contains `selector`."""

    rule: str
    selector: str
    what: str
    issue: str

    def covers(self, finding: Finding) -> bool:
        """Whether that is what is meant."""
        return finding.rule == self.rule and self.selector in finding.selector


EXCUSED: tuple[Excused, ...] = ()


HEARD = (
    Shell(
        rule="WCAG 4.1.2, in a browser; not seen by axe-core",
        what="What stands in a field is told to a screen reader only once somebody has stood in the field.",
        issue="https://github.com/flutter/flutter/issues/150260",
    ),
    Shell(
        rule="WCAG 3.1.2, on a wide page; not seen by axe-core",
        what="Flutter's own words, such as the number of a place among the places, are Swedish where the page"
        " is in Somali, Tigrinya or Sorani, which Flutter has no words in.",
        issue="https://github.com/flutter/flutter/issues/164462",
    ),
)
"""What was found by reading what is told, and lies with Flutter."""


def ours(findings: list[Finding]) -> list[Finding]:
    """What is left for us to mend."""
    return [one for one in findings if not any(each.covers(one) for each in EXCUSED)]


def told() -> tuple[Shell, ...]:
    """As it stands in the results."""
    excused = (Shell(rule=one.rule, what=one.what, issue=one.issue) for one in EXCUSED)
    return (*excused, *HEARD)
