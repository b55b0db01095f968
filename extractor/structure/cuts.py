"""Where the zones of an act begin."""

from dataclasses import dataclass

from models.vocabulary import Zona


@dataclass(frozen=True, slots=True)
class Cut:
    """A zone begins at block number ``blocco``."""

    blocco: int
    zona: Zona
