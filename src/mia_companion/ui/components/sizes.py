"""How much a file weighs, as people say it."""

from mia_companion.i18n.words import Words

_KILO, _MEGA = 1_000, 1_000_000


def size_words(words: Words, size: int) -> str:
    """`2,3 MB`, `480 kB`; never nothing."""
    if size >= _MEGA:
        return words.t("{number} MB", number=words.number(round(size / _MEGA, 1)))
    return words.t("{number} kB", number=words.number(max(1, round(size / _KILO))))
