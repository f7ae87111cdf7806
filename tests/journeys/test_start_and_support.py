"""Start, interventions and finish, as the coordinator notes them and the participant reads them; and what a
coordinator believes, which nobody else reads."""

import os
import subprocess
import sys

import pytest

from mia_companion.demo.tellers import Teller
from mia_companion.i18n.words import Words
from mia_companion.ui import places
from tests.journeys.cast import Company
from tests.journeys.person import DESKTOP, person
from tests.journeys.stage import JONAS, JONAS_EMAIL
from tests.journeys.ways import SWEDISH, sign_in

pytestmark = [pytest.mark.journey, pytest.mark.timeout(180)]
BELIEF = "Kaféet bär henne"


@pytest.mark.long
def test_from_the_start_to_the_finish_and_what_only_anna_believes(
    company: Company, words: Words
) -> None:
    t, sv = words.t, SWEDISH.t
    with company.pair(words, "Samira Stöd") as both:
        anna, samira = both.anna, both.samira
        anna.tap(sv("No start is noted yet"))
        anna.tap(sv("Began today"))
        anna.sees(sv("The start is noted. The participant sees it."))
        samira.go(places.PATH)
        samira.sees(t("What is under way"))

        for sort, where in (("Work training", "Kaféet på torget"), ("Studies", "Kvällskursen")):
            anna.tap(sv("Add an intervention"))
            anna.tap(sv(sort))
            anna.write(sv("Where and what, in a few words"), where)
            anna.clean()
            anna.tap(sv("Save"))
            anna.sees(where)
        anna.sees("Kaféet på torget")
        anna.clean()
        for said in (t("Work training"), "Kaféet på torget", t("Studies"), "Kvällskursen"):
            samira.sees(said)
        samira.clean()

        anna.tap(sv("Note the finish"))
        anna.tap(sv("In work"))
        anna.clean()
        anna.tap(sv("Save"))
        samira.sees(t("Then: {result}", result=t("In work")))
        anna.tap(sv("Undo"))
        anna.sees(sv("Note the finish"))
        samira.sees_not(t("Then: {result}", result=t("In work")))
        anna.tap(sv("Note the finish"))
        anna.tap(sv("In studies"))
        anna.tap(sv("Save"))
        samira.sees(t("Then: {result}", result=t("In studies")))

        anna.tap(sv("Note it"))
        anna.tap(sv("Rather much"))
        anna.write(sv("A few words, if you want"), BELIEF)
        anna.clean()
        anna.tap(sv("Save"))
        anna.sees(BELIEF)
        anna.clean()
        _assign_jonas(company, both.id)
        with person(company.browser, company.stage.coordinator, DESKTOP) as jonas:
            sign_in(jonas, email=JONAS_EMAIL)
            jonas.go(f"/person/{both.id}")
            jonas.tap(sv("Start and support"))
            jonas.sees("Kvällskursen")
            jonas.sees(sv("Your own belief"))
            jonas.sees_not(BELIEF)
        samira.sees_not(BELIEF)


def _assign_jonas(company: Company, participant: str) -> None:
    async def listed(anna: Teller) -> str:
        await anna.sync()
        found = anna.companion.view.coordinators
        return next(one.coordinator_id for one in found if one.name == JONAS)

    data = company.stage.backend.data
    said = ["admin", "assign", participant, company.office(listed)]
    subprocess.run(
        [sys.executable, "-m", "mia_companion.cli", *said],
        env={**os.environ, "MIA_DATA_DIR": str(data), "MIA_ARGON2_MEMORY_KIB": "1024"},
        check=True,
        capture_output=True,
    )
