"""What may be seen before anybody signs in: the site's help numbers, and the plan for bad days if the person
chose so. Kept sealed beside the journals, because those leave the device when one signs out."""

from collections.abc import Callable
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError

from mia_companion.domain.bad_days import BadDays
from mia_companion.domain.directory import HelpNumberListed

_PLAN, _NUMBERS = "plan-beforehand", "help-numbers"
_LISTED: TypeAdapter[tuple[HelpNumberListed, ...]] = TypeAdapter(tuple[HelpNumberListed, ...])


@dataclass(frozen=True, slots=True)
class Beforehand:
    """`plan` is None unless the person chose that it may be seen."""

    plan: BadDays | None = None
    numbers: tuple[HelpNumberListed, ...] = ()


def read_beforehand(get: Callable[[str], str]) -> Beforehand:
    """As it was kept; what another version wrote and this one cannot read counts as nothing."""
    plan, numbers = get(_PLAN), get(_NUMBERS)
    try:
        return Beforehand(
            BadDays.model_validate_json(plan) if plan else None,
            _LISTED.validate_json(numbers) if numbers else (),
        )
    except ValidationError:
        return Beforehand()


def keep_beforehand(put: Callable[[str, str], None], kept: Beforehand) -> None:
    """Keep exactly this. Raises StoreError."""
    put(_PLAN, "" if kept.plan is None else kept.plan.model_dump_json())
    put(_NUMBERS, _LISTED.dump_json(kept.numbers).decode() if kept.numbers else "")
