"""Passwords that whoever guesses tries first.

`frequent.txt.gz` holds those of four letters and more that are found most often in what has leaked from
others' servers: the list of zxcvbn-ts 4.1 (MIT; (c) 2012-2016 Dan Wheeler and Dropbox, 2021 zxcvbn-ts), in
small letters. Nobody chooses one of them, two of them in a row, or what is built of one and of a number, a
word of this place or the person's own name. It is looked up here: no password is sent anywhere to be checked.
"""

import gzip
import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import pairwise

OF_THIS_PLACE = (
    "mia", "companion", "vidare", "koordinator", "coordinator", "samordnare", "handläggare",
    "administratör", "administrator", "deltagare", "samordning", "samordningsförbundet", "finsam",
    "förbundet", "försäkringskassan", "arbetsförmedlingen", "socialtjänsten", "kommunen", "kommun",
    "regionen", "region", "sverige", "lösenord", "password", "välkommen", "welcome", "inloggning",
    "hemligt", "vår", "sommar", "höst", "vinter", "januari", "februari", "mars", "april", "maj",
    "juni", "juli", "augusti", "september", "oktober", "november", "december", "måndag", "tisdag",
    "onsdag", "torsdag", "fredag",
)  # fmt: skip
"""Nobody's secret: what one thinks of first at this screen."""

_LEFT = 5
"""Letters that must be left beside such words and the person's name."""
_REPEATED = re.compile(r"(.{1,6})\1+")
_NUMBER = re.compile(r"\d{0,8}")


def guessable(password: str, about: Iterable[str] = ()) -> bool:
    """Whether it is among what is tried first. `about` is the person's name and address."""
    said = _plain(password)
    if len(said) < 6:  # nothing but signs, or nearly
        said = password.casefold()
    if _REPEATED.fullmatch(said) or _is_row(said):
        return True
    names = [part for one in about for part in re.split(r"[\W_]+", one.casefold()) if len(part) > 2]
    return len(_without(said, [*OF_THIS_PLACE, *names])) < _LEFT or _is_pair(said)


def _plain(said: str) -> str:
    normal = unicodedata.normalize("NFKC", said).casefold()
    return "".join(letter for letter in normal if letter.isalnum())


def _is_row(said: str) -> bool:
    steps = {ord(b) - ord(a) for a, b in pairwise(said)}
    return len(steps) == 1 and steps <= {1, -1}


def _without(said: str, words: list[str]) -> str:
    for word in sorted(words, key=len, reverse=True):
        said = said.replace(_plain(word), "")
    return re.sub(r"\d", "", said)


def _is_pair(said: str) -> bool:
    known = _frequent()
    return said in known or any(
        (said[:at] in known and (said[at:] in known or _NUMBER.fullmatch(said[at:]) is not None))
        or (_NUMBER.fullmatch(said[:at]) is not None and said[at:] in known)
        for at in range(1, len(said))
    )  # fmt: skip


@cache
def _frequent() -> frozenset[str]:
    packed = files(__package__).joinpath("frequent.txt.gz").read_bytes()
    return frozenset(gzip.decompress(packed).decode().split("\n"))
