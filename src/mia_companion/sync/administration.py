"""What only an administrator's device asks for: one small function an endpoint."""

from urllib.parse import quote, urlencode

from pydantic import BaseModel

from mia_companion.sync.answers import Answer, read
from mia_companion.sync.login import LoginLine
from mia_companion.wire.administration import (
    AddStaff,
    Administered,
    ChangeStaff,
    GivenPassword,
    Moved,
    MoveParticipants,
    NameSite,
    SiteMade,
)
from mia_companion.wire.deeds import Deeds
from mia_companion.wire.login import LoginLink

_ROOT = "/v1/administration"


class AdministrationLine(LoginLine):
    """Raises SyncError and nothing else."""

    async def administered(self) -> Administered:
        """The association, its sites and everyone who works there."""
        return read(await self._authorized("GET", _ROOT), Administered)

    async def deeds(self, *, by: str = "", about: str = "", before: int | None = None) -> Deeds:
        """What has been done, by somebody or about somebody: the newest first, before that line."""
        asked = {"by": by, "about": about, "before": str(before or "")}
        query = urlencode({name: said for name, said in asked.items() if said})
        return read(await self._authorized("GET", f"{_ROOT}/deeds?{query}"), Deeds)

    async def make_site(self, asked: NameSite) -> SiteMade:
        """A new site."""
        return await self._answered("/sites", asked, SiteMade)

    async def rename_site(self, site: str, asked: NameSite) -> None:
        """What the site is called from now on."""
        await self._authorized("PUT", _path("sites", site), _raw(asked))

    async def add_staff(self, asked: AddStaff) -> GivenPassword:
        """Somebody new, and the password for their first time."""
        return await self._answered("/staff", asked, GivenPassword)

    async def change_staff(self, account: str, asked: ChangeStaff) -> None:
        """What they are called from now on, and where they are reached."""
        await self._authorized("PUT", _path("staff", account), _raw(asked))

    async def reset_password(self, account: str) -> GivenPassword:
        """A new password for one time."""
        path = f"{_path('staff', account)}/password"
        return read(await self._authorized("POST", path), GivenPassword)

    async def make_login_link(self, account: str) -> LoginLink:
        """A link for one time, to be followed by the one whose account it is."""
        path = f"{_path('staff', account)}/login-link"
        return read(await self._authorized("POST", path), LoginLink)

    async def move_participants(self, account: str, asked: MoveParticipants) -> Moved:
        """Hand over everyone whom a coordinator follows."""
        path = f"{_path('staff', account)}/participants"
        return read(await self._authorized("POST", path, _raw(asked)), Moved)

    async def end_staff(self, account: str) -> None:
        """Their work here ends."""
        await self._authorized("DELETE", _path("staff", account))

    async def _answered(self, path: str, asked: BaseModel, kind: type[Answer]) -> Answer:
        return read(await self._authorized("POST", _ROOT + path, _raw(asked)), kind)


def _path(noun: str, id_: str) -> str:
    return f"{_ROOT}/{noun}/{quote(id_, safe='')}"


def _raw(asked: BaseModel) -> bytes:
    return asked.model_dump_json().encode()
