"""What leads out of the app: only what is safe, and never without saying where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mia_companion.ui.components.leads import (
    ANDROID,
    APPLE,
    ELSEWHERE,
    map_of,
    number_in,
    safe_link,
)


@pytest.mark.parametrize(
    ("written", "url", "host"),
    [
        ("https://video.region.example/m/7?x=1#y", "https://video.region.example/m/7?x=1#y", None),
        ("HTTPS://Video.Region.Example", "https://video.region.example", None),
        ("video.region.example/rum-3", "https://video.region.example/rum-3", None),
        (
            "Anslut här:\n <https://meet.example.org:8443/a>",
            "https://meet.example.org:8443/a",
            None,
        ),
        ("https://a.example/möte 3", "https://a.example/m%C3%B6te", None),
        ("https://xn--vrd-tla.example/", "https://xn--vrd-tla.example/", "xn--vrd-tla.example"),
        (
            "https://1177.se.evil.example/x",
            "https://1177.se.evil.example/x",
            "1177.se.evil.example",
        ),
    ],
)
def test_a_plain_https_link_opens_and_names_its_host(
    written: str, url: str, host: str | None
) -> None:
    link = safe_link(written)
    assert link is not None
    assert link.url == url
    assert link.host == (host or url.removeprefix("https://").split("/")[0])


@pytest.mark.parametrize(
    "written",
    [
        "",
        "javascript:alert(1)",
        "javascript:alert('https://good.example')",
        "JaVaScRiPt://good.example/%0aalert(1)",
        "data:text/html,<script>alert(1)</script>",
        "http://good.example",
        "file:///etc/passwd",
        "tel:112",
        "intent://good.example#Intent;scheme=https;end",
        "https://good.example@evil.example/",
        "https://user:secret@evil.example/",
        "https://good.example\\@evil.example/",
        "https:///evil.example",
        "https:\\\\evil.example",
        "https://evil.example\\.good.example/",
        "https://127.0.0.1/x",
        "https://[::1]/",
        "https://localhost/",
        "https://good.example%2eevil.example/",
        "https://xn--/",
        "https://vård.example/",
        "https://раураl.example/",
        "https://good.example\u202e/elpmaxe.live",
        "https://good\u200b.example/",
        "https://good.example/\u2066x",
        "https://good.example:evil/",
        "//evil.example/x",
        "Torget 3",
    ],
)
def test_anything_else_is_only_shown(written: str) -> None:
    assert safe_link(written) is None


@given(st.text() | st.text("htps:/.@\\%\u202e xaé1[]#?"))
def test_whatever_is_written_a_link_leads_to_the_host_it_names(written: str) -> None:
    link = safe_link(written)
    if link is not None:
        assert link.url.startswith(f"https://{link.host}")
        assert link.host.isascii()
        assert link.url.isascii()
        rest = link.url.removeprefix(f"https://{link.host}")
        assert rest[:1] in ("", "/", "?", "#")
        assert not set(link.host) & set("@\\%[] ")


@pytest.mark.parametrize(
    ("written", "url", "shown"),
    [
        ("010-123 45 67", "tel:0101234567", "010-123 45 67"),
        ("010-123 45 67, knapp 2", "tel:0101234567", "010-123 45 67"),
        ("Tel. +46 (0)10-123 45 67", "tel:+46101234567", "+46 (0)10-123 45 67"),
        ("112", "tel:112", "112"),
        ("٠١٠ ١٢٣ ٤٥ ٦٧", "tel:0101234567", "010 123 45 67"),
        ("rum 3, ring 1177", "tel:1177", "1177"),
    ],
)
def test_the_number_in_the_words_is_called(written: str, url: str, shown: str) -> None:
    number = number_in(written)
    assert number is not None
    assert (number.url, number.shown) == (url, shown)


@pytest.mark.parametrize("written", ["", "De ringer dig", "rum 3", "1" * 16, "tel:;ext=*#"])
def test_words_without_a_number_call_nobody(written: str) -> None:
    assert number_in(written) is None


def test_a_place_is_looked_for_by_the_map_that_is_there() -> None:
    place = "Vårdcentralen,\nExempelgatan 4 & 6"
    sought = "V%C3%A5rdcentralen%2C%20Exempelgatan%204%20%26%206"
    assert map_of(place, ANDROID) == f"geo:0,0?q={sought}"
    assert map_of(place, APPLE) == f"https://maps.apple.com/?q={sought}"
    assert map_of(place, ELSEWHERE) == f"https://www.openstreetmap.org/search?query={sought}"
    assert len(map_of("a" * 9_000, ELSEWHERE)) < 300
