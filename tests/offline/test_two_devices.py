"""Two devices, both without any network: what is said twice is kept twice, and one of it stands."""

from datetime import datetime

from mia_companion.domain.goals import Goal
from mia_companion.domain.steps import DONE, TRIED
from mia_companion.ui import places
from mia_companion.ui.context import ZONE
from tests.offline.deeds import give_consent, open_step, plan_step, send, set_goal
from tests.offline.hand import Hand
from tests.offline.life import MINE
from tests.offline.phone import Phone
from tests.offline.two import Two

BEFORE = datetime(2026, 4, 8, 10, 0, tzinfo=ZONE)
AFTER = datetime(2026, 4, 8, 11, 30, tzinfo=ZONE)


def _goal(device: Phone) -> Goal:
    [goal] = device.companion.view.plan().goals
    return goal


async def _reword(app: Hand, words: str) -> None:
    await app.go(places.PATH)
    await app.tap("Open the goal")
    await app.tap("Say it in other words")
    await app.write("In other words", words)
    await app.tap("Save")


async def test_the_same_step_and_the_same_goal(two: Two) -> None:
    async with two.phone.in_hand() as app:
        await set_goal(app, "Orka mer", "Health and rehabilitation")
        await plan_step(app, "Ringa vården")
    await two.are_even()
    two.lose_coverage()
    async with two.phone.in_hand() as app:
        await open_step(app, "Ringa vården")
        await app.tap("Done")
        await _reword(app, "Orka hela dagen")
    async with two.tablet.in_hand() as app:
        await open_step(app, "Ringa vården")
        await app.tap("Write a word with it")
        await app.write("A word about how it went", "Upptaget")
        await app.tap("I tried")
        await _reword(app, "Orka leka")
    await two.meet()
    last, replaced = ("Orka leka", "Orka hela dagen")
    if not two.phone_first:
        last, replaced = replaced, last
    for device in (two.phone, two.tablet):
        assert _goal(device).words == last
        [step] = device.companion.view.plan().steps
        assert step.state == (TRIED if two.phone_first else DONE)
        async with device.in_hand(places.PATH) as app:
            await app.tap("Open the goal")
            for words in (replaced, last):
                app.see("In other words: {words}", words=words)
            await app.go(places.DONE)
            await app.tap_on("Ringa vården")
            app.see("Done", "Use this again", "Take back")
            app.read(f"{app.t('Tried')}: Upptaget")
    async with two.tablet.in_hand(places.PATH) as app:
        await app.tap("Open the goal")
        await app.tap("Use these words")
    chosen = _goal(two.tablet).words
    assert chosen != last
    await two.meet()
    assert _goal(two.phone).words == chosen


async def test_a_time_moved_on_one_and_cancelled_on_the_other(two: Two) -> None:
    book = two.phone.do.appointments.book
    assert book("Läkarbesök", "region", BEFORE)
    await two.are_even()
    two.lose_coverage()
    async with two.phone.in_hand(places.APPOINTMENTS) as app:
        await app.tap_on("Läkarbesök")
        await app.tap("Change the time or the rest")
        await app.write("Time, as hours:minutes", "11:30")
        await app.tap("Save")
    async with two.tablet.in_hand(places.APPOINTMENTS) as app:
        await app.tap_on("Läkarbesök")
        await app.tap("I cannot make it")
        await app.tap("Yes, cancel it")
    await two.meet()
    for device in (two.phone, two.tablet):
        async with device.in_hand(places.APPOINTMENTS) as app:
            app.see("You have cancelled it.")
            await app.tap_on("Läkarbesök")
            app.read(app.said.clock(AFTER, ZONE))  # nothing is lost: it stands, or is proposed
    async with two.phone.in_hand(places.APPOINTMENTS) as app:
        await app.tap_on("Läkarbesök")
        await app.tap("Bring it back")
        app.see("It takes place after all.")
        if not two.phone_first:
            await app.tap("Take this time")
            app.see("It has this time now.")
    await two.meet()
    for device in (two.phone, two.tablet):
        [one] = device.shared().appointments.values()
        assert (one.now.starts_at, one.cancelled_by) == (AFTER, None)


async def test_a_suggestion_taken_on_one_and_declined_on_the_other(two: Two) -> None:
    assert two.life.desk.do.path.suggest("Gå runt kvarteret", two.life.amina)
    await two.are_even()
    two.lose_coverage()
    async with two.phone.in_hand(places.PATH) as app:
        await app.tap("Take it")
    async with two.tablet.in_hand(places.PATH) as app:
        await app.tap("No, thank you")
    await two.meet()
    for device in (two.phone, two.tablet):
        async with device.in_hand(places.PATH) as app:
            app.read("Gå runt kvarteret")
            app.see_not("Take it")
            await app.go(places.RESTING)
            app.read_not("Gå runt kvarteret")
    async with two.life.desk.in_hand(two.life.person) as karin:
        karin.read(karin.t("Taken {ago}", ago="").strip())


async def test_a_consent_taken_back_on_both_and_another_given(two: Two) -> None:
    async with two.phone.in_hand() as app:
        await give_consent(app, "booked times")
    await two.are_even()
    two.lose_coverage()
    async with two.phone.in_hand(places.CONSENTS) as app:
        await app.tap("Take it back")
    async with two.tablet.in_hand(places.CONSENTS) as app:
        await app.tap("Take it back")
        await give_consent(app, "my health")
    await two.meet()
    for device in (two.phone, two.tablet):
        async with device.in_hand(places.CONSENTS) as app:
            app.see("About: {categories}", categories=app.t("my health"))
            app.read_not(app.t("booked times"))
            await app.tap_on(app.said.n("What has ended ({count})", "What has ended ({count})", 1))
            app.see("About: {categories}", categories=app.t("booked times"))
    consents = two.life.desk.shared(two.life.amina).consents.values()
    assert [one.given is not None for one in consents] == [False, True]


async def test_both_write_both_read_and_nothing_comes_twice(two: Two) -> None:
    desk, amina = two.life.desk, two.life.amina
    assert desk.do.messages.write("Hur går det?", participant=amina)
    await two.are_even()
    two.lose_coverage()
    for device, words in ((two.phone, "Bra"), (two.tablet, "Sådär")):
        async with device.in_hand(places.MESSAGES) as app:
            app.read("Hur går det?")
            await send(app, words)
        async with device.in_hand(places.TODAY) as app:
            await app.tap("Heavy")
            await app.tap("Put a word to it")
            await app.write("In your own words", f"{words} {MINE}")
            await app.tap("Save")
    await two.meet()
    for device in (two.phone, two.tablet):
        async with device.in_hand(places.MESSAGES) as app:
            for words in ("Hur går det?", "Bra", "Sådär"):
                assert [said for said in app.texts() if words == said.strip("\u2068\u2069")]
        assert len(device.companion.view.picture("own").checkins) == 2
    async with desk.in_hand(two.life.person) as karin:
        assert [karin.texts().count(words) for words in ("Bra", "Sådär")] == [1, 1]
        assert karin.shows(karin.t("Read"))
    assert desk.companion.view.plan(amina).read_by_others(
        next(iter(desk.shared(amina).messages.values()))
    )
