"""The caller's own devices."""

from fastapi import APIRouter

from mia_companion.server.api.parts import Calling, Server
from mia_companion.server.refusals import Refusal
from mia_companion.wire import problems
from mia_companion.wire.accounts import DeviceId, Devices

router = APIRouter(tags=["devices"])


@router.get("/v1/devices")
async def devices(server: Server, caller: Calling) -> Devices:
    """Those that may still read."""
    return Devices(devices=await server.accounts.devices(caller))


@router.delete("/v1/devices/{device}", status_code=204)
async def remove(device: DeviceId, server: Server, caller: Calling) -> None:
    """End a device's access, from its next request on."""
    if not await server.accounts.remove_device(caller.account, device, by=caller.account):
        raise Refusal(problems.NOT_FOUND)
