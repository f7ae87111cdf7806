"""Administering an association. All of it needs the network; nothing of it waits in the outbox.

Each verb answers with a problem's name, or with what it made, and then looks at what is so now.
"""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from pydantic import ValidationError

from mia_companion.app.actions.outcome import EMPTY, NO_EMAIL, checked, clean, too_long
from mia_companion.app.administration import FAILED, THERE, Administration
from mia_companion.app.companion import Companion
from mia_companion.domain import rights
from mia_companion.sync.errors import SyncError
from mia_companion.wire.administration import (
    AddStaff,
    ChangeStaff,
    GivenPassword,
    MoveParticipants,
    NameSite,
)
from mia_companion.wire.deeds import Deeds
from mia_companion.wire.login import LoginLink

LONGEST_NAME, LONGEST_PHONE, LONGEST_EMAIL = 200, 60, 254

_T = TypeVar("_T")


class AdministrationActions:
    """What may be asked for is decided by the server, each time."""

    def __init__(self, companion: Companion) -> None:
        self._companion = companion
        self._asked_last = self._shown_last = 0

    async def look(self) -> None:
        """Ask how it is now. What is shown already stays until the answer comes."""
        companion = self._companion
        asker = companion.view.account
        self._asked_last = mine = self._asked_last + 1
        try:
            seen = await companion.client.administered()
            now = Administration(THERE, seen=seen, at=companion.clock())
        except SyncError as wrong:
            before = companion.view.administration
            now = Administration(FAILED, wrong.name, before.seen, before.at)
        # An answer that was overtaken is old, and who has signed out meanwhile sees nothing of it.
        if mine > self._shown_last and companion.view.account == asker:
            self._shown_last = mine
            companion.show(administration=now)

    async def deeds(
        self, *, by: str = "", about: str = "", before: int | None = None
    ) -> Deeds | str:
        """What has been done, the newest first; or a problem's name."""
        try:
            return await self._companion.client.deeds(by=by, about=about, before=before)
        except SyncError as wrong:
            return wrong.name

    async def make_site(self, name: str) -> str:
        """A new site. Returns a problem's name, or an empty string."""
        name = clean(name)
        if problem := checked(name, LONGEST_NAME):
            return problem
        return _problem(
            await self._asked(lambda: self._companion.client.make_site(NameSite(name=name)))
        )

    async def rename_site(self, site: str, name: str) -> str:
        """What the site is called from now on. Returns a problem's name, or an empty string."""
        name = clean(name)
        if problem := checked(name, LONGEST_NAME):
            return problem
        return _problem(
            await self._asked(lambda: self._companion.client.rename_site(site, NameSite(name=name)))
        )

    async def add(
        self, role: str, site: str, name: str, email: str, phone: str = ""
    ) -> GivenPassword | str:
        """Somebody new, with the password for their first time; or a problem's name."""
        name, email, phone = clean(name), clean(email), clean(phone)
        if not name or not email:
            return EMPTY
        if problem := too_long(name, LONGEST_NAME) or too_long(phone, LONGEST_PHONE):
            return problem
        try:
            said = AddStaff.model_validate(
                {"role": role, "site": site, "name": name, "email": email, "phone": phone}
            )
        except ValidationError:
            return NO_EMAIL
        return await self._asked(lambda: self._companion.client.add_staff(said))

    async def change(self, account: str, name: str, phone: str = "") -> str:
        """What they are called, and where they are reached. A problem's name, or an empty string."""
        name, phone = clean(name), clean(phone)
        if problem := checked(name, LONGEST_NAME) or too_long(phone, LONGEST_PHONE):
            return problem
        said = ChangeStaff(name=name, phone=phone)
        return _problem(
            await self._asked(lambda: self._companion.client.change_staff(account, said))
        )

    async def reset_password(self, account: str) -> GivenPassword | str:
        """A password for one time; their devices are signed out. Or a problem's name."""
        return await self._asked(lambda: self._companion.client.reset_password(account))

    async def make_login_link(self, account: str) -> LoginLink | str:
        """A link by which their own electronic identity opens the account. Or a problem's name."""
        return await self._asked(lambda: self._companion.client.make_login_link(account))

    async def move_participants(self, account: str, to: str) -> int | str:
        """Hand over everyone whom they follow. How many, or a problem's name."""
        said = MoveParticipants(to=to)
        answer = await self._asked(lambda: self._companion.client.move_participants(account, said))
        return answer if isinstance(answer, str) else answer.count

    async def end(self, account: str) -> str:
        """Their work here ends. Returns a problem's name, or an empty string."""
        return _problem(await self._asked(lambda: self._companion.client.end_staff(account)))

    async def _asked(self, ask: Callable[[], Awaitable[_T]]) -> _T | str:
        account = self._companion.view.account
        if account is None or account.role != rights.ADMINISTRATOR:
            return EMPTY
        try:
            answer: _T | str = await ask()
        except SyncError as wrong:
            answer = wrong.name
        # Also after a refusal, or no answer at all: something may be so by now.
        await self.look()
        return answer


def _problem(answer: object) -> str:
    return answer if isinstance(answer, str) else ""
