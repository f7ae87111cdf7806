"""What the coordinator sees when somebody comes back after weeks, and what she does without any network."""

from datetime import timedelta

from mia_companion.ui import places
from mia_companion.ui.coordinator.paths import suggesting_path
from tests.example_data import NOW
from tests.offline.deeds import plan_step, send
from tests.offline.life import Life


async def test_what_is_newest_after_weeks_is_what_came_last(life: Life) -> None:
    phone, desk, amina = life.phone, life.desk, life.amina
    life.loses_coverage()
    async with phone.in_hand() as app:
        await plan_step(app, "Gå ut")
        await app.go(places.MESSAGES)
        await send(app, "Jag orkar inte komma")
        await app.go(places.PATH)
        await app.tap("Mark as done: {words}", words="Gå ut")
    await phone.is_killed()
    life.world.clock.pass_by(weeks=3)
    assert desk.do.messages.write("Hur går det?", participant=amina)
    assert desk.do.appointments.book("Möte", "region", NOW + timedelta(weeks=4), participant=amina)
    await desk.connects()
    async with desk.in_hand(life.person) as karin:
        karin.read("Ny bokad tid nu: Möte")
        await phone.connects()
        await desk.sync()
        await karin.settle()
        karin.see("New")
        karin.read("Gjorde ett steg för 3 veckor sedan: Gå ut")
        karin.read_not("Ny bokad tid nu: Möte")
        karin.see("{what} ({count})", what=karin.t("Waits for an answer"), count=1)
        karin.see_not("Nothing planned ahead")
        karin.read("Hur går det?", "Jag orkar inte komma")
        await send(karin, "Då ringer jag")
        karin.see_not("{what} ({count})", what=karin.t("Waits for an answer"), count=1)
        karin.read("Du skrev nu: Då ringer jag")
    await desk.connects()
    await phone.connects()
    async with phone.in_hand() as app:
        app.read("Möte")
        await app.go(places.MESSAGES)
        app.read("Hur går det?", "Jag orkar inte komma", "Då ringer jag")


async def test_the_coordinator_works_without_coverage_too(life: Life) -> None:
    phone, desk = life.phone, life.desk
    desk.line.up = False
    async with desk.in_hand(suggesting_path(life.amina)) as karin:
        await karin.write("The step", "Gå runt kvarteret")
        await karin.tap("Suggest it")
        karin.see("Suggested. The participant decides.")
        await send(karin, "Hej från tåget")
        karin.see("Waiting to be sent")
    await desk.is_killed()
    life.world.clock.pass_by(days=2)
    await desk.tries()
    deeds = [kind for kind in desk.waiting if kind != "PersonOpened"]  # a trace, and no deed
    assert deeds == ["StepSuggested", "MessageWritten"]
    async with desk.in_hand(life.person) as karin:
        karin.read("Gå runt kvarteret", "Hej från tåget")
    await phone.connects()
    async with phone.in_hand(places.MESSAGES) as app:
        app.read_not("Hej från tåget")
        await desk.connects()
        await phone.sync()
        await app.settle()
        app.read("Hej från tåget")
        await app.go(places.PATH)
        app.read("Gå runt kvarteret")
    await phone.connects()
    await desk.connects()
    async with desk.in_hand(life.person) as karin:
        karin.see("Read")
