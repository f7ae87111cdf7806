"""Consents: all of it on one screen, given in one's own language, taken back by one tap."""

from datetime import timedelta
from pathlib import Path

import flet as ft

from mia_companion.domain.consents import ConsentGiven, ConsentWithdrawn
from mia_companion.domain.disclosures import PassedOn
from mia_companion.domain.facts import read_fact
from mia_companion.i18n.words import words_for
from mia_companion.ui import places
from tests.example_data import COORDINATOR, JOURNAL, TODAY, consent
from tests.ui.home import Home, a_home


def given(home: Home) -> ConsentGiven:
    (waiting,) = home.companion.store.outbox.all()
    fact = read_fact(waiting.entry.body)
    assert isinstance(fact, ConsentGiven)
    return fact


async def test_the_whole_record_is_given_on_one_screen(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.CONSENTS) as screen:
            assert screen.shows("You have given no consent")
            await screen.click("Give a consent")
            await screen.click("Booked times")
            await screen.click("My health")
            await screen.click("12 months")
            assert screen.shows("The region (health care) may tell Försäkringskassan about:")
            await screen.click("Yes, I give this consent")
            assert screen.shows("You have given your consent.")
            assert screen.page.route == places.CONSENTS
        said = given(home)
        assert (said.from_party, said.to_party) == ("region", "insurance")
        assert said.categories == ("times", "health_notes")
        assert said.purpose == "So that they can plan together with me"
        assert (said.valid_from, said.valid_until) == (TODAY, TODAY.replace(year=TODAY.year + 1))
        assert (said.language, said.text_version, said.collected) == ("en", "2026-11", "in_app")


async def test_nothing_chosen_and_one_party_to_itself_are_told(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.NEW_CONSENT) as screen:
            await screen.click("Yes, I give this consent")
            assert screen.shows("Choose at least one kind of information.")
            await screen.click("My health")
            both = [
                c
                for c in screen.controls(ft.Container)
                if c.on_click and any("The region" in t.value for t in _texts(c))
            ]
            await screen.fire(both[-1], "click")
            await screen.click("Yes, I give this consent")
            assert screen.shows("Choose two different ones")
            assert not home.waiting()


async def test_taken_back_by_one_tap_and_told_what_that_means(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.tell(consent())
        async with home.screen(places.CONSENTS) as screen:
            await screen.click("Take it back")
            assert home.waiting() == [(JOURNAL, "ConsentWithdrawn")]
            assert screen.shows("From now on nothing more may be passed on under it.")
            assert not screen.shows("Undo")
            assert screen.shows("It is not sent yet: your coordinator gets to know of it when")
            assert not screen.shows("Nothing is passed on under it.")


async def test_of_two_between_the_same_it_is_heard_which_is_taken_back(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.tell(consent())
        async with home.screen(places.CONSENTS) as screen:
            (alone,) = (said for said in screen.texts() if said.startswith("Take it back: "))
        home.clock.now += timedelta(hours=1)
        home.tell(consent().model_copy(update={"consent_id": "another"}))
        async with home.screen(places.CONSENTS) as screen:
            both = [said for said in screen.texts() if said.startswith("Take it back: ")]
        assert len(set(both)) == 2, both
        assert alone not in both


async def test_a_ready_purpose_is_read_in_the_language_of_whoever_reads(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        arabic = words_for("ar").t("So that they can plan together with me")
        home.tell(consent().model_copy(update={"purpose": arabic, "language": "ar"}))
        async with home.screen(places.CONSENTS) as screen:
            assert screen.shows("So that they can plan together with me")


async def test_what_was_passed_on_is_seen_also_after_it_was_taken_back(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.tell(consent())
        passed = PassedOn(
            disclosure_id="d", consent_id="consent-1", to_party="insurance", categories=("plan",)
        )
        home.tell(passed, by=COORDINATOR)
        home.tell(ConsentWithdrawn(consent_id="consent-1"))
        async with home.screen(places.CONSENTS) as screen:
            await screen.click("What has ended (1)")
            assert screen.shows("Nothing is passed on under it.")
            assert screen.shows("To Försäkringskassan: my plan")
            assert screen.shows("Karin Berg")


def _texts(inside: ft.Control) -> list[ft.Text]:
    from tests.ui.standing import walk  # noqa: PLC0415

    return [one for one in walk(inside) if isinstance(one, ft.Text)]
