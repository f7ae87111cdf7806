"""Until the digits are read back nothing but them is sent to an address, and they are sent so often only."""

import re
from datetime import date
from typing import Any

import pytest

from mia_companion.domain.channels import AddressProved, ChannelsChosen
from mia_companion.domain.enrolments import EnrolmentBegun, EnrolmentFinished
from mia_companion.domain.facts import read_fact
from mia_companion.domain.people import IdentityProtected, LanguageChosen
from mia_companion.wire import problems
from tests.server.reminders.post_office import NEVER, NOT_NOW, PostOffice
from tests.server.reminders.reminding import ADDRESS, TITLE, Reminding, Someone
from tests.server.world import Person, unique

BY_MAIL = ChannelsChosen(mail=ADDRESS, appointments=(24 * 60,))


async def _asked(person: Person, to: str = ADDRESS, **more: Any) -> str:
    """The problem's name, or nothing."""
    answer = await person.call("POST", "/v1/proofs", json={"channel": "mail", "to": to, **more})
    return "" if answer.status_code == 204 else answer.json()["type"].rpartition(":")[2]


async def _read(person: Person, digits: str, to: str = ADDRESS, **more: Any) -> str:
    said = {"channel": "mail", "to": to, "digits": digits, **more}
    answer = await person.call("POST", "/v1/proofs/read", json=said)
    return "" if answer.status_code == 204 else answer.json()["type"].rpartition(":")[2]


def _digits(office: PostOffice) -> str:
    found = re.search(r"\b\d{6}\b", office.came[-1][1].get_content())
    assert found is not None
    return found[0]


async def _proved(person: Person, journal: str) -> list[AddressProved]:
    found = (read_fact(one.entry.body) for one in await person.read(journal))
    return [one for one in found if isinstance(one, AddressProved)]


def _other(digits: str) -> str:
    return f"{(int(digits) + 1) % 1_000_000:06}"


async def test_only_what_was_proved_is_used(sends: Reminding, office: PostOffice) -> None:
    sends.proves = False
    who = await sends.someone(BY_MAIL)
    await who.booked(sends.noon(3))
    await who.booked(sends.noon(5))
    sends.clock.now = sends.noon(2)
    await sends.look()
    assert office.came == []
    await who.phone.refresh()
    assert await _asked(who.phone) == ""
    [(envelope, mail)] = office.came
    assert envelope.rcpt_tos == [ADDRESS]
    for secret in (TITLE, "MIA", who.phone.id, "http"):
        assert secret not in str(mail["Subject"]) + mail.get_content()
    digits = _digits(office)
    assert await _read(who.phone, _other(digits)) == problems.PROOF_WRONG
    assert await _proved(who.phone, who.own) == []
    in_arabic = digits[:3].translate({48 + n: 0x0660 + n for n in range(10)})
    for _ in range(2):
        assert await _read(who.phone, f" {in_arabic} {digits[3:]} ") == ""
    assert await _proved(who.phone, who.own) == [AddressProved(channel="mail", to=ADDRESS)]
    assert await _proved(who.phone, who.shared) == []
    for day in (2, 4):
        office.came.clear()
        sends.clock.now = sends.noon(day)
        assert await sends.look() == 1
        assert len(office.came) == 1


async def test_another_address_and_old_digits_are_no_proof(
    sends: Reminding, office: PostOffice
) -> None:
    sends.proves = False
    who = await sends.someone(BY_MAIL)
    await who.phone.refresh()
    assert await _asked(who.phone) == ""
    digits = _digits(office)
    assert await _read(who.phone, digits, "other@example.org") == problems.PROOF_WRONG
    sends.clock.forward(hours=25)
    await who.phone.refresh()
    assert await _read(who.phone, digits) == problems.PROOF_WRONG
    other = await sends.someone()
    await other.phone.refresh()
    assert await _read(other.phone, digits) == problems.PROOF_WRONG


async def test_a_coordinator_proves_what_they_wrote_down_and_of_nobody_else(
    sends: Reminding, office: PostOffice
) -> None:
    sends.proves = False
    who, other = await sends.someone(), await sends.someone()
    await who.told(BY_MAIL, LanguageChosen(language="fi"))
    mine = {"participant": who.phone.id}
    for one in (who.phone, who.coordinator, other.phone, other.coordinator):
        await one.refresh()
    for stranger in (other.phone, other.coordinator):
        assert await _asked(stranger, **mine) == problems.FORBIDDEN
        assert await _read(stranger, "123456", **mine) == problems.FORBIDDEN
    assert await _asked(who.coordinator) == problems.FORBIDDEN
    assert await _asked(who.coordinator, participant="\0") == problems.FORBIDDEN
    assert office.came == []
    assert await _asked(who.coordinator, **mine) == ""
    assert "koodi" in office.came[-1][1].get_content().casefold()
    assert await _read(who.coordinator, _digits(office), **mine) == ""
    assert len(await _proved(who.coordinator, who.shared)) == 1
    await who.told(IdentityProtected(protected=True))
    assert await _asked(who.coordinator, **mine) == problems.FORBIDDEN


