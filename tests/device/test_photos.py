"""A photo is kept small, the right way up, in true colours, and with nothing in it but the picture."""

import subprocess
import sys

import pytest
from PIL import Image, ImageCms

from mia_companion.device.kinds import PHOTO_TYPES
from mia_companion.device.photos import _READERS, LONG_SIDE, shrunk
from tests.pictures import BLUE, JPEG, PNG, RED, from_a_phone, halves, noisy, opened, saved

GIF, WEBP = "image/gif", "image/webp"


def _near(pixel: object, colour: tuple[int, int, int], off: int = 12) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(a - b) <= off for a, b in zip(pixel, colour, strict=True))


def _segments(raw: bytes) -> set[str]:
    """The marker of each JPEG segment before the picture, or the name of each PNG chunk."""
    found, at = set(), 2
    if raw.startswith(b"\x89PNG"):
        at = 8
        while at < len(raw):
            found.add(raw[at + 4 : at + 8].decode())
            at += 12 + int.from_bytes(raw[at : at + 4], "big")
        return found
    while raw[at + 1] != 0xDA:
        found.add(f"{raw[at + 1]:02X}")
        at += 2 + int.from_bytes(raw[at + 2 : at + 4], "big")
    return found


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_is_kept_but_the_picture(kind: str) -> None:
    raw = from_a_phone(noisy(900, 700), kind=kind)
    assert kind == "PNG" or b"Stockholm" in raw
    assert b"Make of a phone" in raw
    kept = shrunk(raw, f"image/{kind.lower()}")
    assert kept.media_type == JPEG
    assert _segments(kept.content) <= {"E0", "DB", "C0", "C4"}
    for word in (b"Stockholm", b"Make of a phone", b"remark", b"taken at home", b"Exif", b"adobe"):
        assert word not in kept.content
    assert dict(opened(kept.content).getexif()) == {}


def test_nothing_is_kept_beside_a_drawing_either() -> None:
    kept = shrunk(from_a_phone(halves(), kind="PNG"), PNG)
    assert kept.media_type == PNG
    assert _segments(kept.content) == {"IHDR", "IDAT", "IEND"}


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_right_way_up_whichever_way_the_phone_was_held(orientation: int) -> None:
    upright = noisy(320, 200).copy()
    upright.paste(halves(320, 200).resize((100, 60)), (10, 10))
    back = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    turned = upright.transpose(back[orientation]) if orientation > 1 else upright
    kept = opened(shrunk(from_a_phone(turned, orientation), JPEG).content)
    assert kept.size == (320, 200)
    assert _near(kept.getpixel((60, 20)), RED)
    assert _near(kept.getpixel((60, 58)), BLUE)


@pytest.mark.parametrize(
    ("width", "height"), [(4000, 3000), (3000, 4001), (9000, 40), (2049, 2049)]
)
def test_the_long_side_is_made_small_and_the_shape_stays(width: int, height: int) -> None:
    kept = opened(shrunk(saved(halves(width, height)), JPEG).content)
    assert max(kept.size) == LONG_SIDE
    assert kept.width / kept.height == pytest.approx(width / height, rel=0.03)
    assert _near(kept.getpixel((kept.width // 2, kept.height // 4)), RED)
    assert _near(kept.getpixel((kept.width // 2, kept.height * 7 // 8)), BLUE)


@pytest.mark.parametrize("kind", ["PNG", "GIF", "WEBP"])
def test_other_kinds_are_made_small_too(kind: str) -> None:
    kept = opened(shrunk(saved(halves(4100, 2050), kind), f"image/{kind.lower()}").content)
    assert kept.size == (2048, 1024)
    assert _near(kept.convert("RGB").getpixel((9, 9)), RED)
    assert _near(kept.convert("RGB").getpixel((2040, 1020)), BLUE)


def test_a_small_photo_is_not_made_larger() -> None:
    assert opened(shrunk(saved(noisy(30, 20)), JPEG).content).size == (30, 20)


def test_few_colours_are_kept_exactly() -> None:
    kept = shrunk(saved(halves(900, 700), "PNG"), PNG)
    assert kept.media_type == PNG
    assert opened(kept.content).convert("RGB").tobytes() == halves(900, 700).tobytes()


def test_what_can_be_seen_through_lies_on_white_paper() -> None:
    clear = Image.new("RGBA", (200, 100), (0, 0, 0, 0))
    clear.paste((10, 10, 10, 255), (100, 0, 200, 100))
    palette = Image.new("P", (200, 100), 0)
    palette.putpalette([10, 10, 10, 90, 90, 90])
    for raw in (saved(clear, "PNG"), saved(clear, "WEBP", lossless=True)):
        kind = PNG if raw.startswith(b"\x89PNG") else WEBP
        kept = opened(shrunk(raw, kind).content).convert("RGB")
        assert _near(kept.getpixel((20, 50)), (255, 255, 255))
        assert _near(kept.getpixel((180, 50)), (10, 10, 10))
    kept = opened(shrunk(saved(palette, "GIF", transparency=0), GIF).content).convert("RGB")
    assert _near(kept.getpixel((5, 5)), (255, 255, 255))


def test_printers_colours_and_sixteen_bits_are_seen_as_they_were_meant() -> None:
    cmyk = opened(shrunk(saved(halves().convert("CMYK")), JPEG).content).convert("RGB")
    assert _near(cmyk.getpixel((200, 40)), RED, off=40)
    grey = Image.new("I;16", (40, 20), 32_768)
    assert _near(
        opened(shrunk(saved(grey, "PNG"), PNG).content).convert("RGB").getpixel((3, 3)), (128,) * 3
    )
    bits = Image.new("1", (40, 20), 1)
    assert _near(
        opened(shrunk(saved(bits, "PNG"), PNG).content).convert("RGB").getpixel((3, 3)), (255,) * 3
    )


def test_a_profile_of_colours_is_made_plain_and_a_broken_one_passed_over() -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for profile in (srgb, b"no profile at all", b"x" * 2_000_000):
        kept = shrunk(saved(noisy(300, 200), icc_profile=profile), JPEG)
        assert "E2" not in _segments(kept.content)
        assert opened(kept.content).info.get("icc_profile") is None


def test_of_moving_pictures_the_first_is_kept() -> None:
    frames = [Image.new("RGB", (60, 40), colour) for colour in (RED, BLUE, BLUE)]
    for kind in ("GIF", "WEBP", "PNG"):
        raw = saved(frames[0], kind, save_all=True, append_images=frames[1:])
        kept = opened(shrunk(raw, f"image/{kind.lower()}").content)
        assert getattr(kept, "n_frames", 1) == 1
        assert _near(kept.convert("RGB").getpixel((9, 9)), RED)


def test_the_app_starts_without_loading_what_only_photos_need() -> None:
    code = "import mia_companion.main, sys; print('PIL' in sys.modules, 'puremagic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
    assert frozenset(_READERS) == PHOTO_TYPES
