"""A caseload from a file, and one that becomes a file."""

from fastapi import APIRouter

from mia_companion.server.api.parts import Dear, Server
from mia_companion.wire.files import Export, Import, Imported

router = APIRouter(tags=["files"])


@router.post("/v1/imports")
async def bring_in(asked: Import, server: Server, caller: Dear) -> Imported:
    """Room for all of these people, or for none. Asked again, the answer is the same."""
    return await server.imports.bring_in(caller, asked)


@router.post("/v1/exports", status_code=204)
async def take_out(told: Export, server: Server, caller: Dear) -> None:
    """Write down that these people's data is about to be taken out; before this there is no file."""
    await server.exports.note(caller, told)
