"""A message half written, on either side."""

from mia_companion.domain.blobs import BlobRef
from mia_companion.ui.components.forms import Form


class MessageForm(Form):
    """Its words, and what is to lie beside them."""

    words: str = ""
    attachments: tuple[BlobRef, ...] = ()
