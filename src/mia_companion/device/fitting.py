"""From what a person picked to what is kept and travels, and from what came to what is shown and saved."""

from dataclasses import dataclass

from mia_companion.device.files import is_still, kind_of
from mia_companion.device.kinds import PHOTO_TYPES, SUFFIXES
from mia_companion.device.names import clean_name, given_name, named
from mia_companion.device.photos import fit_to_show, shrunk
from mia_companion.device.unfit import NOT_A_PHOTO, NOT_WHAT_IT_SAYS, Unfit

SMALL_SIDE = 720
"""Pixels of a photo in a list: sharp on a phone, and light to carry to a browser."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """What is kept. `name` is what a person called it, empty for a photo that only a camera named."""

    content: bytes
    media_type: str
    name: str


def fit(raw: bytes, name: str, *, photo_only: bool = False) -> Fitted:
    """Make it fit to keep. Takes its time: call it in a thread. Raises Unfit."""
    kind = kind_of(raw, name)
    if kind in PHOTO_TYPES:
        photo = shrunk(raw, kind)
        return Fitted(photo.content, photo.media_type, given_name(name))
    if photo_only:
        raise Unfit(NOT_A_PHOTO)
    return Fitted(raw, kind, named(name, SUFFIXES[kind], "") if clean_name(name) else "")


def to_show(content: bytes, media_type: str, *, small: bool) -> bytes:
    """The bytes of a photo for a screen, whoever made them. In a thread. Raises Unfit."""
    if media_type not in PHOTO_TYPES or not is_still(content, media_type):
        raise Unfit(NOT_WHAT_IT_SAYS)
    if small:
        return shrunk(content, media_type, SMALL_SIDE).content
    return fit_to_show(content, media_type)


def to_save(content: bytes, media_type: str, name: str, otherwise: str) -> str:
    """Under which name a file is saved; `otherwise` where it has none. Raises Unfit for what is not
    what its author said: nothing is put on somebody's disk that was not taken in here."""
    if not is_still(content, media_type) or media_type not in SUFFIXES:
        raise Unfit(NOT_WHAT_IT_SAYS)
    return named(name, SUFFIXES[media_type], otherwise)
