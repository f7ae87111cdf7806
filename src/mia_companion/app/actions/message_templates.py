"""The team's ready words for messages, in the site's directory."""

from collections.abc import Iterable
from dataclasses import replace

from mia_companion.app.actions.outcome import Outcome, Recorder, checked, clean
from mia_companion.domain import rights
from mia_companion.domain.directory import MessageTemplateListed
from mia_companion.domain.words import MAX_LONG
from mia_companion.wire import problems

LONGEST_TITLE = 200
"""Characters."""


class MessageTemplateActions(Recorder):
    """Everyone at the site reads them; what is said last of one stands."""

    def write(self, title: str, words: str, *, item: str) -> Outcome:
        """Add one, or change the one with that id. What it was before can be brought back."""
        title, words = clean(title), clean(words)
        if problem := checked(title, LONGEST_TITLE) or checked(words, MAX_LONG):
            return Outcome(problem=problem)
        return self._list(MessageTemplateListed(template_id=item, title=title, words=words))

    def take_away(self, template_id: str) -> Outcome:
        """Off the list, for everyone."""
        if not self._before(template_id).title:
            return Outcome(problem=problems.NOT_FOUND)
        return self._list(MessageTemplateListed(template_id=template_id, title=""))

    def begin_with(self, templates: Iterable[MessageTemplateListed]) -> Outcome:
        """List all of these. Each is the site's own from then on; the first problem ends it."""
        done = Outcome()
        for one in templates:
            done = self._list(one)
            if not done:
                break
        return done.for_good()

    def _list(self, fact: MessageTemplateListed) -> Outcome:
        before = self._before(fact.template_id)
        journal = self._companion.view.journal(rights.DIRECTORY)
        done = self._record(journal, fact.template_id, lambda: fact)
        return replace(done, again=before) if done else done

    def _before(self, template_id: str) -> MessageTemplateListed:
        blank = MessageTemplateListed(template_id=template_id, title="")
        listing = self._companion.view.site.listings.get(blank.line)
        fact = listing.fact if listing else blank
        return fact if isinstance(fact, MessageTemplateListed) else blank
