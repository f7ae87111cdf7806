"""A feed follows its journal, is read by whoever knows its address, and by nobody once it was ended."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from icalendar import Calendar, Event

from mia_companion.domain.appointments import (
    AppointmentBooked,
    AppointmentCancelled,
    AppointmentMoved,
)
from mia_companion.domain.people import IdentityProtected
from mia_companion.server import operations
from tests.server.world import Person, World, problem, unique

TITLE = "Psykiatrimottagningen"


async def _feed(who: Person, **wished: object) -> dict[str, Any]:
    answer = await who.call("PUT", "/v1/calendar", json=wished)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


async def _events(world: World, path: str) -> list[Event]:
    answer = await world.http.get(path)
    assert answer.status_code == 200, answer.text
    return list(Calendar.from_ical(answer.content).events)


def _booked(world: World, appointment: str) -> AppointmentBooked:
    starts = world.clock.now + timedelta(days=3)
    return AppointmentBooked(
        appointment_id=appointment, party="region", title=TITLE, zone="Europe/Stockholm",
        starts_at=starts, ends_at=starts + timedelta(hours=1), way="in_person",
    )  # fmt: skip


async def _one_booked(world: World) -> tuple[Person, Person, str, str, str]:
    """Both people, the journal, the appointment and the entry that booked it."""
    coordinator, phone, journal = await world.pair()
    appointment = unique("appointment")
    entry = coordinator.entry(journal, _booked(world, appointment))
    await coordinator.push(entry)
    return coordinator, phone, journal, appointment, entry.id


async def test_it_follows_a_move_and_a_cancellation(world: World) -> None:
    coordinator, phone, journal, appointment, booking = await _one_booked(world)
    path = (await _feed(phone))["path"]
    [first] = await _events(world, path)
    assert (str(first.summary), str(first.classification)) == ("En bokad tid", "PRIVATE")
    later = world.clock.now.replace(microsecond=0) + timedelta(days=5)
    moved = coordinator.entry(
        journal,
        AppointmentMoved(appointment_id=appointment, revision=booking, starts_at=later),
    )
    await coordinator.push(moved)
    [second] = await _events(world, path)
    assert (second.uid, second.start) == (first.uid, later)
    assert second.sequence > first.sequence
    off = AppointmentCancelled(appointment_id=appointment, revision=moved.id)
    await coordinator.push(coordinator.entry(journal, off))
    [third] = await _events(world, path)
    assert (third.uid, third.status) == (first.uid, "CANCELLED")
    assert third.sequence > second.sequence


async def test_it_shows_more_only_when_wished_and_in_the_persons_language(world: World) -> None:
    _, phone, *_ = await _one_booked(world)
    little = await _feed(phone, language="ar")
    assert TITLE not in (await world.http.get(little["path"])).text
    [neutral] = await _events(world, little["path"])
    assert str(neutral.summary) != "En bokad tid"
    much = await _feed(phone, whole=True)
    assert much["path"] == little["path"]
    [event] = await _events(world, much["path"])
    assert str(event.summary) == TITLE


async def test_with_a_protected_identity_it_never_shows_more(world: World) -> None:
    coordinator, phone, journal, *_ = await _one_booked(world)
    path = (await _feed(phone, whole=True))["path"]
    await coordinator.push(coordinator.entry(journal, IdentityProtected(protected=True)))
    assert TITLE not in (await world.http.get(path)).text


async def test_what_only_the_person_reads_is_not_in_it(world: World) -> None:
    _, phone, _ = await world.pair()
    own = (await phone.journals())["own", phone.id, phone.id]
    await phone.push(phone.entry(own, _booked(world, unique("appointment"))))
    assert await _events(world, (await _feed(phone, whole=True))["path"]) == []


async def test_a_calendar_is_told_when_nothing_has_changed(world: World) -> None:
    _, phone, *_ = await _one_booked(world)
    path = (await _feed(phone))["path"]
    answer = await world.http.get(path)
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert "private" in answer.headers["cache-control"]
    again = await world.http.get(path, headers={"if-none-match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    await _feed(phone, whole=True)
    other = await world.http.get(path, headers={"if-none-match": answer.headers["etag"]})
    assert other.status_code == 200


async def test_the_person_sees_that_somebody_reads_it(world: World) -> None:
    _, phone, _ = await world.pair()
    feed = await _feed(phone)
    assert feed["read_at"] is None
    await world.http.get(feed["path"])
    assert (await phone.call("GET", "/v1/calendar")).json()["read_at"] is not None


async def test_an_ended_feed_is_gone_and_the_next_has_another_address(world: World) -> None:
    _, phone, _ = await world.pair()
    first = (await _feed(phone))["path"]
    for _ in range(2):
        assert (await phone.call("DELETE", "/v1/calendar")).status_code == 204
    assert problem(await world.http.get(first)) == "not-found"
    assert problem(await phone.call("GET", "/v1/calendar")) == "not-found"
    assert (await _feed(phone))["path"] != first


async def test_nobody_but_a_participant_has_one(world: World) -> None:
    coordinator, _, _ = await world.pair()
    for method in ("GET", "PUT", "DELETE"):
        answer = await coordinator.call(method, "/v1/calendar", json={})
        assert problem(answer) == "forbidden"


@pytest.mark.parametrize("change", ["one letter", "another feed", "no mac", "none", "no ending"])
async def test_an_address_cannot_be_guessed(world: World, change: str) -> None:
    _, phone, _ = await world.pair()
    _, other, _ = await world.pair()
    path, theirs = (await _feed(phone))["path"], (await _feed(other))["path"]
    feed, tag = path.removesuffix(".ics").rsplit(".", 1)
    wrong = {
        "one letter": f"{feed}.{tag[:-2]}{'A' if tag[-2] != 'A' else 'B'}{tag[-1]}.ics",
        "another feed": f"{theirs.rsplit('.', 2)[0]}.{tag}.ics",
        "no mac": f"{feed}.ics",
        "none": "/v1/calendars/x",
        "no ending": path.removesuffix(".ics"),
    }[change]
    assert problem(await world.http.get(wrong)) == "not-found"
    assert (await world.http.get(path)).status_code == 200


async def test_asking_too_often_is_slowed_and_guessing_slows_nobody_else(world: World) -> None:
    _, phone, _ = await world.pair()
    _, other, _ = await world.pair()
    path, theirs = (await _feed(phone))["path"], (await _feed(other))["path"]
    for number in range(300):
        await world.http.get(f"/v1/calendars/{number}.x.ics")
    answers = [await world.http.get(path) for _ in range(31)]
    assert {one.status_code for one in answers[:30]} == {200}
    assert problem(answers[-1]) == "too-many-requests"
    assert int(answers[-1].headers["retry-after"]) > 0
    assert (await world.http.get(theirs)).status_code == 200


async def test_an_erased_person_has_no_feed(world: World) -> None:
    _, phone, *_ = await _one_booked(world)
    path = (await _feed(phone))["path"]
    await operations.erase_participant(world.backend, phone.id)
    assert problem(await world.http.get(path)) == "not-found"


async def test_an_ended_feed_stays_ended_after_a_restore(fresh: World) -> None:
    """The backup is from before; the ledger is not of it."""
    _, phone, _ = await fresh.pair()
    path = (await _feed(phone))["path"]
    async with fresh.stopped():
        await fresh.database.back_up()
    assert (await phone.call("DELETE", "/v1/calendar")).status_code == 204
    async with fresh.stopped():
        await fresh.database.restore()
    assert problem(await fresh.http.get(path)) == "not-found"


async def test_two_phones_that_open_it_at_once_open_one(world: World) -> None:
    coordinator, phone, _ = await world.pair()
    other = await world.enrol((await world.invite(coordinator, phone.id)).code)
    one, two = await asyncio.gather(_feed(phone), _feed(other))
    assert one["path"] == two["path"]
