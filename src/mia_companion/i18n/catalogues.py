"""Where compiled catalogues lie, and loading one. A language without one speaks English.

`locales/` is found in the first of these places that has the language:

- in the package, where a wheel puts it (also when the package is imported from an archive);
- beside or above the package: the repository's top, or the app folder on a phone;
- beside the file that was started, which on a phone is the app's `main.py`.
"""

import logging
import struct
import sys
from collections.abc import Iterator
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

_log = logging.getLogger(__name__)


def load(tag: str) -> NullTranslations:
    """The catalogue of exactly this tag; one that gives back the English when there is none."""
    for place in _places():
        file = place / "locales" / tag / "LC_MESSAGES" / "messages.mo"
        try:
            with file.open("rb") as opened:
                return GNUTranslations(opened)
        except (FileNotFoundError, NotADirectoryError, KeyError):
            continue
        except (OSError, ValueError, struct.error):
            _log.exception("The catalogue %s cannot be read", file)
    return NullTranslations()


def _places() -> Iterator[Traversable]:
    package = files(__name__.partition(".")[0])
    yield package
    if isinstance(package, Path):
        yield package.parent
        yield package.parent.parent
    if started := getattr(sys.modules.get("__main__"), "__file__", None):
        yield Path(started).resolve().parent
