"""Reads variables, each as its table says. What cannot be meant is told in a sentence, without the value:
somebody may have put a password into the wrong one.
"""

import os
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path

from mia_companion.environment.variables import VARIABLES

PREFIX = "MIA_"


class BadSetting(ValueError):
    """A variable says what cannot be meant. Its text is a sentence for whoever runs the server."""


class Said:
    """What an environment says. Each name is one of the table's; an empty value is nothing said."""

    def __init__(self, environment: Mapping[str, str] = os.environ) -> None:
        self._environment = environment

    def text(self, name: str) -> str:
        """What is said, without spaces around it, or its default. Raises BadSetting on a word that may not
        be said."""
        known = VARIABLES[name]
        said = self._environment.get(name, "").strip() or known.default
        if known.allowed and said not in known.allowed:
            raise BadSetting(f"{name} is {known.may_be}; it says something else.")
        return said

    def number(self, name: str) -> int | None:
        """A whole number, or None where nothing is said and nothing counts then. Raises BadSetting."""
        known, said = VARIABLES[name], self.text(name)
        if not said:
            return None
        digits = said.removeprefix("-")
        if not (digits.isascii() and digits.isdigit()):
            raise BadSetting(f"{name} is {known.may_be}; what it says is none.")
        found = int(said)
        if found < (known.least or 0) or (known.most is not None and found > known.most):
            raise BadSetting(f"{name} is {known.may_be}; what it says is outside of that.")
        return found

    def count(self, name: str) -> int:
        """A whole number that has a default. Raises BadSetting."""
        found = self.number(name)
        if found is None:
            raise LookupError(f"{name} has no default")
        return found

    def path(self, name: str) -> Path | None:
        """A file or a folder."""
        said = self.text(name)
        return Path(said) if said else None

    def secret(self, name: str) -> str:
        """What lies in the file that is named, without the space around it. Raises BadSetting."""
        path = self.path(name)
        if path is None:
            return ""
        try:
            return path.read_text("utf-8").strip()
        except (OSError, ValueError) as error:
            raise BadSetting(f"{name} names a file that cannot be read: {cause(error)}.") from None


def cause(error: Exception) -> str:
    """What the system says was wrong, and nothing of which file or what was in it."""
    return (getattr(error, "strerror", None) or type(error).__name__).lower()


def unknown(environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Names that look like ours and that nothing reads, each with the one that may be meant, or nothing."""
    found = sorted(one for one in environment if one.startswith(PREFIX) and one not in VARIABLES)
    near = {one: get_close_matches(one, VARIABLES, 1, 0.8) for one in found}
    return {one: meant[0] if meant else "" for one, meant in near.items()}
