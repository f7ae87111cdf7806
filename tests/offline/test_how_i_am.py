"""How one is, how life's parts are, and looking back on it, without any network."""

from mia_companion.ui import places
from tests.offline.deeds import plan_step
from tests.offline.life import MINE, Life


async def test_how_i_am_day_by_day(life: Life) -> None:
    phone = life.phone
    life.loses_coverage()
    async with phone.in_hand() as app:
        app.see("How are you today?", "Only you see it")
        await app.tap("Heavy")
        app.see("Thank you. It is written down.", "Only you")
        await app.tap("Put a word to it")
        await app.write("In your own words", f"Sov dåligt {MINE}")
        await app.tap("Save")
        app.read(f"Sov dåligt {MINE}")
    life.world.clock.pass_by(days=1)
    await phone.is_killed()
    async with phone.in_hand() as app:
        await app.tap("Only you see it")
        await app.tap("You and your coordinator")
        app.see("You and your coordinator see it")
        await app.tap("Rather good")
        await app.tap("It has changed")
        await app.tap("Good")
        await app.tap("Undo")
        app.see("Rather good")
    await life.three_weeks_later()
    async with phone.in_hand() as app:
        app.see("How are you today?")
        app.read(life.waits(phone.companion.view.waiting_count))
        await app.go(places.MOVEMENT)
        await app.tap("Since the start")
        app.see("Heavy", "Rather good")
    await life.all_meet()
    plan = life.desk.companion.view.plan(life.amina)
    assert [one.feeling for one in plan.recent_checkins] == [4]
    life.nothing_private_came_out()


async def test_parts_of_life_and_what_is_looked_back_on(life: Life) -> None:
    phone, amina = life.phone, life.amina
    assert life.desk.do.movement.rate({"studies": 2}, participant=amina, item="rated-by-karin")
    await life.all_meet()
    life.loses_coverage()
    async with phone.in_hand(places.AREAS) as app:
        await app.tap("Say how it is now")
        await app.tap("Good")
        await app.tap("Hard")
        for _ in range(5):
            await app.tap("Leave this out")
        app.see("This is what you say")
        await app.write("A word about it, if you want", "Bättre än i höstas")
        await app.tap("Save")
        app.see("It is written down.", "Health and rehabilitation")
        await app.tap("Say how it is now")
        await app.tap("Leave this out")
        await app.tap("Leave this out")
        await app.tap("Very hard just now")
        for _ in range(4):
            await app.tap("Leave this out")
        await app.write("A word about it, if you want", f"Skulder {MINE}")
        await app.tap("Only you")
        await app.tap("Save")
        await plan_step(app, "Läsa en sida")
        await app.tap("Mark as done: {words}", words="Läsa en sida")
    assert phone.waiting == ["AreasRated", "AreasRated", "StepPlanned", "StepDone"]
    await life.three_weeks_later()
    async with phone.in_hand(places.AREAS) as app:
        app.see("Studies", "Health and rehabilitation", "Finances")
        await app.tap("Studies")
        app.see("Write about it")  # the two see it differently, and that is kept
        await app.go(places.MOVEMENT)
        app.read("Läsa en sida")
        app.read(app.said.n("{count} small step", "{count} small steps", 1))
        await app.tap("A week")
        app.see("No steps are written down from these days, and that is fine.")
        await app.tap("Since the start")
        app.read("Läsa en sida")
    await life.all_meet()
    async with life.desk.in_hand(life.person) as karin:
        await karin.tap("Movement")
        karin.see("Studies", "Health and rehabilitation")
        karin.read("Bättre än i höstas")
        karin.see_not("Finances")
    life.nothing_private_came_out()
