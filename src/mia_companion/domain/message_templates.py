"""Words that a team often writes to participants: which there are, and how they read to one person. Pure."""

from collections.abc import Mapping

from mia_companion.domain.directory import Listing, MessageTemplateListed

NAME = "{name}"
"""Where the person's name is to stand."""

_NAMES = (NAME, "{namn}")
"""As a team in Sweden may write it, too."""


def message_templates(listings: Mapping[str, Listing]) -> tuple[MessageTemplateListed, ...]:
    """Those on the list, by title."""
    facts = [one.fact for one in listings.values()]
    found = [f for f in facts if isinstance(f, MessageTemplateListed) and f.title]
    return tuple(sorted(found, key=lambda one: (one.title.casefold(), one.template_id)))


_BEGIN_A_NAME = frozenset(
    ("abd", "abdel", "abdul", "abu", "al", "bin", "el", "umm", "عبد", "أبو", "ابو", "أم", "ام")
)
"""Alone these are nobody's name: then the whole is put in."""


def filled(words: str, name: str) -> str:
    """The words with what one calls the person in its place: `Samira`, for `Samira Haddad`. While the name
    is not known, `Hej {name}!` is `Hej!`."""
    first = name.split(" ", maxsplit=1)[0]
    called = name if first.casefold() in _BEGIN_A_NAME else first
    for place in _NAMES:
        if not called:
            words = words.replace(f" {place}", "")
        words = words.replace(place, called)
    return words


def put_after(said: str, words: str) -> str:
    """The words on a line of their own after what is written already; nothing of that is touched."""
    return f"{said.rstrip()}\n{words}" if said.strip() else words
