"""Every verb a person has. A screen calls one action a tap."""

from mia_companion.app.actions.access import Access
from mia_companion.app.actions.administration import AdministrationActions
from mia_companion.app.actions.appointments import AppointmentActions
from mia_companion.app.actions.arrangements import ArrangementActions
from mia_companion.app.actions.attachments import AttachmentActions
from mia_companion.app.actions.bad_days import BadDayActions
from mia_companion.app.actions.beliefs import BeliefActions
from mia_companion.app.actions.calendars import CalendarActions
from mia_companion.app.actions.choices import ChoiceActions
from mia_companion.app.actions.consents import ConsentActions
from mia_companion.app.actions.data import DataActions
from mia_companion.app.actions.devices import DeviceActions
from mia_companion.app.actions.directory import DirectoryActions
from mia_companion.app.actions.drafts import DraftActions
from mia_companion.app.actions.files import FileActions
from mia_companion.app.actions.following import FollowingActions
from mia_companion.app.actions.interventions import InterventionActions
from mia_companion.app.actions.leaving import LeavingActions
from mia_companion.app.actions.login import LoginActions
from mia_companion.app.actions.meeting_templates import MeetingTemplateActions
from mia_companion.app.actions.meetings import MeetingActions
from mia_companion.app.actions.message_templates import MessageTemplateActions
from mia_companion.app.actions.messages import MessageActions
from mia_companion.app.actions.movement import MovementActions
from mia_companion.app.actions.network import NetworkActions
from mia_companion.app.actions.openings import OpeningActions
from mia_companion.app.actions.outcome import Outcome
from mia_companion.app.actions.pairing import PairingActions
from mia_companion.app.actions.passing import PassingActions
from mia_companion.app.actions.path import PathActions
from mia_companion.app.actions.protection import ProtectionActions
from mia_companion.app.actions.reminders import ReminderActions
from mia_companion.app.actions.results import ResultActions
from mia_companion.app.actions.support import SupportActions
from mia_companion.app.actions.ways import WayActions
from mia_companion.app.actions.wellbeing import WellbeingActions
from mia_companion.app.companion import Companion


class Actions:
    """All verbs over one companion, by noun."""

    def __init__(self, companion: Companion) -> None:
        self.path = PathActions(companion)
        self.movement = MovementActions(companion)
        self.appointments = AppointmentActions(companion)
        self.calendars = CalendarActions(companion)
        self.ways = WayActions(companion)
        self.meetings = MeetingActions(companion)
        self.meeting_templates = MeetingTemplateActions(companion)
        self.reminders = ReminderActions(companion)
        self.arrangements = ArrangementActions(companion)
        self.messages = MessageActions(companion)
        self.message_templates = MessageTemplateActions(companion)
        self.attachments = AttachmentActions(companion)
        self.drafts = DraftActions(companion)
        self.choices = ChoiceActions(companion)
        self.network = NetworkActions(companion)
        self.consents = ConsentActions(companion)
        self.openings = OpeningActions(companion)
        self.support = SupportActions(companion)
        self.interventions = InterventionActions(companion)
        self.beliefs = BeliefActions(companion)
        self.wellbeing = WellbeingActions(companion)
        self.access = Access(companion)
        self.leaving = LeavingActions(companion)
        self.login = LoginActions(companion, self.access)
        self.administration = AdministrationActions(companion)
        self.pairing = PairingActions(companion, self.access)
        self.devices = DeviceActions(companion)
        self.bad_days = BadDayActions(companion)
        self.following = FollowingActions(companion)
        self.directory = DirectoryActions(companion)
        self.results = ResultActions(companion)
        self.protection = ProtectionActions(companion)
        self.files = FileActions(companion)
        self.data = DataActions(companion)
        self.passing = PassingActions(companion, self.attachments)


__all__ = ["Actions", "Outcome"]
