"""Photos as cameras and people make them, painted here."""

import io
from functools import cache

from PIL import Image

JPEG, PNG = "image/jpeg", "image/png"
GPS_TAG, ORIENTATION_TAG = 0x8825, 0x0112
RED, BLUE = (200, 30, 30), (30, 30, 200)


def halves(width: int = 400, height: int = 300) -> Image.Image:
    """Red above, blue below: which way up it is can be seen."""
    picture = Image.new("RGB", (width, height), RED)
    picture.paste(BLUE, (0, height // 2, width, height))
    return picture


def saved(picture: Image.Image, kind: str = "JPEG", **how: object) -> bytes:
    """The bytes of a file."""
    to = io.BytesIO()
    picture.save(to, kind, **how)
    return to.getvalue()


def opened(raw: bytes) -> Image.Image:
    """The picture in the bytes."""
    picture = Image.open(io.BytesIO(raw))
    picture.load()
    return picture


def from_a_phone(picture: Image.Image, orientation: int = 1, kind: str = "JPEG") -> bytes:
    """With all that a phone writes beside the picture."""
    exif = Image.Exif()
    exif[ORIENTATION_TAG] = orientation
    exif[0x010F] = "Make of a phone"
    exif[0x9286] = "A remark"
    exif[GPS_TAG] = {1: "N", 2: (59.0, 19.0, 45.0), 3: "E", 4: (18.0, 3.0, 53.0)}
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>Stockholm 59.3N</x:xmpmeta>"
    return saved(picture, kind, exif=exif, comment=b"taken at home", xmp=xmp)


@cache
def noisy(width: int, height: int) -> Image.Image:
    """Something that compresses about as a photo does."""
    noise = Image.merge("RGB", [Image.effect_noise((400, 300), 60 + n) for n in range(3)])
    return noise.resize((width, height), Image.Resampling.BICUBIC)


def phone_photo() -> bytes:
    """An ordinary photo with its place in it."""
    return from_a_phone(noisy(1600, 1200))
