"""Reminders by mail, over SMTP: plain text, nothing to follow and nothing that follows anybody.

At each try the same `Message-ID`, so that whoever gets one twice, because nobody knows whether the first was
taken, sees one. What cannot be delivered comes back to an address of the sending's own.
"""

import asyncio
import logging
import unicodedata
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP as AS_SMTP
from email.utils import format_datetime

import aiosmtplib

from mia_companion.domain.addresses import address_of
from mia_companion.server.reminders.outcomes import Message, Outcome
from mia_companion.server.reminders.settings import MailSettings
from mia_companion.server.surroundings import Surroundings

_SECONDS = 30.0
_FOR_GOOD = 500
_POLICY = AS_SMTP.clone(cte_type="7bit", max_line_length=998)

log = logging.getLogger("mia_companion.server")


class Mail:
    """A mail server. One connection for each message."""

    def __init__(self, settings: MailSettings, surroundings: Surroundings) -> None:
        self._settings = settings
        self._clock = surroundings.clock

    async def send(self, message: Message) -> Outcome:
        """See `Way`."""
        to = _in_ascii(message.to)
        if not to:
            return Outcome.NEVER
        try:
            return await self._send(message, to)
        except (aiosmtplib.SMTPException, OSError, ValueError) as error:
            # Nothing of it may be told: servers repeat the address in what they say.
            log.warning("mail not sent", extra={"error": type(error).__name__})
            return Outcome.LATER

    async def _send(self, message: Message, to: str) -> Outcome:
        connection = self._connection()
        try:
            await self._come_in(connection)
            await connection.sendmail(
                self._return_path(message.id), [to], self._composed(message, to)
            )
        except aiosmtplib.SMTPRecipientsRefused as refused:
            return _judged(max((one.code for one in refused.recipients), default=0))
        except aiosmtplib.SMTPDataError as refused:
            return _judged(refused.code)
        finally:
            connection.close()
        return Outcome.ACCEPTED

    async def greet(self) -> str:
        """Come in as for a mail, and send none: why that failed, as the error's name, or nothing."""
        connection = self._connection()
        try:
            await self._come_in(connection)
        except (aiosmtplib.SMTPException, OSError, ValueError) as error:
            return type(error).__name__
        finally:
            connection.close()
        return ""

    def _connection(self) -> aiosmtplib.SMTP:
        mail = self._settings
        return aiosmtplib.SMTP(
            hostname=mail.host,
            port=mail.port,
            timeout=_SECONDS,
            use_tls=mail.tls,
            start_tls=mail.starttls,
            validate_certs=True,
            cert_bundle=str(mail.ca_file) if mail.ca_file else None,
            local_hostname=_domain(mail.sender),
        )

    async def _come_in(self, connection: aiosmtplib.SMTP) -> None:
        mail = self._settings
        await connection.connect()
        if mail.password_file:
            password = (await asyncio.to_thread(mail.password_file.read_text)).strip()
            await connection.login(mail.user, password)

    def _composed(self, message: Message, to: str) -> bytes:
        said = EmailMessage(policy=_POLICY)
        said["From"] = Address(self._settings.name, addr_spec=self._settings.sender)
        said["To"] = Address(addr_spec=to)
        if self._settings.reply_to:
            said["Reply-To"] = Address(addr_spec=self._settings.reply_to)
        said["Subject"] = message.subject
        said["Date"] = format_datetime(self._clock())
        said["Message-ID"] = f"<{message.id}@{_domain(self._settings.sender)}>"
        said["Auto-Submitted"] = "auto-generated"
        said.set_content(message.text)
        return said.as_bytes()

    def _return_path(self, id_: str) -> str:
        if not self._settings.bounces:
            return self._settings.sender
        box, _, domain = self._settings.bounces.rpartition("@")
        return f"{box}+{id_}@{domain}"


def _judged(code: int) -> Outcome:
    """What a mail server's refusal of this address, or of what it was sent, means."""
    log.warning("mail refused", extra={"status": code})
    return Outcome.NEVER if code >= _FOR_GOOD else Outcome.LATER


def _in_ascii(said: str) -> str:
    """The address as every mail server takes it; nothing for what is none."""
    box, _, domain = address_of(said).rpartition("@")
    try:
        ascii_ = domain.encode("idna")
        # Some letters were once mapped to others, ß to ss: that is somebody else's domain.
        same = ascii_.decode("idna").lower() == unicodedata.normalize("NFC", domain).lower()
    except UnicodeError:
        return ""
    return f"{box}@{ascii_.decode()}" if box and same else ""


def _domain(address: str) -> str:
    return address.rpartition("@")[2]
