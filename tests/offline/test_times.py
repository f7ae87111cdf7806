"""Booked times: added, answered, prepared and written up without any network."""

from datetime import date, datetime, timedelta

from mia_companion.ui import places
from mia_companion.ui.context import ZONE
from tests.example_data import NOW
from tests.offline.hand import Hand
from tests.offline.life import MINE, Life

APRIL = datetime(2026, 4, 7, 10, 0, tzinfo=ZONE)
LATER = datetime(2026, 4, 8, 11, 30, tzinfo=ZONE)


async def _open(app: Hand, title: str) -> None:
    await app.go(places.APPOINTMENTS)
    await app.tap_on(title)


async def _add(app: Hand, title: str, day: date, clock: str, *, private: bool = False) -> None:
    await app.go(places.NEW_APPOINTMENT)
    await app.write("What is it?", title)
    await app.write("Day, as year-month-day", day.isoformat())
    await app.write("Time, as hours:minutes", clock)
    await app.write("Where? (if you know)", "Torget 1")
    if private:
        await app.tap("Only you")
    await app.tap("Add it")
    app.see("The appointment is in your list.")


async def test_times_of_my_own(life: Life) -> None:
    life.loses_coverage()
    async with life.phone.in_hand() as app:
        await _add(app, "Läkarbesök", date(2026, 3, 5), "13:15")
        await _add(app, f"Samtal {MINE}", date(2026, 4, 9), "09:00", private=True)
        await app.go(places.NEW_APPOINTMENT)
        await app.write("What is it?", "Möte om praktik")
        await app.tap("Arbetsförmedlingen")
        await app.tap("By phone")
        await app.write("Which number? (if you know)", "010-123 45 67")
        await app.write("Day, as year-month-day", "2026-04-08")
        await app.write("Time, as hours:minutes", "10:00")
        await app.tap("More, if you want")
        await app.tap_on(app.said.n("{count} minute", "{count} minutes", 45))
        await app.write("Whom do you meet? (if you know)", "Ali")
        await app.write("What to bring? (if anything)", "Mitt betyg")
        await app.tap("Add it")
        await _open(app, "Möte om praktik")
        await app.tap("Change the time or the rest")
        await app.write("Time, as hours:minutes", "11:30")
        await app.tap("Save")
        app.see("It is changed.")
    await life.three_weeks_later()
    async with life.phone.in_hand(places.APPOINTMENTS) as app:
        app.read("Möte om praktik", f"Samtal {MINE}", life.waits(len(life.phone.waiting)))
        await _open(app, "Möte om praktik")
        app.read("Ali", "Mitt betyg", app.said.clock(LATER, ZONE))
        await app.go(places.APPOINTMENTS)
        await app.tap_on(app.said.n("What has been ({count})", "What has been ({count})", 1))
        await app.tap_on("Läkarbesök")
        await app.tap("Write what you agreed")
        await app.write("What did you agree?", "Nytt recept")
        await app.tap("Write it down")
        app.see("It is written down.")
    await life.all_meet()
    async with life.desk.in_hand(life.person) as karin:
        karin.read("Läkarbesök", "Nytt recept", "Möte om praktik", "Mitt betyg", "11:30")
    life.nothing_private_came_out()


async def test_what_is_answered_to_times_that_the_coordinator_booked(life: Life) -> None:
    desk, amina = life.desk, life.amina
    for days, title in enumerate(("Avstämning", "Studiebesök", "Rundvandring")):
        starts = APRIL + timedelta(days=days)
        assert desk.do.appointments.book(title, "municipality", starts, participant=amina)
    await life.all_meet()
    life.loses_coverage()
    async with life.phone.in_hand() as app:
        await _open(app, "Avstämning")
        await app.tap("I will come")
        app.see("You have said that you will come.")
        await _open(app, "Studiebesök")
        await app.tap("Ask for another time")
        await app.write("What would fit better? (if you want)", "Hellre en måndag")
        await app.tap("Ask")
        app.see("You have asked for another time.")
        await _open(app, "Rundvandring")
        await app.tap("I cannot make it")
        await app.tap("Yes, cancel it")
        app.see("It is cancelled.")
        await app.tap("Undo")
        await app.tap("I cannot make it")
        await app.tap("Yes, cancel it")
    await life.three_weeks_later()
    async with life.phone.in_hand(places.APPOINTMENTS) as app:
        app.see("You have cancelled it.", "You have asked for another time.")
        app.see("You have said that you will come.")
    await life.all_meet()
    async with desk.in_hand(life.person) as karin:
        karin.read("Hellre en måndag")
        for said in ("Said yes {ago}", "Asked {ago}", "Cancelled {ago}"):
            karin.read(karin.t(said, ago="").strip())
        karin.see_not("No answer yet")


async def test_what_is_prepared_for_a_time_and_what_was_agreed(life: Life) -> None:
    desk, amina = life.desk, life.amina
    starts = NOW + timedelta(days=2)
    assert desk.do.appointments.book(
        "Avstämning", "municipality", starts, participant=amina, first_time="Ring på klockan."
    )
    await life.all_meet()
    life.loses_coverage()
    async with life.phone.in_hand() as app:
        await _open(app, "Avstämning")
        await app.tap("First time there?")
        app.read("Ring på klockan.")
        await app.tap("Write something to say")
        await app.write("One thing to ask or tell", "Kan vi börja senare?")
        await app.tap("Put it on the list")
        await app.write("One thing to ask or tell", f"Jag är rädd {MINE}")
        await app.tap("Only you")
        await app.tap("Put it on the list")
        await app.tap("Ask for an interpreter")
        if life.language == "sv":
            await app.tap_on("arabiska")
        app.see("You have asked for an interpreter.")
        await app.tap("Add something about it")
        await app.write("What to bring? (if anything)", "Passfoto")
        await app.tap("Save")
    await life.three_weeks_later()
    async with life.phone.in_hand(places.APPOINTMENTS) as app:
        await app.tap_on(app.said.n("What has been ({count})", "What has been ({count})", 1))
        await app.tap_on("Avstämning")
        app.read("Kan vi börja senare?", f"Jag är rädd {MINE}", "Passfoto")
        await app.tap("Write what you agreed")
        await app.write("What did you agree?", "Vi hörs igen")
        await app.tap("Write it down")
        app.see("It is written down.")
    await life.all_meet()
    async with desk.in_hand(life.person) as karin:
        karin.read("Avstämning", "Vi hörs igen")
    [one] = desk.shared(amina).appointments.values()
    assert (one.bring, one.interpreter and one.interpreter.language) == ("Passfoto", "ar")
    life.nothing_private_came_out()
