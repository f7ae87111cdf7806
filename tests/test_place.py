"""An address is taken apart, and what is none is said to be none."""

import pytest

from mia_companion.wire.place import ANYWHERE, Place


def test_a_place_at_a_name_of_its_own_and_one_below_a_path() -> None:
    own, below = Place.of("https://mia.example.se/"), Place.of("https://example.se:8443/stod/mia/")
    assert (own.origin, own.path, own.root) == ("https://mia.example.se", "", "/")
    assert (below.origin, below.path, below.root) == (
        "https://example.se:8443",
        "/stod/mia",
        "/stod/mia/",
    )
    assert (own.cookie("a"), below.cookie("a")) == ("__Host-a", "__Secure-a")
    assert Place.of("") == ANYWHERE


@pytest.mark.parametrize(
    "path",
    [
        "/v1",
        "/v1/mia",
        "/ws",
        "//a",
        "/a/../b",
        "/.a",
        "/a b",
        '/a"b',
        "/a;b",
        "/å",
        "/a?b",
        "/a#b",
    ],
)
def test_what_is_no_place(path: str) -> None:
    with pytest.raises(ValueError, match="address"):
        Place.of(f"https://example.se{path}")
