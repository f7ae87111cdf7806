"""Settling a thread travels to colleagues and never to the participant; ready words reach everyone."""

from mia_companion.app.actions.message_templates import LONGEST_TITLE
from mia_companion.app.actions.outcome import EMPTY, TOO_LONG
from mia_companion.app.inbox import Inbox
from mia_companion.domain.message_templates import message_templates
from mia_companion.domain.messages import GENERAL
from mia_companion.domain.words import MAX_LONG
from mia_companion.wire import problems
from tests.world import Device, World

People = tuple[Device, Device, Device]


def _waits(desktop: Device) -> list[bool]:
    return [one.waits for one in Inbox().threads(desktop.companion.view)]


async def test_settled_on_one_of_the_teams_devices_it_is_done_on_the_others(
    world: World, people: People
) -> None:
    desktop, phone, _ = people
    laptop = world.device("laptop")
    await laptop.sign_in()
    assert phone.do.messages.write("Tack, det var allt")
    for device in (phone, desktop, laptop):
        await device.sync()
    assert _waits(desktop) == _waits(laptop) == [True]
    assert desktop.do.messages.settle(GENERAL, phone.participant)
    for device in (desktop, laptop, phone):
        await device.sync()
    assert _waits(desktop) == _waits(laptop) == [False]
    view = phone.companion.view
    assert not [one for one in view.pictures.values() if one.settled]
    assert {held.info.role for held in view.journals.values()} == {"shared", "own", "directory"}
    assert phone.do.messages.write("En sak till")
    for device in (phone, desktop):
        await device.sync()
    assert _waits(desktop) == [True]


async def test_taking_back_brings_what_was_said_before(people: People) -> None:
    desktop, phone, _ = people
    who = phone.participant
    said = []
    for words in ("Ett", "Två"):
        assert phone.do.messages.write(words)
        await phone.sync()
        await desktop.sync()
        said.append(desktop.do.messages.settle(GENERAL, who))
    desktop.do.messages.undo(said[-1])
    [first, second] = desktop.companion.view.plan(who).thread()
    assert desktop.companion.view.picture("team", who).settled[GENERAL].message_id == first.id
    [one] = Inbox().threads(desktop.companion.view)
    assert one.waits_since == second.by.at
    again = desktop.do.messages.let_wait(GENERAL, who)
    [one] = Inbox().threads(desktop.companion.view)
    assert one.waits_since == first.by.at
    desktop.do.messages.undo(again)
    assert desktop.companion.view.picture("team", who).settled[GENERAL].message_id == first.id


async def test_what_nobody_wrote_in_cannot_be_settled_and_a_stranger_neither(
    people: People,
) -> None:
    desktop, phone, _ = people
    for thread, who in ((GENERAL, phone.participant), (GENERAL, "nobody")):
        assert desktop.do.messages.settle(thread, who).problem == problems.NOT_FOUND
    assert desktop.companion.view.outbox == ()


async def test_an_inbox_forgets_whoever_has_left_and_is_nobodys_for_a_participant(
    people: People,
) -> None:
    desktop, phone, _ = people
    assert phone.do.messages.write("Hej")
    await phone.sync()
    await desktop.sync()
    inbox = Inbox()
    [one] = inbox.threads(desktop.companion.view)
    assert one is inbox.threads(desktop.companion.view)[0]
    assert await desktop.do.access.sign_out() == ""
    assert inbox.threads(desktop.companion.view) == ()
    assert not inbox._found
    assert inbox.threads(phone.companion.view) == ()


async def test_ready_words_are_written_changed_taken_away_and_brought_back(people: People) -> None:
    desktop, phone, _ = people
    templates = desktop.do.message_templates

    def listed(device: Device) -> list[tuple[str, str]]:
        found = message_templates(device.companion.view.site.listings)
        return [(one.title, one.words) for one in found]

    added = templates.write(" Hej ", "Hej {name}!", item="t-1")
    changed = templates.write("Hej", "Hej där, {name}!", item="t-1")
    assert listed(desktop) == [("Hej", "Hej där, {name}!")]
    templates.undo(changed)
    assert listed(desktop) == [("Hej", "Hej {name}!")]
    gone = templates.take_away("t-1")
    assert listed(desktop) == []
    assert templates.take_away("t-1").problem == problems.NOT_FOUND
    templates.undo(gone)
    await desktop.sync()
    await phone.sync()
    assert listed(phone) == [("Hej", "Hej {name}!")]
    templates.undo(added)
    assert listed(desktop) == []


async def test_empty_and_too_long_ready_words_are_not_listed(people: People) -> None:
    desktop, _, _ = people
    write = desktop.do.message_templates.write
    for title, words, problem in (
        (" \n", "Hej", EMPTY),
        ("Hej", " ", EMPTY),
        ("x" * (LONGEST_TITLE + 1), "Hej", TOO_LONG),
        ("Hej", "x" * (MAX_LONG + 1), TOO_LONG),
    ):
        assert write(title, words, item="t-1").problem == problem
    assert desktop.companion.view.outbox == ()
