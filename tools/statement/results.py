"""What `make access` wrote down. A key that is missing was not tested."""

from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict


class _Read(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class OfLanguage(_Read):
    """One language's screens, in which modes, and what axe-core found."""

    screens: int = 0
    modes: tuple[str, ...] = ()
    violations: tuple[Any, ...] = ()


class OfShell(_Read):
    """Something in Flutter's own page that we cannot mend: the rule, what it is, and where it is told."""

    rule: str
    what: str = ""
    issue: str = ""

    @property
    def said(self) -> str:
        """Without a stop at its end."""
        return (self.what or self.rule).rstrip(".")


class Keyboard(_Read):
    """Journeys walked without a pointer, so many of them `again` in other languages; and how many `kinds` of
    things were seen to show the focus."""

    journeys: int = 0
    kinds: int = 0
    languages: tuple[str, ...] = ()
    again: int = 0
    again_in: tuple[str, ...] = ()


class Room(_Read):
    """Screens drawn on `width` CSS pixels with text `text` times as large, and where something was lost."""

    width: int = 0
    text: float = 1.0
    screens: int = 0
    languages: tuple[str, ...] = ()
    spilled: tuple[Any, ...] = ()


class Results(_Read):
    """All of it. `made` is a day, YYYY-MM-DD; empty when nothing was tested."""

    made: str = ""
    version: str = ""
    axe: str = ""
    screens: int = 0
    languages: dict[str, OfLanguage] = {}
    shell: tuple[OfShell, ...] = ()
    readings: int = 0
    keyboard: Keyboard | None = None
    room: Room | None = None


def called(found: Any) -> str:
    """What a violation, or what spilled, is called: its rule or screen, or the words themselves."""
    if isinstance(found, dict):
        return str(next((found[key] for key in ("rule", "id", "screen") if key in found), found))
    return str(found)


def read(file: Path) -> Results:
    """The results; those of nothing where there is no file. Raises ValidationError on another shape."""
    return Results.model_validate_json(file.read_bytes()) if file.is_file() else Results()
