"""The records of Spoglio: what the pipeline produces and the store keeps.

>>> from models import Importo
>>> Importo(inizio=0, fine=10, testo="€ 1.358,30", importo="1358.30", centesimi=135830).chiave()
(Decimal('1358.30'),)
"""

from models.document import Box, Cell, Document, Furniture, Line, Page, Signature, Table
from models.evidence import Evidenza, Fatto, Menzione, Record
from models.extraction import Estrazione
from models.facts import Acronimo, Codice, Importo, Persona, Riferimento, Scadenza
from models.records import (
    Atto,
    Documento,
    DocumentoCollegato,
    File,
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
from models.structure import Act, Context, Part, Structure, ZoneSpan

__all__ = [
    "Acronimo",
    "Act",
    "Atto",
    "Beneficiario",
    "Box",
    "Cell",
    "Codice",
    "Context",
    "Contraente",
    "Document",
    "Documento",
    "DocumentoCollegato",
    "Estrazione",
    "Evidenza",
    "Fatto",
    "File",
    "Firma",
    "Furniture",
    "Importo",
    "Intervento",
    "Line",
    "Menzione",
    "Movimento",
    "Page",
    "Pagina",
    "Part",
    "Parte",
    "Persona",
    "Record",
    "Riferimento",
    "Rilascio",
    "Scadenza",
    "SchedaCup",
    "SchedaServizio",
    "Segnalazione",
    "Signature",
    "Structure",
    "Tabella",
    "Table",
    "VoceSommario",
    "ZoneSpan",
]
