"""A doubt about identities, as it is told."""

from typing import Any, NamedTuple

from models.identity import content_id


class Doubt(NamedTuple):
    """Two things that may be one, or one that may be two."""

    genere: str
    motivo: str
    messaggio: str
    voci: tuple[str, ...]

    def row(self) -> dict[str, Any]:
        """The doubt as a row of ``dubbi_identita``, with an identifier of its own."""
        return {"id": content_id("dubbi", *self), **self._asdict()}
