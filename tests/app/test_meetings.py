"""A meeting of several: booked, moved, refused and tried again, with nothing of one in another's journal."""

from datetime import timedelta
from typing import Any

import pytest

from mia_companion.app.actions.outcome import ENDS_EARLY, NO_JOURNAL, together
from mia_companion.store.errors import StoreFull
from mia_companion.wire import problems
from tests.app.group import BOOKING, STARTS, Group, a_group
from tests.world import World


@pytest.fixture
async def group(world: World) -> Group:
    return await a_group(world)


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
    add, calls = group.desktop.companion.store.outbox.add_all, []

    def full_at_the_second(*given: Any) -> None:
        calls.append(given)
        if len(calls) == 2:
            raise StoreFull("full")
        add(*given)

    monkeypatch.setattr(group.desktop.companion.store.outbox, "add_all", full_at_the_second)
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
