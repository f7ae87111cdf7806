"""A message in words, also where a photo or a file is all there is."""

from collections.abc import Sequence

from mia_companion.domain.blobs import BlobRef
from mia_companion.i18n.words import Words
from mia_companion.ui.components.own_words import as_written


def message_words(words: Words, said: str, attachments: Sequence[BlobRef]) -> str:
    """What was written; otherwise what lies beside, counted."""
    if said or not attachments:
        return as_written(words, said)
    return words.n("A photo or a file", "{count} photos or files", len(attachments))
