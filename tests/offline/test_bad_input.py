"""What nobody should write, pick or tap, without any network: said kindly, and nothing is lost."""

import flet as ft

from mia_companion.ui import places
from tests.offline.deeds import open_step, plan_step, send
from tests.offline.life import Life
from tests.pictures import halves, saved
from tests.ui.full_disk import a_full_disk
from tests.ui.picking import pick, pictures, until

NOVEL = "Det var en gång. " * 3_000

NOT_WHAT_IT_SAYS = (
    "That file is not what its name says. Look at it where it came from, or choose another."
)

FORMS = (
    (places.NEW_GOAL, "What do you want?", "Set the goal"),
    (places.NEW_STEP, "What do you want to do?", "Plan it"),
    (places.RECORD_GOOD, "What you did", "Write it down"),
    (f"{places.NETWORK}/new", "Name", "Add"),
    (places.MESSAGES, "Write a message", "Send"),
)
"""Where one writes, the field, and what saves it."""


async def test_a_pasted_novel_stays_in_its_box_until_it_is_made_shorter(life: Life) -> None:
    phone = life.phone
    life.loses_coverage()
    async with phone.in_hand() as app:
        for place, field, button in FORMS:
            await app.go(place)
            await app.write(field, NOVEL)
            await app.tap(button)
            assert not phone.waiting
    await life.three_weeks_later()
    async with phone.in_hand() as app:
        for place, field, _ in FORMS:
            await app.go(place)
            box = app.find(app.t(field), ft.TextField)
            assert box.value == NOVEL
            assert box.error
        for place, field, button in FORMS:
            await app.go(place)
            await app.write(field, "Kort")
            await app.tap(button)
    assert phone.waiting == [
        "GoalSet", "StepPlanned", "StepRecorded", "ContactAdded", "MessageWritten",
    ]  # fmt: skip


async def test_ten_thousand_letters_of_every_kind_arrive_as_they_were_written(life: Life) -> None:
    letters = "سلام 😀 ሰላም å\u202e" * 1_000
    words = letters[:10_000].strip()
    life.loses_coverage()
    async with life.phone.in_hand(places.MESSAGES) as app:
        await send(app, words)
        await app.write("Write a message", "Hej\x00\x07 du\x1b")
        await app.tap("Send")
    await life.three_weeks_later()
    await life.all_meet()
    said = [one.words for one in life.desk.shared(life.amina).messages.values()]
    assert said == [words, "Hej du"]


async def test_a_tap_that_is_repeated_makes_one_thing(life: Life) -> None:
    phone = life.phone
    life.loses_coverage()
    async with phone.in_hand() as app:
        for place, field, button in FORMS:
            await app.go(place)
            await app.write(field, "En gång")
            tapped = app.find(app.t(button), ft.Control, "click")
            await app.fire(tapped, "click")
            await app.fire(tapped, "click")  # so fast that the screen has not changed in between
    assert len(phone.waiting) == len(FORMS)


async def test_an_appointment_that_ends_before_it_begins(life: Life) -> None:
    life.loses_coverage()
    async with life.phone.in_hand(places.NEW_APPOINTMENT) as app:
        await app.write("What is it?", "Möte")
        await app.write("Day, as year-month-day", "2026-04-08")
        await app.write("Time, as hours:minutes", "10:00")
        await app.tap("More, if you want")
        await app.tap("Write when it ends")
        await app.write("Ends at, as hours:minutes", "09:30")
        await app.tap("Add it")
        app.see("It ends before it starts. Look at when it ends.")
    assert not life.phone.waiting
    await life.three_weeks_later()
    async with life.phone.in_hand(places.NEW_APPOINTMENT) as app:
        await app.write("Ends at, as hours:minutes", "10:30")
        await app.tap("Add it")
        app.see("The appointment is in your list.")
    assert life.phone.waiting == ["AppointmentBooked"]


async def test_what_is_no_photo_and_what_is_a_very_large_one(life: Life) -> None:
    phone = life.phone
    life.loses_coverage()
    async with phone.in_hand(places.RECORD_GOOD) as app:
        await app.write("What you did", "Gick till sjön")
        await pick(app, app.t("Add a photo"), "semester.jpg", b"bara text\n" * 50)
        await until(app, lambda: app.shows(app.t(NOT_WHAT_IT_SAYS)))
        await pick(app, app.t("Add a photo"), "sjön.jpg", saved(halves(8_000, 5_000)))
        await until(app, lambda: pictures(app))
        await app.tap("Write it down")
    [fact] = phone.shared().steps.values()
    assert fact.mark is not None
    [photo] = fact.mark.attachments
    await life.three_weeks_later()
    await life.all_meet()
    journal = life.desk.companion.view.journal("shared", life.amina)
    came = await life.desk.do.attachments.show(photo, journal or "")
    assert isinstance(came, bytes)


async def test_on_a_full_disk_nothing_is_said_to_be_done_that_is_not(life: Life) -> None:
    phone = life.phone
    full = "The device is full. Free some space, then try again. Your words are in the box."
    long = "😀" * 5_000
    life.loses_coverage()
    async with phone.in_hand() as app:
        await plan_step(app, "Ringa vården")
        await open_step(app, "Ringa vården")
        await app.tap("Write a word with it")
        with a_full_disk(phone.companion.store):
            await app.write("A word about how it went", long)
            await app.tap("Done")
            app.see(full)
            app.see_not("Well done. It is written down.")
            await app.go(places.MESSAGES)
            await app.write("Write a message", long)
            await app.tap("Send")
            app.see(full)
            assert app.find(app.t("Write a message"), ft.TextField).value == long
            assert phone.waiting == ["StepPlanned"]
        await app.tap("Send")
        app.see_not(full)
    await life.three_weeks_later()
    assert phone.waiting == ["StepPlanned", "MessageWritten"]
