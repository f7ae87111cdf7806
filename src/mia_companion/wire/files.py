"""A caseload that comes in from a file, and one that goes out as one."""

from typing import Annotated

from pydantic import Field, field_validator

from mia_companion.domain.entries import Frozen

MOST_AT_ONCE = 500
"""People in one file."""

_Person = Annotated[str, Field(pattern="^[A-Za-z0-9-]{8,64}$")]
_People = Annotated[tuple[_Person, ...], Field(min_length=1, max_length=MOST_AT_ONCE)]


class Import(Frozen):
    """A coordinator makes room for all of these, or for none. No names: they are written in the journals.

    The ids are made by the coordinator's device, so that a repeated request makes nobody twice.
    """

    participants: _People

    @field_validator("participants")
    @classmethod
    def _each_once(cls, people: tuple[str, ...]) -> tuple[str, ...]:
        if len(set(people)) < len(people):
            raise ValueError("the same id twice")
        return people


class Room(Frozen):
    """A participant, and the journal in which the name is written."""

    participant: str
    shared_journal: str


class Imported(Frozen):
    """All of them, in the order in which they were asked for."""

    rooms: tuple[Room, ...]


class Export(Frozen):
    """A coordinator is about to take out what is here of these people, as a file of that sort."""

    sort: str = Field(pattern="^[a-z]{1,16}$")
    participants: _People
