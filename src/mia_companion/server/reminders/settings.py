"""By what reminders are sent. Nothing set is nothing sent, and the app says so."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.utils import parseaddr
from pathlib import Path
from typing import Self
from urllib.parse import unquote, urlsplit

from mia_companion.domain.addresses import address_of
from mia_companion.environment.said import BadSetting, Said
from mia_companion.server.login.settings import is_safe
from mia_companion.server.reminders.outcomes import Way
from mia_companion.wire.place import LOOPBACK

_PORTS = {"smtp": 587, "smtps": 465}
ELKS, HTTP = "46elks", "http"


@dataclass(frozen=True, slots=True)
class MailSettings:
    """The mail server, and what our mail says of us. `tls` is from the first byte, `starttls` after it."""

    host: str
    port: int
    tls: bool
    starttls: bool
    sender: str
    name: str = ""
    user: str = ""
    password_file: Path | None = None
    ca_file: Path | None = None
    reply_to: str = ""
    bounces: str = ""


@dataclass(frozen=True, slots=True)
class SmsSettings:
    """An SMS provider."""

    url: str
    kind: str
    token_file: Path
    sender: str


@dataclass(frozen=True, slots=True)
class ReminderSettings:
    """What is not set up is None."""

    mail: MailSettings | None = None
    sms: SmsSettings | None = None
    others: Mapping[str, Way] = field(default_factory=dict)
    """By channel, for whoever puts a server together that sends to nobody: the demo."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Self:
        """Raises BadSetting on what could only be a mistake: a way half set up is not used."""
        said = Said(environment)
        return cls(mail=_mail(said), sms=_sms(said))


def _mail(said: Said) -> MailSettings | None:
    if not (url := said.text("MIA_SMTP_URL")):
        return None
    host, port, tls, user = _server(url)
    name, address = parseaddr(said.text("MIA_MAIL_FROM"))
    if not address_of(address):
        raise BadSetting("MIA_SMTP_URL needs MIA_MAIL_FROM, an address.")
    reply_to, bounces = said.text("MIA_MAIL_REPLY_TO"), said.text("MIA_MAIL_BOUNCES")
    for variable, one in (("MIA_MAIL_REPLY_TO", reply_to), ("MIA_MAIL_BOUNCES", bounces)):
        if one and not address_of(one):
            raise BadSetting(f"{variable} is an address; what it says is none.")
    password, ca = said.path("MIA_SMTP_PASSWORD_FILE"), said.path("MIA_SMTP_CA_FILE")
    if bool(user) != bool(password):
        raise BadSetting(
            "A user in MIA_SMTP_URL needs MIA_SMTP_PASSWORD_FILE, and that needs a user."
        )
    return MailSettings(
        host=host,
        port=port,
        tls=tls,
        starttls=not tls and (host not in LOOPBACK or ca is not None),
        sender=address,
        name=name,
        user=user,
        password_file=password,
        ca_file=ca,
        reply_to=reply_to,
        bounces=bounces,
    )


def _server(url: str) -> tuple[str, int, bool, str]:
    """Host, port, whether TLS is from the first byte, and the user."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    if parts.scheme not in _PORTS or not parts.hostname or parts.password:
        raise BadSetting(
            "MIA_SMTP_URL is smtp://USER@HOST:PORT or smtps://…, without a password; it is not."
        )
    here = port or _PORTS[parts.scheme]
    return parts.hostname, here, parts.scheme == "smtps", unquote(parts.username or "")


def _sms(said: Said) -> SmsSettings | None:
    if not (url := said.text("MIA_SMS_URL")):
        return None
    if not is_safe(url):
        raise BadSetting("MIA_SMS_URL is an address that begins with https://; it is not.")
    token = said.path("MIA_SMS_TOKEN_FILE")
    if token is None:
        raise BadSetting("MIA_SMS_URL needs MIA_SMS_TOKEN_FILE.")
    sender = said.text("MIA_SMS_FROM")
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9]{0,10}|\+[1-9]\d{6,14}", sender):
        raise BadSetting(
            "MIA_SMS_FROM is at most 11 letters and digits, or a number: +46…; it is not."
        )
    return SmsSettings(url=url, kind=said.text("MIA_SMS_KIND"), token_file=token, sender=sender)
