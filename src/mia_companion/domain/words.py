"""People's own words: shown as written, kept in every version, never longer than a journal can carry."""

from typing import Annotated, Literal, Protocol, Self, TypeVar

from pydantic import Field

from mia_companion.domain.entries import By, Frozen

MAX_SHORT = 2_000
MAX_LONG = 10_000

Short = Annotated[str, Field(min_length=1, max_length=MAX_SHORT)]
Long = Annotated[str, Field(min_length=1, max_length=MAX_LONG)]
Note = Annotated[str, Field(max_length=MAX_LONG)]
Id = Annotated[str, Field(min_length=1, max_length=64)]


class Wording(Frozen):
    """One version of someone's words."""

    by: By
    words: str
    undone: bool = False


class Undoable(Protocol):
    """An item of a picture in which single entries can be taken back."""

    def without(self, entry: str, author: str) -> Self:
        """The item with that author's entry taken back; as it was when they wrote no such entry."""
        ...


class _Takable(Protocol):
    """Something that one entry said, which can be taken back."""

    @property
    def by(self) -> By: ...

    def model_copy(self, *, update: dict[str, bool]) -> Self: ...


Said = TypeVar("Said", bound=_Takable)


def current(wordings: tuple[Wording, ...]) -> str:
    """The words that stand: the last that was not taken back."""
    return next((w.words for w in reversed(wordings) if not w.undone), wordings[0].words)


def taken_back(said: tuple[Said, ...], entry: str, author: str) -> tuple[Said, ...]:
    """All that was said, with what `author` said in `entry` marked undone."""
    return tuple(
        one.model_copy(update={"undone": True}) if one.by.wrote(entry, author) else one
        for one in said
    )


class Undone(Frozen):
    """One entry about one item was taken back by its own author; by anyone else it says nothing."""

    kind: Literal["Undone"] = "Undone"
    item: Id
    entry: Id
