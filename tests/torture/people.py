"""Who lives the short lives, and the server that they reach: the model, or the real one held to it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import httpx

from mia_companion.domain.entries import Confirmed, Entry
from mia_companion.domain.rights import (
    COORDINATOR,
    DIRECTORY,
    OWN,
    PARTICIPANT,
    SHARED,
    TEAM,
    JournalInfo,
)
from mia_companion.wire.accounts import Account
from mia_companion.wire.sync import MAX_PAGE
from tests.torture.line import Clock
from tests.torture.model_log import Journal
from tests.torture.model_server import NEVER, NEWER, ModelServer
from tests.torture.replica import Replica


class Place(NamedTuple):
    """One of the five."""

    name: str
    account: str
    is_browser: bool = False


AMINA, KARIN, JONAS = "account-amina", "account-karin", "account-jonas"
PLACES = (
    Place("phone", AMINA),
    Place("second", AMINA),
    Place("browser", AMINA, is_browser=True),
    Place("karin", KARIN),
    Place("jonas", JONAS),
)


def accounts() -> dict[str, Account]:
    """A participant and the two who follow her."""
    roles = {AMINA: PARTICIPANT, KARIN: COORDINATOR, JONAS: COORDINATOR}
    return {
        id_: Account(id=id_, role=role, site="site", association="west")
        for id_, role in roles.items()
    }


def journals() -> list[Journal]:
    """Hers, and what her coordinators keep about her."""
    all_three = frozenset((AMINA, KARIN, JONAS))
    made = [
        ("directory", DIRECTORY, None, all_three),
        ("shared", SHARED, None, all_three),
        ("own", OWN, AMINA, frozenset((AMINA,))),
        ("team", TEAM, None, frozenset((KARIN, JONAS))),
        ("view-karin", OWN, KARIN, frozenset((KARIN,))),
        ("view-jonas", OWN, JONAS, frozenset((JONAS,))),
    ]
    return [
        Journal(
            JournalInfo(
                id=id_,
                role=role,
                site="site",
                participant=None if role == DIRECTORY else AMINA,
                owner=owner,
            ),
            readers,
        )
        for id_, role, owner, readers in made
    ]


PLAIN, SMALL_PAGES, PICTURES, RESTORES = "plain", "small pages", "pictures", "restores"
STYLES: dict[str, dict[str, int]] = {
    PLAIN: {},
    SMALL_PAGES: {"page": 2},
    PICTURES: {"page": 3, "picture_from": 3},
    RESTORES: {},
}
"""What the server of a life is like. A new device begins with a picture, or a server is restored, and
never both: what lies before a picture is not on the device that would have to bring it back."""


class Service:
    """The model server."""

    compared = 0
    """Answers of a real one that were held to the model's."""

    def __init__(self, *, page: int = MAX_PAGE, picture_from: int = NEVER) -> None:
        self.accounts = accounts()
        self.model = ModelServer(
            Clock(), self.accounts.values(), journals(), page=page, picture_from=picture_from
        )

    def network(self, account: Account) -> httpx.AsyncBaseTransport:
        """What carries the requests of that account's devices."""
        return self.model

    def upgrade(self) -> None:
        """From now on it knows the newer kind."""
        self.model.upgraded = True

    @property
    def epoch(self) -> str:
        """The present one."""
        return self.model.epoch

    async def let_in(self, at: Replica) -> None:
        """The device signs in."""
        companion = at.open()
        companion.client.session.keep(self.model.let_in(at.account.id, companion.device.id))
        companion.claim()

    def logs(self, reader: str | None = None) -> Mapping[str, Sequence[Confirmed]]:
        """By journal, of those that the reader may read, or of all."""
        return {
            id_: one.log
            for id_, one in self.model.journals.items()
            if reader is None or reader in one.readers
        }

    def readers(self, journal: str) -> frozenset[str]:
        """Who may read it."""
        return self.model.journals[journal].readers

    def stays_held(self, entry: Entry) -> bool:
        """Whether this server will not know the kind in the end, either."""
        return entry.kind == NEWER and not self.model.upgraded
