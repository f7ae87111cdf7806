"""Two words on two screens, by their numbers: things that can be seen and are said unlike each other.

Their order is what travels: never change it, and add none without `wire.pairing.HOW_MANY_WORDS`.
"""

from functools import lru_cache

from mia_companion.i18n.bidi import isolated
from mia_companion.i18n.words import Words
from mia_companion.wire.pairing import Pair


def pair_in(words: Words, pair: Pair) -> str:
    """The two words in that language, in the order in which both screens show them."""
    first, second = (pair_words(words)[one] for one in pair)
    return isolated(f"{first} · {second}")


@lru_cache
def pair_words(words: Words) -> tuple[str, ...]:
    """All of them in one language."""
    c = words.c
    # Translators: two such words are compared across a table or a telephone. One short everyday word for
    # a thing that one can point at, no two alike.
    return (
        c("pair", "sun"), c("pair", "moon"), c("pair", "star"), c("pair", "cloud"),
        c("pair", "tree"), c("pair", "flower"), c("pair", "mountain"), c("pair", "river"),
        c("pair", "bridge"), c("pair", "house"), c("pair", "door"), c("pair", "window"),
        c("pair", "key"), c("pair", "lamp"), c("pair", "chair"), c("pair", "table"),
        c("pair", "bed"), c("pair", "clock"), c("pair", "book"), c("pair", "pen"),
        c("pair", "bag"), c("pair", "shoe"), c("pair", "hat"), c("pair", "glove"),
        c("pair", "umbrella"), c("pair", "cup"), c("pair", "spoon"), c("pair", "plate"),
        c("pair", "bottle"), c("pair", "bread"), c("pair", "apple"), c("pair", "pear"),
        c("pair", "orange"), c("pair", "lemon"), c("pair", "banana"), c("pair", "strawberry"),
        c("pair", "carrot"), c("pair", "onion"), c("pair", "egg"), c("pair", "cheese"),
        c("pair", "honey"), c("pair", "fish"), c("pair", "bird"), c("pair", "cat"),
        c("pair", "horse"), c("pair", "cow"), c("pair", "sheep"), c("pair", "rabbit"),
        c("pair", "butterfly"), c("pair", "bee"), c("pair", "elephant"), c("pair", "camel"),
        c("pair", "duck"), c("pair", "frog"), c("pair", "bicycle"), c("pair", "train"),
        c("pair", "bus"), c("pair", "car"), c("pair", "ball"), c("pair", "drum"),
        c("pair", "guitar"), c("pair", "scissors"), c("pair", "mirror"), c("pair", "candle"),
    )  # fmt: skip
