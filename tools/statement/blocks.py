"""What a statement is made of, whichever page it stands on.

A block is its kind and its words: `h1` to `h4` headings, `p` a paragraph, `li` a point, `a` a link with its
address, `contact` where the way to those who run it stands. `{authority}` in words is their name. A point may
have a second line.
"""

from typing import TypeAlias

Block: TypeAlias = list[str]


def heading(level: int, words: str) -> Block:
    return [f"h{level}", words]


def paragraph(words: str) -> Block:
    return ["p", words]


def point(words: str) -> Block:
    return ["li", words]


def link(words: str, address: str) -> Block:
    return ["a", words, address]


CONTACT: Block = ["contact", ""]
