"""What the page says before and after the entries: what is here, what is not, and who has looked."""

from collections.abc import Iterator
from datetime import datetime

from mia_companion.i18n.words import Words, later
from mia_companion.paper.archive.codes import moment
from mia_companion.paper.archive.markup import element, own, text
from mia_companion.paper.archive.shape import (
    BY_APP,
    NAME,
    OLDER,
    OWN_JOURNAL,
    SCHEMA_NAME,
    SOME_FILES,
    TEAM_NOTES,
    Archive,
    Deed,
)

_LEFT_OUT = {
    TEAM_NOTES: later(
        "What coordinators write among themselves is not here: the app does not have it. You have the"
        " right to ask for it. Ask your coordinator."
    ),
    OWN_JOURNAL: later(
        "What only you read is not here: nobody but you can read it. You have it in your app."
    ),
    OLDER: later(
        "What was written before this device began to read is not here. Make the file again with a"
        " connection."
    ),
    SOME_FILES: later(
        "Some photos or files are not here: they could not be fetched. Make the file again with a"
        " connection."
    ),
}


def preface(archive: Archive, words: Words) -> Iterator[str]:
    """Whose it is, how safe it is, and what is not in it."""
    if archive.made_by == BY_APP:
        yield element(
            "p", text(words.t("This was made by your app, of all that your app may read."))
        )
    else:
        yield element("p", text(words.t("This was made by the authority, of all that it keeps.")))
    yield element(
        "p",
        text(words.t("This file is not locked. Whoever can open it can read all of it.")),
    )
    yield from (
        element("p", text(words.t(_LEFT_OUT[one]))) for one in archive.left_out if one in _LEFT_OUT
    )
    beside = words.t(
        "The same for computers is in {name}, and what each part means in {schema}.",
        name=NAME,
        schema=SCHEMA_NAME,
    )
    yield element("p", text(beside))


def around(archive: Archive, words: Words) -> Iterator[str]:
    """Who followed, which devices, and who did what with what is kept."""
    told = archive.around
    if told is None:
        return
    t = words.t
    yield element("h2", text(t("Account")))
    if told.followed_by:
        yield element("h3", text(t("Who has been your coordinator")))
        yield _list(
            words.beside(one.who, _span(words, one.since, one.until)) for one in told.followed_by
        )
    if told.devices:
        yield element("h3", text(t("Your devices")))
        yield _list(_span(words, one.added, one.removed) for one in told.devices)
    if told.done:
        yield element("h3", text(t("What has been done with what is kept")))
        yield _list(_deed(words, one) for one in told.done)
    if told.looked:
        yield element("h3", text(t("Who has fetched what is kept")))
        yield _list(_deed(words, one) for one in told.looked)


def _deed(words: Words, one: Deed) -> str:
    return words.beside(moment(words, one.at) if one.at else "", one.by, one.what)


def _list(lines: Iterator[str]) -> str:
    return element("ul", "".join(own("li", line) for line in lines))


def _span(words: Words, first: datetime | None, last: datetime | None) -> str:
    begun = moment(words, first) if first else ""
    if last is None:
        return words.t("Since {day}", day=begun)
    return words.c("days and times", "{start} – {end}", start=begun, end=moment(words, last))
