"""My network, and consents given and taken back without any network."""

from mia_companion.domain import areas
from mia_companion.ui import places
from mia_companion.ui.context import ZONE
from tests.offline.deeds import give_consent
from tests.offline.hand import Hand
from tests.offline.life import MINE, Life

NOT_SENT = (
    "Taken back {time}. It is not sent yet: your coordinator gets to know of it when there is a"
    " connection. If it cannot wait, call them."
)


async def test_everyone_around_me(life: Life) -> None:
    life.loses_coverage()
    async with life.phone.in_hand(places.NETWORK) as app:
        app.read("Karin Lind")
        await app.tap("Add someone")
        await app.write("Name", "Doktor Ek")
        await app.tap("The region (health care)")
        await app.write("Phone number", "08-123 45")
        await app.tap("Add")
        app.see("In your network.")
        await app.tap("Add someone")
        await app.write("Name", f"Min syster {MINE}")
        await app.tap("Only you")
        await app.tap("Add")
        await app.tap("Change {name}", name="Doktor Ek")
        await app.write("What they do (if you know)", "Läkare")
        await app.tap("Save")
        app.see("Changed.")
    assert life.phone.waiting == ["ContactAdded", "ContactAdded", "ContactAdded"]
    await life.three_weeks_later()
    async with life.phone.in_hand(places.NETWORK) as app:
        app.read("Doktor Ek", "Läkare", "08-123 45", f"Min syster {MINE}", life.waits(3))
    await life.all_meet()
    shared = life.desk.companion.view.plan(life.amina).contacts
    assert [(one.fact.name, one.fact.role) for one in shared] == [("Doktor Ek", "Läkare")]
    life.nothing_private_came_out()


async def test_a_consent_counts_where_it_has_come_and_ends_when_it_is_taken_back(
    life: Life,
) -> None:
    phone, desk, amina = life.phone, life.desk, life.amina
    life.loses_coverage()
    taken_back = phone.clock.now

    def when(app: Hand) -> str:
        return app.said.day_and_clock(taken_back, ZONE.key, phone.clock.now)

    async with phone.in_hand() as app:
        await give_consent(app, "booked times")
        names = {"teller": app.t("The region (health care)"), "told": app.t("Försäkringskassan")}
        app.see("{teller} may tell {told}", **names)
        app.see("It is not sent yet. Your coordinator sees it when there is a connection.")
    await phone.is_killed()
    await life.all_meet()
    [consent] = desk.shared(amina).consents.values()
    assert consent.given is not None
    life.loses_coverage()
    async with phone.in_hand(places.CONSENTS) as app:
        taken_back = phone.clock.now
        await app.tap("Take it back")
        app.see("Taken back. From now on nothing more may be passed on under it.")
        app.see(NOT_SENT, time=when(app))
    await life.three_weeks_later()
    assert phone.waiting == ["ConsentWithdrawn"]
    async with phone.in_hand(places.CONSENTS) as app:
        app.see(NOT_SENT, time=when(app))
        app.see("What had been passed on before stays with those who got it.")
        app.read(life.waits(1))
        phone.line.up = True
        await phone.sync()
        await app.settle()
        await app.tap_on(app.said.n("What has ended ({count})", "What has ended ({count})", 1))
        app.see("Taken back {time}. Nothing is passed on under it.", time=when(app))
        app.see("What had been passed on before stays with those who got it.")
    await desk.connects()
    [consent] = desk.shared(amina).consents.values()
    today = life.world.clock().date()
    assert not consent.covers(areas.INSURANCE, [areas.TIMES], today)
