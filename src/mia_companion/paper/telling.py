"""What every section of the paper is told from, and how people's own words are put on it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from mia_companion.domain.areas import OTHER
from mia_companion.domain.directory import CoordinatorListed
from mia_companion.domain.plan import Plan
from mia_companion.i18n.bidi import from_left, isolated_if_needed
from mia_companion.i18n.words import Words
from mia_companion.paper.blocks import HEADING, Block, Group

Named = Callable[[str], str]

_NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class HelpLine:
    """A number to call, in the person's language."""

    name: str
    number: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands on the paper beside the plan. `party`, `way` and `area` name what a plan holds by id."""

    coordinators: tuple[CoordinatorListed, ...]
    help_lines: tuple[HelpLine, ...]
    party: Named
    way: Named
    area: Named


@dataclass(frozen=True, slots=True)
class Telling:
    """`plan` holds only what may be on the paper. `zone` is that of the person's days."""

    plan: Plan
    beside: Beside
    words: Words
    now: datetime
    zone: ZoneInfo

    @property
    def today(self) -> date:
        """The paper's day."""
        return self.now.astimezone(self.zone).date()

    def party(self, party: str) -> str:
        """Whom an appointment or a person is with; that it is someone else says nothing."""
        return "" if party == OTHER else self.beside.party(party)

    def own(self, said: str) -> str:
        """People's own words, each line in its own direction, without empty ones."""
        lines = (" ".join(line.split()) for line in said.splitlines())
        return "\n".join(isolated_if_needed(line, self.words.rtl) for line in lines if line)


def number(said: str) -> str:
    """A phone number, whose groups stand in one order in every language, and on one line."""
    return from_left(_NO_BREAK.join(said.split()))


def headed(heading: str, groups: list[Group]) -> list[Group]:
    """A section whose heading stays with what comes first; nothing when it is empty."""
    if not groups:
        return []
    return [(Block(heading, HEADING), *groups[0]), *groups[1:]]
