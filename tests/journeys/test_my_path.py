"""Goals side by side, small steps and every answer to them, suggestions, and what only one sees."""

from pathlib import Path

import pytest

from mia_companion.demo.tellers import Teller
from mia_companion.domain.areas import HEALTH, STUDIES
from mia_companion.i18n.words import Words
from mia_companion.ui import places
from mia_companion.ui.components.names import area_name
from tests.journeys.cast import Company
from tests.journeys.ways import SWEDISH, paint

pytestmark = [pytest.mark.journey, pytest.mark.timeout(180)]


def test_goals_side_by_side_a_milestone_and_what_is_only_mine(
    company: Company, words: Words
) -> None:
    t = words.t
    with company.pair(words, "Samira Mål") as both:
        anna, samira = both.anna, both.samira
        samira.go(places.NEW_GOAL)
        samira.write(t("What do you want?"), "Läsa till undersköterska")
        samira.tap(area_name(words, STUDIES))
        samira.clean()
        samira.tap(t("Set the goal"))
        samira.sees(t("Your goal is on your path."))
        samira.sees(t("Open the goal"))  # the form has gone
        samira.go(places.NEW_GOAL)
        samira.write(t("What do you want?"), "Sova bättre")
        samira.tap(area_name(words, HEALTH))
        samira.tap(t("Only you"))
        samira.tap(t("Set the goal"))
        samira.sees("Sova bättre")
        samira.sees("Läsa till undersköterska")
        samira.sees(t("Only you"))
        samira.clean()

        samira.tap(t("Open the goal"))
        samira.sees(t("Add a milestone"))
        samira.tap(t("Add a milestone"))
        samira.write(t("Something you will notice on the way"), "Ansökan är skickad")
        samira.tap(t("Save"))
        samira.sees(t("The milestone is saved."))
        samira.clean()
        samira.tap(t("A step towards this"))
        samira.write(t("What do you want to do?"), "Läsa om kursen")
        samira.clean()
        samira.tap(t("Plan it"))
        samira.sees(t("Your step is planned."))

        anna.sees("Läsa till undersköterska")
        anna.sees(area_name(SWEDISH, STUDIES))
        anna.sees("Ansökan är skickad")
        anna.sees("Läsa om kursen")
        anna.sees_not("Sova bättre")


@pytest.mark.long
def test_every_answer_to_a_step_and_the_way_back(
    company: Company, words: Words, tmp_path: Path
) -> None:
    t = words.t
    with company.pair(words, "Samira Steg") as both:
        anna, samira = both.anna, both.samira
        for step in ("Ringa Mona", "Öppna brevet", "Gå en runda"):
            samira.go(places.NEW_STEP)
            samira.write(t("What do you want to do?"), step)
            samira.tap(t("Plan it"))
            samira.sees(words.t("Mark as done: {words}", words=step))
        samira.stand(words.c("place", "Today"))
        for done, kind in (
            (t("A part of it"), t("A part counts. It is written down.")),
            (t("I tried"), t("You tried, and that counts.")),
            (t("Not now"), t("That is fine. It rests until you want it.")),
        ):
            samira.tap(t("How did it go?"))
            samira.sees(t("Every answer is a good answer."))
            samira.tap(done)
            samira.sees(kind)
            samira.breathe()
        samira.clean()
        for state in ("Partly done", "Tried", "Not now"):
            anna.sees(SWEDISH.t(state))

        samira.go(places.RESTING)
        samira.sees("Gå en runda")
        samira.clean()
        samira.go(places.DONE)
        samira.sees("Öppna brevet")
        samira.clean()
        samira.tap("Ringa Mona")
        samira.tap(t("Say it in other words"))
        samira.write(t("In other words"), "Ringa vårdcentralen")
        samira.tap(t("Save"))
        samira.sees(t("It has new words."))
        anna.sees("Ringa vårdcentralen")
        samira.tap(t("Use these words"))
        anna.sees("Ringa Mona")
        samira.breathe()
        samira.tap(t("Take back"))
        anna.sees_not(SWEDISH.t("Partly done"))

        samira.tap(t("Keep a memory of it"))
        samira.choose_file(t("Add a photo"), paint(tmp_path / "minne.png"))
        samira.sees(t("It has been added."))
        samira.write(t("What do you want to remember?"), "Det regnade och det gick bra")
        samira.clean()
        samira.tap(t("Keep it"))
        samira.sees(t("It is kept with the step."))
        samira.sees(t("Memories"))
        samira.sees("minne")
        anna.sees("Det regnade och det gick bra")


@pytest.mark.long
def test_a_step_that_comes_again_is_passed_over_without_blame(
    company: Company, words: Words
) -> None:
    t = words.t
    with company.pair(words, "Samira Igen") as both:
        samira = both.samira
        samira.go(places.NEW_STEP)
        samira.write(t("What do you want to do?"), "Äta frukost")
        samira.tap(t("It comes again every week"))
        for weekday in range(1, 8):
            samira.tap(words.weekday(weekday), exact=True)
        samira.sees(t("Every day"))
        samira.clean()
        samira.tap(t("Plan it"))
        samira.stand(words.c("place", "Today"))
        samira.sees("Äta frukost")
        samira.tap(t("How did it go?"))
        samira.tap(t("Not now"))
        samira.sees(t("That is fine."))
        samira.sees(t("It comes again tomorrow."))
        samira.sees("Äta frukost")


@pytest.mark.long
def test_suggestions_taken_changed_and_declined(company: Company, words: Words) -> None:
    t, sv = words.t, SWEDISH.t
    with company.pair(words, "Samira Förslag") as both:
        anna, samira = both.anna, both.samira
        anna.go(f"/person/{both.id}/suggest")
        anna.write(sv("The step"), "Prova kören")
        anna.tap(sv("Suggest it"))
        anna.sees(_beginning(sv("Waits for an answer, suggested {ago}")))

        async def two_more(office: Teller) -> None:
            for step in ("Baka bröd", "Springa milen"):
                assert office.do.path.suggest(step, both.id)

        company.office(two_more)
        samira.stand(words.c("place", "My path"))
        samira.sees("Prova kören")
        samira.clean()
        samira.tap(t("Take it"))
        samira.breathe()
        samira.sees("Baka bröd")
        samira.tap(t("Change it"))
        samira.write(t("What do you want to do?"), "Baka en kaka")
        samira.clean()
        samira.tap(t("Take it like this"))
        samira.sees(t("It is on your path now, in your words."))
        samira.sees("Springa milen")
        samira.breathe()
        samira.tap(t("No, thank you"))
        samira.sees(t("That is fine. You decide."))
        for became in (
            "Taken {ago}",
            "Taken in other words {ago}: {words}",
            "Not for now, said {ago}",
        ):
            anna.sees(_beginning(sv(became)))
        anna.sees("Baka en kaka")


def _beginning(template: str) -> str:
    """Of a sentence, what stands before its first blank."""
    return template.partition("{")[0].strip()
