"""Any split, delay and repetition of entries gives every device of one audience the same picture."""

from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from mia_companion.domain.entries import Confirmed, Entry
from mia_companion.domain.facts import Fact
from mia_companion.domain.fold import fold
from mia_companion.domain.picture import EMPTY, Picture, load_picture, save_picture
from tests.domain.strategies import DEVICES, bodies, journals
from tests.example_data import NOW, confirmed, entry


@given(journals(), st.data())
def test_any_pages_overlapping_or_repeated_give_the_same_picture(
    journal: tuple[Confirmed, ...], data: st.DataObject
) -> None:
    whole = fold(EMPTY, journal)
    picture = EMPTY
    while picture.seq < len(journal):
        start = data.draw(st.integers(0, picture.seq))
        stop = data.draw(st.integers(picture.seq + 1, len(journal)))
        picture = fold(picture, journal[start:stop])
        if data.draw(st.booleans()):
            picture = load_picture(save_picture(picture))
    assert picture == whole


@dataclass
class Device:
    """A device as the design has it: what is confirmed, and what waits on top of it."""

    name: str
    picture: Picture = EMPTY
    outbox: list[Entry] = field(default_factory=list)

    @property
    def shown(self) -> Picture:
        return fold(self.picture, self.outbox)

    def record(self, body: Fact | str, number: int) -> None:
        self.outbox.append(
            entry(
                body,
                f"entry-{number:04}",
                author=DEVICES[self.name],
                device=self.name,
                based_on=self.picture.seq,
            )
        )

    def pull(self, journal: list[Confirmed], most: int) -> None:
        page = journal[self.picture.seq :][:most]
        self.picture = fold(self.picture, page)
        came = {one.entry.id for one in page}
        self.outbox = [one for one in self.outbox if one.id not in came]


def _push(journal: list[Confirmed], device: Device, most: int) -> None:
    held = {one.entry.id for one in journal}
    for one in device.outbox[:most]:
        if one.id not in held:
            journal.append(confirmed(one, len(journal) + 1, at=NOW))


actions = st.lists(
    st.tuples(
        st.sampled_from(sorted(DEVICES)),
        st.one_of(
            bodies.map(lambda body: ("record", body)),
            st.integers(1, 3).map(lambda most: ("push", most)),
            st.integers(1, 3).map(lambda most: ("pull", most)),
        ),
    ),
    max_size=25,
)


@given(actions)
def test_devices_that_write_offline_and_meet_in_any_order_agree(
    happened: list[tuple[str, tuple[str, Fact | str | int]]],
) -> None:
    journal: list[Confirmed] = []
    devices = {name: Device(name) for name in DEVICES}
    for number, (name, (what, how)) in enumerate(happened):
        device = devices[name]
        if what == "record":
            assert not isinstance(how, int)
            device.record(how, number)
        elif what == "push":
            assert isinstance(how, int)
            _push(journal, device, how)
        else:
            assert isinstance(how, int)
            device.pull(journal, how)
        # incremental folding, beneath what waits, is folding from the beginning
        anew = fold(fold(EMPTY, journal[: device.picture.seq]), device.outbox)
        assert device.shown == anew
    for device in devices.values():
        _push(journal, device, len(device.outbox))
    for device in devices.values():
        device.pull(journal, len(journal))
        assert not device.outbox
        assert device.shown == fold(EMPTY, journal)
