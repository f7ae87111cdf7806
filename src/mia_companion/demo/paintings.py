"""Photos of places that do not exist, painted here, with what a phone writes beside a photo."""

import io
import math

from PIL import Image, ImageDraw, ImageFilter

_SIZE = (2400, 1800)
_SKY, _HORIZON = (126, 170, 205), (236, 222, 200)
_LEAVES = ((58, 110, 70), (84, 140, 84), (44, 92, 66), (110, 158, 92))
_ORIENTATION, _GPS = 0x0112, 0x8825


def balcony() -> bytes:
    """Three pots on a balcony, in the evening."""
    picture = _sky()
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 1080, 2400, 1800), fill=(150, 128, 104))
    for x in range(-40, 2400, 170):
        draw.rectangle((x, 620, x + 34, 1180), fill=(92, 78, 66))
    draw.rectangle((0, 590, 2400, 650), fill=(74, 62, 54))
    for at, (x, height) in enumerate(((520, 560), (1200, 700), (1880, 500))):
        _plant(draw, x, 1320, height, at)
        draw.polygon(
            [(x - 230, 1300), (x + 230, 1300), (x + 170, 1660), (x - 170, 1660)],
            fill=((178, 94, 62), (160, 82, 58), (190, 108, 74))[at],
        )
        draw.rectangle((x - 250, 1260, x + 250, 1330), fill=(196, 112, 78))
    return _from_a_phone(picture)


def meeting_place() -> bytes:
    """A door with a lamp above it and a bench beside."""
    picture = _sky()
    draw = ImageDraw.Draw(picture)
    draw.rectangle((160, 260, 2240, 1500), fill=(206, 170, 128))
    for x in (380, 1640):
        draw.rectangle((x, 520, x + 380, 1000), fill=(247, 236, 200))
        draw.rectangle((x, 750, x + 380, 768), fill=(120, 92, 70))
        draw.rectangle((x + 181, 520, x + 199, 1000), fill=(120, 92, 70))
    draw.rectangle((980, 640, 1420, 1500), fill=(46, 96, 88))
    draw.ellipse((1350, 1060, 1390, 1100), fill=(236, 206, 140))
    draw.ellipse((1130, 420, 1270, 560), fill=(255, 240, 190))
    draw.rectangle((0, 1500, 2400, 1800), fill=(140, 138, 130))
    draw.rectangle((300, 1330, 860, 1380), fill=(112, 80, 56))
    for x in (340, 790):
        draw.rectangle((x, 1380, x + 34, 1540), fill=(82, 60, 44))
    return _from_a_phone(picture)


def _sky() -> Image.Image:
    width, height = _SIZE
    column = Image.new("RGB", (1, height))
    for y in range(height):
        share = min(1.0, y / 1100)
        mixed = (round(a + (b - a) * share) for a, b in zip(_SKY, _HORIZON, strict=True))
        column.putpixel((0, y), tuple(mixed))
    return column.resize((width, height))


def _plant(draw: ImageDraw.ImageDraw, x: int, y: int, height: int, turn: int) -> None:
    for n in range(26):
        lean = math.sin(n * 2.4 + turn) * 0.55
        length = height * (0.55 + 0.45 * math.cos(n * 1.7 + turn) ** 2)
        tip = (x + lean * length, y - length)
        side = 36 + 10 * (n % 3)
        middle = (x + lean * length * 0.45, y - length * 0.55)
        draw.polygon(
            [
                (x + (n % 5 - 2) * 40, y),
                (middle[0] - side, middle[1]),
                tip,
                (middle[0] + side, middle[1]),
            ],
            fill=_LEAVES[n % len(_LEAVES)],
        )


def _from_a_phone(picture: Image.Image) -> bytes:
    """Held upright, and with a place in it: the app has something to turn and to leave out."""
    soft = picture.filter(ImageFilter.GaussianBlur(2))
    exif = Image.Exif()
    exif[_ORIENTATION] = 8
    exif[_GPS] = {1: "N", 2: (60.0, 0.0, 0.0), 3: "E", 4: (15.0, 0.0, 0.0)}
    to = io.BytesIO()
    soft.transpose(Image.Transpose.ROTATE_270).save(to, "JPEG", quality=88, exif=exif)
    return to.getvalue()
