"""A server restored from a backup gets back what it lacks, and nothing is wiped anywhere."""

from tests.world import Device, World

People = tuple[Device, Device, Device]


def _words(device: Device, participant: str) -> list[str]:
    return [m.words for m in device.companion.view.plan(participant).thread()]


async def test_what_a_restored_server_lacks_comes_back_from_the_devices(
    world: World, people: People
) -> None:
    desktop, phone, tablet = people
    who = phone.participant
    phone.do.messages.write("före")
    for device in people:
        await device.sync()
    await world.stop()
    world.back_up()
    await world.start()
    desktop.do.messages.write("från Karin", participant=who)
    await desktop.sync()
    phone.do.messages.write("läst av alla")
    phone.do.path.plan_step("hemligt", private=True)
    await phone.sync()
    await desktop.sync()
    phone.do.messages.write("bara sänt")
    await phone.companion.engine.sync(())
    assert phone.companion.view.outbox == ()  # nobody wrote in between: the answer proves its place
    desktop.do.messages.write("Karin igen", participant=who)
    await desktop.sync()
    phone.do.messages.write("sänt, ej hämtat")
    await phone.companion.engine._pushing.push_all(phone.companion.engine.epoch)
    [behind] = phone.companion.store.outbox.all()
    assert behind.state == "sent"  # Karin's is to be read first
    tablet.do.messages.write("väntar")
    await world.stop()
    world.restore()
    await world.start()
    for _ in range(2):
        for device in (tablet, desktop, phone):
            await device.sync()
    for device in people:
        assert sorted(_words(device, who)) == sorted(
            [
                *("före", "från Karin", "läst av alla", "bara sänt"),
                *("Karin igen", "sänt, ej hämtat", "väntar"),
            ]
        )
        assert device.companion.view.outbox == ()
        assert device.shared(who) == desktop.shared(who)
        assert device.companion.store.outbox.to_return(9) == []
    assert [s.words for s in tablet.companion.view.plan().steps] == ["hemligt"]


async def test_what_was_written_on_something_lost_never_comes_before_it(
    world: World, people: People
) -> None:
    desktop, phone, tablet = people
    await world.stop()
    world.back_up()
    await world.start()
    phone.do.path.plan_step("Gå ut")
    await phone.sync()
    await tablet.sync()
    (step,) = tablet.companion.view.plan().steps
    assert tablet.do.path.reword_step(step.id, "Gå ut med hunden")
    assert tablet.do.path.mark_step(step.id, "done")
    await world.stop()
    world.restore()
    await world.start()
    for device in (tablet, phone, desktop, tablet):
        await device.sync()
    for device in people:
        (step,) = device.shared(phone.participant).steps.values()
        assert (step.words, step.state) == ("Gå ut med hunden", "done")
        assert device.companion.view.outbox == ()


async def test_a_person_whom_the_restored_server_does_not_know_stays_on_the_devices(
    world: World,
) -> None:
    """The server may be restored again, from a newer backup."""
    await world.stop()
    world.back_up()
    await world.start()
    desktop, phone, tablet = await world.people()
    phone.do.messages.write("kvar")
    await phone.sync()
    await desktop.sync()
    await world.stop()
    world.restore()
    await world.start()
    await desktop.do.access.sign_in("karin@example.org", "ett långt lösenord")
    desktop.companion.runner.stop()
    await desktop.sync()
    assert _words(desktop, phone.participant) == ["kvar"]
    assert [m.words for m in phone.companion.view.plan().thread()] == ["kvar"]
    assert tablet.companion.view.journals


async def test_a_server_that_lost_its_keys_too_gets_everyones_own_words(
    world: World, people: People
) -> None:
    desktop, phone, _ = people
    await world.stop()
    world.back_up()
    await world.start()
    phone.do.messages.write("mina ord")
    await phone.sync()
    await desktop.sync()
    await world.stop()
    world.restore()
    (world.folder / "server" / "keys" / "server" / "receipt.key").unlink()
    await world.start()
    for device in (desktop, phone, desktop):
        await device.sync()
    for device in (desktop, phone):
        assert _words(device, phone.participant) == ["mina ord"]
        assert device.companion.view.outbox == ()
