"""Every verb a person has. A screen calls one action a tap."""

from mia_companion.app.actions.access import Access
from mia_companion.app.actions.appointments import AppointmentActions
from mia_companion.app.actions.attachments import AttachmentActions
from mia_companion.app.actions.choices import ChoiceActions
from mia_companion.app.actions.drafts import DraftActions
from mia_companion.app.actions.messages import MessageActions
from mia_companion.app.actions.outcome import Outcome
from mia_companion.app.actions.path import PathActions
from mia_companion.app.companion import Companion


class Actions:
    """All verbs over one companion, by noun."""

    def __init__(self, companion: Companion) -> None:
        self.path = PathActions(companion)
        self.appointments = AppointmentActions(companion)
        self.messages = MessageActions(companion)
        self.attachments = AttachmentActions(companion)
        self.drafts = DraftActions(companion)
        self.choices = ChoiceActions(companion)
        self.access = Access(companion)


__all__ = ["Actions", "Outcome"]
