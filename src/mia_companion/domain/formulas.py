"""Text that a spreadsheet would take for a formula: known, and made text again. Pure."""

import re
import unicodedata

_SIGNS = "=+\\-@＝＋－＠﹦﹢﹣﹫"
_BEFORE = r"[\s\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u2069\ufeff]*"
"""What a program may skip before it looks: spaces of every sort, and marks that nobody sees."""

_FORMULA = re.compile(f"(^|[,;|\t])({_BEFORE}[{_SIGNS}])")


def is_formula(text: str) -> bool:
    """Whether the text, alone in a cell, begins as a formula does."""
    return re.match(f"{_BEFORE}[{_SIGNS}]", text) is not None


def as_text(text: str) -> str:
    """The text for a cell of a CSV file: an apostrophe stands before whatever begins a formula.

    Also after a separator inside it, should a program cut the cell there, and on one line without
    control characters.
    """
    line = "".join(" " if unicodedata.category(c) in ("Cc", "Cs") else c for c in text)
    return _FORMULA.sub(r"\1'\2", line)
