"""A place where a person can stand, as the readers of places hand it on."""

from dataclasses import dataclass
from typing import Literal

from extractor.facts.people.names import Name
from extractor.facts.people.roles import RoleUse
from models.vocabulary import Funzione

Legame = Literal["diretto", "complemento", "copula", "prima", "richiamo", "titolo", "elenco"]
"""How a name hangs on what makes it a person with a role."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where a person can stand.

    ``legame`` says how the name hangs on its role (or on the word that calls for it, in
    ``richiamo``); ``firmato`` that ``f.to`` stands before it; ``riga`` that it fills its line;
    ``funzione`` what the place itself says that the person does; ``contiguo`` that nothing of
    another person stands between the role and the name; ``riconosciuto`` that the trained
    recogniser knows the name for one.
    """

    name: Name
    legame: Legame
    role: RoleUse | None = None
    firmato: bool = False
    riga: bool = False
    richiamo: str = ""
    funzione: Funzione | None = None
    contiguo: bool = True
    riconosciuto: bool = False

    @property
    def dubbio(self) -> bool:
        """Whether only the shape of the words speaks for a name."""
        return not (self.name.titolo or self.name.noto or self.riconosciuto)

    @property
    def inizio(self) -> int:
        """Where the words of the place begin: the role's or the name's."""
        if self.role is None or not self.contiguo:
            return self.name.da
        return min(self.name.da, self.role.inizio)

    @property
    def fine(self) -> int:
        """Where they end."""
        if self.role is None or not self.contiguo:
            return self.name.fine
        return max(self.name.fine, self.role.fine)
