"""Bytes flipped, missing or made no text anywhere in the file: mended, harmless, or said."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mia_companion.store.errors import StoreBroken, StoreTooNew
from mia_companion.store.outbox import Waiting
from mia_companion.store.store import Store
from tests.example_data import entry, held, message, steps_told
from tests.store.as_the_app import laid_aside, look, start
from tests.store.operations import everything
from tests.store.test_damage import made


class Whole:
    """The bytes of a store, and what it says."""

    def __init__(self, raw: bytes, says: dict[str, object]) -> None:
        self.raw, self.says = raw, says


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Whole:
    """One with something of everything."""
    path = tmp_path_factory.mktemp("whole") / "companion.sqlite"
    says = made(path)
    return Whole(path.read_bytes(), says)


def test_a_schema_that_is_no_text_is_mended(whole: Whole, path: Path) -> None:
    """SQLite tells of it in the damaged words themselves, which then are no text either."""
    for table in (b"journals", b"outbox"):
        path.write_bytes(
            whole.raw.replace(b"CREATE TABLE " + table, b"CRE\xc5TE TABLE " + table, 1)
        )
        store, mended = start(path)
        assert mended
        store.check()
        store.close()


def test_a_column_that_a_flipped_bit_renamed_is_mended(whole: Whole, path: Path) -> None:
    path.write_bytes(whole.raw.replace(b"reason TEXT", b"season TEXT", 1))
    store, mended = start(path)
    assert mended
    assert store.outbox.all() is not None
    store.close()


@given(
    st.lists(st.tuples(st.integers(0, 2**20), st.integers(1, 255)), max_size=4),
    st.none() | st.integers(1, 2**20),
)
@settings(max_examples=300)
def test_flipped_and_missing_bytes_are_mended_or_harmless(
    whole: Whole, flips: list[tuple[int, int]], cut: int | None
) -> None:
    """At the start, or once everything has been looked through; what is written between is not lost."""
    raw, before = bytearray(whole.raw), whole.says
    for at, by in flips:
        raw[100 + at % (len(raw) - 100)] ^= by
    with TemporaryDirectory() as folder:
        path = Path(folder) / "companion.sqlite"
        path.write_bytes(raw[: 1 + cut % len(raw)] if cut else raw)
        store, mended = start(path)
        if not mended:
            assert _unsaid(store.outbox.all()) == _unsaid(before["outbox"])
            assert store.drafts.get("message") == before["draft"]
        recorded = _record(store)
        if look(store):
            said = {**before, "outbox": _unsaid(before["outbox"])}
            assert mended or _without_new(everything(store), before) == said
        else:
            assert not mended
            store.close()
            store, mended = start(path)
            assert mended
        assert {w.entry.id for w in store.outbox.all()} <= _ids(before) | recorded
        assert recorded <= {w.entry.id for w in store.outbox.all()}
        assert laid_aside(path).exists() == mended
        store.journals.add(held("journal-new"), steps_told(2, "journal-new"))
        store.check()
        store.close()


def _record(store: Store) -> set[str]:
    """The id of what a person wrote now, unless they were told that it could not be kept."""
    try:
        store.outbox.add(entry(message("new"), "written-now"))
    except StoreBroken:
        return set()
    return {"written-now"}


def _unsaid(outbox: object) -> list[Waiting]:
    """Why something was refused is not sealed: at worst a more general sentence stands beside the words."""
    assert isinstance(outbox, list)
    return [one.model_copy(update={"reason": ""}) for one in outbox]


def _without_new(found: dict[str, object], before: dict[str, object]) -> dict[str, object]:
    """As it was, but for what was written now and a photo that is said to be gone, never another's bytes."""
    outbox = [w for w in _unsaid(found["outbox"]) if w.entry.id != "written-now"]
    told = {**found, "outbox": outbox}
    for name in ("bytes", "copies"):
        had, has = before[name], found[name]
        assert isinstance(had, list)
        assert isinstance(has, list)
        told[name] = [old if new is None else new for old, new in zip(had, has, strict=True)]
    return told


@pytest.mark.parametrize("at", range(100))
def test_a_flipped_byte_of_the_files_head_is_mended_harmless_or_said(
    whole: Whole, path: Path, at: int
) -> None:
    raw = bytearray(whole.raw)
    raw[at] ^= 0xFF
    path.write_bytes(raw)
    try:
        store, _ = start(path)
    except StoreTooNew:
        assert 60 <= at < 64  # where a later version would say so
        return
    assert {w.entry.id for w in store.outbox.all()} <= _ids(whole.says)
    store.close()


def _ids(found: dict[str, object]) -> set[str]:
    outbox = found["outbox"]
    assert isinstance(outbox, list)
    return {w.entry.id for w in outbox}
