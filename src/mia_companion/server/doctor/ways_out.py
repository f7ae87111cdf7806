"""What the server speaks to: mail, SMS, the OpenID provider. Nothing is sent, and nobody is signed in."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from urllib.parse import urlsplit

from mia_companion.server.doctor.finding import Finding, broken, fine
from mia_companion.server.login.fetching import Fetching, NoAnswer
from mia_companion.server.login.provider import ProviderSeen
from mia_companion.server.reminders.mail import Mail
from mia_companion.server.reminders.settings import ELKS, MailSettings, SmsSettings
from mia_companion.server.settings import Settings
from mia_companion.server.surroundings import Surroundings

_SECONDS = 10.0
_WAIT = "Reminders wait, and are sent when it works again."


async def ways_out(settings: Settings, around: Surroundings) -> AsyncIterator[Finding]:
    """All that are set up."""
    reminding, login = settings.reminders, settings.login
    if reminding.mail:
        yield await _mail(reminding.mail, around)
    if reminding.sms:
        yield await _sms(reminding.sms)
    if not (reminding.mail or reminding.sms):
        yield fine("No reminders are sent: neither mail nor SMS is set up.")
    if login.provider:
        provider = ProviderSeen(login.provider.issuer, Fetching(), around.clock)
        try:
            await provider.keys()
        except NoAnswer as error:
            yield broken(
                f"The OpenID provider does not answer as one ({error}).",
                "Whoever is signed in stays so; passkeys go on.",
                "See that MIA_OIDC_ISSUER is its address, and that a firewall lets it through.",
            )
        else:
            yield fine("The OpenID provider says who it is, and gives its keys.")


async def _mail(settings: MailSettings, around: Surroundings) -> Finding:
    where = f"The mail server {settings.host}:{settings.port}"
    if wrong := await Mail(settings, around).greet():
        return broken(
            f"{where} does not take us ({wrong}).",
            _WAIT,
            "See MIA_SMTP_URL, its password file and certificate, and that a firewall lets it through.",
        )
    how = "by TLS" if settings.tls or settings.starttls else "in the clear, on this computer"
    return fine(f"{where} takes us, {how}.")


async def _sms(settings: SmsSettings) -> Finding:
    try:
        token = (await asyncio.to_thread(settings.token_file.read_text)).strip()
    except (OSError, ValueError):
        token = ""
    if not token or (settings.kind == ELKS and ":" not in token):
        form = "USER:PASSWORD" if settings.kind == ELKS else "the token"
        return broken(
            f"The file of MIA_SMS_TOKEN_FILE cannot be read, or does not hold {form}.",
            _WAIT,
            "Put it there, readable by this account alone.",
        )
    parts = urlsplit(settings.url)
    is_tls = parts.scheme == "https"
    try:
        async with asyncio.timeout(_SECONDS):
            _, writer = await asyncio.open_connection(
                parts.hostname,
                parts.port or 443,
                ssl=ssl.create_default_context() if is_tls else None,
            )
        writer.close()
    except (OSError, TimeoutError) as error:
        return broken(
            f"The SMS provider {parts.hostname} is not reached ({type(error).__name__}).",
            _WAIT,
            "See MIA_SMS_URL, and that a firewall lets it through.",
        )
    return fine(f"The SMS provider {parts.hostname} is reached; no SMS was sent.")
