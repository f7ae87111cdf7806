"""Blobs: `PUT` from an offset, `HEAD` to learn the offset, `GET` the whole."""

from typing import Annotated

from fastapi import APIRouter, Header, Path, Request, Response
from starlette.responses import StreamingResponse

from mia_companion.domain.blobs import MAX_BLOB_BYTES
from mia_companion.server.api.parts import Calling, Server
from mia_companion.server.blob_access import Target
from mia_companion.server.blobs import Progress

router = APIRouter(tags=["blobs"])

# One that is longer is told that it is too large, and not that it cannot be read.
Length = Annotated[int, Header(ge=0, json_schema_extra={"maximum": MAX_BLOB_BYTES})]
BlobId = Annotated[str, Path(pattern="^[!-~]{1,64}$")]


class Bytes(StreamingResponse):
    """Somebody's file: never shown by a browser as anything."""

    media_type = "application/octet-stream"


_OFFSETS = {
    "Upload-Offset": {"description": "Bytes the server has", "schema": {"type": "integer"}},
    "Upload-Length": {"description": "Bytes in all", "schema": {"type": "integer"}},
}
_BODY = {
    "required": True,
    "content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}},
}


@router.put(
    "/v1/journals/{journal}/blobs/{blob}",
    status_code=204,
    openapi_extra={"requestBody": _BODY},
    responses={204: {"headers": _OFFSETS}},
)
async def put(
    *,
    journal: str,
    blob: BlobId,
    request: Request,
    server: Server,
    caller: Calling,
    upload_offset: Length,
    upload_length: Length,
    upload_sha256: Annotated[str, Header(pattern="^[0-9a-f]{64}$")],
    upload_entry: Annotated[str, Header(max_length=64)] = "",
) -> Response:
    """Store bytes from `Upload-Offset` on. What came before a line broke stays stored.

    With `Upload-Entry`, the caller's own entry that names the blob, also after a handover.
    """
    target = Target(caller, journal, blob, upload_entry)
    now = await server.blobs.announce(target, upload_length, upload_sha256)
    if not now.whole or upload_length == 0:
        now = await server.blobs.take(target, upload_offset, request.stream())
    return Response(status_code=204, headers=_headers(now))


@router.head(
    "/v1/journals/{journal}/blobs/{blob}",
    responses={200: {"headers": _OFFSETS, "content": {}}},
    response_class=Response,
)
async def head(journal: str, blob: BlobId, server: Server, caller: Calling) -> Response:
    """How far an upload is."""
    return Response(headers=_headers(await server.blobs.progress(Target(caller, journal, blob))))


@router.get(
    "/v1/journals/{journal}/blobs/{blob}",
    response_class=Bytes,
    responses={
        200: {
            "content": {
                "application/octet-stream": {"schema": {"type": "string", "format": "binary"}}
            }
        }
    },
)
async def get(journal: str, blob: BlobId, server: Server, caller: Calling) -> Bytes:
    """A whole blob."""
    parts = await server.blobs.give(Target(caller, journal, blob))
    server.looks.note(caller, [journal])
    return Bytes(parts, headers={"content-disposition": "attachment"})


def _headers(now: Progress) -> dict[str, str]:
    return {"upload-offset": str(now.received), "upload-length": str(now.size)}
