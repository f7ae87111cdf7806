"""What is on a person's paper: their times, goals and steps, people, and help numbers. Pure.

Days have their dates, never "tomorrow": a paper is read for weeks. It bears no name: it can be found.
"""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from mia_companion.domain.plan import Plan
from mia_companion.i18n.words import Words
from mia_companion.paper.blocks import GAP, TITLE, Block, Group, Sheet
from mia_companion.paper.path import path
from mia_companion.paper.people import help_now, people
from mia_companion.paper.telling import Beside, Telling
from mia_companion.paper.times import times


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the person wants on the paper. What is only theirs is not on it unless they say so."""

    times: bool = True
    path: bool = True
    people: bool = True
    help_now: bool = True
    only_mine: bool = False

    @property
    def anything(self) -> bool:
        """Whether there is anything to make a paper of."""
        return self.times or self.path or self.people or self.help_now


def plan_on_paper(
    plan: Plan, beside: Beside, chosen: Chosen, *, words: Words, now: datetime, zone: ZoneInfo
) -> Sheet:
    """The sheet; `zone` is that of the person's days.

    Unless it was chosen, the journal that only the person reads is not even looked at.
    """
    seen = plan if chosen.only_mine else Plan(shared=plan.shared)
    told = Telling(seen, beside, words, now, zone)
    title, with_its_year = words.t("My plan"), words.day(told.today, date.min)
    sections = (
        (chosen.times, times),
        (chosen.path, path),
        (chosen.people, people),
        (chosen.help_now, help_now),
    )
    groups: list[Group] = [(Block(title, TITLE), Block(with_its_year))]
    for wanted, section in sections:
        groups += section(told) if wanted else []
    return Sheet(
        title=title,
        language=words.tag,
        rtl=words.rtl,
        foot=lambda page, pages: words.t("Page {page} of {pages}", page=page, pages=pages),
        # Translators: on paper; {gap} is a sign for letters that cannot be printed.
        unwritten=words.t(
            "{gap} stands for letters that could not be written here. They are in MIA.", gap=GAP
        ),
        groups=tuple(groups),
    )
