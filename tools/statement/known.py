"""The kept list of what is known not to work: `docs/accessibility/shortcomings.toml`."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, model_validator

Who = Literal[
    "no-sight", "low-sight", "no-hearing", "no-voice", "keyboard", "slow", "cognition", "languages"
]


class _Read(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Told(_Read):
    """What it is, what it means for a person, and a way around."""

    what: str
    means: str
    around: str


class Shortcoming(_Read):
    """See the head of the file."""

    id: str
    who: Who
    criterion: str
    breaks: bool
    main: bool
    sv: Told
    en: Told


class Untried(_Read):
    """Something that nobody has tried: nothing is claimed of it."""

    id: str
    main: bool
    sv: str
    en: str


class Known(_Read):
    """The list, and the day on which somebody last went through it."""

    looked_through: date
    shortcoming: tuple[Shortcoming, ...]
    untried: tuple[Untried, ...]

    @model_validator(mode="after")
    def _once_each(self) -> "Known":
        ids = [one.id for one in self.shortcoming] + [one.id for one in self.untried]
        if len(set(ids)) < len(ids):
            raise ValueError("an id stands there twice")
        return self


def read(file: Path) -> Known:
    """Raises ValidationError on another shape."""
    return Known.model_validate(tomllib.loads(file.read_text("utf-8")))
