"""By what reminders are sent. Nothing set is nothing sent, and the app says so.

| variable | default | what it is |
|---|---|---|
| `MIA_SMTP_URL` | none | the mail server: `smtp://USER@HOST:587` (TLS begun there), `smtps://USER@HOST:465` |
| `MIA_SMTP_PASSWORD_FILE` | | the file with the user's password there |
| `MIA_SMTP_CA_FILE` | the system's | the certificates that the mail server's is checked against |
| `MIA_MAIL_FROM` | | who the mail is from: `MIA <no-reply@mia.example.se>` |
| `MIA_MAIL_REPLY_TO` | | where answers go, if anywhere else |
| `MIA_MAIL_BOUNCES` | | where undeliverable mail comes back: `bounces@mia.example.se`, `bounces+ID@…` |
| `MIA_SMS_URL` | none | where SMS are sent: for 46elks `https://api.46elks.com/a1/sms` |
| `MIA_SMS_KIND` | `http` | `46elks`, or `http`: JSON and a bearer token, see the operator's guide |
| `MIA_SMS_TOKEN_FILE` | | the file with the token; for 46elks `USER:PASSWORD` |
| `MIA_SMS_FROM` | `MIA` | the sender as people see it, at most 11 letters, or a number |

`smtp://` without TLS is taken for this computer only (`localhost`).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from email.utils import parseaddr
from pathlib import Path
from typing import Self
from urllib.parse import unquote, urlsplit

from mia_companion.domain.addresses import address_of
from mia_companion.server.login.settings import is_safe
from mia_companion.server.reminders.outcomes import Way

_LOCAL = ("localhost", "127.0.0.1", "::1")
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
    """See the table above."""

    mail: MailSettings | None = None
    sms: SmsSettings | None = None
    others: Mapping[str, Way] = field(default_factory=dict)
    """By channel, for whoever puts a server together that sends to nobody: the demo."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Self:
        """Raises ValueError on what could only be a mistake: a way half set up is not used."""
        return cls(mail=_mail(environment), sms=_sms(environment))


def _mail(environment: Mapping[str, str]) -> MailSettings | None:
    said = environment.get
    if not (url := said("MIA_SMTP_URL")):
        return None
    parts = urlsplit(url)
    if parts.scheme not in _PORTS or not parts.hostname or parts.password:
        raise ValueError("MIA_SMTP_URL is smtp://USER@HOST:PORT or smtps://…, without a password")
    name, address = parseaddr(said("MIA_MAIL_FROM") or "")
    if not address_of(address):
        raise ValueError("MIA_SMTP_URL needs MIA_MAIL_FROM, an address")
    for variable in ("MIA_MAIL_REPLY_TO", "MIA_MAIL_BOUNCES"):
        if said(variable) and not address_of(said(variable, "")):
            raise ValueError(f"{variable} is an address")
    password, ca = said("MIA_SMTP_PASSWORD_FILE"), said("MIA_SMTP_CA_FILE")
    if bool(parts.username) != bool(password):
        raise ValueError("A user in MIA_SMTP_URL needs MIA_SMTP_PASSWORD_FILE, and that a user")
    here = parts.hostname in _LOCAL
    return MailSettings(
        host=parts.hostname,
        port=parts.port or _PORTS[parts.scheme],
        tls=parts.scheme == "smtps",
        starttls=parts.scheme == "smtp" and (not here or ca is not None),
        sender=address,
        name=name,
        user=unquote(parts.username or ""),
        password_file=Path(password) if password else None,
        ca_file=Path(ca) if ca else None,
        reply_to=said("MIA_MAIL_REPLY_TO") or "",
        bounces=said("MIA_MAIL_BOUNCES") or "",
    )


def _sms(environment: Mapping[str, str]) -> SmsSettings | None:
    said = environment.get
    if not (url := said("MIA_SMS_URL")):
        return None
    kind, token = said("MIA_SMS_KIND") or HTTP, said("MIA_SMS_TOKEN_FILE")
    if not is_safe(url):
        raise ValueError("MIA_SMS_URL must be https://")
    if kind not in (ELKS, HTTP):
        raise ValueError(f"MIA_SMS_KIND is {ELKS} or {HTTP}")
    if not token:
        raise ValueError("MIA_SMS_URL needs MIA_SMS_TOKEN_FILE")
    sender = said("MIA_SMS_FROM") or "MIA"
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9]{0,10}|\+[1-9]\d{6,14}", sender):
        raise ValueError("MIA_SMS_FROM is at most 11 letters and digits, or a number: +46…")
    return SmsSettings(url=url, kind=kind, token_file=Path(token), sender=sender)
