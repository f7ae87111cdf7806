"""Messages: written without any network, sent, read; ready phrases and photos; what has not come yet."""

import flet as ft

from mia_companion.ui import places
from tests.offline.deeds import open_step, plan_step, send, set_goal
from tests.offline.life import MINE, Life
from tests.pictures import phone_photo
from tests.ui.picking import pick, pictures, until


async def test_waiting_then_sent_then_read(life: Life) -> None:
    phone, desk = life.phone, life.desk
    life.loses_coverage()
    async with phone.in_hand() as app:
        await plan_step(app, "Ringa tandläkaren")
        await open_step(app, "Ringa tandläkaren")
        await app.tap("Write about this")
        await send(app, "Vågar inte riktigt")
        await app.go(places.MESSAGES)
        await app.tap("Ready phrases")
        await app.tap("Can you call me?")
        await app.tap("Send")
        await send(app, "Hej Karin!")
        await app.write("Write a message", "Halvt skri")
        app.see("Waiting to be sent")
        app.see_not("Sent")
    await life.three_weeks_later()
    assert phone.waiting == ["StepPlanned", *["MessageWritten"] * 3]
    async with phone.in_hand(places.MESSAGES) as app:
        app.read(app.t("Can you call me?"), "Hej Karin!", life.waits(4))
        assert app.find(app.t("Write a message"), ft.TextField).value == "Halvt skri"
        app.see("Waiting to be sent")
        phone.line.up = True
        await phone.sync()
        await app.settle()
        app.see("Sent")
        app.see_not("Waiting to be sent")
    await desk.connects()
    async with desk.in_hand(life.person) as karin:
        karin.read("Hej Karin!", "Kan du ringa mig?")
        await karin.tap_on("Om: Ringa tandläkaren")
        karin.read("Vågar inte riktigt")
    await desk.connects()
    await phone.connects()
    async with phone.in_hand(places.MESSAGES) as app:
        app.see("Read")
        app.see_not("Waiting to be sent", "Sent")
    words = [one.words for one in desk.shared(life.amina).messages.values()]
    assert sorted(words) == sorted(["Vågar inte riktigt", app.t("Can you call me?"), "Hej Karin!"])


async def test_a_photo_goes_along_when_it_can(life: Life) -> None:
    phone, desk = life.phone, life.desk
    life.loses_coverage()
    async with phone.in_hand(places.MESSAGES) as app:
        await app.tap("Photo or file")
        await pick(app, app.t("Add a photo"), "brev.jpg", phone_photo())
        await until(app, lambda: pictures(app))
        await send(app, "Ett brev jag inte förstår")
        await plan_step(app, "Titta på fåglar")
        await open_step(app, "Titta på fåglar")
        await app.tap("Done")
        await app.tap("Keep a memory of it")
        await app.write("What do you want to remember?", "En talgoxe")
        await pick(app, app.t("Add a photo"), "fågel.jpg", phone_photo())
        await until(app, lambda: pictures(app))
        await app.tap("Keep it")
        app.see("It is kept with the step.")
    await life.three_weeks_later()
    async with phone.in_hand(places.MESSAGES) as app:
        await until(app, lambda: pictures(app))
        app.read("Ett brev jag inte förstår")
        await app.go(places.DONE)
        await app.tap_on("Titta på fåglar")
        await until(app, lambda: pictures(app))
        app.read("En talgoxe")
    await life.all_meet()
    assert not phone.companion.view.something_waits
    async with desk.in_hand(life.person) as karin:
        await until(karin, lambda: pictures(karin))
        karin.read("Ett brev jag inte förstår", "En talgoxe")


async def test_what_has_not_come_is_said_kindly_and_comes_later(life: Life) -> None:
    phone, desk = life.phone, life.desk
    kept = await desk.do.attachments.keep(phone_photo(), "karta.jpg")
    assert not isinstance(kept, str)
    assert desk.do.messages.write("Så hittar du", attachments=(kept,), participant=life.amina)
    await life.all_meet()
    life.loses_coverage()
    async with phone.in_hand(places.MESSAGES) as app:
        app.read("Så hittar du")
        await until(app, lambda: app.shows(app.t("No connection. It comes when there is one.")))
        assert not pictures(app)
        phone.line.up = True
        await app.tap("Look again")
        await until(app, lambda: pictures(app))
    life.loses_coverage()
    await phone.is_killed()
    async with phone.in_hand(places.MESSAGES) as app:
        await until(app, lambda: pictures(app))  # what has come once is here


async def test_it_is_plain_what_waits_and_that_it_has_been_sent(life: Life) -> None:
    phone = life.phone
    kept = "This is kept on this device. It is sent by itself when there is a connection."
    written = ("Orka mer", f"Ringa syster {MINE}", "Hej Karin!")
    life.loses_coverage()
    async with phone.in_hand() as app:
        await set_goal(app, written[0], "Health and rehabilitation")
        await plan_step(app, written[1], private=True)
        await app.go(places.MESSAGES)
        await send(app, written[2])
        await app.go(places.ME)
        app.read(app.said.n("{count} thing waits", "{count} things wait", 3))
    await life.three_weeks_later()
    async with phone.in_hand(places.WAITING) as app:
        app.see(kept, "No connection. Everything is kept here and sent later.")
        app.read(*written)
        phone.line.up = True
        await phone.sync()
        await app.settle()
        app.see("Everything has been sent.")
        app.read_not(*written)
