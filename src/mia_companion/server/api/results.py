"""What has come of it: exact for the site, published for the association and those who pay."""

from fastapi import APIRouter

from mia_companion.server.api.parts import Calling, Dear, Server
from mia_companion.wire.results import Period, Publications, Publish, SiteResults

router = APIRouter(tags=["results"])


@router.get("/v1/results")
async def results(period: Period, server: Server, caller: Dear) -> SiteResults:
    """The exact numbers of the caller's own site. That they were looked at is written down."""
    return await server.results.look(caller, period)


@router.post("/v1/publications", status_code=204)
async def publish(asked: Publish, server: Server, caller: Dear) -> None:
    """Publish a half-year that has ended, once and for good."""
    await server.results.publish(caller, asked)


@router.get("/v1/publications")
async def publications(server: Server, caller: Calling) -> Publications:
    """What the sites of the caller's association have published."""
    return await server.results.publications(caller)
