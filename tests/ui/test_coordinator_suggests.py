"""A coordinator suggests a step, sees what became of it, and says how they see a person's life."""

from datetime import timedelta
from pathlib import Path

import flet as ft
import pytest

from mia_companion.domain import rights
from mia_companion.domain.goals import GoalReached, GoalSet
from mia_companion.domain.milestones import MilestoneReached, MilestoneSet
from mia_companion.domain.ratings import AreasRated
from mia_companion.domain.step_marks import StepDone, StepRemembered
from mia_companion.domain.steps import StepPlanned
from mia_companion.domain.suggestions import StepSuggested, SuggestionDeclined
from tests.example_data import COORDINATOR, NOW, TODAY
from tests.ui.office import Drawn, Office, an_office

ADA = "person-ada"
PERSON = f"/person/{ADA}"


def _ada(office: Office) -> None:
    office.person(ADA, "Ada")
    office.says(ADA, GoalSet(goal_id="g-1", words="Orka mer", area="health"))


def _suggested(office: Office, name: str, words: str, author: str = COORDINATOR) -> None:
    fact = StepSuggested(suggestion_id=name, words=words)
    office.tell(rights.SHARED, ADA, fact, author)


@pytest.mark.parametrize("width", [390, 1280])
async def test_words_why_under_a_goal_and_a_day(tmp_path: Path, width: int) -> None:
    with an_office(tmp_path) as office:
        _ada(office)
        async with office.screen(route=f"{PERSON}/suggest", width=width) as screen:
            await screen.click("Suggest it")
            assert screen.shows("Write something first.")
            await screen.type("The step", "Besök biblioteket")
            await screen.type("Why, or how it could go, if you want", "Det är lugnt")
            await screen.click("Orka mer")
            await screen.click("Tomorrow")
            await screen.click("Suggest it")
            (one,) = office.companion.view.plan(ADA).suggestions
            assert (one.words, one.note, one.goal_id) == (
                "Besök biblioteket",
                "Det är lugnt",
                "g-1",
            )
            assert one.day == TODAY + timedelta(days=1)
            assert screen.page.route == PERSON
            assert screen.shows("Suggested. The participant decides.")


