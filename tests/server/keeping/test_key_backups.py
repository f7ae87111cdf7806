"""A backup of the keys is good for its time, and brings nobody back who was erased since."""

from pathlib import Path

import pytest

from mia_companion.server.keeping.archive import NotABackup
from mia_companion.server.keeping.key_backup import NotWrapped, back_up_keys
from mia_companion.server.keeping.key_restore import KeysRestored, TooOld, restore_keys
from mia_companion.server.keeping.placing import NotEmpty
from mia_companion.server.keeping.rotation import KEPT_FOR
from mia_companion.server.keys import KeyDestroyed, KeysMissing
from mia_companion.server.ledger import (
    OWN_ERASED,
    PARTICIPANT_ERASED,
    TAKEN_BACK,
    Ledger,
    LedgerBroken,
)
from tests.server.keeping.folder import JOURNALS, Folder
from tests.server.keeping.kept import MINE, encrypted


class Kept(Folder):
    """A key store with a ledger, and backups of both."""

    @property
    def ledger(self) -> Ledger:
        """Its lines."""
        key = self.open().server_key("ledger")
        return Ledger(self.settings.ledger_file, key, self.clock)

    def erased(self, journal: str) -> None:
        """As the server writes it down."""
        self.ledger._append(PARTICIPANT_ERASED, {"participant": "p", "journals": [{"id": journal}]})

    def backed_up(self, name: str) -> Path:
        """A new file."""
        file = self.settings.data_dir / name
        back_up_keys(self.settings, self.around, file, [MINE.to_public()])
        return file

    def put_back(self, file: Path, *, replace: bool = True) -> KeysRestored:
        """In the place of what is there."""
        return restore_keys(self.settings, self.around, file, [MINE], replace=replace)


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    made = Kept(tmp_path)
    made.all()
    made.erased("somebody-before")
    return made


def test_keys_and_ledger_come_back_and_the_erased_do_not(kept: Kept) -> None:
    before = kept.all()
    file = kept.backed_up("keys.age")
    kept.erased(JOURNALS[0])
    kept.open().destroy(JOURNALS[0])
    kept.ledger._append(OWN_ERASED, {"journal": "own-before", "next": "own-after"})
    kept.erased(JOURNALS[1])  # and it was taken back: whoever asked was told so
    kept.ledger._append(TAKEN_BACK, {"number": 4})
    with pytest.raises(NotEmpty):
        kept.put_back(file, replace=False)
    done = kept.put_back(file)
    assert (done.destroyed, done.lines) == (3, 5)
    with pytest.raises(KeyDestroyed):
        kept.open().journal_keys(JOURNALS[0])
    assert kept.open().is_destroyed("own-before")
    rest = [one for one in before if one != JOURNALS[0]]
    store = kept.open()
    assert {one: dict(store.journal_keys(one)) for one in JOURNALS[1:]} == {
        one: before[one] for one in rest if one in JOURNALS
    }
    assert len(kept.ledger.lines()) == 5
    assert [one.name[:12] for one in kept.settings.data_dir.glob("keys.before*")] == [
        "keys.before-"
    ]


def test_a_ledger_that_is_lost_comes_with_the_keys(kept: Kept) -> None:
    lines = kept.ledger.lines()
    file = kept.backed_up("keys.age")
    kept.settings.ledger_file.unlink()
    kept.put_back(file)
    assert kept.ledger.lines() == lines
    kept.settings.ledger_file.unlink()
    kept.erased("another history")
    kept.erased("and longer")
    with pytest.raises(LedgerBroken):
        kept.put_back(file)
    assert len(kept.ledger.lines()) == 2


def test_it_is_good_for_its_time_and_then_opens_nothing(kept: Kept) -> None:
    file = kept.backed_up("keys.age")
    kept.rotate()
    kept.clock.forward(days=KEPT_FOR.days - 1)
    kept.put_back(file)
    now = kept.clock.now
    later = kept.backed_up("later.age")
    kept.clock.forward(days=2)
    journals = {one: dict(kept.open().journal_keys(one)) for one in JOURNALS}
    with pytest.raises(TooOld):
        kept.put_back(file)
    kept.rotate()  # at the next writing what has ended is no longer there, and no clock helps
    kept.clock.now = now
    with pytest.raises(KeysMissing):
        kept.put_back(file)
    kept.put_back(later)
    assert {one: dict(kept.open().journal_keys(one)) for one in JOURNALS} == journals


def test_only_what_belongs_there_is_taken(kept: Kept) -> None:
    file = kept.backed_up("keys.age")
    before = kept.all()
    for wrong in (b"", b"x" * 2000):
        file.write_bytes(encrypted(wrong))
        with pytest.raises(NotABackup):
            kept.put_back(file)
    path = kept.open().files.journal_path("plain")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"k" * 32)
    with pytest.raises(NotWrapped):
        kept.backed_up("never.age")
    assert not (kept.settings.data_dir / "never.age").exists()
    assert kept.all() == before
