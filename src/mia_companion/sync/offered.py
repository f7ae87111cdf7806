"""What the server offers, and whether an address for it is right."""

from mia_companion.sync.answers import read
from mia_companion.sync.line import Line
from mia_companion.wire.health import Health
from mia_companion.wire.proofs import DigitsRead, ProofAsked


class OfferedLine(Line):
    """Raises SyncError and nothing else."""

    async def health(self) -> Health:
        """That it is there, and what it offers."""
        return read(await self._authorized("GET", "/v1/health"), Health)

    async def ask_for_proof(self, asked: ProofAsked) -> None:
        """Have digits sent to an address or a number."""
        await self._authorized("POST", "/v1/proofs", asked.model_dump_json().encode())

    async def digits_read(self, said: DigitsRead) -> None:
        """Say which were read there."""
        await self._authorized("POST", "/v1/proofs/read", said.model_dump_json().encode())
