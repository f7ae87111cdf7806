"""A store opened as the app opens it, and looked through beside."""

from pathlib import Path

from mia_companion.app.pictures import Pictures
from mia_companion.store.errors import StoreBroken
from mia_companion.store.mending import open_or_mend
from mia_companion.store.store import Store
from tests.example_data import KEY

ASIDE = ".broken-1"


def laid_aside(path: Path) -> Path:
    """Where a broken file lies."""
    return path.with_name(path.name + ASIDE)


def start(path: Path, key: bytes = KEY) -> tuple[Store, bool]:
    """The app starts; whether the store was mended."""
    return open_or_mend(path, key, aside=ASIDE, read=Pictures().load)


def start_and_look(path: Path, key: bytes = KEY) -> tuple[Store, bool]:
    """The app starts and looks through everything; what it finds is mended when it starts again."""
    store, mended = start(path, key)
    if look(store):
        return store, mended
    assert not mended
    store.close()
    store, mended = start(path, key)
    assert mended
    store.check()
    return store, mended


def look(store: Store) -> bool:
    """Whether everything is sound; if not, that is remembered."""
    try:
        store.check()
    except StoreBroken:
        store.damage.remember()
        return False
    return True
