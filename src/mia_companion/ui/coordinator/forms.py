"""Every form about one person, by the path at which it stands beneath that person's."""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from mia_companion.ui.coordinator.booking.booking import BookingForm
from mia_companion.ui.coordinator.booking.changing import ChangingForm
from mia_companion.ui.coordinator.booking.from_file import FromFileForm
from mia_companion.ui.coordinator.booking.moving import MovingForm
from mia_companion.ui.coordinator.data.answering import AnsweringForm
from mia_companion.ui.coordinator.data.deciding import DecidingForm
from mia_companion.ui.coordinator.invite.again import InviteAgain
from mia_companion.ui.coordinator.passing.handed_out import PassedOnSheet
from mia_companion.ui.coordinator.passing.passing_on import PassingOn
from mia_companion.ui.coordinator.person.handing_over import HandingOver
from mia_companion.ui.coordinator.person.left_behind import LeftBehindForm
from mia_companion.ui.coordinator.person.lost_phone import LostPhone
from mia_companion.ui.coordinator.person.new_contact import NewContactForm
from mia_companion.ui.coordinator.person.rating import RatingForm
from mia_companion.ui.coordinator.person.suggesting import SuggestingForm
from mia_companion.ui.coordinator.person.taking_down import TakingDownForm
from mia_companion.ui.coordinator.support.beginning import BeginningForm, ChangeStartForm
from mia_companion.ui.coordinator.support.belief import BelievingForm
from mia_companion.ui.coordinator.support.ending import EndingForm
from mia_companion.ui.coordinator.support.intervention_form import (
    ChangeInterventionForm,
    NewInterventionForm,
)
from mia_companion.ui.coordinator.support.result_form import FinishingForm, FollowingUpForm


@dataclass(frozen=True, slots=True)
class Form:
    """`component(person, *asks, level)` stands at that path beneath a person's."""

    path: str
    component: Callable[..., ft.Control]
    asks: tuple[str, ...] = ()


FORMS = (
    Form("book", BookingForm),
    Form("book-from-file", FromFileForm),
    Form("move/:appointment", MovingForm, ("appointment",)),
    Form("change/:appointment", ChangingForm, ("appointment",)),
    Form("suggest", SuggestingForm),
    Form("rate", RatingForm),
    Form("contact", NewContactForm),
    Form("consent", TakingDownForm),
    Form("begin", BeginningForm),
    Form("start/:enrolment", ChangeStartForm, ("enrolment",)),
    Form("finish/:enrolment", FinishingForm, ("enrolment",)),
    Form("follow-up/:enrolment", FollowingUpForm, ("enrolment",)),
    Form("intervention", NewInterventionForm),
    Form("intervention/:intervention", ChangeInterventionForm, ("intervention",)),
    Form("intervention-ended/:intervention", EndingForm, ("intervention",)),
    Form("belief", BelievingForm),
    Form("correct/:correction", AnsweringForm, ("correction",)),
    Form("erase/:erasure", DecidingForm, ("erasure",)),
    Form("hand-over", HandingOver),
    Form("left-behind", LeftBehindForm),
    Form("invite", InviteAgain),
    Form("pass-on", PassingOn),
    Form("passed-on/:disclosure", PassedOnSheet, ("disclosure",)),
    Form("devices", LostPhone),
)
