"""A way through the app without screens: phone and desktop over the real backend, killed half-way."""

import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from mia_companion.wire.accounts import Invitation
from tests.example_data import NOW
from tests.world import Device, World

People = tuple[Device, Device, Device]

_ROOT = Path(__file__).parents[2]
_TAP = """
import asyncio, os, random, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from mia_companion.app.actions import Actions
from mia_companion.app.opening import open_companion
from tests.example_data import KEY
companion = open_companion(
    Path(sys.argv[1]), KEY, "http://127.0.0.1:9", clock=lambda: datetime(2026, 3, 2, 9, tzinfo=UTC),
    random=os.urandom, uniform=random.uniform,
)
do = Actions(companion)
step = next(iter(companion.view.plan().steps))
assert do.path.mark_step(step.id, "done", note="orkade")
assert do.messages.write("skrivet utan nät")
do.drafts.keep("message", "halvt skri")
os.kill(os.getpid(), signal.SIGKILL)
"""


def _tap_and_be_killed(path: Path) -> None:
    env = {**os.environ, "PYTHONPATH": os.pathsep.join((str(_ROOT), str(_ROOT / "src")))}
    ended = subprocess.run([sys.executable, "-c", _TAP, str(path)], env=env, check=False)
    assert ended.returncode == -signal.SIGKILL


@pytest.mark.slow
async def test_a_step_travels_from_a_phone_that_is_killed_to_the_coordinators_screen(
    world: World,
) -> None:
    desktop, phone = world.device("desktop"), world.device("phone")
    phone.do.choices.language("ar")
    await desktop.sign_in()
    invited = await desktop.do.access.invite("Amina Ek")
    assert isinstance(invited, Invitation)
    who = invited.participant
    await phone.enrol(invited.code)
    await phone.sync()
    goal = phone.do.path.set_goal("Orka mer", "health")
    phone.do.path.plan_step("Gå ut en stund", goal_id=goal.item)
    await phone.sync()
    await desktop.sync()
    plan = desktop.companion.view.plan(who)
    assert plan.name == "Amina Ek"
    assert plan.shared.profile.language == "ar"
    assert [s.state for s in plan.steps_of(goal.item)] == ["planned"]

    await world.stop()
    await phone.companion.close()
    _tap_and_be_killed(phone.path)
    phone.open()
    assert not phone.companion.view.was_mended
    assert [w.state for w in phone.companion.view.to_send] == ["waiting", "waiting"]
    assert [s.state for s in phone.companion.view.plan().steps] == ["done"]
    assert phone.do.drafts.read("message") == "halvt skri"

    await world.start()
    await phone.sync()
    await desktop.sync()
    plan = desktop.companion.view.plan(who)
    [step] = plan.steps
    assert (step.state, step.mark and step.mark.note) == ("done", "orkade")
    assert [m.words for m in plan.thread()] == ["skrivet utan nät"]
    assert phone.companion.view.outbox == ()
    assert phone.shared() == desktop.shared(who)


async def test_a_message_waits_is_sent_arrives_and_is_read(people: People) -> None:
    desktop, phone, _ = people
    who = phone.participant
    phone.do.messages.write("Hej!")

    def where() -> str:
        [message] = phone.companion.view.plan().thread()
        return phone.companion.view.whereabouts(message)

    seen = [where()]
    await phone.companion.engine.sync(())
    seen.append(where())
    await phone.sync()
    seen.append(where())
    await desktop.sync()
    await phone.sync()
    seen.append(where())
    assert desktop.companion.view.plan(who).unread(desktop.participant) == 1
    desktop.do.messages.mark_read(participant=who)
    desktop.do.messages.mark_read(participant=who)
    assert len(desktop.companion.view.outbox) == 1
    await desktop.sync()
    await phone.sync()
    seen.append(where())
    assert seen == ["waiting", "sent", "sent", "arrived", "read"]
    assert desktop.companion.view.plan(who).unread(desktop.participant) == 0


async def test_an_appointment_is_booked_confirmed_moved_and_must_be_confirmed_anew(
    people: People,
) -> None:
    desktop, phone, tablet = people
    who, day = phone.participant, NOW + timedelta(days=1)
    assert desktop.do.appointments.book("Läkare", "region", day, participant=who)
    await desktop.sync()
    await phone.sync()
    await tablet.sync()
    [booked] = phone.companion.view.plan().appointments
    desktop.do.appointments.move(booked, day + timedelta(hours=2), participant=who)
    await desktop.sync()
    assert phone.do.appointments.confirm(booked)
    assert tablet.do.appointments.move(booked, day + timedelta(hours=5))
    await phone.sync()
    await tablet.sync()
    await desktop.sync()
    [stands] = desktop.companion.view.plan(who).appointments
    assert stands.confirmed_by is None
    assert stands.now.starts_at == day + timedelta(hours=2)
    assert [p.starts_at for p in stands.proposals] == [day + timedelta(hours=5)]
    await phone.sync()
    [now] = phone.companion.view.plan().appointments
    assert phone.do.appointments.confirm(now)
    await phone.sync()
    await desktop.sync()
    assert desktop.companion.view.plan(who).appointments[0].confirmed_by is not None
    assert phone.do.appointments.cancel(now)
    await phone.sync()
    await desktop.sync()
    assert desktop.companion.view.plan(who).next_appointment(NOW) is None


async def test_what_is_private_reaches_ones_own_devices_and_nobody_else(people: People) -> None:
    desktop, phone, tablet = people
    who = phone.participant
    goal = phone.do.path.set_goal("Bara mitt", "health", private=True)
    phone.do.path.plan_step("Mitt steg", goal_id=goal.item)
    phone.do.appointments.book("Eget", "other", NOW + timedelta(days=1), private=True)
    desktop.do.messages.note("Oss emellan", who)
    for device in (phone, desktop, tablet):
        await device.sync()
    assert [g.words for g in tablet.companion.view.plan().goals] == ["Bara mitt"]
    assert [a.title for a in tablet.companion.view.plan().appointments] == ["Eget"]
    notes = desktop.companion.view.picture("team", who).notes
    assert [n.words for n in notes.values()] == ["Oss emellan"]
    theirs = desktop.companion.store.journals
    ours = phone.companion.store.journals
    assert "Bara mitt" not in str([list(theirs.entries(j)) for j in theirs.known()])
    assert "Oss emellan" not in str([list(ours.entries(j)) for j in ours.known()])
    assert desktop.shared(who) == phone.shared()


async def test_an_app_that_starts_again_shows_the_same(people: People) -> None:
    desktop, phone, _ = people
    for number in range(230):  # enough for a saved picture
        phone.do.messages.write(f"{number}")
    await phone.sync()
    phone.companion.upkeep.now()
    phone.do.path.plan_step("väntar")
    desktop.do.messages.write("också", participant=phone.participant)
    for device in (phone, desktop):
        for _ in range(2):
            before = device.companion.view
            await device.companion.close()
            device.open()
            after = device.companion.view
            assert after.pictures == before.pictures
            assert after.journals == before.journals
            assert after.account == before.account
            assert [w.entry for w in after.outbox] == [w.entry for w in before.outbox]
    journal = phone.companion.view.journal("shared")
    assert journal
    assert phone.companion.store.journals.picture(journal).seq >= 230
