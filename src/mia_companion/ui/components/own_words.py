"""People's own words, in whatever direction they run, inside a screen of another direction."""

from mia_companion.i18n.bidi import isolated_if_needed
from mia_companion.i18n.words import Words

_LONGEST = 60
"""Characters of someone's words in a line of a list."""


def as_written(words: Words, said: str) -> str:
    """Each line a unit of its own: a question mark stands at the end of its sentence."""
    return "\n".join(isolated_if_needed(line, words.rtl) for line in said.split("\n"))


def shortened(said: str) -> str:
    """The beginning of someone's words, on one line."""
    line = " ".join(said.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST].rsplit(" ", 1)[0] + "…"
