"""What was passed on to an agency, under which consent. An entry itself, so that the participant sees it.

The server takes one only while the consent that it names covers it (`server/push.py`).
"""

from collections.abc import MutableMapping
from typing import Literal

from pydantic import Field

from mia_companion.domain.entries import By, Frozen
from mia_companion.domain.words import Id, Note


class PassedOn(Frozen):
    """Information of these categories was passed on to that party."""

    kind: Literal["PassedOn"] = "PassedOn"
    disclosure_id: Id
    consent_id: Id
    to_party: Id
    categories: tuple[Id, ...] = Field(min_length=1)
    about: Note = ""


class Disclosure(Frozen):
    """Something that was passed on."""

    id: str
    by: By
    fact: PassedOn


Disclosures = MutableMapping[str, Disclosure]


def fold_passed_on(disclosures: Disclosures, by: By, fact: PassedOn) -> None:
    """What was passed on cannot be taken back; the first with its id is the one."""
    if fact.disclosure_id not in disclosures:
        disclosures[fact.disclosure_id] = Disclosure(id=fact.disclosure_id, by=by, fact=fact)
