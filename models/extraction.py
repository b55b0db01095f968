"""What the pipeline makes of one file: all the rows that the store takes."""

from pydantic import Field

from models.evidence import Menzione, Record
from models.facts import Acronimo, Codice, Importo, Persona, Riferimento, Scadenza
from models.records import (
    Atto,
    Documento,
    DocumentoCollegato,
    Firma,
    Pagina,
    Parte,
    Segnalazione,
    VoceSommario,
)
from models.sheets import (
    Beneficiario,
    Contraente,
    Intervento,
    Movimento,
    Rilascio,
    SchedaCup,
    SchedaServizio,
    Tabella,
)


class Estrazione(Record):
    """The records of one document, a field for each table of the store."""

    documento: Documento
    pagine: tuple[Pagina, ...] = ()
    firme: tuple[Firma, ...] = ()
    atti: tuple[Atto, ...] = ()
    parti: tuple[Parte, ...] = ()
    sommario: tuple[VoceSommario, ...] = ()
    riferimenti: tuple[Riferimento, ...] = ()
    importi: tuple[Importo, ...] = ()
    codici: tuple[Codice, ...] = ()
    scadenze: tuple[Scadenza, ...] = ()
    persone: tuple[Persona, ...] = ()
    acronimi: tuple[Acronimo, ...] = ()
    rilasci: tuple[Rilascio, ...] = ()
    interventi: tuple[Intervento, ...] = ()
    beneficiari: tuple[Beneficiario, ...] = ()
    schede_servizio: tuple[SchedaServizio, ...] = ()
    schede_cup: tuple[SchedaCup, ...] = ()
    contraenti: tuple[Contraente, ...] = ()
    movimenti: tuple[Movimento, ...] = ()
    tabelle: tuple[Tabella, ...] = ()
    menzioni: tuple[Menzione, ...] = ()
    documenti_collegati: tuple[DocumentoCollegato, ...] = ()
    segnalazioni: tuple[Segnalazione, ...] = ()
    avvisi: tuple[str, ...] = Field((), description="Avvisi della lettura")
