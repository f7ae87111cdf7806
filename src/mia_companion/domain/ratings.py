"""How areas of life are just now, as the participant sees it, and as a coordinator sees it.

Each rating is kept beside the earlier ones, and the two views beside each other: where they differ is
something to talk about. Levels are names for how it is; nothing adds them up.
"""

from collections.abc import MutableMapping
from typing import Annotated, Literal

from pydantic import Field

from mia_companion.domain.entries import By, Frozen
from mia_companion.domain.words import Id, Note

LEVELS = (1, 2, 3, 4, 5)
"""From very hard just now to good."""

Level = Annotated[int, Field(ge=1, le=5)]


class AreasRated(Frozen):
    """Someone said how some areas of the participant's life are. `levels` is by area."""

    kind: Literal["AreasRated"] = "AreasRated"
    rating_id: Id
    levels: dict[Id, Level] = Field(min_length=1, max_length=30)
    words: Note = ""


class Rating(Frozen):
    """A rating as it stands; whose it is, its byline says."""

    id: str
    by: By
    levels: dict[str, int]
    words: str = ""
    gone: bool = False

    def without(self, entry: str, author: str) -> "Rating":
        """The rating with that author's entry taken back."""
        return self.model_copy(update={"gone": True}) if self.by.wrote(entry, author) else self


Ratings = MutableMapping[str, Rating]


def fold_rated(ratings: Ratings, by: By, fact: AreasRated) -> None:
    """A rating is never changed; the first with its id is the one."""
    if fact.rating_id not in ratings:
        ratings[fact.rating_id] = Rating(
            id=fact.rating_id, by=by, levels=fact.levels, words=fact.words
        )
