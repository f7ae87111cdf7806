"""A yes that was said elsewhere: written down by the coordinator, answered by the participant on Today."""

from datetime import timedelta
from pathlib import Path

from mia_companion.domain import rights
from mia_companion.domain.consents import (
    ON_PAPER,
    THROUGH_INTERPRETER,
    ConsentConfirmed,
    ConsentGiven,
    ConsentWithdrawn,
)
from mia_companion.domain.facts import Fact, read_fact
from mia_companion.i18n.words import words_for
from mia_companion.ui import places
from mia_companion.ui.components.consent_words import PURPOSES
from tests.example_data import COORDINATOR, JOURNAL, TODAY, consent
from tests.ui.home import Home, a_home
from tests.ui.office import Office, an_office

ADA = "person-ada"
PERSON = f"/person/{ADA}"
DAY = timedelta(days=1)


def deeds(office: Office) -> list[Fact | None]:
    return [read_fact(w.entry.body) for w in office.companion.view.deeds_to_send]


def taken_down(**more: object) -> ConsentGiven:
    said = {"collected": ON_PAPER, "said_on": TODAY - 3 * DAY, **more}
    return consent().model_copy(update=said)


async def test_it_is_written_down_as_it_was_said_and_read(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        office.person(ADA, "Ada", "ar")
        async with office.screen(route=PERSON) as screen:
            await screen.click("Consents")
            await screen.click("Write down a consent")
            await screen.click("Write it down")
            assert screen.shows("Choose how the yes was said.")
            await screen.click("Said through an interpreter")
            await screen.click("Somali")
            await screen.click("Svenska")
            await screen.click("Write it down")
            assert screen.shows("Choose at least one kind of information.")
            await screen.click("Booked times")
            await screen.click("3 months")
            assert screen.shows("This is what Ada said yes to")
            assert screen.shows("får berätta för")
            assert screen.shows("The same in English:")
            await screen.type("Day, as year-month-day", (TODAY + DAY).isoformat())
            await screen.click("Write it down")
            assert screen.shows("Choose the day of the yes: today or an earlier day.")
            await screen.type("Day, as year-month-day", (TODAY - DAY).isoformat())
            await screen.click("Write it down")
            assert screen.shows("Written down. The participant sees it at once")
            assert screen.shows("The participant has not answered yet.")
            assert screen.shows("You wrote it down today")
            assert screen.shows("Read in Svenska, text 2026-11, and said in Somali.")
        [said] = deeds(office)
        assert isinstance(said, ConsentGiven)
        assert (said.collected, said.said_on, said.spoken) == (
            THROUGH_INTERPRETER,
            TODAY - DAY,
            "so",
        )
        assert (said.language, said.text_version) == ("sv", "2026-11")
        assert said.purpose == words_for("sv").t(PURPOSES[0])
        assert said.valid_from == TODAY - DAY


async def test_a_taking_back_that_was_told_is_asked_once_more_and_counts(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        office.person(ADA, "Ada")
        office.says(ADA, consent())
        async with office.screen(route=PERSON) as screen:
            await screen.click("Consents")
            await screen.click("They have said that they take it back")
            assert screen.shows("Has Ada told you that this consent is taken back?")
            await screen.click("Not now")
            assert deeds(office) == []
            office.clock.pass_by(seconds=1)
            await screen.click("They have said that they take it back")
            office.clock.pass_by(seconds=1)
            await screen.click("Yes, it is taken back")
            assert deeds(office) == [ConsentWithdrawn(consent_id="consent-1")]
            await screen.click("What has ended (1)")
            assert screen.shows("You wrote it down.")


def _says(home: Home, fact: Fact) -> None:
    home.tell(fact, by=COORDINATOR)


async def test_the_participant_sees_it_at_once_and_says_that_it_is_right(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen() as screen:
            assert not screen.shows("has written down")
            _says(home, taken_down())
            await screen.settle()
            assert screen.shows("Karin Berg has written down that you said yes")
            assert screen.shows("Said on paper. Ends by itself on Thursday, 31 December.")
            await screen.click("That is right")
            assert home.waiting() == [(JOURNAL, "ConsentConfirmed")]
            assert not screen.shows("has written down")
        async with home.screen(places.CONSENTS) as screen:
            assert screen.shows("Said on paper on Friday, 27 February. Karin Berg wrote it down")
            assert not screen.shows("Is that right?")


async def test_one_tap_takes_it_back_on_a_day_with_little_energy_too(tmp_path: Path) -> None:
    for one_thing in (False, True):
        with a_home(tmp_path / str(one_thing)) as home:
            _says(home, taken_down())
            home.do.choices.one_thing(one_thing)
            async with home.screen() as screen:
                await screen.click("Take it back")
                assert home.waiting() == [(JOURNAL, "ConsentWithdrawn")]
                assert screen.shows("From now on nothing more may be passed on under it.")
                assert not screen.shows("has written down")
            assert not home.companion.view.plan().shared.consents["consent-1"].counts_on(TODAY)


async def test_the_answer_is_one_tap_away_among_the_consents_too(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        _says(home, taken_down())
        async with home.screen(places.CONSENTS) as screen:
            assert screen.shows("Karin Berg has written down that you said yes. Is that right?")
            assert screen.shows("I can take it back at any time, and nothing bad comes of it.")
            await screen.click("That is right")
        [waiting] = home.companion.view.outbox
        given = home.companion.view.plan().shared.consents["consent-1"].given_by
        assert given
        assert read_fact(waiting.entry.body) == ConsentConfirmed(
            consent_id="consent-1", entry=given.entry
        )
        home.tell(ConsentWithdrawn(consent_id="consent-1"), by=COORDINATOR)
        async with home.screen(places.CONSENTS) as screen:
            await screen.click("What has ended (1)")
            assert screen.shows("Karin Berg wrote down that you said so.")


async def test_history_says_who_wrote_it_down_and_how(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        office.person(ADA, "Ada")
        office.tell(rights.SHARED, ADA, taken_down(), COORDINATOR)
        given = office.companion.view.plan(ADA).shared.consents["consent-1"].given_by
        assert given
        office.says(ADA, ConsentConfirmed(consent_id="consent-1", entry=given.entry))
        office.says(ADA, ConsentWithdrawn(consent_id="consent-1"))
        async with office.screen(route=PERSON) as screen:
            await screen.click("History")
            assert screen.shows("A consent, said on paper and written down, Friday, 27 February")
            assert screen.shows("A consent that was written down is right")
            assert screen.shows("A consent, taken back")
