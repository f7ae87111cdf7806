"""Finding the strings to translate in the code, and the calls that can never work."""

from pathlib import Path

import pytest

from tools.catalogues.check import problems
from tools.catalogues.files import extract
from tools.catalogues.source import template


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        ('t(f"Hello {name}")', "literal strings only"),
        ('t("Hello " + name)', "literal strings only"),
        ('t(name or "nobody")', "literal strings only"),
        ('a = "Yes" if x else "No"; t(a)', "mark what is chosen first with later()"),
        ('c(context, "Open")', "literal strings only"),
        ('n("one", other, 3)', "literal strings only"),
        ('t("Hello {name}")', "needs a value for name"),
        ('t("Hello", name=1)', "does not use name"),
        ('t("Hello {}")', "a brace that is not around a plain name"),
        ('t("Hello {0}")', "a brace that is not around a plain name"),
        ('t(" Hello")', "spaces around it"),
        ('t("")', "is empty"),
        ('n("a", "b", 1); n("a", "c", 1)', "has another plural elsewhere"),
    ],
)
def test_a_call_that_cannot_work_is_found(
    source: Path, locales: Path, code: str, problem: str
) -> None:
    (source / "bad.py").write_text(code)
    found = problems(source, locales)
    assert any(line.startswith("src/bad.py:1: ") and problem in line for line in found)


def test_a_half_written_file_costs_no_translation(source: Path, locales: Path) -> None:
    (source / "screen.py").write_text("t(")
    before = (locales / "messages.pot").read_bytes()
    (line,) = extract(source, locales)
    assert line.startswith("src/screen.py:1: not Python: ")
    assert problems(source, locales) == [line]
    assert (locales / "messages.pot").read_bytes() == before


def test_other_calls_of_the_same_name_are_left_alone(source: Path) -> None:
    (source / "other.py").write_text(
        "a = later(\"A\"); t(a); t(x); table.c(x, y); n(3); t(**x); c(); t('{a}', **x)"
    )
    catalog, found = template(source)
    assert not found
    assert "{a}" in catalog
