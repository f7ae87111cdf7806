"""Six digits that are sent to an address or a number, and read back: somebody who was asked reads there."""

from typing import Annotated

from pydantic import Field

from mia_companion.domain.entries import Frozen
from mia_companion.domain.words import Id


class ProofAsked(Frozen):
    """Send digits to `to`. `participant` is whose it is, where a coordinator asks; left out, one's own."""

    channel: Id
    to: Annotated[str, Field(min_length=3, max_length=254)]
    participant: Id | None = None


class DigitsRead(ProofAsked):
    """These digits were read there."""

    digits: Annotated[str, Field(max_length=40)]
