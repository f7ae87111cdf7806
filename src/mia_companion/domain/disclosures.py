"""What was passed on to an agency, under which consent. An entry itself, so that the participant sees it.

    made, shown ──PassedOn──▶ at the server ──a consent covers it──▶ stands: only now is it handed out
                                    └── else ──▶ refused: nothing is handed out

What was handed out lies in it: `sheet` is the file's very text, whose hash is `sha256`, and `attachments`
name the same on paper, by the hash of its bytes. Where there is neither, something was told in words.
"""

from collections.abc import MutableMapping
from datetime import date
from hashlib import sha256
from typing import Annotated, Literal

from pydantic import Field

from mia_companion.domain.blobs import BlobRef
from mia_companion.domain.consents import Consent
from mia_companion.domain.entries import By, Frozen
from mia_companion.domain.needed import needed_by
from mia_companion.domain.sheets import Sheet, read_sheet
from mia_companion.domain.words import Id, Note

MAX_RECIPIENT = 200
MAX_SHEET = 48 * 1024
"""Characters. Together with the rest it has to fit into one entry."""


class PassedOn(Frozen):
    """Information of these categories was passed on to that party, there to `recipient` if that is said."""

    kind: Literal["PassedOn"] = "PassedOn"
    disclosure_id: Id
    consent_id: Id
    to_party: Id
    categories: tuple[Id, ...] = Field(min_length=1)
    about: Note = ""
    recipient: Annotated[str, Field(max_length=MAX_RECIPIENT)] = ""
    sheet: Annotated[str, Field(max_length=MAX_SHEET)] = ""
    sha256: Annotated[str, Field(pattern="^([0-9a-f]{64})?$")] = ""
    attachments: tuple[BlobRef, ...] = ()


class Disclosure(Frozen):
    """Something that was passed on."""

    id: str
    by: By
    fact: PassedOn

    @property
    def sheet(self) -> Sheet | None:
        """What was handed out, or None where something was told in words, or a later version wrote it."""
        return read_sheet(self.fact.sheet) if self.fact.sheet else None


Disclosures = MutableMapping[str, Disclosure]


def fold_passed_on(disclosures: Disclosures, by: By, fact: PassedOn) -> None:
    """What was passed on cannot be taken back; the first with its id is the one."""
    if fact.disclosure_id not in disclosures:
        disclosures[fact.disclosure_id] = Disclosure(id=fact.disclosure_id, by=by, fact=fact)


def hash_of(sheet: str) -> str:
    """The SHA-256 of the file's bytes, in hex."""
    return sha256(sheet.encode()).hexdigest()


def covers(consent: Consent | None, fact: PassedOn, day: date) -> bool:
    """Whether the consent covers, on that day, what the fact says and what its sheet holds. Default no.

    A sheet that cannot be read holds nobody knows what; a paper or a hash without one likewise.
    """
    if consent is None or consent.given is None:
        return False
    if consent.id != fact.consent_id or not consent.covers(fact.to_party, fact.categories, day):
        return False
    if not fact.sheet:
        return not fact.sha256 and not fact.attachments
    sheet = read_sheet(fact.sheet)
    if sheet is None or hash_of(fact.sheet) != fact.sha256:
        return False
    return (
        sheet.disclosure_id == fact.disclosure_id
        and sheet.consent_id == fact.consent_id
        and sheet.to_party in ("", fact.to_party)
        and sheet.from_party in ("", consent.given.from_party)
        and set(sheet.categories) == set(fact.categories)
        and needed_by(sheet, consent.given.from_party) <= set(fact.categories)
    )
