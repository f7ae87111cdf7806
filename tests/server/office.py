"""Those who belong to an association and to no site, and what they ask for."""

from dataclasses import dataclass

import httpx
import sqlalchemy as sa

from mia_companion.domain.directory import CoordinatorListed
from mia_companion.server import operations
from mia_companion.server.directories import listed_at
from mia_companion.server.schema import audit
from mia_companion.wire.accounts import Tokens
from mia_companion.wire.administration import Administered, GivenPassword, StaffMember
from tests.server.world import Person, World, unique

ROOT = "/v1/administration"
PASSWORD = "ett långt lösenord"


async def sign_in(world: World, email: str, password: str, device: str = "") -> httpx.Response:
    said = {"email": email, "password": password, "device": device or unique("device")}
    return await world.http.post("/v1/sign-in", json=said)


async def signed_in(world: World, email: str, password: str) -> Person:
    device = unique("device")
    answer = await sign_in(world, email, password, device)
    assert answer.status_code == 200, answer.text
    return Person(world, Tokens.model_validate_json(answer.content), device)


@dataclass
class Office:
    """An association with one site, its administrator and its funder."""

    world: World
    association: str
    site: str
    administrator: Person
    funder: Person

    async def look(self) -> Administered:
        answer = await self.administrator.call("GET", ROOT)
        assert answer.status_code == 200, answer.text
        return Administered.model_validate_json(answer.content)

    async def member(self, account: str) -> StaffMember:
        seen = await self.look()
        everyone = [*seen.office, *(one for site in seen.sites for one in site.coordinators)]
        return next(one for one in everyone if one.id == account)

    async def ask(self, method: str, path: str, **said: object) -> httpx.Response:
        return await self.administrator.call(method, ROOT + path, json=said or None)

    async def add(self, site: str | None = None, **more: str) -> tuple[GivenPassword, str]:
        """A new coordinator unless told otherwise, and the address to sign in with."""
        email = f"{unique('mail')}@example.org"
        place = self.site if site is None else site
        said = {"role": "coordinator", "site": place, "name": "Eva Ek", "email": email}
        answer = await self.ask("POST", "/staff", **{**said, **more})
        assert answer.status_code == 200, answer.text
        return GivenPassword.model_validate_json(answer.content), email


async def open_office(world: World, association: str = "", site: str = "") -> Office:
    """A new association unless told which."""
    backend = world.backend
    association = association or await operations.create_association(backend, unique("Förbund"))
    site = site or await operations.create_site(backend, association, unique("Verksamhet"))
    emails = [f"{unique('mail')}@example.org" for _ in range(2)]
    for make, email in zip(
        (operations.create_administrator, operations.create_funder), emails, strict=True
    ):
        await make(backend, association, "Berit Ask", email, PASSWORD)
    administrator, funder = [await signed_in(world, email, PASSWORD) for email in emails]
    return Office(world, association, site, administrator, funder)


async def follow(world: World, coordinator: Person, count: int) -> list[Person]:
    """New participants whom the coordinator follows."""
    return [await world.enrol((await world.invite(coordinator)).code) for _ in range(count)]


async def listed(world: World, site: str, account: str) -> CoordinatorListed:
    """What the directory says of a coordinator."""
    fact = (await listed_at(world.backend, site))[f"coordinator/{account}"].fact
    assert isinstance(fact, CoordinatorListed)
    return fact


async def said_of(world: World, by: str) -> list[tuple[str, str]]:
    """What the audit says that this account did."""
    chosen = sa.select(audit.c.what, audit.c.subject).where(audit.c.account == by)
    async with world.backend.database.reading() as connection:
        return [
            (what, of) for what, of in await connection.execute(chosen.order_by(audit.c.number))
        ]
