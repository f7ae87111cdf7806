"""Ready phrases: tapped in the person's own language, read by the coordinator in Swedish.

Each is a whole message in the person's own voice. What was changed by as much as a letter is a phrase no
more, and is sent as it stands: nobody is to be answered for words that they did not choose.
"""

from functools import cache

from mia_companion.i18n.languages import LANGUAGES
from mia_companion.i18n.words import later, words_for

SWEDISH = "sv"
"""What the coordinator reads them in."""

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        later("Today"),
        (
            later("I am on my way."),
            later("I will be a little late."),
            # Translators: a message as it is sent; it must fit a writer and a reader of any gender.
            later("I am ill today and cannot come."),
            later("I need another time."),
        ),
    ),
    (
        later("Understanding each other"),
        (
            later("I need an interpreter."),
            # Translators: a message as it is sent; it must fit a writer and a reader of any gender.
            later("I do not understand. Can it be explained in another way?"),
            # Translators: a message as it is sent; it must fit a writer and a reader of any gender.
            later("I have read this. Thank you!"),
        ),
    ),
    (
        later("Talking"),
        (
            # Translators: a message as it is sent; it must fit a writer and a reader of any gender.
            later("I want to talk with you."),
            # Translators: a message as it is sent; it must fit a writer and a reader of any gender.
            later("Can you call me?"),
            later("It is hard just now. I need a little more time."),
        ),
    ),
    (
        later("Letters and money"),
        (
            # Translators: a message as it is sent; it must fit a writer and a reader of any gender.
            later("I have got a letter that I do not understand."),
            later("I need help with a form."),
            later("I have a question about money."),
        ),
    ),
    (
        later("Help with something"),
        (
            later("I need help with making a call."),
            later("I need help with booking a time."),
            later("I need help with finding the way."),
        ),
    ),
)


def is_swedish(tag: str) -> bool:
    """Whether whoever reads that language reads Swedish, easy Swedish too."""
    return tag.partition("-")[0] == SWEDISH


def lines_of(said: str) -> list[str]:
    """What was written, line by line, without empty ones."""
    return [line.strip() for line in said.split("\n") if line.strip()]


def language_of(said: str) -> str:
    """The language in which every line is a ready phrase; an empty string for anything else."""
    lines = lines_of(said)
    found = (one.tag for one in LANGUAGES if lines and all(x in _phrases(one.tag) for x in lines))
    return next(found, "")


def in_swedish(said: str) -> str:
    """The Swedish for what is nothing but ready phrases in another language; else an empty string."""
    tag = language_of(said)
    if not tag or is_swedish(tag):
        return ""
    return "\n".join(words_for(SWEDISH).t(_phrases(tag)[line]) for line in lines_of(said))


@cache
def _phrases(tag: str) -> dict[str, str]:
    """Each phrase as that language says it, and its key."""
    return {words_for(tag).t(one): one for _, phrases in GROUPS for one in phrases}
