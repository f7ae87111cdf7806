"""What the app is and is not, for somebody who has not opened it: to be read on a screen or on one page."""

from dataclasses import dataclass

from mia_companion.i18n.bidi import from_left
from mia_companion.i18n.words import Words, later
from mia_companion.paper.blocks import BODY, NAME, PICTURE, SMALL, TITLE, Block, Group, Sheet

_TITLE = later("Welcome to MIA")

_ABOUT = (
    (
        later("What MIA is"),
        later(
            "MIA is an app for you who have a coordinator. Your small steps, your appointments and"
            " your messages are there, in one place."
        ),
    ),
    (
        later("You choose"),
        later(
            "It is voluntary, and it costs nothing. If you say no, you get the same support. You can"
            " stop whenever you want: sign out, or tell your coordinator."
        ),
    ),
    (
        later("What your coordinator sees"),
        later("Your goals and steps, your appointments, and what you write to each other."),
    ),
    (
        later("What your coordinator does not see"),
        later(
            "What you keep for yourself alone. And how you feel on a day, unless you choose to"
            " share it."
        ),
    ),
    (
        later("What others see"),
        later(
            "Care and authorities see nothing in MIA. Something is passed on to them only if you"
            " have said yes, and you can take your yes back."
        ),
    ),
    (
        later("What MIA is not"),
        later(
            "MIA is no test, gives no points and decides nothing about you. MIA is not for"
            " emergencies: nobody reads messages around the clock. If it is urgent, call 112."
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Way:
    """A way into the app. `address` is where it is opened, empty if unknown; `squares` are a picture of the
    whole way, row by row, True for dark. `phone` is whom to call with the two words; empty if unknown."""

    code: str
    address: str
    squares: tuple[tuple[bool, ...], ...]
    until: str
    phone: str = ""


def about(words: Words) -> tuple[tuple[str, str], ...]:
    """Short headings, each with a short paragraph, in that language."""
    return tuple((words.t(heading), words.t(said)) for heading, said in _ABOUT)


def title(words: Words) -> str:
    """Above them."""
    return words.t(_TITLE)


def as_text(words: Words) -> str:
    """All of it, to be pasted somewhere. No code: it would be read by others there."""
    parts = [title(words), *(f"{heading}\n{said}" for heading, said in about(words))]
    return "\n\n".join(parts)


def on_paper(words: Words, way: Way) -> Sheet:
    """One page, and nobody's name on it: it can be found, and some are looked for."""
    t = words.t
    opening: list[Block] = [Block(t("How to open MIA"), NAME)]
    if way.squares:
        seen = t("A picture that a phone's camera reads. The code says the same.")
        opening.insert(0, Block(seen, PICTURE, squares=way.squares))
        opening.append(Block(t("Point your phone's camera at the picture."), BODY))
    if way.address:
        address = from_left(way.address)
        opening.append(Block(t("Or open {address} and write this code:", address=address), BODY))
    else:
        opening.append(Block(t("Open the app and write this code:"), BODY))
    opening.append(Block(from_left(way.code), TITLE))
    opening.append(Block(_then(words, way), BODY))
    opening.append(Block(t("It opens the app once, until {time}.", time=way.until), SMALL))
    groups: list[Group] = [(Block(title(words), TITLE),)]
    groups += [(Block(heading, NAME), Block(said, BODY)) for heading, said in about(words)]
    return Sheet(
        title=title(words),
        language=words.tag,
        rtl=words.rtl,
        foot=lambda page, pages: t("Page {page} of {pages}", page=page, pages=pages),
        unwritten="",
        groups=(*groups, tuple(opening)),
        one_page=True,
    )


def _then(words: Words, way: Way) -> str:
    """Nobody saw who opened the envelope: nothing is shown before the two words are compared."""
    if not way.phone:
        return words.t("Then call your coordinator, and say the two words that MIA shows.")
    return words.t(
        "Then call your coordinator, {phone}, and say the two words that MIA shows.",
        phone=from_left(way.phone),
    )
