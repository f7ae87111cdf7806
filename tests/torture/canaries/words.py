"""Canary words: one for each thing that somebody writes, and every spelling in which it might lie about."""

import base64
import gzip
import io
import random
import string
import zipfile
import zlib
from collections.abc import Iterator

_BEGINNING, _OWN = 9, 7
"""Letters that all of a flock have in common, and letters that are one's own."""


def _letters(chance: random.Random, count: int) -> str:
    return "".join(chance.choice(string.ascii_lowercase) for _ in range(count))


class Flock:
    """Words that stand nowhere by chance: they begin alike, so that one look finds any of them."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self.beginning = _letters(self._chance, _BEGINNING)
        self.words: dict[str, str] = {}
        """Each by what it is written in, such as `GoalSet.words by participant in shared`."""
        self._spelled = tuple(spellings(self.beginning))

    def word(self, where: str) -> str:
        """The word that is written there; the same when it is asked for again."""
        if where not in self.words:
            self.words[where] = self.beginning + _letters(self._chance, _OWN)
        return self.words[where]

    def found_in(self, content: bytes | str, deep: int = 2) -> set[str]:
        """What of all that was written stands there, in whatever spelling; packed things are unpacked."""
        raw = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
        found = set(self._in_any_spelling(raw, raw.lower()))
        if deep:
            for part in unpacked(raw):
                found |= self.found_in(part, deep - 1)
        return found

    def _in_any_spelling(self, raw: bytes, low: bytes) -> Iterator[str]:
        if not any(one in raw or one in low for one in self._spelled):
            return
        named = [
            where
            for where, word in self.words.items()
            if any(one in raw or one in low for one in spellings(word))
        ]
        yield from named or ["the beginning of a word"]


def spellings(word: str) -> Iterator[bytes]:
    """The word as UTF-8 (so in a URL, JSON and mail), UTF-16, UTF-32, hex, base64 and as code points."""
    yield word.encode()
    for one in ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"):
        yield word.encode(one)
    yield word.encode().hex().encode()
    yield "".join(f"%{ord(one):02x}" for one in word).encode()
    yield "".join(f"\\u{ord(one):04x}" for one in word).encode()
    yield ", ".join(str(ord(one)) for one in word).encode()
    for code in (word.encode(), word.encode("utf-16-le")):
        for before in range(3):
            # The letters of base64 that depend on nothing but the word.
            whole = base64.b64encode(bytes(before) + code)
            yield whole[(before * 8 + 5) // 6 : (before + len(code)) * 8 // 6]


def unpacked(raw: bytes) -> Iterator[bytes]:
    """What is packed there: a ZIP's files with their names, gzip, zlib, and the streams in a PDF."""
    if raw.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(raw)) as opened:
            for name in opened.namelist():
                yield name.encode()
                yield opened.read(name)
    elif raw.startswith(b"\x1f\x8b"):
        yield gzip.decompress(raw)
    for stream in raw.split(b"stream\n")[1:] if raw.startswith(b"%PDF") else [raw]:
        if stream[:1] == b"\x78":
            try:
                yield zlib.decompressobj().decompress(stream)
            except zlib.error:
                continue