async def test_what_is_half_written_stays_with_its_person(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _ada(office)
        office.person("person-bo", "Bo")
        async with office.screen(route=f"{PERSON}/suggest") as screen:
            await screen.type("The step", "Besök biblioteket")
            await screen.go("/person/person-bo/suggest")
            assert screen.find("The step", ft.TextField).value == ""
            await screen.go(f"{PERSON}/suggest")
            assert screen.find("The step", ft.TextField).value == "Besök biblioteket"


async def test_nobody_suggests_to_someone_elses_participant(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        for form in ("suggest", "rate"):
            async with office.screen(route=f"/person/nobody/{form}") as screen:
                assert screen.shows("That person is not in your list.")


async def test_what_became_of_it(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _ada(office)
        for name, words in (("a", "Besök biblioteket"), ("b", "Ring Per"), ("c", "Gå ut")):
            _suggested(office, name, words)
        async with office.screen(route=PERSON) as screen:
            assert screen.shows("Waits for an answer, suggested now")
            office.says(ADA, StepPlanned(step_id="a", words="Besök biblioteket"))
            office.says(ADA, StepPlanned(step_id="b", words="Skriv till Per"))
            office.says(ADA, SuggestionDeclined(suggestion_id="c"))
            await screen.settle()
            for said in (
                "Taken now",
                "Taken in other words now: Skriv till Per",
                "Not for now, said now",
            ):
                assert said in screen.texts()
            assert "Take back" not in screen.texts()


async def test_taken_on_another_day_is_told(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _ada(office)
        _suggested(office, "a", "Gå ut")
        office.says(ADA, StepPlanned(step_id="a", words="Gå ut", day=TODAY))
        async with office.screen(route=PERSON) as screen:
            assert screen.shows("Taken now, at another time")


async def test_one_takes_ones_own_suggestion_back_and_nobody_elses(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _ada(office)
        _suggested(office, "mine", "Gå ut")
        _suggested(office, "theirs", "Ring Per", "account-jonas")
        async with office.screen(route=PERSON) as screen:
            assert screen.texts().count("Take back") == 1
            await screen.click("Take back")
            assert [s.id for s in office.companion.view.plan(ADA).suggestions] == ["theirs"]
            assert not screen.shows("Take back")


async def test_milestones_what_rests_and_weekdays_are_seen(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _ada(office)
        office.says(ADA, MilestoneSet(milestone_id="m", goal_id="g-1", words="Ringa själv"))
        office.says(ADA, MilestoneReached(milestone_id="m"))
        office.says(ADA, StepPlanned(step_id="s", words="Gå ut", goal_id="g-1", repeats=(1, 3)))
        office.says(ADA, StepDone(step_id="s", day=TODAY, note="Solen sken"))
        office.says(ADA, StepRemembered(step_id="s", words="Det luktade kaffe"))
        office.says(ADA, GoalReached(goal_id="g-1"))
        async with office.screen(route=PERSON) as screen:
            for said in (
                "Ringa själv",
                "Solen sken",
                "Det luktade kaffe",
                "Milestone, reached",
                "Done · now · Mondays and Wednesdays · next on Wednesday",
                "Health and rehabilitation · Reached",
            ):
                assert said in screen.texts()


async def test_how_one_sees_it_beside_the_persons_own_view(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _ada(office)
        before = NOW - timedelta(days=3)
        office.says(ADA, AreasRated(rating_id="r", levels={"health": 2}), at=before)
        async with office.screen(route=f"{PERSON}/rate") as screen:
            assert screen.shows("Where you two differ is something to talk about")
            await screen.click("Leave this out")
            office.clock.pass_by(seconds=1)
            assert screen.shows("Ada, Friday, 27 February: Hard")
            await screen.click("Rather good")
            for _ in range(5):
                office.clock.pass_by(seconds=1)
                await screen.click("Leave this out")
            assert screen.shows("Ada and the coordinators can see this.")
            assert not screen.shows("Only you")
            await screen.click("Save")
            ratings = office.companion.view.plan(ADA).shared.ratings.values()
            assert [r.levels for r in ratings if r.by.author == COORDINATOR] == [{"health": 4}]
            assert screen.page.route == PERSON
            for said in (
                "Ada, Friday, 27 February: Hard",
                "You, today: Rather good",
                "You see this differently; it can be good to talk about.",
            ):
                assert screen.shows(said)
            drawn = _pictures(screen)
            await screen.click("Over time")
            assert _pictures(screen) > drawn


async def test_another_coordinators_view_is_named(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _ada(office)
        office.tell(
            rights.SHARED, ADA, AreasRated(rating_id="r", levels={"care": 3}), "account-jonas"
        )
        async with office.screen(route=PERSON) as screen:
            await screen.click("Movement")
            assert screen.shows("A coordinator, today: In between")


async def test_the_word_that_was_put_to_it_last_stands_once(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _ada(office)
        levels = {"health": 2, "studies": 3}
        before = NOW - timedelta(days=3)
        first = AreasRated(rating_id="r-1", levels=levels, words="Det är tungt")
        office.says(ADA, first, at=before)
        office.says(ADA, AreasRated(rating_id="r-2", levels=levels, words="Lättare nu"))
        async with office.screen(route=PERSON) as screen:
            await screen.click("Movement")
            assert screen.texts().count("Lättare nu") == 1
            assert screen.shows("Ada, today")
            assert not screen.shows("Det är tungt")
        office.says(ADA, AreasRated(rating_id="r-3", levels={"care": 3}))
        office.says(ADA, AreasRated(rating_id="r-4", levels=levels))
        async with office.screen(route=PERSON) as screen:
            await screen.click("Movement")
            assert not screen.shows("Lättare nu")  # of what stands now, nothing was said


def _pictures(screen: Drawn) -> int:
    return len([one for one in screen.controls(ft.Semantics) if one.image])
