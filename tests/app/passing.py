"""A coordinator and a participant at a real server, and what is passed on between them."""

from dataclasses import dataclass
from datetime import timedelta

from mia_companion.app.actions.passing import Standing, standing
from mia_companion.domain.passing import Asked, sheet_for
from mia_companion.domain.rights import SHARED
from mia_companion.domain.sheets import Sheet
from mia_companion.i18n.words import words_for
from mia_companion.paper.pdf import made
from mia_companion.ui.components.sheet_words import in_words
from mia_companion.ui.context import ZONE
from tests.world import Device, World


@dataclass
class People:
    """Karin's desktop, Amina's phone, and the consent that she gave there."""

    world: World
    karin: Device
    amina: Device
    consent: str

    @property
    def person(self) -> str:
        return self.amina.participant

    def sheet(self) -> Sheet:
        asked = Asked(
            participant=self.person,
            consent=self.karin.shared(self.person).consents[self.consent],
            chosen=("plan", "times"),
            disclosure=self.karin.companion.ids.new(),
            now=self.karin.clock.now,
            zone=ZONE,
            sender="Karin Lind",
        )
        found = sheet_for(self.karin.companion.view.plan(self.person), asked)
        assert found is not None
        return found.sheet

    async def pass_on(self, sheet: Sheet | None = None) -> tuple[str, bytes]:
        """Recorded on Karin's desktop; its id, and the paper."""
        sheet = sheet or self.sheet()
        paper = made(in_words(sheet, words_for("sv")), self.karin.clock.now)
        done = await self.karin.do.passing.pass_on(
            self.person, sheet, "insurance", paper, recipient="Enheten i Falun"
        )
        assert done, done
        assert not done.entry, "there is no taking it back"
        return done.item, paper

    def known(self, device: Device, disclosure: str) -> Standing | None:
        return standing(device.companion.view, disclosure, self.person)

    async def paper_on(self, device: Device, disclosure: str) -> bytes | str:
        known = self.known(device, disclosure)
        assert known is not None
        (ref,) = known.fact.attachments
        journal = device.companion.view.journal(SHARED, self.person) or ""
        got = await device.do.attachments.save(ref, journal, "Fil")
        return got if isinstance(got, str) else got[1]


async def people(world: World) -> People:
    karin, amina, _ = await world.people()
    today = world.clock.now.date()
    amina.do.path.plan_step("Gå till biblioteket")
    done = amina.do.consents.give(
        "region", "insurance", ("plan", "times"),
        purpose="Planera", valid_from=today, valid_until=today + timedelta(days=90),
        language="sv", text_version="1",
    )  # fmt: skip
    await amina.sync()
    await karin.sync()
    return People(world, karin, amina, done.item)
