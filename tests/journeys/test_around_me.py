"""Those around one, what they may tell each other, a reminder that falls due, and a plan on paper."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from mia_companion.demo.tellers import Teller
from mia_companion.domain.areas import MUNICIPALITY
from mia_companion.i18n.words import Words
from mia_companion.ui import places
from mia_companion.ui.components.consent_words import categories
from mia_companion.ui.components.names import party_name
from tests.journeys.cast import NURSE, NURSE_PHONE, Company
from tests.journeys.stage import COORDINATOR
from tests.journeys.ways import plan_step
from tests.paper.reading import Paper

pytestmark = [pytest.mark.journey, pytest.mark.timeout(180)]
AN_HOUR_AND_A_LITTLE = timedelta(minutes=60, seconds=30)


@pytest.mark.long
def test_my_network_and_a_consent_given_and_taken_back(company: Company, words: Words) -> None:
    t = words.t
    with company.pair(words, "Samira Krets") as both:
        samira = both.samira
        samira.go(places.NETWORK)
        samira.sees(COORDINATOR)
        samira.tap(t("Add someone"))
        samira.tap(NURSE)
        samira.clean()
        samira.tap(t("Add"))
        samira.sees(t("In your network."))
        samira.sees(t("Call {number}", number=NURSE_PHONE))
        samira.clean()

        samira.go(places.CONSENTS)
        samira.sees(t("You have given no consent"))
        samira.clean()
        samira.tap(t("Give a consent"))
        for _, name in categories(words)[:2]:
            samira.tap(name[:1].upper() + name[1:])
        samira.sees(t("This is what you say yes to"))
        samira.clean()
        samira.tap(t("Yes, I give this consent"))
        samira.sees(t("You have given your consent. You can take it back at any time."))
        samira.clean()
        samira.breathe()
        samira.tap(t("Take it back"))  # one tap, as it was to give it
        samira.sees(t("Taken back. From now on nothing more may be passed on under it."))
        samira.sees(t("You have given no consent"))
        samira.tap(words.n("What has ended ({count})", "What has ended ({count})", 1))
        samira.sees(t("What had been passed on before stays with those who got it."))


@pytest.mark.long
def test_a_reminder_falls_due_and_a_plan_on_paper(
    company: Company, words: Words, tmp_path: Path
) -> None:
    t = words.t
    with company.pair(words, "Samira Minns") as both:
        samira = both.samira

        async def booked(office: Teller) -> str:
            starts = datetime.now(UTC) + AN_HOUR_AND_A_LITTLE
            done = office.do.appointments.book(
                "Möte med kommunen", MUNICIPALITY, starts, participant=both.id
            )
            assert done
            return done.item

        item = company.office(booked)
        samira.stand(words.c("place", "Times"))
        samira.sees("Möte med kommunen")
        samira.sees(party_name(words, MUNICIPALITY))
        samira.go(f"{places.APPOINTMENT}/{item}")
        samira.tap(t("Choose a reminder"))
        samira.tap(t("One hour before"), "checkbox")
        samira.sees(t("The reminder is set."))
        samira.go(places.REMINDERS)
        samira.sees(t("Turn it off: {words}", words="Möte med kommunen"))
        samira.clean()

        samira.go(places.PATH)
        plan_step(samira, "Leta fram passet", words)
        samira.go(places.PAPER)
        samira.sees(t("A plan on paper"))
        samira.clean()
        with samira.page.expect_download() as opened:
            samira.tap(t("Make the paper"))
        name = opened.value.suggested_filename
        samira.sees(t("The paper is made. Look among your downloads for {name}.", name=name))
        opened.value.save_as(tmp_path / name)
        said = Paper((tmp_path / name).read_bytes()).text
        assert "Leta fram passet" in said
        assert "Möte med kommunen" in said
        assert "Samira Minns" not in said

        samira.go(places.TODAY)
        due = samira.page.get_by_text(t("A reminder of your appointment")).first
        expect(due).to_be_attached(timeout=60_000)
        samira.clean()
        samira.tap(t("OK, I have seen it"))
        samira.sees(t("Good. It is seen."))
        samira.sees_not(t("A reminder of your appointment"))
