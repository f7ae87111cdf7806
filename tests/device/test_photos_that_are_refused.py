"""Photos that are damaged, made to do harm, or very large: told, and never more memory than promised."""

import random
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from mia_companion.device import photos
from mia_companion.device.photos import LONG_SIDE, fit_to_show, shrunk
from mia_companion.device.unfit import PHOTO_KIND, PHOTO_TOO_LARGE, PHOTO_UNREADABLE, Unfit
from mia_companion.domain.blobs import MAX_BLOB_BYTES
from tests.pictures import BLUE, JPEG, PNG, RED, halves, noisy, opened, saved


def test_a_photo_that_is_not_whole_is_told() -> None:
    whole = saved(noisy(900, 700))
    for raw in (whole[: len(whole) // 2], whole[:40], b"", b"\xff\xd8\xff", b"hej"):
        with pytest.raises(Unfit) as caught:
            shrunk(raw, JPEG)
        assert caught.value.name == PHOTO_UNREADABLE


@given(st.lists(st.tuples(st.integers(2, 2**16), st.integers(1, 255)), min_size=1, max_size=6))
@settings(max_examples=80)
def test_a_damaged_photo_is_kept_or_told_and_never_more(flips: list[tuple[int, int]]) -> None:
    for kind in ("JPEG", "PNG", "GIF", "WEBP"):
        raw = bytearray(saved(noisy(60, 40), kind))
        for at, by in flips:
            raw[at % len(raw)] ^= by
        assert _kept_or_told(bytes(raw), f"image/{kind.lower()}")


def _kept_or_told(raw: bytes, kind: str) -> bool:
    try:
        return max(opened(shrunk(raw, kind).content).size) <= LONG_SIDE
    except Unfit as unfit:
        return unfit.name in (PHOTO_UNREADABLE, PHOTO_TOO_LARGE)


def _png_of(width: int, height: int) -> bytes:
    """A head that claims to be as large; to believe it would cost 4 GB."""
    raw = bytearray(saved(Image.new("L", (8, 8)), "PNG"))
    raw[16:24] = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    raw[29:33] = zlib.crc32(bytes(raw[12:29])).to_bytes(4, "big")
    return bytes(raw)


def test_a_picture_made_to_burst_is_refused_before_it_is_decoded() -> None:
    bomb = saved(Image.new("1", (12_000, 11_000)), "PNG")
    assert len(bomb) < 20_000
    for raw in (bomb, _png_of(65_000, 65_000)):
        with pytest.raises(Unfit) as caught:
            shrunk(raw, PNG)
        assert caught.value.name == PHOTO_TOO_LARGE


def test_a_jpeg_of_a_thousand_scans_is_refused() -> None:
    raw = saved(noisy(60, 40), progressive=True)
    last = raw.rindex(b"\xff\xda")
    with pytest.raises(Unfit):
        shrunk(raw[:last] + raw[last:-2] * 1000 + raw[-2:], JPEG)


def test_what_was_kept_fits_even_if_nothing_in_it_is_alike() -> None:
    noise = Image.frombytes("RGB", (2048, 2048), random.Random(1).randbytes(2048**2 * 3))
    kept = shrunk(saved(noise, quality=100, subsampling=0), JPEG)
    assert len(kept.content) <= MAX_BLOB_BYTES


_MEASURE = """
import resource, sys
from mia_companion.device.photos import shrunk
raw = open(sys.argv[1], "rb").read()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
kept = shrunk(raw, "image/jpeg")
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024, len(kept.content))
"""


@pytest.mark.slow
@pytest.mark.parametrize("progressive", [False, True])
def test_forty_megapixels_take_little_memory(tmp_path: Path, progressive: bool) -> None:
    path = tmp_path / "large.jpg"
    path.write_bytes(saved(noisy(7728, 5176), quality=90, progressive=progressive))
    done = subprocess.run(
        [sys.executable, "-c", _MEASURE, str(path)], capture_output=True, text=True, check=True
    )
    mebibytes, size = map(int, done.stdout.split())
    assert mebibytes < (160 if progressive else 90)
    assert size < MAX_BLOB_BYTES


def test_a_photo_from_elsewhere_is_shown_as_it_is_or_made_anew() -> None:
    ours = shrunk(saved(noisy(900, 700)), JPEG).content
    assert fit_to_show(ours, JPEG) is ours
    assert max(opened(fit_to_show(saved(halves(6000, 100)), JPEG)).size) == LONG_SIDE
    frames = [Image.new("RGB", (60, 40), colour) for colour in (RED, BLUE)]
    moving = saved(frames[0], "PNG", save_all=True, append_images=frames[1:])
    assert getattr(opened(fit_to_show(moving, PNG)), "n_frames", 1) == 1
    with pytest.raises(Unfit):
        fit_to_show(saved(Image.new("1", (12_000, 11_000)), "PNG"), PNG)


def test_only_one_large_photo_is_in_memory_at_a_time() -> None:
    assert photos._ONE_AT_A_TIME.acquire(blocking=False)
    photos._ONE_AT_A_TIME.release()
    with pytest.raises(Unfit):
        shrunk(b"\xff\xd8\xff", JPEG)
    assert not photos._ONE_AT_A_TIME.locked()  # also after one that could not be read


def test_a_phone_that_cannot_read_webp_says_so_and_not_that_the_photo_is_broken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    raw = saved(Image.new("RGB", (9, 9)), "WEBP")
    monkeypatch.setattr("PIL.features.check", lambda name: name != "webp")
    with pytest.raises(Unfit, match=PHOTO_KIND):
        shrunk(raw, "image/webp")
