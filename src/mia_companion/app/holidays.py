"""The days on which all of Sweden is off. The calendar comes from the `holidays` library.

Of its 250 countries Sweden's alone is loaded, and not before someone looks at the messages: asked for by
name, the library loads them all, which takes three times as long and half as much memory again.
"""

import sys
from collections.abc import Container
from datetime import date
from functools import cache
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from types import ModuleType

_VERSION = "holidays.version"
_SWEDEN = "holidays.countries.sweden"


def is_holiday(day: date) -> bool:
    """Whether nobody is expected at work that day: a public holiday, or an eve that the law counts as one
    (Midsummer's, Christmas, New Year's). Weekends are not asked for here: a team's hours say them."""
    return day in _sweden()


@cache
def _sweden() -> Container[date]:
    _without_metadata()
    import holidays  # noqa: PLC0415

    found = PathFinder.find_spec(_SWEDEN, [f"{folder}/countries" for folder in holidays.__path__])
    if found is None or found.loader is None:
        raise ModuleNotFoundError(_SWEDEN)
    module = module_from_spec(found)
    found.loader.exec_module(module)
    calendar: Container[date] = module.Sweden(categories=("public", "de_facto"))
    return calendar


def _without_metadata() -> None:
    """The library asks the installer's records for its own version as it loads; a phone's package need not
    have them, and the messages must open there too."""
    version = ModuleType(_VERSION)
    version.__dict__["__version__"] = ""
    sys.modules.setdefault(_VERSION, version)