@pytest.mark.whole
async def test_one_who_reads_what_the_coordinator_wrote_down_proves_it_for_both(
    sends: Reminding, office: PostOffice
) -> None:
    sends.proves = False
    who = await sends.someone()
    await who.told(BY_MAIL)
    await who.phone.refresh()
    assert await _asked(who.phone) == ""
    assert await _read(who.phone, _digits(office)) == ""
    assert len(await _proved(who.phone, who.shared)) == 1


NO_ADDRESSES = (
    "a@b.se\r\nBcc: c@d.se", "a@b.se\n", " a@b.se", "a@b.se,c@d.se", "a b@c.se", "<a@b.se>", "a\0@b.se",
    "a@b\0.se", "a@b.se\u2028", "a@b.se\u2069", "a@[127.0.0.1]", f"a@{'b' * 64}.se", "a@b..se", "a@ß.se",
    f"{'a' * 300}@b.se", "+46701740605",
)  # fmt: skip


async def test_what_is_no_address_is_never_said_to_a_mail_server(
    sends: Reminding, office: PostOffice
) -> None:
    who = await sends.someone()
    await who.phone.refresh()
    for to in NO_ADDRESSES:
        wrong = await _asked(who.phone, to)
        assert wrong in (problems.TAKES_NOTHING, problems.MALFORMED), to
    assert await _asked(who.phone, "anna@b.se") == ""
    assert [envelope.rcpt_tos for envelope, _ in office.came] == [["anna@b.se"]]


async def test_so_often_only(sends: Reminding, office: PostOffice) -> None:
    who, to = await sends.someone(), f"{unique('many')}@example.org"
    others = [await sends.someone() for _ in range(2)]
    for one in (who, *others):
        await one.phone.refresh()
    assert [await _asked(who.phone, to.upper()) for _ in range(2)] == ["", ""]
    assert [await _asked(others[0].phone, to) for _ in range(3)] == ["", "", problems.SENT_ENOUGH]
    assert await _asked(others[1].phone, to) == problems.SENT_ENOUGH
    found = [await _asked(who.phone, f"{n}{to}") for n in range(5)]
    assert found == ["", "", "", "", problems.SENT_ENOUGH]
    assert len(office.came) == 8
    guessed = [await _read(who.phone, f"{n:06}", f"0{to}") for n in range(9)]
    assert guessed[-1] == problems.SENT_ENOUGH
    assert await _read(who.phone, _digits(office), f"0{to}") == problems.SENT_ENOUGH
    assert problems.SENT_ENOUGH not in guessed[:-1]


async def test_what_the_mail_server_says_is_said(sends: Reminding, office: PostOffice) -> None:
    who = await sends.someone()
    await who.phone.refresh()
    office.moods = [NEVER, NOT_NOW]
    assert await _asked(who.phone) == problems.TAKES_NOTHING
    assert await _asked(who.phone) == problems.NOT_SENT
    assert await _asked(who.phone, channel="sms") == problems.NOT_FOUND


@pytest.mark.parametrize(
    ("off", "on"),
    [
        (IdentityProtected(protected=True), IdentityProtected(protected=False)),
        (
            EnrolmentFinished(enrolment_id="e", day=date(2026, 3, 2), result="work"),
            EnrolmentBegun(enrolment_id="f", day=date(2026, 3, 3)),
        ),
    ],
    ids=["protected", "finished"],
)
async def test_what_was_written_down_for_somebody_ends_and_begins_again(
    sends: Reminding, office: PostOffice, off: Any, on: Any
) -> None:
    who: Someone = await sends.someone()
    await who.told(EnrolmentBegun(enrolment_id="e", day=date(2026, 3, 1)), BY_MAIL)
    for day in (3, 5):
        await who.booked(sends.noon(day))
    await sends.look()
    await who.told(off)
    sends.clock.now = sends.noon(2)
    assert await sends.look() == 0
    await who.told(on)
    sends.clock.now = sends.noon(4)
    assert await sends.look() == 1
    assert len(office.came) == 1
