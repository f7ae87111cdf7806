"""Common meetings: they fill the booking form, are made from it, renamed and taken off."""

from pathlib import Path

import flet as ft

from mia_companion.app.actions.meeting_templates import meeting_templates
from tests.ui.booking_there import ADA, a_template, fill, two_people, value_of
from tests.ui.office import an_office


async def test_a_template_fills_what_is_empty_and_leaves_what_is_written(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        two_people(office)
        a_template(office)
        a_template(office, "Frukost", minutes=None, place="Torget 3", way="phone", bring="")
        async with office.screen(route="/calendar/book") as screen:
            await screen.type("What to bring", "Legitimation")
            await screen.click("Trepartssamtal")
            assert value_of(screen, "What it is about") == "Trepartssamtal"
            assert value_of(screen, "Place") == "Torget 1"
            assert value_of(screen, "What to bring") == "Legitimation"
            assert "75" in [one.value for one in screen.controls(ft.RadioGroup)]
            await screen.click("Frukost")
            assert value_of(screen, "What it is about") == "Frukost"
            assert value_of(screen, "What to bring") == "Legitimation"
            values = [one.value for one in screen.controls(ft.RadioGroup)]
            assert "phone" in values
            assert "0" in values


async def test_what_is_written_becomes_a_template_with_nobody_and_no_time_in_it(
    tmp_path: Path,
) -> None:
    with an_office(tmp_path) as office:
        two_people(office)
        async with office.screen(route="/calendar/book") as screen:
            await screen.click("Save as a common meeting")
            assert screen.shows("Let no words in it be about a person.")
            await screen.click("Save it")
            assert screen.shows("Write something first.")
            assert meeting_templates(office.companion.view) == ()
            await fill(screen, "Ada")
            await screen.type("Place", "Torget 1")
            await screen.click("Save it")
            assert screen.shows("It is among the common meetings now.")
        (one,) = meeting_templates(office.companion.view)
        assert (one.title, one.minutes, one.place) == ("Frukost", 60, "Torget 1")
        (waiting,) = office.companion.view.outbox
        assert ADA not in waiting.entry.body
        assert "2026" not in waiting.entry.body


async def test_templates_are_renamed_and_taken_off_with_a_way_back(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        a_template(office)
        async with office.screen(route="/site") as screen:
            await screen.click("Common meetings")
            assert screen.shows("Försäkringskassan · We meet · 75 minutes")
            await screen.click("Rename Trepartssamtal")
            await screen.type("What it is called", " ")
            await screen.click("Save")
            assert screen.shows("Write something first.")
            await screen.type("What it is called", "Möte med handläggaren")
            await screen.click("Save")
            (one,) = meeting_templates(office.companion.view)
            assert (one.title, one.place) == ("Möte med handläggaren", "Torget 1")
            await screen.click("Take Möte med handläggaren off the list")
            assert screen.shows("None yet.")
            await screen.click("Undo")
            assert meeting_templates(office.companion.view) == (one,)
            assert screen.shows("Möte med handläggaren")
