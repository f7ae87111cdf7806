"""What a person has asked about what is kept of them: a correction, an erasure. Pure."""

from collections.abc import Iterator
from datetime import datetime

from mia_companion.domain.corrections import open_corrections
from mia_companion.domain.erasures import open_erasures
from mia_companion.domain.picture import Picture
from mia_companion.domain.told import Told, worded


def waits_since(shared: Picture) -> datetime | None:
    """When the first of those was asked that wait for an answer; None when none waits."""
    corrections = open_corrections(shared.corrections.values())
    erasures = open_erasures(shared.erasures.values())
    asked = [*(one.asked for one in corrections), *(one.asked for one in erasures)]
    return min((one.by.at for one in asked if one is not None), default=None)


def told(shared: Picture) -> Iterator[Told]:
    """What the person asked of what is kept about them, and what was answered."""
    for one in shared.corrections.values():
        yield from worded("CorrectionAsked", "CorrectionAsked", one.wordings)
        for said in one.answers:
            yield Told(
                "CorrectionAnswered", said.by, said.words, about=said.answer, undone=said.undone
            )
    for erasure in shared.erasures.values():
        for asked in erasure.wordings:
            yield Told("ErasureAsked", asked.by, asked.words, undone=asked.undone)
        for answer in erasure.answers:
            fact = answer.fact
            note = "\n".join(one for one in (fact.law, fact.appeal) if one)
            yield Told(
                "ErasureAnswered", answer.by, fact.reason, about=fact.answer, day=fact.day, note=note,
                undone=answer.undone,
            )  # fmt: skip
