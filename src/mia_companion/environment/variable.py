"""One variable of the environment: what it is called, what it means, and what may be said."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Variable:
    """`meaning` is a part of a sentence, as the table of settings shows it."""

    name: str
    meaning: str
    default: str = ""
    """What counts where nothing is said; empty is nothing."""
    told: str = ""
    """How the default is told where it follows from something else, such as `<data>/keys`."""
    allowed: tuple[str, ...] = ()
    """The only words that may be said."""
    least: int | None = None
    """Makes it a whole number, of at least that."""
    most: int | None = None

    @property
    def may_be(self) -> str:
        """What may be said, in words; empty where that is any text."""
        if self.allowed:
            return ", ".join(self.allowed[:-1]) + f" or {self.allowed[-1]}"
        if self.least is None:
            return ""
        if self.most is None:
            return f"a whole number, {self.least} or more"
        return f"a whole number from {self.least} to {self.most}"
