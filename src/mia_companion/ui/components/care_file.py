"""A sheet that was passed on, as a care system reads it (FHIR)."""

from datetime import datetime

from mia_companion.domain.sheets import Sheet
from mia_companion.fhir.bundle import bundle_of, write_bundle
from mia_companion.fhir.names import Names
from mia_companion.fhir.parts import instant
from mia_companion.i18n.words import Words
from mia_companion.ui.components.sheet_words import sheet_names

LEVELS = range(1, 6)
"""Of a rating; see `SheetRating`."""


def care_file(sheet: Sheet, words: Words, passed_on_at: datetime) -> bytes:
    """The bundle's bytes, in those words: of the sheet and the moment alone, so always the same."""
    t, paper = words.t, sheet_names(words)
    names = Names(
        party=paper.party,
        area=paper.area,
        category=paper.category,
        way=paper.way,
        sort=paper.sort,
        weekday=words.weekday,
        levels=words.listing(words.beside(words.number(one), paper.level(one)) for one in LEVELS),
        plan=t("Who does what, and when"),
        milestone=lambda said: t("Milestone: {milestone}", milestone=said),
        reached=lambda said: t("Milestone, reached: {milestone}", milestone=said),
    )
    return write_bundle(bundle_of(sheet, names, instant(passed_on_at)))
