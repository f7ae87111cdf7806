"""Two import-linter contract types that say which room may know which library.

`only_in`: the named libraries are imported by the named modules and by no others.
`uses_only`: the named room imports these libraries, the standard library, and nothing else.
Both look at direct imports only, and at every module of the package, so a room made later
is covered from its first day. Module names may carry `*` as in a shell, dots included.
"""

import sys
from collections.abc import Iterable
from fnmatch import fnmatchcase
from typing import Any

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output

OWN = "mia_companion"

Found = list[tuple[str, str]]


def _matches(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(name, p) or fnmatchcase(name, f"{p}.*") for p in patterns)


def _is_own(name: str) -> bool:
    return name == OWN or name.startswith(f"{OWN}.")


def imports_outside(graph: ImportGraph, libraries: set[str], allowed: set[str]) -> Found:
    """Every (module, library) where a module not allowed to imports one of the libraries."""
    return [
        (module, imported)
        for module in sorted(graph.modules)
        if _is_own(module) and not _matches(module, allowed)
        for imported in sorted(graph.find_modules_directly_imported_by(module))
        if not _is_own(imported) and _matches(imported, libraries)
    ]


def imports_beyond(graph: ImportGraph, room: str, libraries: set[str]) -> Found:
    """Every (module, library) where a module of the room imports a library not listed."""
    return [
        (module, imported)
        for module in sorted(graph.modules)
        if _matches(module, [room])
        for imported in sorted(graph.find_modules_directly_imported_by(module))
        if not _is_own(imported)
        and imported.split(".")[0] not in sys.stdlib_module_names
        and not _matches(imported, libraries)
    ]


def _print(found: Found) -> None:
    for module, imported in found:
        output.print_error(f"{module} imports {imported}", bold=False)


class OnlyIn(Contract):
    """The libraries appear in these modules only."""

    libraries: Any = fields.SetField(subfield=fields.StringField())
    modules: Any = fields.SetField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        found = imports_outside(graph, self.libraries, self.modules)
        return ContractCheck(kept=not found, metadata={"found": found})

    def render_broken_contract(self, check: ContractCheck) -> None:
        _print(check.metadata["found"])


class UsesOnly(Contract):
    """The room knows these libraries and the standard library, nothing else."""

    room: Any = fields.StringField()
    libraries: Any = fields.SetField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        found = imports_beyond(graph, self.room, self.libraries)
        return ContractCheck(kept=not found, metadata={"found": found})

    def render_broken_contract(self, check: ContractCheck) -> None:
        _print(check.metadata["found"])
