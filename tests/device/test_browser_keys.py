"""A browser's key: a cookie and nothing else, and what becomes of the files that none opens any more."""

import os
from pathlib import Path

import pytest

from mia_companion.device.browser.cookie import (
    LIFE_SECONDS,
    cookie_for,
    file_name,
    read_key,
    store_key,
)
from mia_companion.device.browser.leftovers import sweep
from mia_companion.wire.place import ANYWHERE, Place

KEY = bytes(range(32))
COOKIE = "__Host-mia"
BELOW = Place("https://example.se", "/mia")
_GOOD = cookie_for(KEY, ANYWHERE).split(";")[0]


@pytest.mark.parametrize(
    "cookie",
    ["", "x=1", f"{COOKIE}=", f"{COOKIE}=AAAA", f"{COOKIE}=é", "{", f"{_GOOD}; {_GOOD}"],
)
def test_a_cookie_that_is_none_is_no_key(cookie: str) -> None:
    """Nor is one of two: somebody with a name beside ours may have laid it there."""
    assert read_key(cookie, ANYWHERE) is None
    assert read_key(f"a=b; {_GOOD}", ANYWHERE) == KEY
    assert read_key(_GOOD, BELOW) is None


def test_below_a_path_the_cookie_is_sent_to_nobody_beside_us() -> None:
    cookie = cookie_for(KEY, BELOW)
    assert cookie.startswith("__Secure-mia=")
    assert "; Path=/mia/; Secure; HttpOnly; SameSite=Lax;" in cookie
    assert read_key(cookie.split(";")[0], BELOW) == KEY


def test_the_file_says_nothing_of_the_key() -> None:
    assert len({file_name(KEY), store_key(KEY).hex(), KEY.hex()}) == 3
    assert KEY.hex()[:16] not in file_name(KEY)


def test_only_what_no_cookie_can_open_is_swept(tmp_path: Path) -> None:
    old, fresh, written = (tmp_path / f"{name}.sqlite" for name in ("old", "fresh", "written"))
    log = tmp_path / "written.sqlite-wal"
    for file in (old, fresh, written, log):
        file.touch()
    now = 10 * LIFE_SECONDS
    for file, age in ((old, 2), (fresh, 0.5), (written, 2), (log, 0.5)):
        os.utime(file, (now - age * LIFE_SECONDS,) * 2)
    assert sweep(tmp_path, now) == 1
    assert not old.exists()
    assert fresh.exists()
    assert written.exists()
