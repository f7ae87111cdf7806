"""The devices of the caller, and of participants whom a coordinator follows."""

from fastapi import APIRouter

from mia_companion.server.api.parts import Calling, Server
from mia_companion.wire.accounts import DeviceId, Devices

router = APIRouter(tags=["devices"])


@router.get("/v1/devices")
async def devices(server: Server, caller: Calling) -> Devices:
    """Those that may still read, and those that may not any more since 90 days."""
    return await server.own_devices.mine(caller)


@router.delete("/v1/devices/{device}", status_code=204)
async def remove(device: DeviceId, server: Server, caller: Calling) -> None:
    """End a device's access, from its next request on. It is told so, and forgets."""
    await server.own_devices.remove_mine(caller, device)


@router.delete("/v1/devices", status_code=204)
async def remove_others(server: Server, caller: Calling) -> None:
    """End the access of all the caller's devices but the one that asks."""
    await server.own_devices.remove_my_others(caller)


@router.get("/v1/participants/{participant}/devices")
async def theirs(participant: str, server: Server, caller: Calling) -> Devices:
    """A participant's devices, for the coordinators who follow them."""
    return await server.own_devices.theirs(caller, participant)


@router.delete("/v1/participants/{participant}/devices/{device}", status_code=204)
async def remove_theirs(
    participant: str, device: DeviceId, server: Server, caller: Calling
) -> None:
    """A participant has lost a device, and said so. It is in the audit, and the participant is told."""
    await server.own_devices.remove_theirs(caller, participant, device)
