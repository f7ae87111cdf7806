"""A participant got another coordinator. The server says so, in the moment in which it is so."""

from collections.abc import MutableMapping
from typing import Literal

from mia_companion.domain.entries import By, Frozen
from mia_companion.domain.words import Id


class HandedOver(Frozen):
    """From now on `to_coordinator` follows the participant in the place of `from_coordinator`."""

    kind: Literal["HandedOver"] = "HandedOver"
    handover_id: Id
    from_coordinator: Id
    to_coordinator: Id


class Handover(Frozen):
    """A handover that has taken place."""

    id: str
    by: By
    from_coordinator: str
    to_coordinator: str


Handovers = MutableMapping[str, Handover]


def fold_handed_over(handovers: Handovers, by: By, fact: HandedOver) -> None:
    """The first with its id is the one."""
    if fact.handover_id not in handovers:
        handovers[fact.handover_id] = Handover(
            id=fact.handover_id,
            by=by,
            from_coordinator=fact.from_coordinator,
            to_coordinator=fact.to_coordinator,
        )
