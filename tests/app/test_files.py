"""A caseload comes in once and whole, whatever the network does, and goes out only when that is known."""

from datetime import date

import pytest
import sqlalchemy as sa

from mia_companion.app.actions.files import NOBODY, Arrivals
from mia_companion.domain.caseload_rows import Row
from mia_companion.domain.people import Profile
from mia_companion.server.schema import audit
from mia_companion.store.errors import StoreFull
from mia_companion.wire import problems
from mia_companion.wire.files import Import
from tests.sync.faults import Faults
from tests.world import Device, World

ROWS = (
    Row(2, "Åsa Öberg", "ar", date(2026, 1, 15), True),
    Row(3, "Bo Ek"),
    Row(4, "Cilla Dahl", start=date(2026, 2, 1)),
)
NAMES = [row.name for row in ROWS]


async def at_the_desk(world: World) -> tuple[Device, Faults]:
    faults = Faults(world.network)
    desktop = world.device("desktop", faults)
    await desktop.sign_in()
    return desktop, faults


def begun(desktop: Device) -> Arrivals:
    made = desktop.do.files.begin(ROWS)
    assert isinstance(made, Arrivals)
    return made


def names(device: Device) -> list[str]:
    view = device.companion.view
    return [view.plan(one).name for one in view.participants]


async def audited(world: World) -> list[str]:
    assert world.backend
    async with world.backend.database.reading() as connection:
        rows = await connection.execute(sa.select(audit.c.what).order_by(audit.c.number))
        return [row.what for row in rows]


async def test_everything_of_the_file_is_there_and_nothing_is_left_on_the_way(world: World) -> None:
    desktop, _ = await at_the_desk(world)
    people = begun(desktop).people
    assert await desktop.do.files.bring_in(Arrivals(people=people)) == ""
    assert names(desktop) == sorted(NAMES)
    assert desktop.do.files.unfinished() is None
    assert not desktop.companion.view.outbox
    first = desktop.shared(people[0].participant)
    assert first.profile == Profile(name="Åsa Öberg", language="ar", protected=True)
    begin = first.enrolments[people[0].enrolment].start
    assert begin is not None
    assert begin.day == date(2026, 1, 15)
    second = desktop.shared(people[1].participant)
    assert second.profile == Profile(name="Bo Ek")
    assert not second.enrolments


@pytest.mark.parametrize("fault", ["lost request", "lost answer", "truncated", "html", "busy"])
async def test_after_a_lost_answer_one_tap_goes_on_and_nobody_is_there_twice(
    world: World, fault: str
) -> None:
    desktop, faults = await at_the_desk(world)
    people = begun(desktop)
    faults.plan("fine", fault)  # the pull before it, and then the import itself
    assert await desktop.do.files.bring_in(people)
    assert not desktop.companion.view.outbox
    faults.heal()
    left = desktop.do.files.unfinished()
    assert left == people
    assert await desktop.do.files.bring_in(left) == ""
    assert names(desktop) == sorted(NAMES)
    assert desktop.do.files.unfinished() is None


async def test_without_a_network_nothing_is_made_and_what_was_chosen_is_kept(world: World) -> None:
    desktop, _ = await at_the_desk(world)
    people = begun(desktop)
    await world.stop()
    assert await desktop.do.files.bring_in(people) == problems.OFFLINE
    await desktop.companion.close()
    desktop.open()
    await world.start()
    left = desktop.do.files.unfinished()
    assert left == people
    assert await desktop.do.files.bring_in(left) == ""
    assert names(desktop) == sorted(NAMES)


async def test_a_crash_after_the_answer_costs_nothing_and_says_nothing_twice(world: World) -> None:
    desktop, _ = await at_the_desk(world)
    people = begun(desktop)
    ids = tuple(one.participant for one in people.people)
    await desktop.companion.client.bring_in(Import(participants=ids))  # and then the app was gone
    await desktop.companion.close()
    desktop.open()
    left = desktop.do.files.unfinished()
    assert left is not None
    assert await desktop.do.files.bring_in(left) == ""
    told = {one: desktop.shared(one).seq for one in ids}
    assert await desktop.do.files.bring_in(left) == ""  # a tap too many
    assert {one: desktop.shared(one).seq for one in ids} == told
    assert names(desktop) == sorted(NAMES)


async def test_what_the_server_refuses_is_put_away_for_nothing_of_it_is_there(world: World) -> None:
    other, _ = await at_the_desk(world)
    theirs = await other.do.access.invite("Någon")
    assert not isinstance(theirs, str)
    phone = world.device("phone")
    await phone.enrol(theirs.code)
    people = begun(phone)
    assert await phone.do.files.bring_in(people) == problems.FORBIDDEN
    assert phone.do.files.unfinished() is None


async def test_on_a_full_disk_nobody_is_asked_for_before_the_ids_are_kept(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop, faults = await at_the_desk(world)

    def full(*_: object) -> None:
        raise StoreFull("full")

    met = len(faults.met)
    monkeypatch.setattr(desktop.companion.store.drafts, "set", full)
    assert desktop.do.files.begin(ROWS) == problems.DISK_FULL
    assert len(faults.met) == met
    monkeypatch.undo()
    people = begun(desktop)
    monkeypatch.setattr(desktop.companion.store.outbox, "add_all", full)
    assert await desktop.do.files.bring_in(people) == problems.DISK_FULL
    monkeypatch.undo()
    assert desktop.do.files.unfinished() == people
    assert await desktop.do.files.bring_in(people) == ""
    assert names(desktop) == sorted(NAMES)


async def test_nothing_goes_out_that_could_not_be_written_down(world: World) -> None:
    desktop, faults = await at_the_desk(world)
    assert await desktop.do.files.take_out("csv") == NOBODY
    assert await desktop.do.files.bring_in(begun(desktop)) == ""
    faults.plan("fine", "lost request")
    assert await desktop.do.files.take_out("csv") == problems.OFFLINE
    assert "exported-csv" not in await audited(world)
    faults.heal()
    assert await desktop.do.files.take_out("csv") == desktop.companion.view.participants
    assert (await audited(world)).count("exported-csv") == 3


async def test_what_another_device_said_is_known_before_anything_goes_out(world: World) -> None:
    desktop, _ = await at_the_desk(world)
    people = begun(desktop)
    assert await desktop.do.files.bring_in(people) == ""
    other = world.device("other")
    await other.sign_in()
    bo = people.people[1].participant
    assert other.do.protection.protect(bo, True)
    await other.sync()
    assert not desktop.shared(bo).profile.protected
    await desktop.do.files.take_out("csv")
    assert desktop.shared(bo).profile.protected
    assert desktop.do.protection.protect(bo, False)
    assert not desktop.shared(bo).profile.protected


async def test_a_participant_cannot_protect_by_themselves(world: World) -> None:
    desktop, phone, _ = await world.people()
    phone.do.protection.protect(phone.participant, True)
    await phone.sync()
    assert [one.reason for one in phone.companion.view.refused] == [problems.NOT_ALLOWED]
    await desktop.sync()
    assert not desktop.shared(phone.participant).profile.protected
