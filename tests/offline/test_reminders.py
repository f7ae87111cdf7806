"""Reminders fall due without any network, and are seen on every device."""

from datetime import timedelta

from mia_companion.ui import places
from tests.example_data import NOW
from tests.offline.deeds import open_step, plan_step
from tests.offline.life import Life


async def test_reminders_are_chosen_fall_due_and_are_seen(life: Life) -> None:
    phone, desk = life.phone, life.desk
    starts = NOW + timedelta(
        days=21, hours=5
    )  # in the afternoon of the day on which one looks again
    assert desk.do.appointments.book("Avstämning", "municipality", starts, participant=life.amina)
    await life.all_meet()
    life.loses_coverage()
    async with phone.in_hand() as app:
        await app.go(places.APPOINTMENTS)
        await app.tap_on("Avstämning")
        await app.tap("Choose a reminder")
        await app.tap("In the morning that day")
        app.see("The reminder is set.")
        await app.tap("One hour before")
        await plan_step(app, "Ringa vården", tomorrow=True)
        await open_step(app, "Ringa vården")
        await app.tap("Choose a reminder")
        await app.tap("In the morning that day")
        await app.go(places.REMINDERS)
        app.read("Avstämning", "Ringa vården")
    life.world.clock.pass_by(days=1)
    await phone.is_killed()
    async with phone.in_hand() as app:
        app.see("A reminder of your step")
        await app.tap("OK, I have seen it")
        app.see_not("A reminder of your step")
    life.world.clock.pass_by(days=20)
    await phone.is_killed()
    await phone.tries()
    async with phone.in_hand() as app:
        app.see("A reminder of your appointment")
        app.read("Avstämning", life.waits(5))
        await app.tap("OK, I have seen it")
        app.see_not("A reminder of your appointment")
    tablet = await life.another_device()
    async with tablet.in_hand() as app:
        app.see_not("A reminder of your appointment")  # it knows of none before they have met
    await life.all_meet()
    await tablet.connects()
    async with tablet.in_hand() as app:
        app.see_not("A reminder of your appointment")
        life.world.clock.pass_by(hours=4, minutes=10)
        await app.go(places.PATH)
        await app.go(places.TODAY)
        app.see("A reminder of your appointment")  # the other one that was chosen, an hour before
    life.nothing_private_came_out()
