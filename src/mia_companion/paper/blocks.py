"""What a paper is made of, before anyone thinks of letters and lines."""

from collections.abc import Callable
from dataclasses import dataclass

TITLE, HEADING, NAME, BODY, SMALL = "title", "heading", "name", "body", "small"
"""The sizes of text, the largest first. `NAME` is what a group of lines is about."""

PICTURE = "picture"
"""Not text but squares; the block's text is what it is to those who do not see it."""

NO_MARK, DOT, BOX = "", "dot", "box"
"""What stands before a line: nothing, a dot, or a box to tick with a pen."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, in the directions that its isolates give it. A new line in it begins a new line.
    Or a picture."""

    text: str
    style: str = BODY
    mark: str = NO_MARK
    squares: tuple[tuple[bool, ...], ...] = ()
    """Of a picture, row by row from the top; True is dark."""


Group = tuple[Block, ...]
"""Blocks that stay together on one page while they fit on one."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole paper. `language` is a BCP 47 tag; `foot` says which page of how many it is.

    `unwritten` is said at the end when some letters could not be written, and tells of the `GAP`.
    """

    title: str
    language: str
    rtl: bool
    foot: Callable[[int, int], str]
    unwritten: str
    groups: tuple[Group, ...]
    one_page: bool = False
    """Set a little smaller rather than on two pages."""


GAP = "[…]"
