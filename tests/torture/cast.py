"""Two associations, alike: in each everybody who may come to a server, and what each of them has there."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

import sqlalchemy as sa

from mia_companion.domain.directory import SiteNamed
from mia_companion.domain.facts import Fact
from mia_companion.domain.messages import MessageWritten
from mia_companion.domain.people import NoteWritten
from mia_companion.domain.steps import StepPlanned
from mia_companion.server import operations
from mia_companion.server.accounts import account_of
from mia_companion.server.login.table import passkeys
from mia_companion.wire.following import CoverAsked
from tests.server.world import Person, World, unique

ROLES = (
    "participant",  # whose the journals are
    "another",  # participant, whom a colleague follows
    "follows",  # the participant, today
    "colleague",  # of the same site, who does not
    "former",  # who followed them until they were handed over
    "covers",  # for the one who follows, who is away
    "neighbour",  # a coordinator of another site of the association
    "administrator",
    "funder",
)

PHOTO = b"ett foto"
UPLOAD = {
    "upload-offset": "0",
    "upload-length": str(len(PHOTO)),
    "upload-sha256": hashlib.sha256(PHOTO).hexdigest(),
}
SAID: dict[str, Fact] = {
    "shared": MessageWritten(message_id="m", words="Hej"),
    "own": StepPlanned(step_id="s", words="Gå ut"),
    "team": NoteWritten(note_id="n", words="Ring"),
    "view": NoteWritten(note_id="n", words="Ring"),
    "directory": SiteNamed(name="Verksamheten"),
}
"""What somebody may write in each of the journals; `view` is the private one of who follows."""


@dataclass
class Cast:
    """One association. `journals` are the participant's by role, and the site's directory."""

    world: World
    association: str = ""
    site: str = ""
    people: dict[str, Person] = field(default_factory=dict)
    journals: dict[str, str] = field(default_factory=dict)
    _left: list[str] = field(default_factory=list)

    async def gather(self) -> None:
        """Everybody comes in, and something happens in each journal."""
        backend, p = self.world.backend, self.people
        self.association = await operations.create_association(backend, unique("Förbund"))
        self.site = await operations.create_site(backend, self.association, unique("Plats"))
        beside = await operations.create_site(backend, self.association, unique("Plats"))
        for role in ("follows", "colleague", "former", "covers"):
            p[role] = await self.coordinator(self.site)
        p["neighbour"] = await self.coordinator(beside)
        for role, make in (
            ("administrator", operations.create_administrator),
            ("funder", operations.create_funder),
        ):
            email = f"{unique('mail')}@example.org"
            p[role] = await self.enter(
                await make(backend, self.association, "Berit", email, "lösenord")
            )
        p["participant"] = await self.participant(p["former"])
        p["another"] = await self.participant(p["colleague"])
        view = (await p["former"].journals())["own", p["participant"].id, p["former"].id]
        for left in range(4):  # written in ignorance of the handover
            self._left.append(unique("left"))
            del left
        await operations.hand_over(backend, p["participant"].id, p["former"].id, p["follows"].id)
        await backend.covers.set_for(
            p["follows"].id, self.site, self.cover(p["covers"], 0), by=p["follows"].id
        )
        found = {
            **{(r, o): i for (r, _, o), i in (await p["follows"].journals()).items()},
            **{(r, o): i for (r, _, o), i in (await p["participant"].journals()).items()},
        }
        self.journals = {
            "shared": found["shared", None],
            "own": found["own", p["participant"].id],
            "team": found["team", None],
            "view": found["own", p["follows"].id],
            "directory": found["directory", None],
            "former's view": view,
        }
        for role, writer in (
            ("shared", "participant"),
            ("own", "participant"),
            ("team", "follows"),
            ("view", "follows"),
            ("directory", "follows"),
        ):
            await p[writer].push(p[writer].entry(self.journals[role], SAID[role]))
            path = f"/v1/journals/{self.journals[role]}/blobs/photo"
            put = await p[writer].call("PUT", path, content=PHOTO, headers=UPLOAD)
            assert put.status_code == 204, put.text
        shared = self.journals["shared"]
        await p["former"].push(
            *(p["former"].entry(shared, SAID["shared"], id=one) for one in self._left)
        )

    def left_behind(self) -> str:
        """An entry of the former coordinator's that nobody has looked at."""
        return self._left.pop()

    def cover(self, by: Person, days: int) -> CoverAsked:
        """That somebody answers, from so many days on."""
        first = self.world.clock.now.date() + timedelta(days=days)
        return CoverAsked(id=unique("cover"), by=by.id, first_day=first, last_day=first)

    async def coordinator(self, site: str = "") -> Person:
        """A new one, of the site unless told otherwise."""
        email = f"{unique('mail')}@example.org"
        made = await operations.create_coordinator(
            self.world.backend, site or self.site, "Eva", email, "lösenord"
        )
        return await self.enter(made)

    async def passkey(self, of: Person) -> str:
        """One that somebody has; its id."""
        made = unique("passkey")
        said = {"credential": made.encode(), "public_key": b"k", "sign_count": 0, "name": "Mobil"}
        async with self.world.backend.database.writing() as connection:
            at = self.world.clock()
            row = {"id": made, "account": of.id, "made_at": at, **said}
            await connection.execute(sa.insert(passkeys).values(row))
        return made

    async def participant(self, by: Person) -> Person:
        """A new one, whom that coordinator follows."""
        return await self.world.enrol((await self.world.invite(by)).code)

    async def enter(self, account: str) -> Person:
        """The account on one more device."""
        backend, device = self.world.backend, unique("device")
        async with backend.database.writing() as connection:
            who = await account_of(connection, account)
            assert who is not None
            now = backend.surroundings.clock()
            tokens = await backend.devices.add(connection, who, device, now)
            await backend.devices.shown(connection, account, device, now)
        return Person(self.world, tokens, device)


def future(of: date) -> date:
    """A day when nobody is away yet."""
    return of + timedelta(days=30)


def everyone(*casts: Cast) -> Iterable[Person]:
    """All of them."""
    return [one for cast in casts for one in cast.people.values()]
