"""A meeting of several: booked, moved, refused and tried again, with nothing of one in another's journal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

from mia_companion.app.actions.meetings import Each
from mia_companion.app.actions.outcome import ENDS_EARLY, NO_JOURNAL, together
from mia_companion.domain.calendar import Meeting, meetings_between
from mia_companion.server import operations
from mia_companion.store.errors import StoreFull
from mia_companion.store.outbox import REFUSED
from mia_companion.wire import problems
from mia_companion.wire.accounts import Invitation
from tests.example_data import NOW
from tests.world import PASSWORD, Device, World

STARTS = NOW + timedelta(days=1)
ENDS = STARTS + timedelta(hours=1)
BOOKING = "booking-0001"


@dataclass
class Group:
    """The coordinator's desktop, and a phone for each participant by name."""

    desktop: Device
    phones: dict[str, Device]

    @property
    def ids(self) -> dict[str, str]:
        return {name: phone.participant for name, phone in self.phones.items()}

    def book(self, people: Sequence[str] = (), **more: Any) -> Each:
        given: dict[str, Any] = {"booking_id": BOOKING, "place": "Torget 1", **more}
        who = people or tuple(self.ids.values())
        return self.desktop.do.meetings.book_for(who, "Frukost", "region", STARTS, ENDS, **given)

    def meetings(self) -> tuple[Meeting, ...]:
        view = self.desktop.companion.view
        plans = {person: view.plan(person) for person in view.participants}
        return meetings_between(plans, NOW, NOW + timedelta(days=9))

    def who(self) -> list[list[str]]:
        """Those in each meeting, by name."""
        names = {id_: name for name, id_ in self.ids.items()}
        return [sorted(names[each.participant] for each in one.booked) for one in self.meetings()]

    async def sync(self) -> None:
        for device in (self.desktop, *self.phones.values(), self.desktop):
            await device.sync()


@pytest.fixture
async def group(world: World) -> Group:
    desktop = world.device("desktop")
    await desktop.sign_in()
    phones = {}
    for name in ("Amina", "Bashir"):
        invited = await desktop.do.access.invite(name)
        assert isinstance(invited, Invitation)
        phones[name] = world.device(name)
        await phones[name].enrol(invited.code)
    made = Group(desktop, phones)
    await made.sync()
    return made


async def test_a_booking_for_several_is_one_entry_in_each_journal(group: Group) -> None:
    each = group.book(attended_by=(group.desktop.participant,))
    assert all(each.values())
    assert len({done.item for done in each.values()}) == 2
    assert len({done.journal for done in each.values()}) == 2
    assert group.who() == [["Amina", "Bashir"]]
    await group.sync()
    for phone in group.phones.values():
        (one,) = phone.companion.view.plan().appointments
        assert (one.title, one.booking, one.attended_by) == (
            "Frukost", BOOKING, (group.desktop.participant,),
        )  # fmt: skip


async def test_nothing_that_reaches_one_tells_of_the_others(group: Group) -> None:
    each = group.book()
    moved = group.desktop.do.meetings.move_for(group.meetings()[0].booked, STARTS + timedelta(1))
    group.desktop.do.meetings.detail_for(group.meetings()[0].booked, {"bring": "Kaffe"})
    group.desktop.do.meetings.cancel_for(group.meetings()[0].booked)
    assert all(moved.values())
    by_journal: dict[str, list[str]] = {}
    for waiting in group.desktop.companion.store.outbox.all():
        by_journal.setdefault(waiting.entry.journal, []).append(waiting.entry.model_dump_json())
    for name, id_ in group.ids.items():
        entries = by_journal[each[id_].journal]
        assert len(entries) == 4
        for other, other_id in group.ids.items():
            if other != name:
                secret = (other, other_id, each[other_id].item, each[other_id].journal)
                assert not [said for said in entries for one in secret if one in said]
    shapes = [[len(said) for said in entries] for entries in by_journal.values()]
    assert shapes[0] == shapes[1]  # nor does its length
    await group.sync()
    for name, phone in group.phones.items():
        view = phone.companion.view
        assert view.participants == (phone.participant,)
        for other in group.ids:
            assert other == name or other not in repr(view.pictures)


async def test_one_person_s_booking_looks_like_any_other(group: Group) -> None:
    alone = group.ids["Amina"]
    group.book((alone,))
    (one,) = group.desktop.companion.view.plan(alone).appointments
    assert one.booking == BOOKING


async def test_a_tap_that_is_repeated_books_nobody_twice_and_finds_who_was_left_out(
    group: Group,
) -> None:
    first = group.ids["Amina"]
    made = group.book((first, first))
    again = group.book()
    assert again[first].item == made[first].item
    assert not again[first].entry
    assert group.who() == [["Amina", "Bashir"]]
    group.book()
    assert group.who() == [["Amina", "Bashir"]]


async def test_where_it_fails_for_one_it_is_done_for_the_others_and_a_second_tap_does_the_rest(
    group: Group, monkeypatch: pytest.MonkeyPatch
) -> None:
    add, calls = group.desktop.companion.store.outbox.add, []

    def full_at_the_second(*given: Any) -> None:
        calls.append(given)
        if len(calls) == 2:
            raise StoreFull("full")
        add(*given)

    monkeypatch.setattr(group.desktop.companion.store.outbox, "add", full_at_the_second)
    each = group.book()
    assert [bool(done) for done in each.values()] == [True, False]
    assert [done.problem for done in each.values() if not done] == [problems.DISK_FULL]
    assert group.who() == [["Amina"]]
    assert all(group.book().values())
    assert group.who() == [["Amina", "Bashir"]]


