"""What is sent by mail and SMS, and when: as chosen, never in quiet hours, and only of what takes place."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from mia_companion.domain.appointments import AppointmentCancelled, AppointmentMoved
from mia_companion.domain.channels import AddressProved, ChannelsChosen, ReminderNotReached
from mia_companion.domain.facts import Fact
from mia_companion.domain.fold import fold
from mia_companion.domain.people import IdentityProtected
from mia_companion.domain.picture import EMPTY
from mia_companion.domain.plan import Plan
from mia_companion.domain.reminders import ReminderSeen, ReminderSet
from mia_companion.domain.sendings import LATE, Sending, sendings
from mia_companion.domain.step_marks import StepDone
from mia_companion.domain.ways import channels_of, unreached_of
from mia_companion.domain.words import Undone
from tests.example_data import NOW, OWN_JOURNAL, TODAY, booking, confirmed, entry, step, told

HOME = ZoneInfo("Europe/Stockholm")
LONG_AGO = NOW - timedelta(days=30)
HOUR = timedelta(hours=1)
STARTS = NOW + timedelta(days=1)
BY_MAIL = ChannelsChosen(mail="anna@example.org", appointments=(24 * 60, 60))


def plan(*shared: Fact, own: tuple[Fact, ...] = (BY_MAIL,), proved: bool = True) -> Plan:
    said = [
        entry(one, f"own-{n:05}", journal=OWN_JOURNAL, at=LONG_AGO) for n, one in enumerate(own)
    ]
    chosen = [one for one in (*shared, *own) if isinstance(one, ChannelsChosen)]
    for way, to in (
        (way, to) for one in chosen for way, to in (("mail", one.mail), ("sms", one.number))
    ):
        if to and proved:
            fact = AddressProved(channel=way, to=to)
            said.append(entry(fact, f"proved-{len(said):05}", journal=OWN_JOURNAL, at=LONG_AGO))
    mine = fold(EMPTY, [confirmed(one, n, at=LONG_AGO) for n, one in enumerate(said, 1)])
    return Plan(shared=fold(EMPTY, told(*shared)), own=mine)


def times(found: tuple[Sending, ...]) -> list[tuple[str, datetime]]:
    return [(one.channel, one.at) for one in found]


def test_before_every_appointment_by_each_way() -> None:
    both = BY_MAIL.model_copy(update={"number": "+46701740605"})
    earlier = NOW - 2 * HOUR
    booked = booking(starts_at=STARTS + 3 * HOUR)
    first, last = STARTS + 3 * HOUR - 24 * HOUR, STARTS + 2 * HOUR
    found = sendings(plan(booked, own=(both,)), earlier, HOME)
    assert times(found) == [("mail", first), ("sms", first), ("mail", last), ("sms", last)]
    assert {one.to for one in found} == {"anna@example.org", "+46701740605"}
    assert len({one.id_for("participant-1") for one in found}) == len(found)


def test_a_reminder_of_its_own_stands_above_the_usual_and_one_turned_off_too() -> None:
    own = ReminderSet(item="appointment-1", before=(30,))
    assert times(sendings(plan(booking(), own=(BY_MAIL, own)), NOW, HOME)) == [
        ("mail", STARTS - HOUR / 2)
    ]
    off = ReminderSet(item="appointment-1")
    assert sendings(plan(booking(), own=(BY_MAIL, off)), NOW, HOME) == ()


def test_a_step_is_told_of_only_where_it_was_chosen_and_not_once_it_is_done() -> None:
    chosen = ReminderSet(item="step-1", at=time(23, 30))
    found = plan(step(day=TODAY), own=(BY_MAIL, chosen))
    [one] = sendings(found, NOW, HOME)
    assert (one.starts_at, one.item) == (None, "step-1")
    assert sendings(plan(step(day=TODAY)), NOW, HOME) == ()
    done = plan(step(day=TODAY), StepDone(step_id="step-1"), own=(BY_MAIL, chosen))
    assert sendings(done, NOW, HOME) == ()


def test_what_was_cancelled_is_not_told_of_and_what_was_moved_is_another() -> None:
    off = AppointmentCancelled(appointment_id="appointment-1", revision="entry-0001")
    assert sendings(plan(booking(), off), NOW, HOME) == ()
    later = STARTS + timedelta(days=2)
    moved = AppointmentMoved(appointment_id="appointment-1", revision="entry-0001", starts_at=later)
    before, after = (
        sendings(plan(booking()), NOW, HOME),
        sendings(plan(booking(), moved), NOW, HOME),
    )
    assert times(after) == [("mail", later - 24 * HOUR), ("mail", later - HOUR)]
    assert not {x.id_for("p") for x in before} & {x.id_for("p") for x in after}


def test_what_was_seen_in_the_app_is_not_sent() -> None:
    said = ReminderSet(item="appointment-1", before=(60,))
    seen = ReminderSeen(item="appointment-1", due_at=STARTS - HOUR)
    assert sendings(plan(booking(), own=(BY_MAIL, said, seen)), NOW, HOME) == ()


def test_it_is_tried_for_two_hours_and_never_after_the_beginning() -> None:
    last = STARTS - HOUR
    found = plan(booking())
    assert sendings(found, STARTS - timedelta(minutes=1), HOME)[0].at == last
    assert sendings(found, STARTS, HOME) == ()
    early = ReminderSet(item="appointment-1", before=(10 * 60,))
    own = plan(booking(), own=(BY_MAIL, early))
    assert len(sendings(own, STARTS - 10 * HOUR + LATE - timedelta(seconds=1), HOME)) == 1
    assert sendings(own, STARTS - 10 * HOUR + LATE, HOME) == ()


def test_what_had_passed_when_it_was_booked_is_not_sent() -> None:
    booked = booking(starts_at=NOW + 24 * HOUR - timedelta(minutes=10))
    assert times(sendings(plan(booked), NOW + HOUR, HOME)) == [
        ("mail", NOW + 23 * HOUR - timedelta(minutes=10))
    ]


def test_ones_own_choice_stands_above_the_coordinators_and_none_means_none() -> None:
    theirs = ChannelsChosen(mail="other@example.org", appointments=(60,))
    assert sendings(plan(booking(), theirs, own=()), NOW, HOME)[0].to == "other@example.org"
    assert {one.to for one in sendings(plan(booking(), theirs), NOW, HOME)} == {BY_MAIL.mail}
    assert sendings(plan(booking(), theirs, own=(ChannelsChosen(mail=""),)), NOW, HOME) == ()


def test_with_a_protected_identity_only_ones_own_choice_counts() -> None:
    hidden = IdentityProtected(protected=True)
    assert sendings(plan(booking(), BY_MAIL, hidden, own=()), NOW, HOME) == ()
    assert sendings(plan(booking(), hidden), NOW, HOME) != ()


def test_a_choice_can_be_taken_back() -> None:
    off = ChannelsChosen(mail="")
    back = Undone(item="channels", entry="own-00001")
    assert channels_of(plan(own=(BY_MAIL, off, back))).said == BY_MAIL  # type: ignore[union-attr]
    all_back = Undone(item="channels", entry="own-00000")
    assert channels_of(plan(own=(BY_MAIL, all_back))) is None


def test_a_way_that_does_not_work_is_told_of_until_another_choice_is_made() -> None:
    chosen = channels_of(plan())
    assert chosen is not None
    not_reached = ReminderNotReached(channel="mail", choice=chosen.token)
    assert chosen.by.entry not in chosen.token
    assert unreached_of(plan(not_reached)) == ("mail",)
    assert sendings(plan(booking(), not_reached), NOW, HOME) == ()
    assert unreached_of(plan(own=(BY_MAIL, not_reached))) == ("mail",)
    assert unreached_of(plan(not_reached, own=())) == ()
    assert unreached_of(plan(not_reached, own=(BY_MAIL, BY_MAIL))) == ()
