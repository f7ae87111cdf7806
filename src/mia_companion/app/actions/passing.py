"""Passing on to an agency: a sheet is made, said to be passed on, and handed out once the server took it.

made ──pass_on──▶ waiting ──the server takes it──▶ taken: only now is there anything to hand out
                     └── no consent covers it any more ──▶ refused: nothing was handed out
"""

from dataclasses import dataclass

from mia_companion.app.actions.attachments import AttachmentActions
from mia_companion.app.actions.outcome import TOO_LONG, Outcome, Recorder, clean
from mia_companion.app.companion import Companion
from mia_companion.app.view import View
from mia_companion.domain import rights
from mia_companion.domain.disclosures import (
    MAX_RECIPIENT,
    MAX_SHEET,
    Disclosure,
    PassedOn,
    hash_of,
)
from mia_companion.domain.entries import MAX_BODY_BYTES
from mia_companion.domain.facts import read_fact, write_fact
from mia_companion.domain.sheets import Sheet, write_sheet
from mia_companion.store.outbox import REFUSED

TAKEN, WAITS, WAS_REFUSED = "taken", "waits", "refused"
"""Where something is that was said to be passed on."""


@dataclass(frozen=True, slots=True)
class Standing:
    """`reason` is the server's when it was refused. `entry` said it."""

    state: str
    fact: PassedOn
    disclosure: Disclosure | None = None
    reason: str = ""
    entry: str = ""

    @property
    def file(self) -> bytes | None:
        """The very bytes to hand out, or None while and where there is nothing to hand out."""
        given = self.state == TAKEN and hash_of(self.fact.sheet) == self.fact.sha256
        return self.fact.sheet.encode() if given and self.fact.sheet else None


class PassingActions(Recorder):
    """In the shared journal: the participant sees it where the coordinators do."""

    def __init__(self, companion: Companion, attachments: AttachmentActions) -> None:
        super().__init__(companion)
        self._attachments = attachments

    async def pass_on(
        self, participant: str, sheet: Sheet, to_party: str, paper: bytes, *, recipient: str = ""
    ) -> Outcome:
        """Say that the sheet is passed on, with the same on paper (a PDF). Nothing is handed out by it."""
        text, recipient = write_sheet(sheet), clean(recipient)
        if len(recipient) > MAX_RECIPIENT or len(text) > MAX_SHEET:
            return Outcome(problem=TOO_LONG)
        ref = await self._attachments.keep(paper, f"mia-{sheet.made_on:%Y-%m-%d}.pdf")
        if isinstance(ref, str):
            return Outcome(problem=ref)
        fact = PassedOn(
            disclosure_id=sheet.disclosure_id,
            consent_id=sheet.consent_id,
            to_party=to_party,
            categories=sheet.categories,
            recipient=recipient,
            sheet=text,
            sha256=hash_of(text),
            attachments=(ref,),
        )
        journal = self._companion.view.journal(rights.SHARED, participant)
        done = Outcome(problem=TOO_LONG)
        if len(write_fact(fact).encode()) <= MAX_BODY_BYTES:
            done = self._record(journal, fact.disclosure_id, lambda: fact)
        if not done:
            self._attachments.let_go(ref)
        return done.for_good() if done else done


def standing(view: View, disclosure: str, participant: str | None = None) -> Standing | None:
    """How it is with that one, or None when nothing is known of it. One's own by default."""
    shared = view.picture(rights.SHARED, participant)
    journal = view.journal(rights.SHARED, participant)
    mine = [one for one in view.outbox if one.entry.journal == journal]
    found = shared.disclosures.get(disclosure)
    if found is not None:
        # Taken is what has its receipt: that much is given back to a restored server unasked.
        back = any(one.entry.id == found.by.entry for one in view.given_back)
        state = TAKEN if found.by.seq is not None or back else WAITS
        return Standing(state, found.fact, found, entry=found.by.entry)
    for one in mine:
        fact = read_fact(one.entry.body) if one.state == REFUSED else None
        if isinstance(fact, PassedOn) and fact.disclosure_id == disclosure:
            return Standing(WAS_REFUSED, fact, reason=one.reason, entry=one.entry.id)
    return None
