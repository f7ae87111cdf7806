"""Check-ins, ratings, the network, the plan for bad days, and what a consent leaves behind."""

from datetime import date

from mia_companion.domain.bad_days import HELPS, BadDayCallAdded, BadDayPlanWritten
from mia_companion.domain.checkins import CheckedIn, CheckInWorded
from mia_companion.domain.consents import ConsentWithdrawn
from mia_companion.domain.facts import Fact
from mia_companion.domain.fold import fold
from mia_companion.domain.messages import thread_about, what_about
from mia_companion.domain.network import ContactAdded, ContactRemoved
from mia_companion.domain.picture import EMPTY, Picture
from mia_companion.domain.plan import Plan
from mia_companion.domain.ratings import AreasRated
from mia_companion.domain.words import Undone
from tests.example_data import consent, message, told


def picture(*facts: Fact) -> Picture:
    return fold(EMPTY, told(*facts))


def test_a_check_in_takes_a_word_afterwards() -> None:
    facts = (CheckedIn(checkin_id="c", feeling=2), CheckInWorded(checkin_id="c", words="trött"))
    assert picture(*facts).checkins["c"].words == "trött"
    assert picture(*facts, Undone(item="c", entry="entry-0002")).checkins["c"].words == ""
    assert picture(*facts, Undone(item="c", entry="entry-0001")).checkins["c"].gone


def test_ratings_stay_beside_each_other() -> None:
    first = AreasRated(rating_id="r-1", levels={"health": 2})
    facts = (first, AreasRated(rating_id="r-2", levels={"health": 4, "later_area": 1}), first)
    found = picture(*facts).ratings
    assert [found[r].levels for r in ("r-1", "r-2")] == [
        {"health": 2}, {"health": 4, "later_area": 1},
    ]  # fmt: skip
    assert picture(*facts, Undone(item="r-1", entry="entry-0001")).ratings["r-1"].gone


def test_a_contact_is_said_anew_removed_and_brought_back() -> None:
    lena = ContactAdded(contact_id="c", name="Lena", party="region", phone="010")
    anew = lena.model_copy(update={"phone": "020"})
    assert picture(lena, anew).contacts["c"].fact.phone == "020"
    back = picture(lena, anew, Undone(item="c", entry="entry-0002")).contacts["c"]
    assert back.fact.phone == "010"
    removed = (lena, ContactRemoved(contact_id="c"))
    assert not picture(*removed).contacts["c"].is_here
    assert picture(*removed, Undone(item="c", entry="entry-0002")).contacts["c"].is_here
    assert picture(*removed, lena).contacts["c"].is_here
    assert not picture(lena, Undone(item="c", entry="entry-0001")).contacts["c"].is_here


def test_the_plan_for_bad_days_keeps_what_it_replaced() -> None:
    facts: tuple[Fact, ...] = (
        BadDayPlanWritten(part=HELPS, words="Duscha"),
        BadDayPlanWritten(part=HELPS, words="Duscha. Ringa Kim."),
        BadDayCallAdded(call_id="k", name="Kim", number="070"),
    )
    found = picture(*facts)
    assert found.bad_day_parts[HELPS].words == "Duscha. Ringa Kim."
    assert found.bad_day_parts[HELPS].wordings[0].words == "Duscha"
    back = picture(
        *facts, Undone(item=HELPS, entry="entry-0002"), Undone(item="k", entry="entry-0003")
    )
    assert back.bad_day_parts[HELPS].words == "Duscha"
    assert back.bad_day_calls["k"].gone


def test_a_withdrawn_consent_still_says_what_it_was_about() -> None:
    found = picture(consent(), ConsentWithdrawn(consent_id="consent-1")).consents["consent-1"]
    assert found.given is None
    assert found.last == consent()
    assert not found.covers("insurance", ("plan",), date(2026, 3, 2))
    assert picture(consent()).consents["consent-1"].covers("insurance", (), date(2026, 3, 2))


def test_threads_the_one_written_in_last_first() -> None:
    about = thread_about("step", "step-1")
    assert what_about(about) == ("step", "step-1")
    assert what_about("general") == what_about("later:thing") == what_about("step:") == ("", "")
    tied = message("m-2").model_copy(update={"thread_id": about})
    plan = Plan(shared=picture(message("m-1"), tied))
    assert plan.threads == (about, "general")
    assert Plan(shared=picture(message("m-1"), tied, message("m-3"))).threads[0] == "general"
