"""What a picked file is, by its content and never by its name; default no.

photos by Pillow's own readers      PDF · Word, Excel and their open kin · plain text
never                               HTML, SVG, programs, archives, macros, and whatever is not known

What is taken is opened by people on other devices, so a name that says one thing over a content that
is another is told and not taken.
"""

import re

from mia_companion.device.kinds import MAX_PICKED_BYTES, PDF, PHOTO_TYPES, SUFFIXES, TEXT
from mia_companion.device.names import suffix_of
from mia_companion.device.office import office_type
from mia_companion.device.unfit import (
    EMPTY_FILE,
    FILE_TOO_LARGE,
    KIND_NOT_TAKEN,
    NOT_WHAT_IT_SAYS,
    PHOTO_KIND,
    Unfit,
)
from mia_companion.domain.blobs import MAX_BLOB_BYTES

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_MARKUP = re.compile(r"\s*(<[!?a-z]|\{\\rtf|%!|#!|@echo|mime-version:)", re.IGNORECASE)
"""Plain text to the eye, and something else to the program that opens it."""


def kind_of(raw: bytes, name: str) -> str:
    """The media type of what somebody picked. `name` is what it is called there. Raises Unfit.

    The bytes of a photo may still be too many; those of anything else fit as they are.
    """
    if not raw:
        raise Unfit(EMPTY_FILE)
    if len(raw) > MAX_PICKED_BYTES:
        raise Unfit(FILE_TOO_LARGE)
    kind, suffix = _by_content(raw), suffix_of(name)
    claims = next((one for one, ends in SUFFIXES.items() if suffix in ends), "")
    if kind in PHOTO_TYPES:
        return kind
    if claims not in ("", kind):
        raise Unfit(NOT_WHAT_IT_SAYS)
    if not kind or (kind == TEXT and suffix and not claims):
        raise Unfit(KIND_NOT_TAKEN)
    if len(raw) > MAX_BLOB_BYTES:
        raise Unfit(FILE_TOO_LARGE)
    return kind


def is_still(raw: bytes, media_type: str) -> bool:
    """Whether bytes that came from elsewhere are what their entry says, and of a kind that is taken."""
    try:
        return bool(media_type) and _by_content(raw) == media_type
    except Unfit:
        return False


def _by_content(raw: bytes) -> str:
    """One of SUFFIXES, or an empty string. Raises Unfit for pictures that cannot be read here."""
    if raw.startswith(b"%PDF-"):
        return PDF
    found = _signatures(raw)
    first = found[0] if found else ""
    if first in PHOTO_TYPES:
        return first
    if raw.startswith(b"PK\x03\x04"):
        return office_type(raw)
    if _is_plain(raw, found):
        return TEXT
    if (
        first.startswith("image/") and "svg" not in first
    ):  # where it was taken could not be taken out
        raise Unfit(PHOTO_KIND)
    return ""


def _signatures(raw: bytes) -> list[str]:
    """Media types by the first bytes, the most certain first."""
    import puremagic  # noqa: PLC0415  reads its table of signatures when it is first needed

    try:
        return [one.mime_type for one in puremagic.magic_string(raw)]
    except puremagic.PureError:
        return []


def _is_plain(raw: bytes, found: list[str]) -> bool:
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        return False
    if any(one in ("text/html", "image/svg+xml") for one in found):
        return False
    return not _CONTROL.search(text) and not _MARKUP.match(text.lstrip("\ufeff"))
