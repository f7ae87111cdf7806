"""What is under way, as the participant reads it on My path: in plain words, and never to be ticked off."""

from datetime import timedelta
from pathlib import Path

from mia_companion.domain.enrolments import EnrolmentBegun, EnrolmentFinished
from mia_companion.domain.interventions import InterventionBegun, InterventionEnded
from mia_companion.i18n.words import words_for
from mia_companion.ui import places
from tests.example_data import COORDINATOR, TODAY
from tests.ui.home import Home, a_home

_BEGAN = TODAY - timedelta(days=40)


def _trained(home: Home) -> None:
    home.tell(EnrolmentBegun(enrolment_id="e-1", day=_BEGAN), by=COORDINATOR)
    home.tell(
        InterventionBegun(
            intervention_id="i-1",
            sort="work_training",
            words="Kaféet på torget",
            party="municipality",
            first_day=_BEGAN,
            last_day=TODAY + timedelta(days=30),
        ),
        by=COORDINATOR,
    )


async def test_nothing_stands_there_before_anything_is_noted(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.PATH) as screen:
            assert not screen.shows("What is under way")


async def test_what_is_under_way_is_told_in_plain_words(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        _trained(home)
        async with home.screen(places.PATH) as screen:
            for said in (
                "What is under way",
                "You have taken part since Wednesday, 21 January.",
                "Work training",
                "Kaféet på torget",
                "Since Wednesday, 21 January, until Wednesday, 1 April",
                "If something is wrong, write to them.",
            ):
                assert screen.shows(said), said


async def test_it_is_read_in_the_participants_language(tmp_path: Path) -> None:
    with a_home(tmp_path, "ar") as home:
        _trained(home)
        t = words_for("ar").t
        async with home.screen(places.PATH) as screen:
            assert screen.shows(t("What is under way"))
            assert screen.shows(t("Work training"))


async def test_what_has_ended_is_folded_away_and_the_finish_is_told_kindly(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        _trained(home)
        yesterday = TODAY - timedelta(days=1)
        home.tell(InterventionEnded(intervention_id="i-1", last_day=yesterday), by=COORDINATOR)
        done = EnrolmentFinished(
            enrolment_id="e-1", day=yesterday, result="in_studies", words="Folkhögskolan"
        )
        home.tell(done, by=COORDINATOR)
        async with home.screen(places.PATH) as screen:
            assert screen.shows("You took part from Wednesday, 21 January until Sunday, 1 March.")
            assert screen.shows("Then: In studies")
            assert not screen.shows("Kaféet på torget")
            await screen.click("Before (1)")
            assert screen.shows("Kaféet på torget")
