"""A yes on paper or through an interpreter is written down as one of its own, and the participant has the
last word. What ends is told of a month and a week ahead, and never goes on by itself."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mia_companion.domain.asks import CONSENT_NOW, CONSENT_SOON, Ask, asked_of
from mia_companion.domain.consent_ends import A_MONTH, A_WEEK, ending
from mia_companion.domain.consents import (
    IN_APP,
    ON_PAPER,
    THROUGH_INTERPRETER,
    ConsentConfirmed,
    ConsentGiven,
    ConsentWithdrawn,
)
from mia_companion.domain.fold import fold
from mia_companion.domain.history import AROUND, history
from mia_companion.domain.picture import EMPTY, Picture
from mia_companion.domain.rights import (
    COORDINATOR,
    DIRECTORY,
    OWN,
    PARTICIPANT,
    SERVER,
    SHARED,
    TEAM,
    may_say,
)
from tests.domain.telling import Told
from tests.example_data import COORDINATOR as KARIN
from tests.example_data import PARTICIPANT as AMINA
from tests.example_data import consent

LAST = date(2026, 12, 31)
DAY = timedelta(days=1)


def taken_down(id: str = "consent-1", **more: object) -> ConsentGiven:
    said = {"collected": ON_PAPER, "said_on": date(2026, 2, 27), **more}
    return consent(id).model_copy(update=said)


@pytest.mark.parametrize(
    ("role", "journal", "collected", "may"),
    [
        (PARTICIPANT, SHARED, IN_APP, True),
        (PARTICIPANT, SHARED, ON_PAPER, False),
        (PARTICIPANT, SHARED, THROUGH_INTERPRETER, False),
        (COORDINATOR, SHARED, IN_APP, False),
        (COORDINATOR, SHARED, ON_PAPER, True),
        (COORDINATOR, SHARED, THROUGH_INTERPRETER, True),
        (COORDINATOR, SHARED, "a way of a later version", False),
        (PARTICIPANT, SHARED, "a way of a later version", False),
        (COORDINATOR, TEAM, ON_PAPER, False),
        (COORDINATOR, OWN, ON_PAPER, False),
        (COORDINATOR, DIRECTORY, ON_PAPER, False),
        (SERVER, SHARED, ON_PAPER, False),
        ("", SHARED, ON_PAPER, False),
    ],
)
def test_a_coordinator_only_writes_down_how_somebody_else_said_yes(
    role: str, journal: str, collected: str, may: bool
) -> None:
    assert may_say(role, journal, taken_down(collected=collected)) is may


def test_only_the_participant_says_that_it_is_right() -> None:
    right = ConsentConfirmed(consent_id="consent-1", entry="entry-0001")
    assert may_say(PARTICIPANT, SHARED, right)
    assert not may_say(COORDINATOR, SHARED, right)
    assert may_say(COORDINATOR, SHARED, ConsentWithdrawn(consent_id="consent-1"))


def test_it_counts_at_once_and_is_asked_about_until_the_participant_answers() -> None:
    told = Told().tell(taken_down(), by=KARIN)
    stands = told.picture.consents["consent-1"]
    assert stands.counts_on(LAST)
    assert stands.is_asked_about
    told.tell(ConsentConfirmed(consent_id="consent-1", entry="entry-0001"))
    stands = told.picture.consents["consent-1"]
    assert stands.counts_on(LAST)
    assert not stands.is_asked_about
    told.tell(ConsentWithdrawn(consent_id="consent-1"))
    assert not told.picture.consents["consent-1"].counts_on(LAST)
    assert [(one.what, one.by.author, one.about) for one in history(told.picture, [AROUND])] == [
        ("ConsentWithdrawn", AMINA, ""),
        ("ConsentConfirmed", AMINA, ""),
        ("ConsentGiven", KARIN, ON_PAPER),
    ]


def test_a_yes_names_what_it_confirms() -> None:
    told = Told().tell(taken_down(), by=KARIN)
    told.tell(ConsentConfirmed(consent_id="consent-1", entry="another"))
    assert told.picture.consents["consent-1"].is_asked_about
    early = Told().tell(ConsentConfirmed(consent_id="consent-1", entry="entry-0002"))
    assert early.tell(taken_down(), by=KARIN).picture.consents["consent-1"].is_asked_about


def test_it_widens_no_consent_and_brings_none_back() -> None:
    wider = taken_down(categories=("plan", "health_notes"), valid_until=LAST + 99 * DAY)
    told = Told().tell(consent()).tell(wider, by=KARIN)
    assert told.picture.consents["consent-1"].given == consent()
    told.tell(ConsentWithdrawn(consent_id="consent-1")).tell(wider, by=KARIN)
    assert not told.picture.consents["consent-1"].counts_on(LAST)
    early = Told().tell(ConsentWithdrawn(consent_id="consent-1")).tell(wider, by=KARIN)
    assert not early.picture.consents["consent-1"].counts_on(LAST)
    twice = Told().tell(taken_down(), by=KARIN).tell(wider, by=KARIN)
    assert twice.picture.consents["consent-1"].given == taken_down()


def test_a_participant_who_gives_it_anew_gives_their_own() -> None:
    told = Told().tell(taken_down(), by=KARIN).tell(ConsentWithdrawn(consent_id="consent-1"))
    again = told.tell(consent()).picture.consents["consent-1"]
    assert again.counts_on(LAST)
    assert not again.is_asked_about


@given(
    st.lists(st.sampled_from(["give", "take down", "take back", "told it was taken back", "right"]))
)
def test_whatever_was_said_after_a_taking_back_only_the_participants_own_yes_counts(
    said: list[str],
) -> None:
    told = Told()
    for one in said:
        match one:
            case "give":
                told.tell(consent())
            case "take down":
                told.tell(taken_down(), by=KARIN)
            case "take back":
                told.tell(ConsentWithdrawn(consent_id="consent-1"))
            case "told it was taken back":
                told.tell(ConsentWithdrawn(consent_id="consent-1"), by=KARIN)
            case _:
                told.tell(ConsentConfirmed(consent_id="consent-1", entry="entry-0001"))
    backs = [n for n, one in enumerate(said) if "taken back" in one or one == "take back"]
    after = said[backs[-1] + 1 :] if backs else said
    only = {"give"} if backs else {"give", "take down"}
    stands = told.picture.consents.get("consent-1")
    assert (stands is not None and stands.given is not None) is bool(only & set(after))


def _shared(*facts: ConsentGiven) -> Picture:
    return Told().tell(*facts).picture if facts else EMPTY


@pytest.mark.parametrize(
    ("left", "told"),
    [(31, None), (30, A_MONTH), (8, A_MONTH), (7, A_WEEK), (0, A_WEEK), (-1, None)],
)
def test_what_ends_is_told_a_month_and_a_week_ahead(left: int, told: int | None) -> None:
    today = LAST - left * DAY
    found = ending(_shared(consent()).consents, today)
    assert [(one.day, one.told) for one in found] == ([(LAST, told)] if told else [])
    what = {None: None, A_MONTH: CONSENT_SOON, A_WEEK: CONSENT_NOW}[told]
    asks = asked_of(_shared(consent()), EMPTY, KARIN, today)
    assert [one for one in asks if one.what in (CONSENT_SOON, CONSENT_NOW)] == (
        [Ask(what, day=LAST)] if what else []
    )


@pytest.mark.parametrize(
    ("more", "goes_on"),
    [
        ({}, True),
        ({"valid_from": LAST + DAY}, True),
        ({"valid_from": LAST + 2 * DAY}, False),
        ({"categories": ("plan", "times", "more")}, True),
        ({"categories": ("plan",)}, False),
        ({"to_party": "employment"}, False),
        ({"from_party": "employment"}, False),
        ({"valid_until": LAST}, False),
    ],
)
def test_where_another_goes_on_nothing_is_told(more: dict[str, object], goes_on: bool) -> None:
    first = consent().model_copy(update={"categories": ("plan", "times")})
    after = first.model_copy(
        update={"consent_id": "consent-2", "valid_until": LAST + 90 * DAY, **more}
    )
    found = ending(_shared(first, after).consents, LAST)
    assert ("consent-1" not in [one.consent.id for one in found]) is goes_on


def test_what_ends_first_is_told_first_and_what_was_taken_back_is_not() -> None:
    sooner = consent("consent-2").model_copy(
        update={"valid_until": LAST - DAY, "to_party": "municipality"}
    )
    picture = _shared(consent(), sooner)
    assert [one.day for one in ending(picture.consents, LAST - DAY)] == [LAST - DAY, LAST]
    told = Told()
    told.picture = picture
    told.tell(ConsentWithdrawn(consent_id="consent-2"))
    assert [one.day for one in ending(told.picture.consents, LAST - DAY)] == [LAST]
    assert fold(EMPTY, ()).consents == {}
