"""What goes into one page of a pull. Pure: decided before anything is read."""

from collections.abc import Mapping
from dataclasses import dataclass

from mia_companion.server.access import Standing
from mia_companion.wire.sync import PictureAt, Pull

GROUP = 100
"""Entries read at once."""
FEW = 25
"""Entries up to which what several pulls want is read together."""


@dataclass(slots=True)
class Plan:
    """How much of one journal goes into this page."""

    standing: Standing
    after: int
    upto: int
    picture: PictureAt | None = None

    @property
    def id(self) -> str:
        """The journal's id."""
        return self.standing.journal.id


def plan_page(
    standing: dict[str, Standing], pull: Pull, pictures: Mapping[str, PictureAt | None]
) -> tuple[list[Plan], bool]:
    """Seqs have no gaps, so what a page takes of each journal is known before it is read.

    Journals with little new come first, so that a long one does not keep the others waiting.
    """
    plans: list[Plan] = []
    more = False
    for id_, one in standing.items():
        picture = pictures.get(id_)
        if id_ in pictures and picture is None:
            plans.append(Plan(standing=one, after=0, upto=0))
            more = True
            continue
        after = picture.seq if picture else max(0, pull.cursors.get(id_, 0))
        plans.append(Plan(standing=one, after=after, upto=max(after, one.head), picture=picture))
    plans.sort(key=lambda plan: plan.upto - plan.after)
    if pull.heads_only:
        for plan in plans:
            plan.upto = plan.after
        return plans, bool(plans)
    left = pull.limit
    for plan in plans:
        took = min(left, plan.upto - plan.after)
        more = more or plan.after + took < plan.upto
        left, plan.upto = left - took, plan.after + took
    return plans, more


def groups(plans: list[Plan]) -> list[list[tuple[str, int, int]]]:
    """The planned ranges cut and gathered so that no group reads more than `GROUP` entries."""
    found: list[list[tuple[str, int, int]]] = [[]]
    room = GROUP
    for plan in plans:
        after = plan.after
        while after < plan.upto:
            if room == 0:
                found.append([])
                room = GROUP
            took = min(room, plan.upto - after)
            found[-1].append((plan.id, after, after + took))
            after, room = after + took, room - took
    return [group for group in found if group]
