"""All that a person wants to say at one appointment, from both journals, as they see it. Pure."""

from dataclasses import dataclass

from mia_companion.domain.plan import Plan
from mia_companion.domain.preparations import Preparation, Prepared


@dataclass(frozen=True, slots=True)
class ToSay:
    """One thing to say; `private` when it is in the journal that only the person reads."""

    item: Preparation
    private: bool


def all_prepared(plan: Plan, appointment_id: str) -> tuple[ToSay, ...]:
    """Everything, what was taken away too, in the order in which it was written."""
    both = (
        ToSay(item, private)
        for picture, private in ((plan.shared, False), (plan.own, True))
        for item in picture.preparations.get(appointment_id, Prepared()).items
    )
    return tuple(sorted(both, key=lambda one: one.item.by.at))


def to_say(plan: Plan, appointment_id: str) -> tuple[ToSay, ...]:
    """What stands."""
    return tuple(one for one in all_prepared(plan, appointment_id) if not one.item.gone)
