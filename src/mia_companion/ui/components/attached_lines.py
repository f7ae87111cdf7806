"""What is shown of a photo or file that an entry names, said in the person's language."""

from dataclasses import dataclass

from mia_companion.app.actions import Actions
from mia_companion.device.kinds import PHOTO_TYPES
from mia_companion.domain.blobs import BlobRef
from mia_companion.i18n.words import Words
from mia_companion.store.blob_rows import REFUSED
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sentences import carried_sentence
from mia_companion.ui.components.sizes import size_words
from mia_companion.ui.context import Here


@dataclass(frozen=True, slots=True)
class AttachedLines:
    """Equal when nothing that is shown has changed. `way` is how far one's own has come, empty when it
    has arrived; `returned` is the page's, for what came while it was away."""

    ref: BlobRef
    journal: str
    name: str
    size: str
    way: str
    words: Words
    do: Actions
    returned: int = 0


def attached_lines(here: Here, ref: BlobRef, journal: str) -> AttachedLines:
    """`journal` is the one whose entry names it."""
    otherwise = here.t("A photo") if is_photo(ref) else here.t("A file")
    name = as_written(here.words, ref.name) if ref.name else otherwise
    size = size_words(here.words, ref.size)
    way, returned = way_words(here, ref), here.state.returned
    return AttachedLines(ref, journal, name, size, way, here.words, here.do, returned)


def is_photo(ref: BlobRef) -> bool:
    """Whether it is shown, and not only named."""
    return ref.media_type in PHOTO_TYPES


def way_words(here: Here, ref: BlobRef) -> str:
    """How far it has come on its way to the server; empty when it is there, or is not one's own."""
    carried = here.view.carried.get(ref.blob_id)
    if carried is None or carried.blob.ref != ref:
        return ""
    if carried.blob.state == REFUSED:
        return carried_sentence(here.words, carried.blob.reason)
    if not carried.arrived:
        return here.t("Waiting to be sent")
    return here.t("Sending, {percent} %", percent=here.words.number(carried.percent))
