"""Catalogues on disk: the same strings give the same bytes.

No dates, no places, sorted and unwrapped, so that the changes of two people meet only where both
changed the same sentence.
"""

import ast
import io
import re
from functools import cache
from gettext import c2py
from pathlib import Path

from babel import Locale
from babel.messages import Catalog
from babel.messages.catalog import Message
from babel.messages.mofile import write_mo
from babel.messages.plurals import get_plural
from babel.messages.pofile import PoFileError, read_po, write_po
from babel.plural import to_gettext

from mia_companion.i18n.languages import LANGUAGES, Language
from tools.catalogues.source import template

SOURCE_LANGUAGE = "en"
CLDR_ORDER = ("zero", "one", "two", "few", "many", "other")
KEPT = ("Language-Team", "Last-Translator", "X-Reviewed")


@cache
def plural_forms(language: Language) -> str:
    """The usual header, which translators' programs know, where it says the same as CLDR.

    Forms stand in CLDR's order: Babel's own list has the last two of Arabic the other way round.
    """
    usual = get_plural(language.babel)
    by_cldr = Locale.parse(language.babel).plural_form
    usual_index, tags = c2py(usual.plural_expr), [by_cldr(n) for n in range(300)]
    order = [tag for tag in CLDR_ORDER if tag in tags]
    if usual.num_plurals == len(order) and all(
        usual_index(n) == order.index(tag) for n, tag in enumerate(tags)
    ):
        return usual.plural_forms
    return to_gettext(by_cldr)


class Headed(Catalog):
    """Babel's catalogue with a header of ours, in which nothing changes by itself."""

    def __init__(self, headers: dict[str, str], comment: str) -> None:
        self._headers = headers
        super().__init__(charset="utf-8", fuzzy=False, header_comment=comment)

    @property
    def num_plurals(self) -> int:
        found = re.match(r"nplurals=(\d+)", self._headers.get("Plural-Forms", ""))
        return int(found[1]) if found else 2

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        *most, (name, value) = self._headers.items()
        return [*most, (name, f"{value}\n")]


def path_of(locales: Path, language: Language, ending: str) -> Path:
    return locales / language.tag / "LC_MESSAGES" / f"messages.{ending}"


def read(path: Path) -> Catalog:
    """Raises `PoFileError` when it is not in order."""
    return read_po(io.BytesIO(path.read_bytes()), abort_invalid=True)


def headers_in(text: str) -> dict[str, str]:
    """The header as it is written, with the lines that Babel does not know."""
    block = re.search(r'^msgid ""\nmsgstr ""\n((?:".*"\n)+)', text, re.MULTILINE)
    lines = "".join(ast.literal_eval(line) for line in block[1].splitlines()) if block else ""
    return dict(line.split(": ", 1) for line in lines.splitlines() if ": " in line)


def headed(messages: Catalog, language: Language | None, kept: dict[str, str]) -> Headed:
    """The messages under our header; those of a template when there is no language."""
    headers = {"Project-Id-Version": "MIA companion"}
    if language:
        headers |= {
            # `sv@lattlast` is how gettext names what BCP 47 calls `sv-x-lattlast`.
            "Language": language.tag.replace("-x-", "@").replace("-", "_"),
            "Plural-Forms": plural_forms(language),
            "X-Reviewed": "no",
        }
        headers |= {name: kept[name] for name in KEPT if name in kept}
    headers |= {
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
    }
    name = language.own_name if language else "the strings to translate"
    made = Headed(
        headers, f"# MIA companion: {name}. Licence: EUPL-1.2.\n# See docs/translating.md"
    )
    for message in messages:
        if message.id:
            made[message.id] = message
    return made


def as_po(catalog: Catalog) -> str:
    written = io.BytesIO()
    write_po(written, catalog, width=0, no_location=True, sort_output=True, ignore_obsolete=True)
    return written.getvalue().decode("utf-8").rstrip("\n") + "\n"


def as_mo(path: Path, language: Language) -> bytes:
    """What the app loads: everything translated that is not fuzzy."""
    written = io.BytesIO()
    kept = headers_in(path.read_text("utf-8"))
    write_mo(written, headed(read(path), language, kept))
    return written.getvalue()


Translated = str | tuple[str, ...] | list[str]


def merged(strings: Catalog, old: Catalog, language: Language) -> Catalog:
    """The strings of the code with what is already translated; what nobody uses is gone."""
    made = Catalog(charset="utf-8", fuzzy=False)
    count = headed(strings, language, {}).num_plurals
    for wanted in strings:
        if not wanted.id:
            continue
        known = old.get(_key(wanted), wanted.context)
        message = made.add(
            wanted.id,
            _translation(wanted, known, count, language),
            auto_comments=wanted.auto_comments,
            user_comments=known.user_comments if known else (),
            context=wanted.context,
        )
        message.flags = wanted.flags | (known.flags & {"fuzzy"} if known else set())
    return made


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _translation(
    wanted: Message, known: Message | None, count: int, language: Language
) -> Translated:
    if known and known.id == wanted.id and known.string and any(known.string):
        return known.string
    if language.tag == SOURCE_LANGUAGE:
        return wanted.id
    return "" if isinstance(wanted.id, str) else ("",) * count


def extract(source: Path, locales: Path) -> list[str]:
    """Writes `messages.pot`; not while a file cannot be read, or its translations would be lost."""
    try:
        strings, _ = template(source)
    except SyntaxError as error:
        return [f"{error.filename}:{error.lineno}: not Python: {error.msg}"]
    locales.mkdir(exist_ok=True)
    _write(locales / "messages.pot", as_po(headed(strings, None, {})).encode())
    return []


def update(_source: Path, locales: Path) -> list[str]:
    """Brings every catalogue up to the template; one that cannot be read is left alone."""
    strings = read(locales / "messages.pot")
    problems = []
    for language in LANGUAGES:
        path = path_of(locales, language, "po")
        try:
            old = read(path) if path.exists() else Catalog()
        except PoFileError as error:
            problems.append(f"{language.tag}: cannot be read: {error}")
            continue
        kept = headers_in(path.read_text("utf-8")) if path.exists() else {}
        path.parent.mkdir(parents=True, exist_ok=True)
        po = as_po(headed(merged(strings, old, language), language, kept))
        _write(path, po.encode())
    return problems


def compile_all(_source: Path, locales: Path) -> list[str]:
    for language in LANGUAGES:
        path = path_of(locales, language, "po")
        _write(path.with_suffix(".mo"), as_mo(path, language))
    return []


def _write(path: Path, content: bytes) -> None:
    if not path.exists() or path.read_bytes() != content:
        path.write_bytes(content)
