"""Access that ended while somebody had no coverage: nothing is lost, and there is a way back."""

from mia_companion.ui import places
from mia_companion.wire.accounts import Invite
from mia_companion.wire.problems import DEVICE_REMOVED, SIGNED_OUT
from tests.offline.deeds import plan_step, send
from tests.offline.life import MINE, Life
from tests.ui.picking import until
from tests.world import EMAIL, PASSWORD


async def test_a_phone_that_was_taken_off_the_list_and_found_again(life: Life) -> None:
    phone, desk = life.phone, life.desk
    tablet = await life.another_device()
    life.loses_coverage()
    async with phone.in_hand() as app:
        await plan_step(app, "Gå ut")
        await plan_step(app, f"Ringa syster {MINE}", private=True)
        await app.go(places.MESSAGES)
        await send(app, "Hej Karin!")
    async with tablet.in_hand(places.DEVICES) as app:
        await until(app, lambda: app.t("I have lost this one") in app.texts())
        await app.tap("I have lost this one")
        await app.tap("Yes, sign it out")
        await until(app, lambda: app.t("That device is signed out.") in app.texts())
    await life.three_weeks_later()
    code = (await desk.companion.client.invite(Invite(participant=life.amina))).code
    phone.line.up = True
    async with phone.in_hand() as app:
        await phone.is_told(DEVICE_REMOVED)
        await app.settle()
        app.see("Welcome")
        app.see(
            "This device was signed out from another one, or by your coordinator. Nothing of the plan is on"
            " it now."
        )
        app.read(
            app.said.n(
                "{count} thing had not been sent. It is kept here, locked, and is sent when the same person"
                " opens MIA here again.",
                "{count} things had not been sent. They are kept here, locked, and are sent when the same"
                " person opens MIA here again.",
                3,
            )
        )
        app.read_not("Gå ut")
        await app.write("The code from your coordinator", code)
        await app.tap("Go on")
        await until(app, lambda: app.shows("Gå ut"))
        await app.go(places.PATH)
        app.read("Gå ut")
    await phone.rests()
    await life.all_meet()
    await tablet.connects()
    assert phone.waiting == []
    async with desk.in_hand(life.person) as karin:
        karin.read("Gå ut", "Hej Karin!")
    async with tablet.in_hand(places.PATH) as app:
        app.read("Gå ut", f"Ringa syster {MINE}")
    life.nothing_private_came_out()


async def test_a_coordinator_signs_in_again_and_what_waited_is_sent(life: Life) -> None:
    desk = life.desk
    desk.line.up = False
    async with desk.in_hand(life.person) as karin:
        await send(karin, "Hej från tåget")
        desk.companion.failed(SIGNED_OUT)  # as after her password was changed
        await karin.settle()
        desk.line.up = True
        await karin.tap("Sign in again")
        await karin.write("E-mail", EMAIL)
        await karin.write("Password", PASSWORD)
        await karin.tap("Sign in")
        await until(karin, lambda: karin.shows("Amina Ek"))
        karin.read("Amina Ek")
    await desk.rests()
    await life.all_meet()
    async with life.phone.in_hand(places.MESSAGES) as app:
        app.read("Hej från tåget")
