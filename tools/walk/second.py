"""A second association beside the demo's own, which sees nothing of it, and the two who work there."""

from mia_companion.demo.people import DemoCoordinator
from mia_companion.server import operations
from mia_companion.server.backend import Backend

SIV = DemoCoordinator("Siv Ahl", "siv@demo.example", "demo-siv-ahl-", "070-000 00 05")
TORE = DemoCoordinator("Tore Ask", "tore@demo.example", "demo-tore-ask-", "070-000 00 06")


async def found(backend: Backend) -> None:
    """Nobody takes part in it yet."""
    association = await operations.create_association(backend, "Samordningsförbundet Prov")
    site = await operations.create_site(backend, association, "MIA Vidare Prov")
    for who in (SIV, TORE):
        await operations.create_coordinator(
            backend, site, who.name, who.email, who.password, phone=who.phone
        )
