"""The structure of a document: its acts, their parts, and what stands between them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from models.evidence import Fatto
from models.records import Atto, VoceSommario
from models.vocabulary import TipoParte, Zona


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch ``[inizio, fine)`` of the canonical text with one function, and its sub-parts.

    The children of a part, where it has any, cover it without gap or overlap; so the leaves
    of a document partition its text. ``etichetta`` is the printed number or letter (``1.``,
    ``Art. 3``, ``Allegato A``).
    """

    tipo: TipoParte
    inizio: int
    fine: int
    etichetta: str = ""
    titolo: str = ""
    figli: tuple["Part", ...] = ()

    def walk(self) -> Iterator["Part"]:
        """This part and all below it, parents first, in text order."""
        yield self
        for child in self.figli:
            yield from child.walk()

    def leaves(self) -> Iterator["Part"]:
        """The parts below this one (or itself) that have no children, in text order."""
        return (part for part in self.walk() if not part.figli)


class ZoneSpan(NamedTuple):
    """A stretch of text in one zone."""

    inizio: int
    fine: int
    zona: Zona


@dataclass(frozen=True, slots=True)
class Act:
    """An act found in a document.

    ``atto`` holds its header as a record; ``parti`` cover ``[inizio, fine)``; ``fogli`` are the
    records read from its sheets and lists (releases, beneficiaries, CUP sheets, …).
    """

    atto: Atto
    inizio: int
    fine: int
    parti: tuple[Part, ...]
    fogli: tuple[Fatto, ...] = ()

    def zones(self) -> tuple[ZoneSpan, ...]:
        """The zones of the act, in text order, covering it."""
        return tuple(
            ZoneSpan(part.inizio, part.fine, part.tipo)  # type: ignore[arg-type]
            for part in self.parti
        )


@dataclass(frozen=True, slots=True)
class Structure:
    """A document's acts in text order, its table of contents, and its parts outside acts."""

    tipo: str
    atti: tuple[Act, ...]
    parti: tuple[Part, ...] = ()
    sommario: tuple[VoceSommario, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What a finder of facts may know of the act whose text it reads.

    ``zone`` counts offsets in the text handed to the finder; ``data`` is the act's own date,
    ``pubblicazione`` that of the bulletin it is printed in.
    """

    tipo: str = "altro"
    data: date | None = None
    ente: str | None = None
    numero: str | None = None
    pubblicazione: date | None = None
    flusso: str = "testo"
    zone: tuple[ZoneSpan, ...] = ()

    def zone_at(self, offset: int) -> Zona | None:
        """The zone of the character at ``offset``, or None outside every zone."""
        for span in self.zone:
            if span.inizio <= offset < span.fine:
                return span.zona
        return None
