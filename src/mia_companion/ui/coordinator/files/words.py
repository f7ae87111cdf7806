"""Why a file or a line of it is not taken, in words; and languages by what they are called."""

from functools import cache

from babel import Locale

from mia_companion.domain import caseload_file as file
from mia_companion.domain import caseload_rows as rows
from mia_companion.domain.caseload_file import FileWrong, folded
from mia_companion.i18n.bidi import from_left
from mia_companion.i18n.languages import LANGUAGES
from mia_companion.i18n.words import Words, later
from mia_companion.ui.components.own_words import shortened

_FILE = {
    file.EMPTY: later("There is nobody in that file. Nothing has been brought in."),
    file.TOO_LARGE: later("That file is larger than a list can be: 1 MB. Choose another."),
    file.EXCEL: later(
        "That is a workbook. Open it in Excel or another program, save it as CSV there, and choose"
        " that file here."
    ),
    file.NOT_TEXT: later(
        "That file is no list: it has signs that no text has. Save the list as CSV, and choose that."
    ),
    file.NO_NAME: later(
        "No column is called name, so nothing has been brought in. The first line of the file has to"
        " say what is in each column."
    ),
    file.COLUMN_TWICE: later(
        "There are two columns for the same thing. The second is {what}. Take one of them out, and"
        " choose the file again."
    ),
    file.MANY_COLUMNS: later("That file has more columns than a list has: 100 at most."),
    file.MANY_LINES: later(
        "That file has more than 500 people. Divide it, and bring in one part at a time."
    ),
    file.BROKEN_LINE: later(
        "Line {what} could not be read: perhaps a quotation mark lacks its other half. Nothing has"
        " been brought in. Mend it in the file, and choose the file again."
    ),
}

_ROW = {
    rows.NO_NAME: later("There is no name."),
    rows.LONG_NAME: later("The name is longer than 200 letters."),
    rows.FORMULA: later("The name begins as a formula does, with =, +, - or @."),
    rows.NO_LANGUAGE: later("MIA does not know that language. Leave it empty, or write another."),
    rows.NO_DAY: later("The start is not a day that can be read. Write it as {day}."),
    rows.FAR_DAY: later("The start is before the year 2000, or more than a year ahead."),
    rows.NEITHER: later("Protected identity is neither yes nor no."),
    rows.LONG_LINE: later("The line has more cells than there are columns."),
}


def file_sentence(words: Words, wrong: FileWrong) -> str:
    """Why nothing of the file was taken, and what to do."""
    return words.t(_FILE[wrong.name], what=shortened(wrong.what))


def row_sentence(words: Words, why: str) -> str:
    """Why one line cannot be taken."""
    return words.t(_ROW[why], day=from_left("2026-01-31"))


@cache
def languages() -> dict[str, str]:
    """Tags by what languages are called in Swedish, in English and by those who speak them, folded."""
    found: dict[str, str] = {}
    for one in LANGUAGES:
        said = [one.tag, one.own_name]
        for tag in ("sv", "en"):
            names = Locale(tag).languages
            said += [names.get(one.babel, ""), one.locale.get_language_name(tag) or ""]
        for name in said:
            if folded(name):
                found.setdefault(folded(name), one.tag)
    return found
