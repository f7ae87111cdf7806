"""Who walks, and through which screens."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chosen:
    """`parts` are those who walk, and `only` names screens; empty is all."""

    parts: frozenset[str]
    only: frozenset[str]

    @property
    def is_all(self) -> bool:
        """Nobody and nothing is left out."""
        return not self.parts and not self.only
