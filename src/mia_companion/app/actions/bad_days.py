"""A person's own plan for bad days, in the journal that only they read."""

from contextlib import suppress
from dataclasses import replace

from mia_companion.app.actions.outcome import NO_NUMBER, Outcome, Recorder, checked, clean, too_long
from mia_companion.app.beforehand import keep_beforehand
from mia_companion.domain import rights
from mia_companion.domain.bad_days import BadDayCallAdded, BadDayPlanWritten
from mia_companion.domain.words import MAX_LONG, MAX_SHORT
from mia_companion.store.errors import StoreError


class BadDayActions(Recorder):
    """What helps on a bad day is written on a good one."""

    def write(self, part: str, words: str) -> Outcome:
        """Write one part of the plan; empty words take it away."""
        words = clean(words)
        if problem := too_long(words, MAX_LONG):
            return Outcome(problem=problem)
        done = self._record(self._own, part, lambda: BadDayPlanWritten(part=part, words=words))
        self.keep_in_step()
        return done

    def add_call(self, name: str, number: str, *, item: str = "") -> Outcome:
        """Someone to call."""
        name, number = clean(name), clean(number)
        if problem := checked(name, MAX_SHORT) or checked(number, 40):
            return Outcome(problem=problem)
        if not any(c.isdecimal() for c in number):
            return Outcome(problem=NO_NUMBER)
        done = self._record_once(
            self._own, item, lambda new: BadDayCallAdded(call_id=new, name=name, number=number)
        )
        self.keep_in_step()
        return done

    def remove_call(self, call_id: str) -> Outcome:
        """Take someone off the list of those to call."""
        call = self._companion.view.picture(rights.OWN).bad_day_calls.get(call_id)
        if call is None:
            return Outcome()
        made = Outcome(item=call_id, entry=call.by.entry, journal=self._own or "")
        done = self.undo(made)
        self.keep_in_step()
        return done

    def show_beforehand(self, on: bool) -> None:
        """Whether the plan may be seen on this device before signing in. Off unless the person says so."""
        self._keep(on)

    def keep_in_step(self) -> None:
        """Where the plan may be seen before signing in, let it be the present one."""
        view = self._companion.view
        if view.account is not None and view.beforehand.plan not in (None, view.bad_days):
            self._keep(True)

    @property
    def _own(self) -> str | None:
        return self._companion.view.journal(rights.OWN)

    def _keep(self, on: bool) -> None:
        view = self._companion.view
        kept = replace(view.beforehand, plan=view.bad_days if on else None)
        with suppress(StoreError):
            keep_beforehand(self._companion.store.kept.set, kept)
        self._companion.show(beforehand=kept)
