"""Every photo and file that a journal's entries name, as its picture shows them."""

from collections.abc import Iterator

from mia_companion.domain.blobs import BlobRef
from mia_companion.domain.picture import Picture


def attached_in(picture: Picture) -> Iterator[BlobRef]:
    """Those of messages, of how steps went and are remembered, and the papers that were handed out."""
    for message in picture.messages.values():
        yield from message.attachments
    for step in picture.steps.values():
        for mark in step.marks:
            yield from mark.attachments
        for memory in step.memories:
            yield from memory.attachments
    for disclosure in picture.disclosures.values():
        yield from disclosure.fact.attachments


def attached_as(picture: Picture, blob: str) -> BlobRef | None:
    """What the journal says of that one, or None when nothing in it names it."""
    return next((ref for ref in attached_in(picture) if ref.blob_id == blob), None)
