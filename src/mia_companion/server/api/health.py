"""Whether the server can do its work."""

import sqlalchemy as sa
from fastapi import APIRouter

from mia_companion.domain.entries import Frozen
from mia_companion.server.api.parts import Server

router = APIRouter(tags=["health"])


class Health(Frozen):
    """`status` is always `ok`; a server that is not well answers with a problem."""

    status: str = "ok"


@router.get("/v1/health")
async def health(server: Server) -> Health:
    """Asks the database one question."""
    async with server.database.reading() as connection:
        await connection.execute(sa.select(1))
    return Health()
