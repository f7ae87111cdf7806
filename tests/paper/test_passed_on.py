"""The paper that an agency gets: in Swedish, with every name as it is written, and nothing but the sheet."""

from datetime import UTC, date, datetime

import pytest

from mia_companion.domain.sheets import (
    FORMAT,
    VERSION,
    Sheet,
    SheetActivity,
    SheetGoal,
    SheetMilestone,
    SheetRating,
    SheetStep,
    SheetTime,
)
from mia_companion.i18n.words import words_for
from mia_companion.paper.pdf import made
from mia_companion.ui.components.sheet_words import in_words
from tests.paper.reading import Paper

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
NAMES = ("Åsa Öberg", "آمنة الحسن", "ሰላም ኣብርሃ", "Ołena Łuczyńska", "Сніжана Їжак", "شیرین دڵشاد")


def sheet(name: str) -> Sheet:
    return Sheet(
        format=FORMAT,
        version=VERSION,
        disclosure_id="d",
        made_on=date(2026, 3, 2),
        name=name,
        sender="Karin Lind",
        from_party="region",
        to_party="insurance",
        consent_id="c",
        purpose="För att de ska kunna planera tillsammans med mig",
        valid_from=date(2026, 3, 1),
        valid_until=date(2026, 5, 31),
        categories=("plan", "times", "health_notes", "work"),
        goals=(
            SheetGoal(
                area="studies",
                words=f"Läsa med {name}",
                milestones=(
                    SheetMilestone(words="Anmäld", reached=True),
                    SheetMilestone(words="Första dagen"),
                ),
                steps=(SheetStep(words="Ringa skolan", day=date(2026, 3, 4)),),
            ),
        ),
        steps=(SheetStep(words="Promenad", weekdays=(1, 4)),),
        times=(
            SheetTime(
                starts_at=datetime(2026, 3, 9, 8, 0, tzinfo=UTC),
                ends_at=datetime(2026, 3, 9, 9, 0, tzinfo=UTC),
                zone="Europe/Stockholm",
                party="region",
                way="in_person",
                title="Läkarbesök",
                place="Storgatan 4",
                contact="Dr Ek",
            ),
        ),
        activities=(
            SheetActivity(
                sort="rehabilitation",
                words="Smärtskola",
                party="region",
                first_day=date(2026, 3, 1),
                last_day=date(2026, 6, 1),
            ),
        ),
        ratings=(SheetRating(area="health", level=2, rated_on=date(2026, 3, 2)),),
    )


@pytest.mark.parametrize("name", NAMES)
def test_all_of_the_sheet_stands_on_it_in_swedish(name: str) -> None:
    paper = Paper(made(in_words(sheet(name), words_for("sv")), NOW))
    text = " ".join(paper.text.split())
    for words in (
        name,
        f"Läsa med {name}",
        "Försäkringskassan",
        "Regionen (vården)",
        "Karin Lind",
        "måndag 2 mars 2026",
        "Anmäld",
        "Första dagen",
        "Ringa skolan",
        "Promenad",
        "måndag och torsdag",
        "9 mars 2026",
        "09:00",
        "Läkarbesök",
        "Storgatan 4",
        "Dr Ek",
        "Smärtskola",
        "söndag 31 maj 2026",
    ):
        assert words in text, words
    assert "/Lang (sv)" in paper.catalog
    assert "[…]" not in text


def test_where_nothing_is_said_there_is_no_line_of_it() -> None:
    bare = Sheet(
        format=FORMAT,
        version=VERSION,
        disclosure_id="d",
        made_on=date(2026, 3, 2),
        name="K7F3-9A",
        consent_id="c",
        valid_from=date(2026, 3, 1),
        valid_until=date(2026, 5, 31),
        categories=("times",),
    )
    english = words_for("en")
    lines = [block.text for group in in_words(bare, english).groups for block in group]
    assert lines[:3] == ["Who does what, and when", "K7F3-9A", "Monday, 2 March 2026"]
    assert "K7F3-9A has agreed to this being told: booked times." in lines
    assert "There is nothing to tell of this just now." in lines
    assert not [line for line in lines if line.startswith(("To:", "From:", "It is for this"))]