async def test_whose_plan_is_not_here_is_told_and_the_others_are_booked(group: Group) -> None:
    each = group.book((group.ids["Amina"], "nobody"))
    assert each["nobody"].problem == NO_JOURNAL
    assert group.who() == [["Amina"]]


async def test_what_cannot_be_booked_is_booked_for_nobody(group: Group) -> None:
    who = tuple(group.ids.values())
    each = group.desktop.do.meetings.book_for(
        who, "Frukost", "region", STARTS, STARTS, booking_id=BOOKING
    )
    assert [done.problem for done in each.values()] == [ENDS_EARLY, ENDS_EARLY]
    assert group.desktop.companion.view.outbox == ()


async def test_undo_takes_a_tap_back_for_everyone(group: Group) -> None:
    done = together(group.book().values())
    group.desktop.do.meetings.undo(done)
    assert group.who() == []
    await group.sync()
    assert all(not phone.companion.view.plan().appointments for phone in group.phones.values())


async def test_one_confirms_and_the_other_is_moved_apart(group: Group) -> None:
    group.book()
    await group.sync()
    amina, bashir = group.phones.values()
    amina.do.appointments.confirm(amina.companion.view.plan().appointments[0])
    bashir.do.appointments.ask_move(bashir.companion.view.plan().appointments[0], "Efter lunch")
    await group.sync()
    (meeting,) = group.meetings()
    answers = {each.participant: each.answer for each in meeting.booked}
    assert answers == {amina.participant: "yes", bashir.participant: "asks"}
    apart = [each for each in meeting.booked if each.participant == bashir.participant]
    group.desktop.do.meetings.move_for(apart, STARTS + timedelta(hours=4))
    assert group.who() == [["Amina"], ["Bashir"]]
    assert [one.booked[0].answer for one in group.meetings()] == ["yes", "no-answer"]


async def test_what_the_server_refuses_for_one_is_kept_with_its_reason_and_can_be_sent_again(
    group: Group,
) -> None:
    bashir = group.ids["Bashir"]
    each = group.book()
    companion = group.desktop.companion
    companion.store.outbox.mark([(REFUSED, problems.ENTRY_MALFORMED, each[bashir].entry)])
    companion.outbox_changed()
    await group.sync()
    assert group.who() == [["Amina"]]
    (refused,) = companion.view.refused
    assert refused.entry.journal == each[bashir].journal
    assert group.desktop.do.meetings.say_again(refused)
    assert companion.view.refused == ()
    await group.sync()
    assert group.who() == [["Amina", "Bashir"]]
    (one,) = group.phones["Bashir"].companion.view.plan().appointments
    assert one.id == each[bashir].item


async def test_where_the_access_to_one_has_ended_the_others_are_booked_all_the_same(
    world: World, group: Group
) -> None:
    assert world.backend is not None
    bashir = group.ids["Bashir"]
    each = group.book()
    (waiting,) = (
        one
        for one in group.desktop.companion.view.outbox
        if one.entry.journal == each[bashir].journal
    )
    await operations.unassign(world.backend, bashir, group.desktop.participant)
    await group.sync()
    assert group.who() == [["Amina"]]
    assert group.desktop.do.meetings.say_again(waiting).problem == problems.ACCESS_ENDED
    assert group.book()[bashir].problem == NO_JOURNAL
    assert len(group.phones["Amina"].companion.view.plan().appointments) == 1
    assert group.phones["Bashir"].companion.view.plan().appointments == ()


async def test_two_coordinators_who_move_at_once_and_all_see_the_later_as_a_proposal(
    world: World, group: Group
) -> None:
    assert world.backend is not None
    account = group.desktop.companion.view.account
    assert account is not None
    jonas = await operations.create_coordinator(
        world.backend, account.site or "", "Jonas Berg", "jonas@example.org", PASSWORD
    )
    await operations.assign(world.backend, group.ids["Amina"], jonas)
    other = world.device("jonas")
    await other.sign_in("jonas@example.org")
    group.book()
    await group.sync()
    await other.sync()
    who = group.ids["Amina"]
    earlier, later = STARTS + timedelta(hours=2), STARTS + timedelta(hours=5)
    for device, starts in ((group.desktop, earlier), (other, later)):
        (one,) = device.companion.view.plan(who).appointments
        assert device.do.meetings.move(one, starts, participant=who)
    await group.desktop.sync()
    for device in (other, group.desktop, group.phones["Amina"]):
        await device.sync()
    for device in (other, group.desktop, group.phones["Amina"]):
        (one,) = device.companion.view.plan(who).appointments
        assert one.now.starts_at == earlier
        assert [proposal.starts_at for proposal in one.open_proposals] == [later]
    (proposal,) = group.desktop.companion.view.plan(who).appointments[0].open_proposals
    (one,) = group.desktop.companion.view.plan(who).appointments
    group.desktop.do.meetings.move(one, proposal.starts_at, participant=who)
    await group.desktop.sync()
    await other.sync()
    (one,) = other.companion.view.plan(who).appointments
    assert (one.now.starts_at, one.open_proposals) == (later, ())
