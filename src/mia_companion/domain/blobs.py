"""Photos and files beside an entry: the entry names them, their bytes travel apart."""

from pydantic import Field

from mia_companion.domain.entries import Frozen
from mia_companion.domain.words import Id

MAX_BLOB_BYTES = 5 * 1024 * 1024


class BlobRef(Frozen):
    """What an entry says of a blob: its client-made id, the SHA-256 of its bytes in hex, its size in
    bytes, what it is by its content, and what its owner called it."""

    blob_id: Id
    sha256: str = Field(pattern="^[0-9a-f]{64}$")
    size: int = Field(ge=0, le=MAX_BLOB_BYTES)
    media_type: Id
    name: str = Field(default="", max_length=200)
