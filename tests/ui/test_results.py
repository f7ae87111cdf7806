"""Results on the screen: exact inside with a line that says so, a preview before anything is published."""

from collections.abc import Iterator
from pathlib import Path

import flet as ft
import pytest

from mia_companion.ui import places
from tests.example_data import NOW
from tests.paper.reading import Paper
from tests.ui.office import Office, an_office
from tests.ui.results_office import LAST, Answers, Saving, publication, told, who_pays

LAST_NAME = "July to December 2025"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with an_office(tmp_path) as made:
        yield made


@pytest.fixture
def answers(office: Office) -> Answers:
    return Answers(office)


def sentences(screen: Saving) -> list[str]:
    """What a screen reader hears of the lines."""
    return [one.label for one in screen.controls(ft.Semantics) if isinstance(one.label, str)]


async def test_the_teams_place_leads_to_the_results(office: Office, answers: Answers) -> None:
    async with Saving(office, places.SITE) as screen:
        await screen.click("Results")
        assert screen.page.route == places.RESULTS
        assert screen.shows("Your look at them is written in the log.")
        assert answers.looks == ["2026H1"]


@pytest.mark.parametrize("width", [390, 1280])
async def test_every_number_is_a_sentence_and_another_half_year_another_look(
    office: Office, answers: Answers, width: int
) -> None:
    async with Saving(office, places.RESULTS, width) as screen:
        assert "Have started: 3" in sentences(screen)
        assert screen.shows("This half-year goes on.")
        await screen.click(LAST_NAME)
        said = sentences(screen)
        for line in ("Have started: 24", "In work: 9", "Ready for work: 3", "Something else: 2"):
            assert line in said
        assert answers.looks == ["2026H1", LAST]


async def test_what_others_would_see_is_shown_and_published_only_after_a_yes(
    office: Office, answers: Answers
) -> None:
    async with Saving(office, places.RESULTS) as screen:
        await screen.click(LAST_NAME)
        await screen.click("See what others would see")
        assert "Ready for work and Something else together: 5" in sentences(screen)
        assert screen.shows("Numbers under 5 are never shown")
        await screen.click("Publish this")
        assert screen.shows("It cannot be changed or taken back")
        await screen.click("No")
        assert not answers.asked
        await screen.click("Publish this")
        await screen.click("Yes, publish it")
        assert [one.outside for one in answers.asked] == [told()]
        assert screen.shows("It stays as it is.")
        assert not screen.shows("Publish this")


async def test_a_no_of_the_server_is_told_and_nothing_is_published(
    office: Office, answers: Answers
) -> None:
    answers.refuses = "results-changed"
    async with Saving(office, places.RESULTS) as screen:
        await screen.click(LAST_NAME)
        await screen.click("See what others would see")
        await screen.click("Publish this")
        await screen.click("Yes, publish it")
        assert screen.shows("The numbers have changed since you looked. Nothing was published.")


async def test_a_half_year_before_a_published_one_stays_inside(
    office: Office, answers: Answers
) -> None:
    answers.outside = None
    async with Saving(office, places.RESULTS) as screen:
        await screen.click(LAST_NAME)
        assert screen.shows("so this one stays inside")


async def test_without_a_connection_the_screen_says_so_and_asks_again(office: Office) -> None:
    async with Saving(office, places.RESULTS) as screen:
        assert screen.shows("No connection. This needs the network")
        Answers(office)
        await screen.click("Try again")
        assert "Have started: 3" in sentences(screen)


async def test_the_exact_numbers_are_saved_as_paper_and_as_a_workbook(
    office: Office, answers: Answers
) -> None:
    async with Saving(office, places.RESULTS) as screen:
        await screen.click(LAST_NAME)
        await screen.click("Save as PDF")
        await screen.click("Save as Excel")
        assert [one["file_name"] for one in screen.files] == [
            f"results-{LAST}.pdf", f"results-{LAST}.xlsx"
        ]  # fmt: skip
        text = Paper(screen.files[0]["src_bytes"]).text
        assert "In work: 9" in text
        assert "for nobody else" in text
        assert screen.files[1]["src_bytes"].startswith(b"PK")
        assert answers.looks == ["2026H1", LAST]  # an export is of what was looked at


async def test_the_publications_of_all_sites_stand_together_and_each_by_itself(
    office: Office, answers: Answers
) -> None:
    answers.publications = (publication(), publication("site-east", "MIA Öst", started=3))
    async with Saving(office, places.SITE_PUBLISHED) as screen:
        await screen.click("MIA Öst")
        assert screen.page.route == f"{places.SITE_PUBLISHED}/{LAST}/site-east"
        assert "Have started: Fewer than 5" in sentences(screen)
        await screen.go(f"{places.SITE_PUBLISHED}/{LAST}/all")
        assert "Have started: 24. From 1 of 2 sites." in sentences(screen)


@pytest.mark.parametrize("path", ["nonsense/nobody", "2020H1/all", f"{LAST}/nobody"])
async def test_an_address_of_nothing_says_so(office: Office, answers: Answers, path: str) -> None:
    answers.publications = (publication(),)
    async with Saving(office, f"{places.SITE_PUBLISHED}/{path}") as screen:
        assert screen.shows("There is no such publication.")


async def test_who_pays_sees_publications_and_the_way_out_and_nothing_else(tmp_path: Path) -> None:
    with who_pays(tmp_path) as finn:
        answers = Answers(finn)
        async with Saving(finn, "/", 390) as screen:
            assert screen.shows("Nothing has been published yet.")
            answers.publications = (publication(),)
            await screen.click("Look again")
            assert screen.shows("MIA Väst")
        async with Saving(finn, "/") as screen:
            assert screen.shows("Finn Falk")
            await screen.click("MIA Väst")
            assert screen.page.route == f"{places.PUBLISHED}/{LAST}/site-west"
            assert "Ready for work and Something else together: 5" in sentences(screen)
            assert "Something else: 2" not in sentences(screen)
            await screen.click("Save as Excel")
            assert screen.files[0]["file_name"] == f"published-{LAST}.xlsx"
            await screen.go(places.RESULTS)
            assert not screen.shows("exact")
        assert not answers.looks


async def test_who_pays_is_told_when_there_is_no_connection(tmp_path: Path) -> None:
    with who_pays(tmp_path) as finn:
        async with Saving(finn, "/") as screen:
            assert screen.shows("No connection.")
            assert finn.clock() == NOW


async def test_in_arabic_the_bars_run_with_the_language(tmp_path: Path) -> None:
    with an_office(tmp_path, "ar") as office:
        Answers(office)
        async with Saving(office, places.RESULTS, 390) as screen:
            assert screen.shows("النتائج")
            assert not screen.shows("Have started")
