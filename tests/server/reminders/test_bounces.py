"""A mail that comes back is told of where people see it: once, without the address, and by no forging."""

from email import message_from_string
from email.message import EmailMessage, Message
from email.mime.message import MIMEMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

from mia_companion.domain.channels import ChannelsChosen, ReminderNotReached
from mia_companion.domain.facts import read_fact
from mia_companion.server.reminders.bounces import told
from tests.server.reminders.post_office import PostOffice
from tests.server.reminders.reminding import ADDRESS, Reminding, Someone

BY_MAIL = ChannelsChosen(mail=ADDRESS, appointments=(24 * 60,), tell=True)


async def _sent(sends: Reminding, office: PostOffice) -> tuple[Someone, EmailMessage, str]:
    """Somebody who was reminded: the mail, and its return path."""
    who = await sends.someone(BY_MAIL)
    await who.booked(sends.noon(3))
    sends.clock.now = sends.noon(2)
    await sends.look()
    [(envelope, mail)] = office.came
    return who, mail, str(envelope.mail_from)


def report(mail: Message, to: str, *, action: str = "failed", headers_only: bool = False) -> bytes:
    """As mail servers write them (RFC 3464)."""
    status = message_from_string(
        "Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example.org\n\n"
        f"Final-Recipient: rfc822; {ADDRESS}\nAction: {action}\nStatus: 5.1.1\n"
    )
    made = MIMEMultipart("report", report_type="delivery-status")
    made["From"], made["To"] = "MAILER-DAEMON@example.org", to
    made["Message-ID"] = "<1234@mx.example.org>"
    made.attach(MIMEText("Your mail could not be delivered."))
    made.attach(status)
    if headers_only:
        original = MIMEText(f"Message-ID: {mail['Message-ID']}\n")
        original.replace_header("Content-Type", "text/rfc822-headers")
        made.attach(original)
    else:
        made.attach(MIMEMessage(mail))
    return made.as_bytes()


async def _said(who: Someone) -> list[ReminderNotReached]:
    await who.coordinator.refresh()
    found = (read_fact(one.entry.body) for one in await who.coordinator.read(who.shared))
    return [one for one in found if isinstance(one, ReminderNotReached)]


@pytest.mark.parametrize("known_by", ["its address", "its id", "its id in the headers"])
async def test_it_is_told_once(sends: Reminding, office: PostOffice, known_by: str) -> None:
    who, mail, path = await _sent(sends, office)
    other = MIMEText("something else")
    back = {
        "its address": report(other, path),
        "its id": report(mail, "postmaster@mia.example.se"),
        "its id in the headers": report(mail, "postmaster@mia.example.se", headers_only=True),
    }[known_by]
    for _ in range(2):
        assert await told(sends.backend, back) == "Said."
    [said] = await _said(who)
    assert said.channel == "mail"
    assert ADDRESS not in said.model_dump_json()


async def test_a_delay_is_no_failure_and_an_answer_no_report(
    sends: Reminding, office: PostOffice
) -> None:
    who, mail, path = await _sent(sends, office)
    assert "Nothing" in await told(sends.backend, report(mail, path, action="delayed"))
    answer = MIMEText("I am away")
    answer["To"], answer["In-Reply-To"] = path, mail["Message-ID"]
    assert "Nothing" in await told(sends.backend, answer.as_bytes())
    assert await _said(who) == []


async def test_after_another_address_was_chosen_it_says_nothing(
    sends: Reminding, office: PostOffice
) -> None:
    who, mail, path = await _sent(sends, office)
    await who.say_alone(BY_MAIL.model_copy(update={"mail": "other@example.org"}))
    assert "Another" in await told(sends.backend, report(mail, path))
    assert await _said(who) == []


async def test_what_is_none_says_nothing(sends: Reminding) -> None:
    report_in_parts = b"Content-Type: multipart/report; boundary=a\n\n"
    for raw in (
        b"",
        b"\x00\xff" * 500,
        report_in_parts + b"--a\n\n" * 5000,
        report_in_parts + b"--a\nContent-Type: message/delivery-status\n\nAction: failed\n--a--\n",
        report(MIMEText("x"), f"bounces+{'0' * 32}@mia.example.se"),
    ):
        assert "Nothing" in await told(sends.backend, raw)
