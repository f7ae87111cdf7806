"""A file from elsewhere: brought in once, moved by a later one, called off by the last; nothing twice."""

from dataclasses import replace
from datetime import timedelta

import pytest

from mia_companion.domain.appointment import Appointment
from mia_companion.domain.appointments import VIDEO
from mia_companion.domain.summoned import MOVED, NEW, NOTHING, OFF, OLDER, SAME, summoned
from mia_companion.domain.summons import Summons
from tests.app.solo import Solo
from tests.example_data import NOW

FIRST = Summons(
    key="k" * 32, version=1, title="Läkarbesök", starts_at=NOW + timedelta(days=3),
    ends_at=NOW + timedelta(days=3, hours=1), zone="Europe/Stockholm", whole_day=False,
    place="Vårdcentralen", link="", said="Ta med kortet.", called_off=False,
)  # fmt: skip
LATER = replace(FIRST, version=2, starts_at=NOW + timedelta(days=4), ends_at=None)
OFF_NOW = replace(LATER, version=3, called_off=True)


def bring(solo: Solo, *some: Summons, private: bool = False) -> list[str]:
    """Bring in what it would do; what each meant."""
    found = summoned(solo.companion.view.plan(), some)
    assert all(solo.do.calendars.bring_in(found, "Ett möte", private=private))
    return [one.meaning for one in found]


def there(solo: Solo) -> Appointment:
    plan = solo.companion.view.plan()
    [one] = [*plan.shared.appointments.values(), *plan.own.appointments.values()]
    return one


@pytest.mark.parametrize("private", [False, True])
def test_a_summons_moves_with_later_files_and_is_never_there_twice(
    solo: Solo, private: bool
) -> None:
    assert bring(solo, FIRST, private=private) == [NEW]
    assert bring(solo, FIRST, private=private) == [SAME]
    first = there(solo)
    assert (first.title, first.now.place, first.directions) == (
        "Läkarbesök", "Vårdcentralen", "Ta med kortet.",
    )  # fmt: skip
    assert bring(solo, LATER) == [MOVED]
    assert (there(solo).now.starts_at, there(solo).id) == (LATER.starts_at, first.id)
    assert bring(solo, FIRST) == [OLDER]
    assert there(solo).now.starts_at == LATER.starts_at
    assert bring(solo, OFF_NOW) == [OFF]
    assert there(solo).cancelled_by is not None
    assert bring(solo, replace(OFF_NOW, version=4)) == [SAME]


def test_a_cancellation_of_what_is_not_here_does_nothing(solo: Solo) -> None:
    assert bring(solo, OFF_NOW) == [NOTHING]


def test_a_file_does_not_undo_what_the_person_called_off(solo: Solo) -> None:
    bring(solo, FIRST)
    solo.do.appointments.cancel(there(solo))
    assert bring(solo, LATER) == [SAME]


def test_what_has_no_name_or_no_place_is_named_and_met_by_video(solo: Solo) -> None:
    bring(solo, replace(FIRST, title="", place="", link="https://video.example/1"))
    assert (there(solo).title, there(solo).way) == ("Ett möte", VIDEO)


def test_a_move_that_was_taken_back_can_be_brought_in_again(solo: Solo) -> None:
    bring(solo, FIRST)
    [found] = summoned(solo.companion.view.plan(), [LATER])
    [done] = solo.do.calendars.bring_in([found], "Ett möte")
    solo.do.appointments.undo(done)
    assert there(solo).now.starts_at == FIRST.starts_at
    assert bring(solo, LATER) == [MOVED]


def test_one_that_was_taken_back_whole_is_new_again(solo: Solo) -> None:
    [found] = summoned(solo.companion.view.plan(), [FIRST])
    [done] = solo.do.calendars.bring_in([found], "Ett möte")
    solo.do.appointments.undo(done)
    assert [one.meaning for one in summoned(solo.companion.view.plan(), [FIRST])] == [NEW]
