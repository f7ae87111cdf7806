"""`make catalogues` and its check: every way in which a catalogue can be wrong is found."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tools.catalogues import LOCALES, SOURCE
from tools.catalogues.check import problems
from tools.catalogues.files import compile_all, extract, update
from tools.catalogues.reading import hard_to_read, hard_together, too_long


def po(locales: Path, tag: str = "sv") -> Path:
    return locales / tag / "LC_MESSAGES" / "messages.po"


def change(locales: Path, old: str, new: str) -> None:
    text = po(locales).read_text("utf-8")
    assert old in text
    po(locales).write_text(text.replace(old, new), "utf-8")


def test_the_catalogues_of_this_repository_are_complete() -> None:
    assert problems(SOURCE, LOCALES) == []


def test_complete_catalogues_have_no_problems(source: Path, locales: Path) -> None:
    assert problems(source, locales) == []
    assert "#. on a button" in po(locales).read_text("utf-8")


def test_doing_it_again_changes_no_byte(source: Path, locales: Path) -> None:
    before = {path: path.read_bytes() for path in locales.rglob("*.*o*")}
    assert len(before) == 7
    code = source / "screen.py"
    code.write_text("\n\n\n" + code.read_text())
    assert not extract(source, locales) + update(source, locales) + compile_all(source, locales)
    assert {path: path.read_bytes() for path in locales.rglob("*.*o*")} == before


def test_english_translates_itself(locales: Path) -> None:
    assert 'msgid "Hello {name}"\nmsgstr "Hello {name}"' in po(locales, "en").read_text("utf-8")


def test_a_reviewer_stays_named(source: Path, locales: Path) -> None:
    change(locales, "X-Reviewed: no", "X-Reviewed: yes, Åsa Ek, 2026-11-24")
    change(
        locales,
        '"X-Rev',
        '"X-Generator: Poedit\\n"\n"PO-Revision-Date: 2026-11-24 10:00+0100\\n"\n"X-Rev',
    )
    update(source, locales)
    compile_all(source, locales)
    text = po(locales).read_text("utf-8")
    assert "X-Reviewed: yes, Åsa Ek, 2026-11-24" in text
    assert "Poedit" not in text
    assert "Revision-Date" not in text
    assert problems(source, locales) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('msgstr "Klart"', 'msgstr ""', "not translated: 'Done'"),
        ("#. on a button\n", "#. on a button\n#, fuzzy\n", "fuzzy: 'Done'"),
        ('msgid "Done"', 'msgid "Gone"', "missing: 'Done'"),
        ('msgid "Done"', 'msgid "Gone"', "unused: 'Gone'"),
        ('msgstr "Nej"\n', 'msgstr "Nej"\n\n#~ msgid "Old"\n#~ msgstr "Gammal"\n', "obsolete: 'Old'"),
        ('"Hej {name}"', '"Hej {namn}"', "wrong placeholders: 'Hello {name}'"),
        ('"Hej {name}"', '"Hej"', "wrong placeholders: 'Hello {name}'"),
        ('"Hej {name}"', '"Hej {name!r}"', "a brace that is not around a plain name"),
        ('"Hej {name}"', '"Hej {name"', "a brace that is not around a plain name"),
        ('"Hej {name}"', '"Hej {name} "', "spaces around the text"),
        ('"{count} steg"', '"steg"', "wrong placeholders: ('{count} step', '{count} steps')"),
        ('"{count} steg"', '""', "form 1 not translated"),
        ('msgstr[1] "{count} steg"\n', "", "form 1 not translated"),
        ('msgstr[1] "{count} steg"', 'msgstr[1] "{count} steg"\nmsgstr[2] "x"', "cannot be read"),
        ("nplurals=2", "nplurals=3", "wrong plural forms in the header"),
        ("X-Reviewed: no", "X-Seen: no", "X-Reviewed"),
        ('msgstr "Klart"', 'msgstr "Färdigt"', "messages.mo does not match"),
        ('msgid "Done"', '#: screen.py:4\nmsgid "Done"', "not as the tool writes it"),
        ('msgstr "Klart"', "msgstr Klart", "not as the tool writes it"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_found(
    source: Path, locales: Path, old: str, new: str, problem: str
) -> None:
    change(locales, old, new)
    found = problems(source, locales)
    assert any(line.startswith("sv: ") and problem in line for line in found), found


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (lambda folder: po(folder).unlink(), "sv: no catalogue"),
        (lambda folder: po(folder).with_suffix(".mo").unlink(), "sv: messages.mo does not match"),
        (lambda folder: (folder / "messages.pot").unlink(), "messages.pot is not what"),
        (lambda folder: (folder / "tlh").mkdir(), "tlh: a catalogue of no language"),
    ],
)
def test_what_is_not_there_is_found(
    source: Path, locales: Path, spoil: Callable[[Path], None], problem: str
) -> None:
    spoil(locales)
    assert any(line.startswith(problem) for line in problems(source, locales))


def test_a_catalogue_that_cannot_be_read_is_left_alone(source: Path, locales: Path) -> None:
    change(locales, "X-Reviewed", 'PO-Revision-Date: today\\n"\n"X-Reviewed')
    before = po(locales).read_text("utf-8")
    (line,) = update(source, locales)
    assert line.startswith("sv: cannot be read")
    assert line in problems(source, locales)
    assert po(locales).read_text("utf-8") == before


def test_a_string_not_yet_extracted_is_found(source: Path, locales: Path) -> None:
    (source / "new.py").write_text('t("New")')
    found = problems(source, locales)
    assert "sv: missing: 'New'" in found
    assert any(line.startswith("messages.pot is not what the code says") for line in found)


@pytest.mark.parametrize(
    ("tag", "text", "wrong"),
    [
        ("sv", "Du bestämmer. Ingen annan ser det du skriver här, om du inte vill.", ""),
        (
            "sv",
            "Handläggningstiden förlängs följaktligen beroende på inkomna kompletteringar"
            " från respektive myndigheter samt vårdinrättningar.",
            "LIX 87, should be under 40",
        ),
        ("sv-x-lattlast", "Telefonen ringer.\nDeltagaren svarar.\nSedan är det bra igen.", ""),
        ("sv-x-lattlast", "Handläggaren bedömer din ansökan och meddelar sedan beslutet till den sökande.",
         "LIX 66, should be under 30"),
        ("sv", "Handläggningstidsförlängningsansökan", ""),
        ("sv", "Du är " + "inte så " * 10 + "sen", "a sentence of 23 words, should have 20 at most"),
        ("sv-x-lattlast", "Du " + "får se " * 7 + "det", "a sentence of 16 words, should have 15 at most"),
        ("sv-x-lattlast", "Hej.\nDu får en kod nu. Den ska du ha här i 7 dagar nu.",
         "two thoughts in a line of more than 12 words: 'Du får en kod nu. Den ska du ha här i 7 dagar nu.'"),
        ("sv-x-lattlast", "Du får en kod nu. Den kan du ha.", ""),
        ("en", "Consequently the administrative processing period is prolonged indefinitely", ""),
    ],
)  # fmt: skip
def test_swedish_is_measured(tag: str, text: str, wrong: str) -> None:
    assert hard_to_read(tag, text) == wrong


def test_short_texts_are_measured_together() -> None:
    hard = ["Handläggare", "Ansökningsblankett", "Överklaganden, besvär", "Myndighetsbeslut"] * 8
    assert all(hard_to_read("sv", one) == "" for one in hard)
    assert hard_together("sv", hard) == "LIX 81, should be under 40"
    assert hard_together("en", hard) == hard_together("sv", hard[:9]) == ""
    assert hard_together("sv-x-lattlast", ["Du får se.", "Vem är det?", "Kom nu."] * 8) == ""


def test_a_file_of_short_hard_texts_is_found(source: Path, locales: Path) -> None:
    words = [f"Handläggningsbestämmelse {letter}" for letter in "abcdefghijklmnopq"]
    (source / "many.py").write_text("".join(f't("Rule {one[-1]}")\n' for one in words))
    assert not extract(source, locales) + update(source, locales)
    for one in words:
        change(locales, f'"Rule {one[-1]}"\nmsgstr ""', f'"Rule {one[-1]}"\nmsgstr "{one}"')
    compile_all(source, locales)
    found = [line for line in problems(source, locales) if "all of" in line]
    assert found == [f"sv: LIX 52, should be under 40: all of {source.name}/many.py"]


def test_a_label_has_room(source: Path, locales: Path) -> None:
    assert too_long("Save", "Spara") == ""
    assert too_long("Save", "Spara det som står här") == "22 letters where 16 have room"
    assert too_long("Försäkringskassan", "Försäkringskassan " * 4) == ""
