"""A site with few people whose starts and finishes are written, and what it publishes."""

from dataclasses import dataclass, field
from datetime import date

import httpx
import sqlalchemy as sa

from mia_companion.domain.enrolments import EnrolmentBegun, EnrolmentFinished, FollowedUp
from mia_companion.domain.periods import ends_at, period_of
from mia_companion.domain.rights import FUNDER
from mia_companion.domain.suppression import Published
from mia_companion.server import operations
from mia_companion.server.schema import accounts, audit
from mia_companion.wire.accounts import Tokens
from mia_companion.wire.results import Publication, Publications, Publish, SiteResults
from tests.server.world import Person, World, unique

PASSWORD = "ett långt lösenord"


@dataclass
class Site:
    """One site of an association, its coordinator, and its people's journals by participant."""

    world: World
    association: str
    id: str
    coordinator: Person
    journals: dict[str, str] = field(default_factory=dict)

    @property
    def period(self) -> str:
        """The half-year that it is."""
        return period_of(self.world.clock.now)

    async def begin(self) -> str:
        """Somebody new starts; their id."""
        invited = await self.world.invite(self.coordinator)
        self.journals[invited.participant] = invited.shared_journal
        begun = EnrolmentBegun(enrolment_id=f"time-{invited.participant}", day=date(2025, 1, 15))
        await self.says(invited.participant, begun)
        return invited.participant

    async def finish(self, who: str, result: str = "in_work", day: date = date(2026, 3, 1)) -> None:
        """They finish."""
        await self.says(who, EnrolmentFinished(enrolment_id=f"time-{who}", day=day, result=result))

    async def follow_up(self, who: str, result: str = "in_work") -> None:
        """They are asked how it is."""
        day = date(2026, 9, 1)
        await self.says(who, FollowedUp(enrolment_id=f"time-{who}", day=day, result=result))

    async def finished(self, *results: str) -> list[str]:
        """People who start and finish, one for each result."""
        found = []
        for result in results:
            found.append(await self.begin())
            await self.finish(found[-1], result)
        return found

    async def says(self, who: str, fact: EnrolmentBegun | EnrolmentFinished | FollowedUp) -> None:
        """The coordinator writes it in the person's journal."""
        (answer,) = await self.coordinator.push(self.coordinator.entry(self.journals[who], fact))
        assert answer.answer == "accepted", answer

    async def half_year_passes(self) -> str:
        """Until the next begins; the one that ended."""
        ended = self.period
        self.world.clock.now = ends_at(ended)
        await self.coordinator.refresh()
        return ended

    async def look(self, period: str) -> SiteResults:
        """The exact numbers, as the coordinator is told."""
        answer = await self.coordinator.call("GET", f"/v1/results?period={period}")
        assert answer.status_code == 200, answer.text
        return SiteResults.model_validate_json(answer.content)

    async def ask(self, outside: Published) -> httpx.Response:
        """Ask for it to be published."""
        said = Publish(period=outside.period, outside=outside)
        json = said.model_dump(mode="json")
        return await self.coordinator.call("POST", "/v1/publications", json=json)

    async def publish(self, period: str) -> Published:
        """Look, and publish what was shown."""
        outside = (await self.look(period)).outside
        assert outside is not None
        answer = await self.ask(outside)
        assert answer.status_code == 204, answer.text
        return outside


async def a_site(world: World, association: str = "") -> Site:
    """A new one, in an association of its own unless told."""
    association = association or await operations.create_association(world.backend, "Förbundet")
    site = await operations.create_site(world.backend, association, unique("Verksamheten"))
    return Site(world, association, site, await world.coordinator(site))


async def of_the_association(world: World, association: str, role: str = FUNDER) -> Person:
    """Somebody who belongs to the association and to no site, signed in."""
    email = f"{unique('mail')}@example.org"
    async with world.backend.database.writing() as connection:
        await connection.execute(
            sa.insert(accounts).values(
                id=unique("account"), role=role, association=association, email=email,
                password_hash=await world.backend.passwords.hash(PASSWORD),
                display_name="Finn Exempel", made_at=world.clock.now,
            )
        )  # fmt: skip
    device = unique("device")
    said = {"email": email, "password": PASSWORD, "device": device}
    answer = await world.http.post("/v1/sign-in", json=said)
    assert answer.status_code == 200, answer.text
    return Person(world, Tokens.model_validate_json(answer.content), device)


async def read_by(who: Person) -> tuple[Publication, ...]:
    """Every publication that they are given."""
    answer = await who.call("GET", "/v1/publications")
    assert answer.status_code == 200, answer.text
    return Publications.model_validate_json(answer.content).publications


async def audited(world: World, what: str, site: str) -> list[str]:
    """Who did that, in turn."""
    async with world.backend.database.reading() as connection:
        found = await connection.scalars(
            sa.select(audit.c.account)
            .where(audit.c.what == what, audit.c.subject == site)
            .order_by(audit.c.number)
        )
        return list(found)
