"""Kinds of meeting that a site often books, in its directory."""

from collections.abc import Mapping
from dataclasses import replace

from mia_companion.app.actions.outcome import Outcome, Recorder, checked, clean, too_long
from mia_companion.app.view import View
from mia_companion.domain import rights
from mia_companion.domain.directory import MeetingTemplateListed
from mia_companion.domain.words import MAX_LONG, MAX_SHORT

WORDS = ("place", "contact", "bring", "directions", "phone", "link", "first_time")
"""What a template says beside what it is called, with whom, how, and how long."""


def meeting_templates(view: View) -> tuple[MeetingTemplateListed, ...]:
    """Those on the site's list, by what they are called."""
    facts = (one.fact for one in view.site.listings.values())
    found = [one for one in facts if isinstance(one, MeetingTemplateListed) and one.title]
    return tuple(sorted(found, key=lambda one: (one.title.casefold(), one.template_id)))


class MeetingTemplateActions(Recorder):
    """Everyone at the site reads the directory: nothing about a person belongs in it."""

    def save(
        self,
        title: str,
        party: str,
        way: str,
        minutes: int | None,
        said: Mapping[str, str],
        *,
        item: str,
    ) -> Outcome:
        """Keep a kind of meeting. `said` is by the names in `WORDS`; the same `item` says it anew."""
        title = clean(title)
        words = {name: clean(said.get(name, "")) for name in WORDS}
        if problem := checked(title, MAX_SHORT) or too_long("".join(words.values()), MAX_LONG):
            return Outcome(problem=problem)
        about = {"template_id": item, "title": title, "party": party, "way": way}
        listed = {**about, "minutes": minutes, **words}
        return self._list(MeetingTemplateListed.model_validate(listed))

    def rename(self, template: MeetingTemplateListed, title: str) -> Outcome:
        """Call it something else."""
        title = clean(title)
        if problem := checked(title, MAX_SHORT):
            return Outcome(problem=problem)
        if title == template.title:
            return Outcome(item=template.template_id)
        return self._list(template.model_copy(update={"title": title}))

    def remove(self, template: MeetingTemplateListed) -> Outcome:
        """Take it off the list. Undo lists it as it was: a directory takes nothing back."""
        done = self._list(template.model_copy(update={"title": ""}))
        return replace(done, again=template) if done else done

    def _list(self, fact: MeetingTemplateListed) -> Outcome:
        journal = self._companion.view.journal(rights.DIRECTORY)
        listing = self._companion.view.site.listings.get(fact.line)
        if listing is not None and listing.fact == fact:
            return Outcome(item=fact.template_id)
        done = self._record(journal, fact.template_id, lambda: fact)
        before = listing.fact if listing is not None else fact.model_copy(update={"title": ""})
        return replace(done, again=before) if done else done
