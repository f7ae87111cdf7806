"""Versions of the app, as it says them: three numbers with dots."""

import re

from mia_companion import __version__
from mia_companion.environment.said import BadSetting

Version = tuple[int, ...]
"""Three numbers; empty for none."""

_SHAPE = re.compile(r"(\d{1,6})\.(\d{1,6})\.(\d{1,6})", re.ASCII)


def read_version(said: str) -> Version:
    """The three numbers; empty where it says something else."""
    found = _SHAPE.fullmatch(said)
    return tuple(int(number) for number in found.groups()) if found else ()


def least_version(said: str) -> Version:
    """What `MIA_LEAST_APP_VERSION` says; empty when every app is taken.

    Raises BadSetting on what is no version, and on one that this server's own web app does not have.
    """
    if not said:
        return ()
    least = read_version(said)
    if not least:
        raise BadSetting("MIA_LEAST_APP_VERSION is three numbers with dots, such as 1.2.0.")
    if least > read_version(__version__):
        raise BadSetting(
            f"MIA_LEAST_APP_VERSION is later than this server, {__version__}: it would refuse everybody."
        )
    return least
