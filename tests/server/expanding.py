"""Reads a migration and says what in it a server of the version before could not live with.

A migration that takes away says so: `SERVES_FROM = "0021"`, the version from which on no program uses any
more what it takes away, and a sentence in its docstring. It also has to write that into the database, so
that an older program refuses to start: see `migrating.serves_from`.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

_TAKES_AWAY = {"drop_column", "drop_table", "rename_table"}
_IN_SQL = re.compile(
    r"\b(DROP\s+(TABLE|COLUMN|VIEW)|RENAME|TRUNCATE|SET\s+NOT\s+NULL|ALTER\s+COLUMN\s+\S+\s+(SET\s+DATA\s+)?TYPE)\b",
    re.I,
)
_LARGE = {"entries", "blob_parts", "blobs", "reached", "audit", "journals", "devices"}
"""Tables on which nothing may be built while others wait."""


def faults(file: Path) -> list[str]:
    """What it does that servers of before cannot live with, unless it says that it takes away."""
    tree = ast.parse(file.read_text("utf-8"))
    takes_away = any(
        isinstance(one, ast.Assign) and getattr(one.targets[0], "id", "") == "SERVES_FROM"
        for one in tree.body
    )
    if takes_away:
        says = any(
            _name(one) == "serves_from" for one in ast.walk(tree) if isinstance(one, ast.Call)
        )
        return [] if says else ["says that it takes away, and does not tell the database"]
    made = {_text(one.args[0]) for one in _calls(tree, "create_table")}
    return [*_of_calls(tree, made), *_of_sql(tree)]


def _of_calls(tree: ast.Module, made: set[str]) -> Iterator[str]:
    for call in (one for one in ast.walk(tree) if isinstance(one, ast.Call)):
        name, said = _name(call), {one.arg: one.value for one in call.keywords}
        if name in _TAKES_AWAY:
            yield name
        elif name == "alter_column" and "new_column_name" in said:
            yield "renames a column"
        elif name == "alter_column" and ("type_" in said or _is(said.get("nullable"), False)):
            yield "narrows a column"
        elif name == "add_column":
            yield from _of_column(call)
        elif name == "create_index" and _text(call.args[1]) in _LARGE - made:
            yield f"builds an index on {_text(call.args[1])}, which nobody can write meanwhile"
        elif name in ("create_unique_constraint", "create_check_constraint"):
            yield "forbids what a server of before may write"


def _of_column(call: ast.Call) -> Iterator[str]:
    column = next((one for one in call.args if isinstance(one, ast.Call)), None)
    said = {one.arg: one.value for one in column.keywords} if column else {}
    if _is(said.get("nullable"), False) and "server_default" not in said:
        yield "adds a column that a server of before does not fill"


def _of_sql(tree: ast.Module) -> Iterator[str]:
    for call in (*_calls(tree, "execute"), *_calls(tree, "text")):
        words = " ".join(
            one.value
            for one in ast.walk(call)
            if isinstance(one, ast.Constant) and isinstance(one.value, str)
        )
        if found := _IN_SQL.search(words):
            yield f"SQL: {found[0]}"


def _calls(tree: ast.Module, name: str) -> list[ast.Call]:
    return [one for one in ast.walk(tree) if isinstance(one, ast.Call) and _name(one) == name]


def _name(call: ast.Call) -> str:
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def _text(node: ast.expr) -> str:
    return str(node.value) if isinstance(node, ast.Constant) else ""


def _is(node: ast.expr | None, value: object) -> bool:
    return isinstance(node, ast.Constant) and node.value is value
