"""Reminders are the person's own: nothing of them is written where anyone else reads."""

from datetime import time, timedelta

import pytest

from mia_companion.app.actions.outcome import NO_JOURNAL
from mia_companion.domain.facts import read_fact
from mia_companion.domain.reminders import Due, ReminderSeen, ReminderSet
from mia_companion.store.errors import StoreFull
from mia_companion.store.outbox import Outbox
from mia_companion.wire import problems
from tests.app.solo import Solo
from tests.example_data import NOW, OWN_JOURNAL

DUE = Due("step-1", NOW)


def written(solo: Solo) -> list[object]:
    """The facts in the outbox; all of them in the journal that only the person reads."""
    waiting = solo.companion.store.outbox.all()
    assert {one.entry.journal for one in waiting} <= {OWN_JOURNAL}
    return [read_fact(one.entry.body) for one in waiting]


def test_what_is_chosen_for_a_shared_step_is_written_in_ones_own_journal(solo: Solo) -> None:
    assert solo.do.reminders.choose("step-1", before=(1440, 60, 60), at=time(8), eve=time(18))
    assert solo.do.reminders.seen(DUE)
    assert solo.do.reminders.turn_off("step-1")
    assert written(solo) == [
        ReminderSet(item="step-1", before=(60, 1440), at=time(8), eve=time(18)),
        ReminderSeen(item="step-1", due_at=NOW),
        ReminderSet(item="step-1"),
    ]


def test_turning_off_can_be_undone_and_seeing_cannot(solo: Solo) -> None:
    solo.do.reminders.choose("step-1", at=time(8))
    off = solo.do.reminders.turn_off("step-1")
    solo.do.reminders.undo(off)
    seen = solo.do.reminders.seen(DUE)
    assert not seen.entry
    reminder = solo.companion.view.plan().own.reminders["step-1"]
    assert (reminder.at, reminder.seen) == (time(8), (NOW,))


def test_a_reminder_survives_the_app(solo: Solo) -> None:
    solo.do.reminders.choose("step-1", at=time(8))
    solo.clock.now += timedelta(days=3)
    solo.reopen()
    assert solo.companion.view.plan().own.reminders["step-1"].at == time(8)


def test_without_the_journal_or_without_room_it_says_so(
    solo: Solo, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StoreFull

    with monkeypatch.context() as patched:
        patched.setattr(Outbox, "add_all", full)
        assert solo.do.reminders.choose("step-1", at=time(8)).problem == problems.DISK_FULL
        assert solo.do.reminders.seen(DUE).problem == problems.DISK_FULL
    solo.companion.left(OWN_JOURNAL, problems.ACCESS_ENDED)
    assert solo.do.reminders.choose("step-1", at=time(8)).problem == NO_JOURNAL
    assert not written(solo)
