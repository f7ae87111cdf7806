"""The strings in the code: what stands in t("…"), n("…", "…", count), c("…", "…"), later("…").

Read from the syntax tree and not by Babel's own extractor, which takes `t("Yes" if sure else "No")`
for one string "YesNo" and says nothing about `t(f"…")`, which no catalogue could ever contain.
"""

import ast
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from babel.messages import Catalog

from mia_companion.i18n.sentences import PLACEHOLDER

STRINGS_OF_CALL = {"t": 1, "n": 2, "c": 2, "later": 1}
BUILT = (ast.JoinedStr, ast.BinOp, ast.BoolOp)
NOTE = "# Translators:"


def placeholders(text: str) -> set[str]:
    return {found[1] for found in PLACEHOLDER.finditer(text) if found[1]}


def has_stray_brace(text: str) -> bool:
    """A brace that is neither doubled nor around a name: `{0}`, `{name!r}`, `{a.b}`, a lone `{`."""
    rest = PLACEHOLDER.sub("", text)
    return "{" in rest or "}" in rest or any(name[0].isdigit() for name in placeholders(text))


def template(source: Path) -> tuple[Catalog, list[str]]:
    """All strings of the Python files below a folder with the files they stand in, and what is wrong with
    the calls. Raises `SyntaxError` for a file that someone is in the middle of writing.
    """
    catalog = Catalog(charset="utf-8", fuzzy=False)
    problems: list[str] = []
    for file in sorted(source.rglob("*.py")):
        text = file.read_text("utf-8")
        name = file.relative_to(source.parent).as_posix()
        tree = ast.parse(text, name)
        unmarked = _unmarked(tree)
        for call, function in _calls(tree):
            note = _note(text.splitlines(), call.lineno)
            problems += [
                f"{name}:{call.lineno}: {function}(): {problem}"
                for problem in _take(catalog, call, function, note, unmarked, file=name)
            ]
    return catalog, problems


def _calls(tree: ast.AST) -> Iterator[tuple[ast.Call, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in STRINGS_OF_CALL:
                yield node, name


def _unmarked(tree: ast.AST) -> set[str]:
    """The variables of a file that are set to a literal string without later()."""
    return {
        target.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        and any(isinstance(value, ast.Constant) for value in _branches(node.value))
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def _take(
    catalog: Catalog,
    call: ast.Call,
    function: str,
    note: list[str],
    unmarked: set[str],
    *,
    file: str,
) -> Iterator[str]:
    """Adds the call's strings to the catalogue; yields what is wrong with them."""
    args = call.args[: STRINGS_OF_CALL[function]]
    for words in product(*map(_branches, args)):
        texts = [
            word.value
            for word in words
            if isinstance(word, ast.Constant) and isinstance(word.value, str)
        ]
        if texts and len(texts) == STRINGS_OF_CALL[function]:
            yield from _put(catalog, function, texts, note, file)
            yield from _values(call, function, texts[-1])
        elif texts or any(
            isinstance(word, BUILT) or (isinstance(word, ast.Name) and word.id in unmarked)
            for word in words
        ):
            yield "takes literal strings only; mark what is chosen first with later()"


def _branches(word: ast.expr) -> list[ast.expr]:
    """Both branches of `"…" if … else "…"`, or the expression itself."""
    if isinstance(word, ast.IfExp):
        return [*_branches(word.body), *_branches(word.orelse)]
    return [word]


def _put(
    catalog: Catalog, function: str, texts: list[str], note: list[str], file: str
) -> Iterator[str]:
    context = texts[0] if function == "c" else None
    msgid = (texts[0], texts[1]) if function == "n" else texts[-1]
    if any(has_stray_brace(text) for text in texts):
        yield f"{texts[-1]!r} has a brace that is not around a plain name"
    if any(not text.strip() or text != text.strip() for text in texts):
        yield f"{texts[-1]!r} is empty or has spaces around it"
    known = catalog.get(texts[0] if function == "n" else texts[-1], context)
    if known and known.pluralizable:
        if isinstance(msgid, tuple) and known.id != msgid:
            yield f"{texts[0]!r} has another plural elsewhere"
        known.locations.append((file, 0))
        return
    where = [(file, 0)]
    catalog.add(msgid, locations=where, context=context, auto_comments=note).flags.discard(
        "python-format"
    )


def _values(call: ast.Call, function: str, text: str) -> Iterator[str]:
    """The names in the sentence are those that the call gives."""
    given = {keyword.arg for keyword in call.keywords}
    if function == "later" or None in given:
        return
    if function == "n":
        given.add("count")
    if missing := placeholders(text) - given:
        yield f"{text!r} needs a value for {', '.join(sorted(missing))}"
    unused = {name for name in given if name} - placeholders(text) - {"count"}
    if unused:
        yield f"{text!r} does not use {', '.join(sorted(unused))}"


def _note(lines: list[str], line: int) -> list[str]:
    """The comment right above a call that starts with `# Translators:`."""
    above: list[str] = []
    for text in reversed(lines[: line - 1]):
        if not text.strip().startswith("#"):
            break
        above.insert(0, text.strip())
    first = next((i for i, text in enumerate(above) if text.startswith(NOTE)), None)
    if first is None:
        return []
    return [" ".join(text.removeprefix(NOTE).strip("# ") for text in above[first:])]
