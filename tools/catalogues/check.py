"""What is wrong with the catalogues, one line a problem: nothing half translated reaches a person."""

from collections.abc import Iterator
from functools import cache
from gettext import c2py
from pathlib import Path

from babel.messages import Catalog
from babel.messages.catalog import Message
from babel.messages.pofile import PoFileError

from mia_companion.i18n.languages import LANGUAGES, Language
from tools.catalogues.files import (
    as_mo,
    as_po,
    headed,
    headers_in,
    merged,
    path_of,
    plural_forms,
    read,
)
from tools.catalogues.reading import hard_to_read, hard_together, too_long
from tools.catalogues.source import has_stray_brace, placeholders, template

RUN = "run `make catalogues`"


def problems(source: Path, locales: Path) -> list[str]:
    """Everything that keeps the catalogues below `locales` from fitting the code below `source`."""
    try:
        strings, found = template(source)
    except SyntaxError as error:
        return [f"{error.filename}:{error.lineno}: not Python: {error.msg}"]
    pot = locales / "messages.pot"
    if not pot.exists() or pot.read_text("utf-8") != as_po(headed(strings, None, {})):
        found.append(f"messages.pot is not what the code says: {RUN}")
    offered = {language.tag for language in LANGUAGES}
    there = {folder.name for folder in locales.iterdir() if folder.is_dir()}
    found += [f"{tag}: a catalogue of no language in LANGUAGES" for tag in sorted(there - offered)]
    for language in LANGUAGES:
        found += [f"{language.tag}: {problem}" for problem in _of_one(strings, locales, language)]
    return found


def _of_one(strings: Catalog, locales: Path, language: Language) -> Iterator[str]:
    path = path_of(locales, language, "po")
    if not path.exists():
        yield "no catalogue"
        return
    text = path.read_text("utf-8")
    headers = headers_in(text)
    if headers.get("Plural-Forms") != plural_forms(language):
        yield f"wrong plural forms in the header, should be {plural_forms(language)}"
        return
    if not headers.get("X-Reviewed", "").startswith(("yes", "no")):
        yield "the header does not say whether a native reader has reviewed it (X-Reviewed)"
    try:
        catalog = read(path)
    except PoFileError as error:
        yield f"cannot be read: {error}"
        return
    yield from _coverage(strings, catalog)
    yield from _of_files(strings, catalog, language.tag)
    for message in catalog:
        if message.id:
            for problem in _of_message(message, plural_forms(language)):
                yield f"{problem}: {message.id!r}"
            for problem in _of_readers(message, language.tag):
                yield f"{problem}: {message.id!r}"
    if text != as_po(headed(merged(strings, catalog, language), language, headers)):
        yield f"messages.po is not as the tool writes it: {RUN}"
    compiled = path.with_suffix(".mo")
    if not compiled.exists() or compiled.read_bytes() != as_mo(path, language):
        yield f"messages.mo does not match messages.po: {RUN}"


def _coverage(strings: Catalog, catalog: Catalog) -> Iterator[str]:
    wanted = {(message.id, message.context) for message in strings if message.id}
    there = {(message.id, message.context) for message in catalog if message.id}
    for msgid, _ in sorted(wanted - there, key=str):
        yield f"missing: {msgid!r}"
    for msgid, _ in sorted(there - wanted, key=str):
        yield f"unused: {msgid!r}"
    for message in catalog.obsolete.values():
        yield f"obsolete: {message.id!r}"


def _of_message(message: Message, plurals: str) -> Iterator[str]:
    if message.fuzzy:
        yield "fuzzy"
    singular_id, plural_id = (message.id, message.id) if isinstance(message.id, str) else message.id
    forms = [message.string] if isinstance(message.string, str) else list(message.string or [""])
    for index, form in enumerate(forms):
        if not form:
            yield "not translated" if len(forms) == 1 else f"form {index} not translated"
            continue
        if has_stray_brace(form):
            yield "a brace that is not around a plain name"
        allowed = placeholders(singular_id) | placeholders(plural_id)
        needed = placeholders(plural_id)
        if message.pluralizable and _numbers(plurals, index) == 1:
            needed = needed - {"count"}  # "one step" needs no number; "21 steps" does
        if not needed <= placeholders(form) <= allowed:
            yield "wrong placeholders"
        if form != form.strip():
            yield "spaces around the text"


def _of_readers(message: Message, tag: str) -> Iterator[str]:
    source = message.id if isinstance(message.id, str) else message.id[-1]
    forms = [message.string] if isinstance(message.string, str) else list(message.string or [])
    for form in forms:
        yield from filter(None, (hard_to_read(tag, form), too_long(source, form)))


def _of_files(strings: Catalog, catalog: Catalog, tag: str) -> Iterator[str]:
    """A screen's texts, put together as they are read."""
    by_file: dict[str, list[str]] = {}
    for message in strings:
        there = catalog.get(_key(message), message.context) if message.id else None
        if there is not None and there.string:
            form = there.string if isinstance(there.string, str) else there.string[-1]
            for file, _ in message.locations:
                by_file.setdefault(file, []).append(form)
    for file, texts in by_file.items():
        if found := hard_together(tag, texts):
            yield f"{found}: all of {file}"


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else str(message.id[0])


@cache
def _numbers(plurals: str, index: int) -> int:
    """How many of the numbers up to 300 take this form."""
    chosen = c2py(plurals.partition("plural=")[2].rstrip(";"))
    return sum(chosen(number) == index for number in range(300))
