"""The marks of a step that comes again, which may be thousands: the older ones are read when somebody looks
that far back.

    marks     ····················································    one list, as the wire has it
    Long      [zipped, unread] [zipped, unread] …  [ newest ····]    as a device keeps it
"""

from base64 import b85decode, b85encode
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, Any, overload
from zlib import compress, decompress

from pydantic import GetCoreSchemaHandler, GetPydanticSchema, SerializationInfo, TypeAdapter
from pydantic import SerializerFunctionWrapHandler as Otherwise
from pydantic_core import CoreSchema, core_schema

from mia_companion.domain.entries import Frozen
from mia_companion.domain.marks import Mark, standing
from mia_companion.domain.words import taken_back

KEPT = {"kept": True}
"""The serializer's context on a device."""

_MANY, _NEWEST = 6, 2
"""Marks from which the older ones are zipped, and how many are not older then."""
_FULL = 64
"""Marks in one zip; the last is made anew until it is full."""

Marks = Sequence[Mark]

_MARKS: TypeAdapter[tuple[Mark, ...]] = TypeAdapter(tuple[Mark, ...])


class _Kept(Frozen):
    """`zips` are the older marks, `count` of them; `last_day` is the latest day that any is about."""

    zips: tuple[str, ...] = ()
    count: int = 0
    last_day: date | None = None
    newest: tuple[Mark, ...] = ()


class Long(Sequence[Mark]):
    """Equal to any sequence of the same marks."""

    __slots__ = ("_older", "kept")

    def __init__(self, kept: _Kept) -> None:
        self.kept = kept
        self._older: tuple[Mark, ...] | None = None

    @property
    def newest(self) -> tuple[Mark, ...]:
        """Those that need no reading."""
        return self.kept.newest

    def with_newest(self, newest: tuple[Mark, ...]) -> "Long":
        """The same older ones, and these."""
        changed = Long(self.kept.model_copy(update={"newest": newest}))
        changed._older = self._older
        return changed

    @property
    def older(self) -> tuple[Mark, ...]:
        """The others."""
        if self._older is None:
            self._older = tuple(mark for one in self.kept.zips for mark in _unzipped(one))
        return self._older

    def _all(self) -> tuple[Mark, ...]:
        return (*self.older, *self.newest)

    def __len__(self) -> int:
        return self.kept.count + len(self.newest)

    @overload
    def __getitem__(self, at: int) -> Mark: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Mark, ...]: ...
    def __getitem__(self, at: int | slice) -> Mark | tuple[Mark, ...]:
        return self._all()[at]

    def __iter__(self) -> Iterator[Mark]:
        return iter(self._all())

    def __reversed__(self) -> Iterator[Mark]:
        yield from reversed(self.newest)
        yield from reversed(self.older)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._all() == tuple(other)

    def __hash__(self) -> int:
        return hash(self._all())

    def __repr__(self) -> str:
        return repr(self._all())


def followed_by(marks: Marks, mark: Mark) -> Marks:
    """One more."""
    if type(marks) is tuple:  # to ask whether it is a Long takes as long as all the rest
        return (*marks, mark)
    return marks.with_newest((*marks.newest, mark)) if isinstance(marks, Long) else (*marks, mark)


def without(marks: Marks, entry: str, author: str) -> Marks:
    """All of them, with what `author` said in `entry` marked undone."""
    if not isinstance(marks, Long):
        return taken_back(tuple(marks), entry, author)
    newest = taken_back(marks.newest, entry, author)
    if newest == marks.newest and any(one.by.wrote(entry, author) for one in marks.older):
        return taken_back(tuple(marks), entry, author)
    return marks.with_newest(newest)


def on_day(marks: Marks, day: date) -> Mark | None:
    """The mark of that day that stands."""
    if isinstance(marks, Long) and (marks.kept.last_day is None or marks.kept.last_day < day):
        marks = marks.newest
    return standing(tuple(m for m in marks if m.day == day))


def _packed(marks: Marks) -> Marks:
    """As a device keeps them: Long when they are many. What is in a full zip stays unread."""
    kept = marks.kept if isinstance(marks, Long) else _Kept(newest=tuple(marks))
    if len(kept.newest) <= _MANY:
        return marks
    older, newest = kept.newest[:-_NEWEST], kept.newest[-_NEWEST:]
    days = [m.day for m in older if m.day] + ([kept.last_day] if kept.last_day else [])
    full = kept.zips[: kept.count // _FULL]
    loose = (*(mark for one in kept.zips[len(full) :] for mark in _unzipped(one)), *older)
    more = (_zipped(loose[at : at + _FULL]) for at in range(0, len(loose), _FULL))
    return Long(
        _Kept(
            zips=(*full, *more),
            count=kept.count + len(older),
            last_day=max(days, default=None),
            newest=newest,
        )
    )


def _zipped(marks: tuple[Mark, ...]) -> str:
    return b85encode(compress(_MARKS.dump_json(marks))).decode()


def _unzipped(text: str) -> tuple[Mark, ...]:
    return _MARKS.validate_json(decompress(b85decode(text)))


def _written(marks: Marks, otherwise: Otherwise, info: SerializationInfo) -> Any:
    if info.context == KEPT and isinstance(packed := _packed(marks), Long):
        return packed.kept
    return otherwise(tuple(marks))


def _schema(_: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
    listed = handler.generate_schema(tuple[Mark, ...])
    kept = core_schema.no_info_after_validator_function(Long, handler.generate_schema(_Kept))
    return core_schema.union_schema(
        [listed, kept, core_schema.is_instance_schema(Long)],
        mode="left_to_right",
        serialization=core_schema.wrap_serializer_function_ser_schema(
            _written, info_arg=True, schema=listed
        ),
    )


StepMarks = Annotated[Marks, GetPydanticSchema(_schema)]
"""A field for them."""
