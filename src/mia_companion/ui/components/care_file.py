"""A sheet that was passed on, as a care system reads it (FHIR)."""

from datetime import datetime

from mia_companion.domain.sheets import Sheet
from mia_companion.fhir.bundle import bundle_of, write_bundle
from mia_companion.fhir.names import Names
from mia_companion.fhir.parts import instant
from mia_companion.i18n.words import Words
from mia_companion.ui.components.levels import level_name
from mia_companion.ui.components.names import area_name, party_name, way_name
from mia_companion.ui.components.sheet_words import told_category
from mia_companion.ui.components.support_words import sort_name

LEVELS = range(1, 6)
"""Of a rating; see `SheetRating`."""


def care_file(sheet: Sheet, words: Words, passed_on_at: datetime) -> bytes:
    """The bundle's bytes, in those words: of the sheet and the moment alone, so always the same."""
    t = words.t
    names = Names(
        party=lambda party: party_name(words, party) if party else "",
        area=lambda area: area_name(words, area),
        category=lambda category: told_category(words, category),
        way=lambda way: way_name(words, way),
        sort=lambda sort: sort_name(words, sort),
        weekday=words.weekday,
        levels=words.listing(
            words.beside(words.number(one), level_name(words, one)) for one in LEVELS
        ),
        plan=t("Who does what, and when"),
        milestone=lambda said: t("Milestone: {milestone}", milestone=said),
        reached=lambda said: t("Milestone, reached: {milestone}", milestone=said),
    )
    return write_bundle(bundle_of(sheet, names, instant(passed_on_at)))
