"""Whether the server can do its work."""

import sqlalchemy as sa
from fastapi import APIRouter

from mia_companion.server.api.parts import Server
from mia_companion.wire.health import Health

router = APIRouter(tags=["health"])


@router.get("/v1/health")
async def health(server: Server) -> Health:
    """Asks the database one question."""
    async with server.database.reading() as connection:
        await connection.execute(sa.select(1))
    return Health(reminds_by=tuple(sorted(server.reminders.ways)))
