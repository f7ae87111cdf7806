"""Help, the plan for bad days, hiding, low energy: without any network, and without signing in."""

from mia_companion.i18n.languages import language
from mia_companion.ui import places
from mia_companion.ui.context import ZONE
from tests.offline.deeds import plan_step
from tests.offline.life import MINE, Life
from tests.offline.phone import Phone

NUMBERS = ("112", "1177", "90101", "90 390")


async def test_my_plan_for_bad_days(life: Life) -> None:
    phone = life.phone
    life.loses_coverage()
    async with phone.in_hand() as app:
        await app.tap("Help now")
        app.read(*NUMBERS)
        await app.tap("My plan for bad days")
        await app.tap("Write")
        await app.write("How I notice that it is getting hard", f"Jag svarar inte {MINE}")
        await app.tap("Save")
        app.see("It is in your plan.")
        await app.tap("Add someone")
        await app.write("Name", f"Sara {MINE}")
        await app.write("Phone number", "070-000 11 22")
        await app.tap("Add")
        app.see("On your list.")
        await app.tap("Show my plan here also before signing in")
    await life.three_weeks_later()
    async with phone.in_hand(places.BAD_DAYS) as app:
        app.read(f"Jag svarar inte {MINE}", f"Sara {MINE}", "070-000 11 22")
    await life.all_meet()
    life.nothing_private_came_out()
    life.loses_coverage()
    phone.do.access.start_over()  # as after this device was taken off one's list by mistake
    async with phone.in_hand() as app:
        app.see("Welcome")
        await app.tap("Help now")
        app.read(*NUMBERS)
        await app.tap("My plan for bad days")
        app.read(f"Jag svarar inte {MINE}", f"Sara {MINE}", "070-000 11 22")
        app.see_not("Change", "Write")


async def test_before_anyone_has_signed_in_there_is_help_and_the_code_waits(life: Life) -> None:
    new = Phone(life.world, "new", life.language)
    new.line.up = False
    async with new.in_hand() as app:
        await app.tap_on(language(life.language).own_name)
        await app.tap("Help now")
        app.read(*NUMBERS)
        app.see_not("My plan for bad days")
    async with new.in_hand() as app:
        await app.write("The code from your coordinator", "ABCD-EFGH")
        await app.tap("Go on")
        app.see("No connection. Everything is kept here and sent later.")
    await new.is_killed()
    async with new.in_hand() as app:
        app.read("ABCD-EFGH")


async def test_hidden_behind_a_clock_until_it_is_tapped_three_times(life: Life) -> None:
    phone = life.phone
    life.loses_coverage()
    async with phone.in_hand() as app:
        await plan_step(app, "Gå ut")
        await app.tap("Hide the app")
        clock = app.said.clock(phone.clock.now, ZONE)
        app.read(clock)
    await life.three_weeks_later()
    async with phone.in_hand(places.PATH) as app:
        app.read_not("Gå ut")
        app.see_not("Help now")
        clock = app.said.clock(phone.clock.now, ZONE)
        for _ in range(3):
            await app.tap_on(clock)
        app.read("Gå ut")
        app.see("Today")


async def test_one_thing_at_a_time_and_a_plan_on_paper(life: Life) -> None:
    phone = life.phone
    life.loses_coverage()
    async with phone.in_hand() as app:
        await plan_step(app, "Gå ut")
        await plan_step(app, "Ringa")
        await app.go(places.LOOKS)
        await app.tap("One thing at a time")
    await life.three_weeks_later()
    async with phone.in_hand() as app:
        app.read("Gå ut", life.waits(2))
        app.read_not("Ringa")
        app.sent.answers["save_file"] = "/plan.pdf"
        await app.go(places.PAPER)
        await app.tap("Make the paper")
        app.see("The paper is saved.")


async def test_what_needs_coverage_says_so_and_nothing_is_left_behind(life: Life) -> None:
    phone = life.phone
    life.loses_coverage()
    async with phone.in_hand(places.DEVICES) as app:
        app.see(
            "No connection. This needs the network, and nothing is kept here to be sent later.",
            "Try again",
        )
        phone.line.up = True
        await app.tap("Try again")
        app.read(app.said.t("{device} (this one)", device=app.said.t("Phone or computer")))
        phone.line.up = False
        await plan_step(app, "Gå ut")
        await app.go(places.LEAVE)
        app.see(
            "Something you recorded is still only on this device. Send it first, so that nothing is lost."
        )
    await life.three_weeks_later()
    async with phone.in_hand(places.PATH) as app:
        app.read("Gå ut")
