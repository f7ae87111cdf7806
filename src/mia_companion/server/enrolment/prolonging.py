"""Codes that open for longer than ten minutes: for the demo, whose links stand in a terminal."""

from datetime import timedelta

import sqlalchemy as sa

from mia_companion.server.backend import Backend
from mia_companion.server.enrolment.invitation_table import invitations


async def prolong(backend: Backend, life: timedelta) -> None:
    """Every code that nobody has used opens for so long from now on."""
    unused = sa.update(invitations).where(invitations.c.used_at.is_(None))
    async with backend.database.writing() as connection:
        await connection.execute(unused.values(expires_at=backend.surroundings.clock() + life))
