"""Making a picked photo fit to keep: small enough, the right way up, and nothing in it but the picture.

    bytes ──what they are──▶ header ──cost──▶ decoded ──bands──▶ small ──sRGB, upright──▶ JPEG or PNG
                                └─ too costly: refused before a pixel is decoded

What a camera writes beside the picture (the place, the time, the owner, a small copy of what was cut
off) is not taken out but never taken along: the new picture is painted on an empty sheet.
"""

import io
from dataclasses import dataclass
from threading import Lock

from PIL import Image, features
from PIL.GifImagePlugin import GifImageFile
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from mia_companion.device.colours import flat, in_srgb
from mia_companion.device.kinds import GIF, JPEG, PNG, WEBP
from mia_companion.device.unfit import PHOTO_KIND, PHOTO_TOO_LARGE, PHOTO_UNREADABLE, Unfit
from mia_companion.domain.blobs import MAX_BLOB_BYTES

LONG_SIDE = 2048
"""Pixels: a page of a letter can still be read."""
MOST_PIXELS = 120_000_000
_MOST_MEMORY = 200_000_000
"""Bytes that decoding may take. A JPEG is made smaller while it is read; all others are read whole."""
_MOST_SCANS = 100
"""A progressive JPEG has some ten; each costs a walk over the whole picture."""
_FEW_COLOURS = 64
_QUALITIES = (85, 75, 60, 45)

_BAND = 64
"""Rows, in the small picture, that are made smaller at a time."""

_ONE_AT_A_TIME = Lock()
"""However many browsers one process serves, it holds one large photo in memory."""

_READERS: dict[str, type[ImageFile]] = {
    JPEG: JpegImageFile,
    PNG: PngImageFile,
    WEBP: WebPImageFile,
    GIF: GifImageFile,
}
"""Each kind by its own reader: no other of Pillow's is ever let near a file."""

_BYTES_A_PIXEL = {"1": 1, "L": 1, "P": 1, "I;16": 2, "I;16B": 2}
_WEBP_BYTES_A_PIXEL = 16
_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""By the orientation that the camera noted (Exif 2.32, tag 0x0112)."""


@dataclass(frozen=True, slots=True)
class Photo:
    """A photo as it is kept."""

    content: bytes
    media_type: str


def shrunk(raw: bytes, media_type: str, longest: int = LONG_SIDE) -> Photo:
    """The photo, at most `longest` pixels on its long side, and nothing else that was in the file.

    `media_type` is what the bytes are, one of `kinds.PHOTO_TYPES`. Takes its time: call it in a thread. Of
    moving pictures the first is kept. Raises Unfit.
    """
    with _ONE_AT_A_TIME:
        opened = _opened(raw, media_type)
        turn = _UPRIGHT.get(_orientation(opened))
        icc = opened.info.get("icc_profile", b"")
        small = in_srgb(_small(opened, longest), icc)
        return _written(small if turn is None else small.transpose(turn))


def fit_to_show(raw: bytes, media_type: str) -> bytes:
    """The bytes of a photo that came from elsewhere, made anew unless they are as this app keeps them.

    Nobody's screen is to stop at a picture that somebody made to be too large for it. Raises Unfit.
    """
    if media_type in (JPEG, PNG):
        opened = _opened(raw, media_type)
        if max(opened.size) <= LONG_SIDE and not getattr(opened, "is_animated", False):
            return raw
    return shrunk(raw, media_type).content


def _opened(raw: bytes, media_type: str) -> ImageFile:
    """Its header read, and found to cost no more than a photo may."""
    if media_type == WEBP and not features.check("webp"):  # a phone's Pillow (decision 28)
        raise Unfit(PHOTO_KIND)
    try:
        opened = _READERS[media_type](io.BytesIO(raw))
    except Exception as wrong:  # on a broken file a reader raises whatever it stumbles over
        raise Unfit(PHOTO_UNREADABLE) from wrong
    width, height = opened.size
    if width * height > MOST_PIXELS or _cost(opened) > _MOST_MEMORY:
        raise Unfit(PHOTO_TOO_LARGE)
    if isinstance(opened, JpegImageFile) and raw.count(b"\xff\xda") > _MOST_SCANS:
        raise Unfit(PHOTO_UNREADABLE)
    return opened


def _cost(opened: ImageFile) -> float:
    """Bytes of memory that decoding takes."""
    pixels = opened.width * opened.height
    if isinstance(opened, JpegImageFile):
        if not opened.info.get("progressive"):
            return 4 * pixels / _scale(opened) ** 2
        most = max(h * v for _, h, v, _ in opened.layer)
        return 2 * pixels * sum(h * v / most for _, h, v, _ in opened.layer)
    if isinstance(opened, WebPImageFile):
        return _WEBP_BYTES_A_PIXEL * pixels
    return _BYTES_A_PIXEL.get(opened.mode, 4) * pixels


def _scale(opened: ImageFile, longest: int = LONG_SIDE) -> int:
    """The power of two by which a JPEG can be made smaller while it is read, 8 at the most."""
    return next(s for s in (8, 4, 2, 1) if s == 1 or max(opened.size) >= s * longest)


def _orientation(opened: ImageFile) -> int:
    try:
        return int(opened.getexif().get(0x0112, 1))
    except Exception:  # a damaged note beside a whole picture
        return 1


def _small(opened: ImageFile, longest: int) -> Image.Image:
    """The picture in its size, made smaller in bands so that it is never in memory twice."""
    width, height = opened.size
    by = min(1.0, longest / max(width, height))
    wanted = (max(1, round(width * by)), max(1, round(height * by)))
    try:
        scale = _scale(opened, longest)
        opened.draft(None, (max(1, width // scale), max(1, height // scale)))
        opened.load()
        sheet = _in_bands(opened, max(1, max(opened.size) // longest))
    except MemoryError as wrong:
        raise Unfit(PHOTO_TOO_LARGE) from wrong
    except Exception as wrong:  # as above: broken in the middle
        raise Unfit(PHOTO_UNREADABLE) from wrong
    if sheet.size == wanted and sheet is not opened:
        return sheet
    bare = sheet.resize(wanted, Image.Resampling.LANCZOS)
    bare.info = {}
    return bare


def _in_bands(opened: ImageFile, factor: int) -> Image.Image:
    """The whole picture by `1 / factor`, in plain colours, a few rows after another."""
    if factor == 1 and opened.mode == "RGB" and not opened.has_transparency_data:
        return opened
    sheet = Image.new("RGB", (-(-opened.width // factor), -(-opened.height // factor)))
    for top in range(0, sheet.height, _BAND):
        rows = (top * factor, min((top + _BAND) * factor, opened.height))
        band = flat(opened.crop((0, rows[0], opened.width, rows[1])))
        sheet.paste(band.reduce(factor) if factor > 1 else band, (0, top))
    return sheet


def _written(picture: Image.Image) -> Photo:
    """JPEG, or PNG where that is smaller; a drawing or a scanned page in few colours often is."""
    jpeg = b""
    for quality in _QUALITIES:
        jpeg = _saved(picture, "JPEG", quality=quality, optimize=True)
        if len(jpeg) <= MAX_BLOB_BYTES:
            break
    if picture.getcolors(_FEW_COLOURS) is not None:
        png = _saved(picture, "PNG")
        if len(png) < len(jpeg):
            return Photo(png, PNG)
    return Photo(jpeg, JPEG)


def _saved(picture: Image.Image, kind: str, **how: object) -> bytes:
    to = io.BytesIO()
    picture.save(to, kind, **how)
    return to.getvalue()
