"""Where a screen or a paper joins texts itself, each may run in another direction: `words.beside` and
`words.listing` keep them apart, and a sentence in the catalogue can be turned by its translator."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import mia_companion

SOURCE = Path(mia_companion.__file__).parent
ROOMS = ("ui", "paper")

_BETWEEN = re.compile(r"[·–—]|^\s*[,:;(]\s|^\.\s|^, ?$")
"""What stands between two values of a text that people read, and turns with them."""

BY_HAND = {
    "ui/components/pair_words.py",  # two words of one language, and isolated as one
    "ui/coordinator/invite/code.py",  # a code's groups, for those who hear it
    "ui/language.py",  # one word in every language, on purpose
}


def joined(tree: ast.AST) -> Iterator[int]:
    """The lines on which texts are joined with something that stands between them."""
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            for before, part, after in zip(
                node.values, node.values[1:], node.values[2:], strict=False
            ):
                values = isinstance(before, ast.FormattedValue) and isinstance(
                    after, ast.FormattedValue
                )
                if values and isinstance(part, ast.Constant) and _BETWEEN.search(str(part.value)):
                    yield node.lineno
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "join"
            and isinstance(node.func.value, ast.Constant)
            and isinstance(node.func.value.value, str)
            and _BETWEEN.search(node.func.value.value)
        ):
            yield node.lineno


def test_no_text_that_people_read_is_joined_by_hand() -> None:
    found = []
    for room in ROOMS:
        for file in sorted((SOURCE / room).rglob("*.py")):
            name = file.relative_to(SOURCE).as_posix()
            if name not in BY_HAND:
                found += [f"{name}:{line}" for line in joined(ast.parse(file.read_text("utf-8")))]
    assert not found


def test_the_check_sees_what_it_is_there_for() -> None:
    for text in ('f"{a} · {b}"', 'f"{a}, {b}"', 'f"{a}: {b}"', '" – ".join(parts)'):
        assert list(joined(ast.parse(text))), text
    for text in ('f"{a} {b}"', 'f"{a}{b}"', '"".join(parts)', 'f"{place}:{id_}"'):
        assert not list(joined(ast.parse(text))), text
