"""The inbox: two wait; one gets ready words, the other needs no answer; a new message waits again."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from mia_companion.demo.tellers import Teller
from mia_companion.i18n.words import Words
from mia_companion.ui import places
from mia_companion.wire.accounts import Invitation
from tests.journeys.cast import Company
from tests.journeys.person import PATIENCE_MS, PHONE, Person, person
from tests.journeys.ways import SWEDISH, enter, write_message

pytestmark = [pytest.mark.journey, pytest.mark.timeout(180)]

_TITLE, _READY = "Svar i eftermiddag", "Hej {name}! Jag har läst det, och jag svarar i eftermiddag."


@contextmanager
def _elin(company: Company, words: Words, name: str) -> Iterator[Person]:
    """One more who follows the same coordinator, with a phone of her own."""

    async def invited(anna: Teller) -> str:
        answer = await anna.do.access.invite(name)
        assert isinstance(answer, Invitation)
        return answer.code

    with person(
        company.browser, company.stage.participant, PHONE, language=words.language.tag
    ) as elin:
        enter(elin, company.office(invited), words)
        yield elin
        assert not elin.left


@pytest.mark.long
def test_two_wait_and_both_are_done_until_one_writes_again(company: Company, words: Words) -> None:
    sv, inbox = SWEDISH.t, SWEDISH.c

    def threads(count: int) -> str:
        return SWEDISH.n("{count} thread", "{count} threads", count)

    async def ready(anna: Teller) -> None:
        assert anna.do.message_templates.write(_TITLE, _READY, item="journey-ready")

    company.office(ready)
    both_of_them = f"Inkorg {words.tag}"
    samiras, elins = f"Samira {both_of_them}", f"Elin {both_of_them}"
    with company.pair(words, samiras) as both, _elin(company, words, elins) as elin:
        anna, samira = both.anna, both.samira
        for who in (samira, elin):
            who.stand(words.c("place", "Messages"))
        write_message(samira, "Kan vi flytta mötet?", words)
        write_message(elin, "Tack för i dag!", words)

        waits = SWEDISH.n("{count} waits for an answer", "{count} wait for an answer", 2)
        counted = re.compile(waits.replace("2", r"\d+"))  # others may wait since other journeys
        place = anna.page.get_by_role("button", name=counted)
        place.or_(anna.page.get_by_role("tab", name=counted)).first.wait_for(timeout=PATIENCE_MS)
        anna.go(places.INBOX)
        anna.write(sv("Search by name or words"), both_of_them)
        anna.sees(threads(2))
        anna.clean()
        anna.tap_row(samiras)
        anna.sees(sv("Waits for an answer"))
        anna.tap(sv("Ready words"))
        anna.clean()
        anna.tap_row(_TITLE)
        anna.tap(sv("Send"))
        samira.sees("Hej Samira! Jag har läst det, och jag svarar i eftermiddag.")
        anna.sees(sv("Done: you wrote last"))
        anna.tap_row(elins)
        anna.sees(sv("Waits for an answer"))
        anna.breathe()
        anna.tap(sv("Needs no answer"))
        anna.sees(sv("Done: you said that it needs no answer"))
        anna.sees(sv("Nothing here has those words."), sv("Nobody waits for an answer."))
        anna.tap(inbox("inbox", "Done"), exact=True)
        anna.sees(threads(2))
        anna.clean()
        elin.sees_not(sv("Needs no answer"))

        write_message(elin, "En sak till.", words)
        anna.tap(inbox("inbox", "Waiting"))
        anna.sees(threads(1))
        anna.sees(sv("Waits for an answer"))
        anna.sees("En sak till.")
        anna.clean()
