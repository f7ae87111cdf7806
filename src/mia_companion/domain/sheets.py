"""The sheet that an agency gets: who does what and when, as a document with a version. Pure.

As a file it is this JSON, in UTF-8 (docs/sheet.md, docs/sheet-v1.schema.json). Fields never change their
meaning; a later version adds optional ones. What nothing is said of is left out.
"""

from datetime import date
from typing import Any, Literal

from pydantic import AwareDatetime, Field, ValidationError

from mia_companion.domain.entries import Frozen
from mia_companion.domain.steps import Weekday

FORMAT: Literal["mia-companion/sheet"] = "mia-companion/sheet"
VERSION: Literal[1] = 1


class SheetStep(Frozen):
    """What the person is going to do; `day` when, or `weekdays` (1 is Monday) each time."""

    words: str
    day: date | None = None
    weekdays: tuple[Weekday, ...] = ()


class SheetMilestone(Frozen):
    """A place on the way to a goal."""

    words: str
    reached: bool = False


class SheetGoal(Frozen):
    """A goal in the person's own words, in an area of life."""

    area: str
    words: str
    milestones: tuple[SheetMilestone, ...] = ()
    steps: tuple[SheetStep, ...] = ()


class SheetTime(Frozen):
    """A booked time; `zone` is the time zone in which people go by it."""

    starts_at: AwareDatetime
    ends_at: AwareDatetime | None = None
    zone: str
    party: str = ""
    way: str
    title: str = ""
    place: str = ""
    contact: str = ""


class SheetActivity(Frozen):
    """What a party does: rehabilitation, work training and the like. `last_day` is as planned."""

    sort: str
    words: str = ""
    party: str = ""
    first_day: date
    last_day: date | None = None


class SheetRating(Frozen):
    """How an area of life is as the person saw it that day, from 1 (very hard just now) to 5 (good)."""

    area: str
    level: int = Field(ge=1, le=5)
    rated_on: date


class Sheet(Frozen):
    """All of it. `name` is the person's, or a code where the identity is protected.

    `purpose` is a ready one or empty: nobody's free text. `sender` is the coordinator to ask.
    """

    format: Literal["mia-companion/sheet"]
    version: Literal[1]
    disclosure_id: str
    made_on: date
    name: str
    sender: str = ""
    from_party: str = ""
    to_party: str = ""
    consent_id: str
    purpose: str = ""
    valid_from: date
    valid_until: date
    categories: tuple[str, ...]
    goals: tuple[SheetGoal, ...] = ()
    steps: tuple[SheetStep, ...] = ()
    times: tuple[SheetTime, ...] = ()
    activities: tuple[SheetActivity, ...] = ()
    ratings: tuple[SheetRating, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether it tells nothing but who, to whom and why."""
        return not (self.goals or self.steps or self.times or self.activities or self.ratings)


def write_sheet(sheet: Sheet) -> str:
    """The file's text."""
    return sheet.model_dump_json(exclude_defaults=True)


def read_sheet(text: str) -> Sheet | None:
    """The sheet that a file's text is, or None for anything else and for a later version's.

    Nothing may be in it that is passed over: what cannot be seen cannot be shown or judged.
    """
    try:
        sheet = Sheet.model_validate_json(text)
    except ValidationError:
        return None
    return sheet if write_sheet(sheet) == text else None


def schema() -> dict[str, Any]:
    """What the file looks like, as JSON Schema (draft 2020-12)."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:{FORMAT.replace('/', ':')}:{VERSION}",
        **Sheet.model_json_schema(mode="validation"),
    }
