"""A deadline while it is being found: spans and values, before it becomes a record."""

from dataclasses import dataclass
from datetime import date

from extractor.facts.durations import Days
from models import Scadenza
from models.vocabulary import TipoScadenza

_DOUBT = 0.4
"""Of the doubts by which rules for one stretch of text are weighed against each other, what is left
where a rule has won: on acts annotated by hand one deadline in two hundred was wrong."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A deadline at ``text[inizio:fine]``; ``nucleo`` is where its date or duration stands."""

    inizio: int
    fine: int
    nucleo: tuple[int, int]
    tipo: TipoScadenza
    regola: str
    confidenza: float
    data: date | None = None
    durata: str | None = None
    decorrenza: str | None = None
    giorni: Days | None = None
    dal: date | None = None
    ora: str | None = None
    ricorrenza: str | None = None
    oggetto: str | None = None

    def record(self, text: str, oggetto: str | None, destinatario: str | None) -> Scadenza:
        """The deadline as a record, with what its sentence says of it."""
        return Scadenza(
            inizio=self.inizio,
            fine=self.fine,
            testo=text[self.inizio : self.fine],
            fonte=f"regola:{self.regola}",
            confidenza=round(1 - _DOUBT * (1 - self.confidenza), 2),
            tipo=self.tipo,
            data=self.data.isoformat() if self.data else None,
            durata=self.durata,
            decorrenza=self.decorrenza,
            giorni=self.giorni,
            dal=self.dal.isoformat() if self.dal else None,
            ora=self.ora,
            ricorrenza=self.ricorrenza,
            oggetto=self.oggetto or oggetto,
            destinatario=destinatario,
        )
