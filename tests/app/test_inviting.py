"""An invitation whose answer was lost is asked again for the same person."""

from mia_companion.wire.accounts import Invitation
from mia_companion.wire.problems import OFFLINE
from tests.sync.faults import Faults
from tests.world import World


async def test_a_name_asked_again_after_a_lost_answer_is_one_person(world: World) -> None:
    faults = Faults(world.network)
    desktop = world.device("desktop", faults)
    await desktop.sign_in()
    faults.plan("lost answer")
    assert await desktop.do.access.invite("Amina") == OFFLINE
    faults.heal()
    again = await desktop.do.access.invite("Amina")
    assert isinstance(again, Invitation)
    await desktop.sync()
    assert desktop.companion.view.participants == (again.participant,)
    other = await desktop.do.access.invite("Amina")
    assert isinstance(other, Invitation)
    assert other.participant != again.participant
