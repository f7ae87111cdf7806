"""What ends is told on both sides, a month and a week ahead; it goes on only with a new yes."""

from datetime import timedelta
from pathlib import Path

from mia_companion.domain.consents import ConsentGiven
from mia_companion.domain.facts import read_fact
from mia_companion.ui import places
from tests.example_data import TODAY, consent
from tests.ui.home import a_home
from tests.ui.office import an_office

ADA = "person-ada"
PERSON = f"/person/{ADA}"
DAY = timedelta(days=1)


async def test_the_coordinator_is_asked_to_talk_about_what_ends(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        office.person(ADA, "Ada")
        office.says(ADA, consent().model_copy(update={"valid_until": TODAY + 30 * DAY}))
        async with office.screen(route=PERSON) as screen:
            assert screen.shows("A consent ends Wed, 1 Apr")
            await screen.click("A consent ends on Wednesday, 1 April: talk about it in time")
            assert screen.shows("Counts now. Ends by itself on Wednesday, 1 April")
            assert not screen.shows("talk about it in time")
        office.clock.pass_by(days=23)
        async with office.screen(route=PERSON) as screen:
            assert screen.shows("it goes on only with a new yes")


async def test_what_ends_is_told_a_month_and_a_week_ahead_and_goes_on_only_with_a_new_yes(
    tmp_path: Path,
) -> None:
    with a_home(tmp_path) as home:
        ends = consent().model_copy(update={"valid_until": TODAY + 31 * DAY, "language": "en"})
        home.tell(ends)
        async with home.screen() as screen:
            assert not screen.shows("A consent ends")
        home.clock.pass_by(days=1)
        async with home.screen() as screen:
            assert screen.shows("A consent ends in 30 days")
            await screen.click("I have read this")
            assert not screen.shows("A consent ends")
        home.clock.pass_by(days=23)
        async with home.screen() as screen:
            assert screen.shows("A consent ends in 7 days")
            await screen.click("Say yes anew")
            assert screen.page.route == f"{places.NEW_CONSENT}/consent-1"
            assert screen.shows("It is filled in as it was.")
            assert home.waiting() == [], "nothing goes on by itself"
            await screen.click("Yes, I give this consent")
            assert not screen.shows("Say yes anew")
        [waiting] = home.companion.view.outbox
        said = read_fact(waiting.entry.body)
        assert isinstance(said, ConsentGiven)
        assert said.consent_id != "consent-1"
        assert (said.to_party, said.categories, said.purpose) == (
            ends.to_party,
            ends.categories,
            ends.purpose,
        )
        assert (said.valid_from, said.collected) == (TODAY + 24 * DAY, "in_app")
        async with home.screen() as screen:
            assert not screen.shows("A consent ends")
