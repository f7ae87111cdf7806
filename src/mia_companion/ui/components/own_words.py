"""People's own words, in whatever direction they run, inside a screen of another direction."""

from mia_companion.i18n.bidi import isolated_if_needed
from mia_companion.i18n.words import Words


def as_written(words: Words, said: str) -> str:
    """Each line a unit of its own: a question mark stands at the end of its sentence."""
    return "\n".join(isolated_if_needed(line, words.rtl) for line in said.split("\n"))
