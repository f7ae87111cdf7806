"""Who opened which part on which day is written down once, and counts as nothing else."""

import random
from datetime import date, timedelta

from mia_companion.domain.activity import KEPT
from mia_companion.domain.facts import write_fact
from mia_companion.domain.fold import fold
from mia_companion.domain.history import history
from mia_companion.domain.layers import live
from mia_companion.domain.messages import MessageWritten
from mia_companion.domain.needs import needs
from mia_companion.domain.openings import (
    MESSAGES,
    PATH,
    OpenedPart,
    PersonOpened,
    is_trace,
    key_of,
    was_opened,
)
from mia_companion.domain.picture import EMPTY, load_picture, save_picture
from mia_companion.domain.plan import Plan
from mia_companion.domain.shelving import shelve
from mia_companion.domain.threads import latest_by_thread
from tests.domain.telling import Told, quiet
from tests.example_data import (
    COORDINATOR,
    DESKTOP,
    NOW,
    PARTICIPANT,
    TABLET,
    TODAY,
    booking,
    confirmed,
    entry,
    goal,
)

DAY = timedelta(days=1)


def opened(part: str = PATH, day: date = TODAY, in_place_of: str = "") -> PersonOpened:
    return PersonOpened(part=part, day=day, in_place_of=in_place_of)


def test_a_day_of_one_coordinator_is_one_line_and_the_first_of_each_part_counts() -> None:
    told = Told().tell(opened(), by=COORDINATOR)
    told.tell(opened(MESSAGES, in_place_of="account-nils"), by=COORDINATOR, at=NOW + DAY / 24)
    told.tell(opened(), opened(MESSAGES), by=COORDINATOR, at=NOW + DAY / 12)
    told.tell(opened(), by="account-nils")
    told.tell(opened(day=TODAY + DAY), by=COORDINATOR, at=NOW + DAY)
    lines = told.picture.openings
    assert set(lines) == {
        key_of(TODAY, COORDINATOR),
        key_of(TODAY, "account-nils"),
        key_of(TODAY + DAY, COORDINATOR),
    }
    assert lines[key_of(TODAY, COORDINATOR)].parts == (
        OpenedPart(part=PATH, at=NOW),
        OpenedPart(part=MESSAGES, at=NOW + DAY / 24, in_place_of="account-nils"),
    )
    assert was_opened(lines, TODAY, COORDINATOR, PATH)
    assert not was_opened(lines, TODAY, "account-nils", MESSAGES)


def test_two_devices_of_one_coordinator_that_had_not_seen_each_other_are_one_line() -> None:
    both = [
        confirmed(entry(opened(), f"entry-{n:04}", author=COORDINATOR, device=device), n)
        for n, device in enumerate((DESKTOP, TABLET), 1)
    ]
    [line] = fold(EMPTY, both).openings.values()
    assert line.by.entry == "entry-0001"
    assert len(line.parts) == 1


def test_a_day_that_its_clock_belies_is_that_of_the_clock() -> None:
    told = Told().tell(opened(day=date(1999, 1, 1)), by=COORDINATOR)
    told.tell(opened(day=TODAY + DAY), by=COORDINATOR)
    assert [one.day for one in told.picture.openings.values()] == [TODAY, TODAY + DAY]


def test_it_counts_as_no_activity_and_changes_no_answer_about_the_person() -> None:
    """A random life, with and without openings strewn into it: everybody is told the same of it."""
    luck = random.Random(20)
    for _ in range(50):
        bare, strewn = Told(), Told()
        for n in range(luck.randrange(1, 20)):
            by = luck.choice((PARTICIPANT, COORDINATOR))
            at = NOW + n * DAY
            fact = luck.choice(
                (
                    goal(f"g-{n}"),
                    booking(f"a-{n}"),
                    MessageWritten(message_id=f"m-{n}", words="Hej"),
                )
            )
            bare.tell(fact, by=by, at=at)
            strewn.tell(fact, by=by, at=at)
            for late in range(luck.randrange(3)):
                day = TODAY + (n + late) * DAY
                strewn.tell(opened(day=day), by=COORDINATOR, at=at + late * DAY)
        assert strewn.picture.openings or strewn.picture.seq == bare.picture.seq
        assert bare.picture.active == strewn.picture.active
        assert len(strewn.picture.active.get(COORDINATOR, ())) <= KEPT
        assert [(t.what, t.words) for t in history(bare.picture)] == [
            (t.what, t.words) for t in history(strewn.picture)
        ]
        for later in (0, 5, 30):
            now, today = NOW + later * DAY, TODAY + later * DAY
            first, other = (
                needs(Plan(shared=one.picture), PARTICIPANT, COORDINATOR, now, today)
                for one in (bare, strewn)
            )
            assert first.unread == other.unread
            assert first.reasons == other.reasons
            said = [one.newest and (one.newest.what, one.newest.words) for one in (first, other)]
            assert said[0] == said[1]
        assert list(latest_by_thread(bare.picture)) == list(latest_by_thread(strewn.picture))


def test_days_that_are_over_settle_and_are_found_again() -> None:
    told = Told()
    for n in range(60):
        told.tell(opened(day=TODAY + n * DAY), by=COORDINATOR, at=NOW + n * DAY)
    told.tell(*quiet(50), at=NOW + 60 * DAY)
    whole = told.picture
    shelved = shelve(whole)
    assert len(live(shelved.openings)) == 14
    assert shelved == whole
    assert load_picture(save_picture(shelved)) == whole
    assert was_opened(shelved.openings, TODAY, COORDINATOR, PATH)
    told.picture = shelved
    told.tell(opened(MESSAGES), opened(), by=COORDINATOR)
    line = told.picture.openings[key_of(TODAY, COORDINATOR)]
    assert [one.part for one in line.parts] == [PATH, MESSAGES]


def test_a_trace_is_known_by_its_body() -> None:
    assert is_trace(write_fact(opened()))
    assert not is_trace(write_fact(MessageWritten(message_id="m", words="PersonOpened")))
