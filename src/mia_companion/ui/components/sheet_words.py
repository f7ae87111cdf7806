"""The sheet that an agency gets, in the words of a language."""

from mia_companion.domain import areas
from mia_companion.domain.sheets import Sheet
from mia_companion.i18n.words import Words, later
from mia_companion.paper import blocks
from mia_companion.paper.passed_on import sheet_on_paper
from mia_companion.paper.passed_on_parts import Names
from mia_companion.ui.components.levels import level_name
from mia_companion.ui.components.names import area_name, party_name, way_name
from mia_companion.ui.components.support_words import sort_name

PAPERS = "sv"
"""The language of what an agency gets."""

_CATEGORIES = {
    areas.PLAN: later("goals and steps"),
    areas.TIMES: later("booked times"),
    areas.HEALTH_NOTES: later("health"),
    areas.ASSESSMENT: later("what works and what is hard"),
    areas.WORK: later("work, work training and studies"),
    areas.FINANCE_NOTES: later("finances and allowances"),
}
"""As they are called of somebody else; a consent says them of oneself."""


def told_category(words: Words, category: str) -> str:
    """A kind of information as it is called of somebody else."""
    return words.t(_CATEGORIES[category]) if category in _CATEGORIES else category


def in_words(sheet: Sheet, words: Words) -> blocks.Sheet:
    """All of it, for a paper or a screen."""
    return sheet_on_paper(sheet, sheet_names(words), words)


def sheet_names(words: Words) -> Names:
    """What a sheet holds by id or number, in those words."""
    return Names(
        party=lambda party: party_name(words, party),
        way=lambda way: way_name(words, way),
        area=lambda area: area_name(words, area),
        sort=lambda sort: sort_name(words, sort),
        category=lambda category: told_category(words, category),
        level=lambda level: level_name(words, level),
    )
