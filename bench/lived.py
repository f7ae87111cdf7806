"""A participant's file with a life in it, and nobody to talk to: the server's part is played here."""

import os
import random
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx

from bench.life import life
from bench.weeks import ANNA, ME, Told
from mia_companion.app.companion import Companion
from mia_companion.app.opening import open_companion
from mia_companion.domain.directory import CoordinatorListed
from mia_companion.domain.entries import Confirmed, Entry
from mia_companion.domain.facts import write_fact
from mia_companion.domain.ids import system_clock
from mia_companion.domain.people import ParticipantNamed
from mia_companion.domain.rights import DIRECTORY, OWN, PARTICIPANT, SHARED, JournalInfo
from mia_companion.store.journals import Held
from mia_companion.sync.listener import Came
from mia_companion.wire.accounts import Account, Tokens


class Lived:
    """The file and its key."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.key = os.urandom(32)

    def open(self) -> Companion:
        """The companion, as when the app starts. Journals bear the names of their roles."""
        return open_companion(
            self.path, self.key, "http://127.0.0.1:9",
            clock=system_clock, random=os.urandom, uniform=random.uniform,
            transport=httpx.MockTransport(_nobody),
        )  # fmt: skip


def lived(path: Path, entries: int, *, new: int = 0) -> Lived:
    """A file with that many entries in it, of which `new` came after the app was last started."""
    device = Lived(path)
    companion = device.open()
    signed_in(companion)
    companion.store.kept.set("language", "sv")
    until = datetime.now(UTC) - timedelta(minutes=5)
    told = life(entries, until)
    anna = CoordinatorListed(coordinator_id=ANNA, name="Anna Lind")
    amina = ParticipantNamed(name="Amina")
    known = [
        Told(companion.ids.new(), DIRECTORY, ANNA, until, anna),
        Told(companion.ids.new(), SHARED, ANNA, until, amina),
    ]
    for some in (known, told[: entries - new]):
        take(companion, (_entry(one) for one in some))
    companion.store.close()
    companion = device.open()
    take(companion, (_entry(one) for one in told[entries - new :]))
    companion.store.close()
    return device


def signed_in(companion: Companion) -> None:
    """Whose device it is from now on."""
    account = Account(id=ME, role=PARTICIPANT, site="site", association="association")
    companion.client.session.keep(
        Tokens(
            account=account, access="a", access_until=datetime.now(UTC), refresh="r" * 16,
            leave_key="00",
        )
    )  # fmt: skip


def confirmed(told: Iterable[Told]) -> dict[str, list[Confirmed]]:
    """What was told as a server confirms it, by journal."""
    found: dict[str, list[Confirmed]] = {}
    for one in told:
        some = found.setdefault(one.role, [])
        some.append(_confirmed(_entry(one), len(some) + 1))
    return found


def take(companion: Companion, said: Iterable[Entry]) -> None:
    """Confirm these, as the server's answer does."""
    seqs = {role: companion.store.journals.cursors().get(role, 0) for role in _ROLES}
    pages: dict[str, list[Confirmed]] = {role: [] for role in _ROLES}
    for entry in said:
        seqs[entry.journal] += 1
        pages[entry.journal].append(_confirmed(entry, seqs[entry.journal]))
    for role, entries in pages.items():
        companion.store.journals.add(_held(role), entries)
        companion.came([Came(_held(role), entries)])
    companion.upkeep.now()


_ROLES = (SHARED, OWN, DIRECTORY)


def _confirmed(entry: Entry, seq: int) -> Confirmed:
    return Confirmed(
        entry=entry, seq=seq, received_at=entry.happened_at, receipt="r" * 43, epoch=""
    )  # fmt: skip


def _entry(one: Told) -> Entry:
    return Entry(
        id=one.entry, journal=one.role, author=one.author, device=f"device-of-{one.author}",
        happened_at=one.at, based_on=0, body=write_fact(one.fact),
    )  # fmt: skip


def _held(role: str) -> Held:
    about, owner = None if role == DIRECTORY else ME, ME if role == OWN else None
    info = JournalInfo(id=role, role=role, site="site", participant=about, owner=owner)
    return Held(info=info, coordinators=(ANNA,))


def _nobody(request: httpx.Request) -> httpx.Response:
    raise httpx.ConnectError("no network", request=request)
