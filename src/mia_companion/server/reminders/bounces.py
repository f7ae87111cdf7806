"""A mail that comes back: `mia-companion admin bounced < mail`, run by the mail server for each.

Which sending it was stands in the address that it came to, `bounces+ID@…`, or in the `Message-ID` of what is
sent back with it. Only what failed for good counts, and only for the choice under which it was sent: a mail
that comes back after the address was changed says nothing of the new one. Who sends a forged one has to know
an id that nobody else was sent.
"""

import re
import sys
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import Message

import sqlalchemy as sa

from mia_companion.domain.channels import MAIL
from mia_companion.domain.ways import channels_of
from mia_companion.server.backend import Backend
from mia_companion.server.keys import KeyDestroyed
from mia_companion.server.reminders.tables import REFUSED, SENT, sendings

_LONGEST = 1024 * 1024
_MOST_PARTS = 50
_TO = re.compile(r"\+([0-9a-f]{32})@")
_ID = re.compile(r"<([0-9a-f]{32})@[^<>\s]{1,255}>")


async def bounced(backend: Backend) -> str:
    """Read a mail that came back from standard input, and say so where people see it."""
    return await told(backend, sys.stdin.buffer.read(_LONGEST))


async def told(backend: Backend, raw: bytes) -> str:
    """What came of it, in words for a log. Harmless when repeated."""
    mail = message_from_bytes(raw, policy=policy.compat32)
    parts = list(_parts(mail))
    if not _failed(parts):
        return "Nothing that failed for good."
    for id_ in _ids(mail, parts):
        async with backend.database.reading() as connection:
            row = (await connection.execute(_SENT, {"id": id_})).first()
        if row is not None:
            return await _say(backend, str(row.participant), str(row.choice))
    return "Nothing that was sent from here."


async def _say(backend: Backend, participant: str, choice: str) -> str:
    heads = await backend.reminders.plans.heads(participant)
    if heads is None:
        return "Nobody who is here."
    try:
        plan = await backend.reminders.plans.of(heads)
    except KeyDestroyed:
        return "Nobody who is here."
    chosen = channels_of(plan)
    if chosen is None or chosen.token != choice:
        return "Another address was chosen since."
    await backend.reminders.not_reached.say(heads, plan, chosen, MAIL)
    return "Said."


def _parts(mail: Message) -> Iterator[Message]:
    for count, part in enumerate(mail.walk()):
        if count >= _MOST_PARTS:
            return
        yield part


def _failed(parts: list[Message]) -> bool:
    """Whether a delivery report says so: `Action: failed` (RFC 3464)."""
    return any(
        str(part.get("Action", "")).strip().lower() == "failed"
        for one in parts
        if one.get_content_type() == "message/delivery-status"
        for part in one.walk()
    )


def _ids(mail: Message, parts: list[Message]) -> Iterator[str]:
    for name in ("Delivered-To", "X-Original-To", "Envelope-To", "To"):
        for value in mail.get_all(name, []):
            yield from _TO.findall(str(value).lower())
    for part in parts:
        if part.get_content_type() == "text/rfc822-headers":
            content = part.get_payload(decode=True)
            said = content.decode("latin-1") if isinstance(content, bytes) else ""
        else:
            said = f"Message-ID: {part.get('Message-ID', '')}" if part is not mail else ""
        for line in said.splitlines():
            if line.lower().startswith("message-id:"):
                yield from _ID.findall(line.lower())


_SENT = sa.select(sendings.c.participant, sendings.c.choice).where(
    sendings.c.id == sa.bindparam("id"), sendings.c.state.in_((SENT, REFUSED))
)
