"""Reading a finished PDF with the standard library, as far as a paper of ours goes: no viewer is needed."""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO

from fontTools.ttLib import TTFont

_SHOWN = re.compile(rb"/F(\d+) [\d.]+ Tf|BT ([-\d.]+) ([-\d.]+) Td (\[.*?\]) TJ ET|/(\w+) <</MCID")


@dataclass(frozen=True)
class Shown:
    """A row of glyphs: the letters they stand for, from left to right, and their numbers in the font."""

    said: str
    glyphs: tuple[int, ...]
    left: float
    up: float
    font: str


class Paper:
    """A PDF by its objects."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw
        found = re.finditer(rb"(\d+) 0 obj\n(.*?)endobj", raw, re.DOTALL)
        self.objects = {int(one[1]): one[2] for one in found}

    def head(self, number: int) -> str:
        """An object without its stream."""
        return self.objects[number].split(b"stream")[0].decode("latin-1")

    def stream(self, number: int) -> bytes:
        """What an object carries."""
        raw = self.objects[number].split(b"stream\n", 1)[1].rsplit(b"\nendstream", 1)[0]
        return zlib.decompress(raw) if "/FlateDecode" in self.head(number) else raw

    def of_type(self, name: str) -> list[int]:
        """The numbers of the objects of that type."""
        return [n for n in self.objects if re.search(rf"/Type /{name}\b(?!s)", self.head(n))]

    @property
    def pages(self) -> list[int]:
        """In their order."""
        return self.of_type("Page")

    @property
    def catalog(self) -> str:
        """What a reader is told of the whole."""
        return self.head(self.of_type("Catalog")[0])

    @property
    def information(self) -> str:
        """Title and dates."""
        return next(head for n in self.objects if "/CreationDate" in (head := self.head(n)))

    @cached_property
    def told(self) -> list[tuple[str, str]]:
        """The tag of each paragraph and its text, in the order of reading, as a screen reader has it."""
        found: list[tuple[str, str]] = []
        for number in self.of_type("StructElem"):
            head = self.head(number)
            if text := re.search(r"/ActualText (\(.*\)|<[0-9a-f]*>) ?\n", head):
                found.append((re.findall(r"/S /(\w+)", head)[0], _string(text[1])))
        return found

    @property
    def text(self) -> str:
        """All that a screen reader says, a paragraph a line."""
        return "\n".join(text for _, text in self.told)

    def shown(self) -> Iterator[Shown]:
        """Every row of glyphs, page by page, as it is written."""
        for page in self.pages:
            contents = int(re.findall(r"/Contents (\d+)", self.head(page))[0])
            font = 0
            for one in _SHOWN.finditer(self.stream(contents)):
                if one[1]:
                    font = int(one[1])
                elif one[4]:
                    codes = re.findall(
                        r"[0-9A-F]{4}", "".join(re.findall(r"<(.*?)>", one[4].decode()))
                    )
                    numbers = [int(code, 16) for code in codes]
                    letters, glyphs, name = self._fonts[font]
                    said = "".join(letters.get(code, "?") for code in numbers)
                    found = tuple(glyphs[code] for code in numbers)
                    yield Shown(said, found, float(one[2]), float(one[3]), name)

    def embedded(self) -> dict[str, TTFont]:
        """The fonts inside, by name."""
        return {
            re.findall(r"/FontName /\w+\+(\S+)", self.head(n))[0]: TTFont(
                BytesIO(self.stream(int(re.findall(r"/FontFile2 (\d+)", self.head(n))[0])))
            )
            for n in self.of_type("FontDescriptor")
        }

    @cached_property
    def _fonts(self) -> dict[int, tuple[dict[int, str], list[int], str]]:
        heads = [self.head(n) for n in self.objects]
        named = {one for head in heads for one in re.findall(r"/F(\d+) (\d+) 0 R", head)}
        return {int(font): self._font(int(number)) for font, number in named}

    def _font(self, number: int) -> tuple[dict[int, str], list[int], str]:
        head = self.head(number)
        table = self.stream(int(re.findall(r"/ToUnicode (\d+)", head)[0])).decode()
        letters = {
            int(code, 16): bytes.fromhex(said).decode("utf-16-be")
            for code, said in re.findall(r"<([0-9A-F]{4})> <([0-9A-F]*)>\n", table)
        }
        descendant = self.head(int(re.findall(r"/DescendantFonts \[(\d+)", head)[0]))
        map_ = self.stream(int(re.findall(r"/CIDToGIDMap (\d+)", descendant)[0]))
        glyphs = [int.from_bytes(map_[n : n + 2]) for n in range(0, len(map_), 2)]
        return letters, glyphs, re.findall(r"/BaseFont /\w+\+(\S+)", head)[0]


def _string(written: str) -> str:
    if written.startswith("<"):
        return bytes.fromhex(written[1:-1]).decode("utf-16")
    return re.sub(r"\\(.)", r"\1", written[1:-1])
