"""Where compiled catalogues lie, and loading one, or one sentence. A language without one speaks English.

`locales/` is found in the first of these places that has the language:

- in the package, where a wheel puts it (also when the package is imported from an archive);
- beside or above the package: the repository's top, or the app folder on a phone;
- beside the file that was started, which on a phone is the app's `main.py`.
"""

import logging
import struct
import sys
from collections.abc import Callable, Iterator
from functools import lru_cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import BinaryIO, TypeVar

_Read = TypeVar("_Read")

_log = logging.getLogger(__name__)


def load(tag: str) -> NullTranslations:
    """The catalogue of exactly this tag; one that gives back the English when there is none."""
    return _read(tag, GNUTranslations) or NullTranslations()


@lru_cache(maxsize=64)
def glance(tag: str, msgid: str) -> str:
    """One sentence, without reading the rest: where languages stand beside each other. The English when
    it is not there; no plurals. An empty `msgid` is the catalogue's head."""
    return _read(tag, lambda opened: _found(opened, msgid.encode())) or msgid


def _read(tag: str, how: Callable[[BinaryIO], _Read]) -> _Read | None:
    for place in _places():
        file = place / "locales" / tag / "LC_MESSAGES" / "messages.mo"
        try:
            with file.open("rb") as opened:
                return how(opened)  # type: ignore[arg-type]
        except (FileNotFoundError, NotADirectoryError, KeyError):
            continue
        except (OSError, ValueError, struct.error):
            _log.exception("The catalogue %s cannot be read", file)
    return None


def _found(opened: BinaryIO, wanted: bytes) -> str | None:
    """The file is as GNU describes it: two tables of (length, place), of originals and translations."""
    order = "<" if opened.read(4) == b"\xde\x12\x04\x95" else ">"
    _, count, originals, translations = struct.unpack(f"{order}4I", opened.read(16))
    opened.seek(originals)
    table = struct.unpack(f"{order}{2 * count}I", opened.read(8 * count))
    for number, (length, place) in enumerate(zip(table[::2], table[1::2], strict=True)):
        if length == len(wanted) and _at(opened, length, place) == wanted:
            opened.seek(translations + 8 * number)
            return _at(opened, *struct.unpack(f"{order}2I", opened.read(8))).decode()
    return None


def _at(opened: BinaryIO, length: int, place: int) -> bytes:
    opened.seek(place)
    return opened.read(length)


def _places() -> Iterator[Traversable]:
    package = files(__name__.partition(".")[0])
    yield package
    if isinstance(package, Path):
        yield package.parent
        yield package.parent.parent
    if started := getattr(sys.modules.get("__main__"), "__file__", None):
        yield Path(started).resolve().parent
