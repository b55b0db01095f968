"""The records of files, documents, acts and parts."""

from typing import Any

from pydantic import Field

from models.evidence import Fatto, Record
from models.vocabulary import (
    Flusso,
    Gravita,
    Lettura,
    RegolaSegnalazione,
    TipoAtto,
    TipoParte,
    TipoRiferimento,
)


class Documento(Record):
    """One file as it came in; a bulletin is one document that holds many acts."""

    id: str = Field(description="SHA-256 dei byte del file")
    nome: str = Field(description="Nome del file")
    formato: str = Field(description="Formato riconosciuto dal contenuto: pdf, txt, …")
    contenitore_id: str | None = Field(None, description="Documento da cui il file è stato tratto")
    pagine: int = Field(0, description="Numero di pagine")
    pagine_ocr: int = Field(0, description="Pagine lette con riconoscimento ottico")
    caratteri: int = Field(0, description="Lunghezza del testo")
    tipo: str | None = Field(None, description="bollettino, o il tipo del suo atto")
    bollettino: str | None = Field(None, description="Numero del bollettino")
    serie: str | None = Field(None, description="Serie del bollettino")
    data_pubblicazione: str | None = Field(None, description="Data del bollettino (ISO 8601)")
    stato: str = Field("ok", description="ok, o errore")
    errore: str | None = Field(None, description="Perché il documento non è stato letto")


class File(Record):
    """A path that was tried."""

    cartella: str = Field("", description="Cartella acquisita, come indicata")
    percorso: str = Field(description="Percorso, relativo alla cartella acquisita")
    documento_id: str | None = Field(None, description="Il documento letto; vuoto in caso d'errore")
    stato: str = Field("ok", description="ok, o errore")
    errore: str | None = Field(None, description="Perché il file non è stato letto")
    dimensione: int | None = Field(None, description="Byte")


class Pagina(Record):
    """A page of a document."""

    documento_id: str = Field(description="Documento")
    pagina: int = Field(description="Numero nel file, da 1")
    larghezza: float = Field(description="Larghezza in punti PDF")
    altezza: float = Field(description="Altezza in punti PDF")
    lettura: Lettura = Field(description="Come la pagina è stata letta")
    colonne: int = Field(description="Colonne di testo")


class Firma(Record):
    """A digital signature in or around a file; not verified."""

    documento_id: str = Field(description="Documento")
    ordine: int = Field(description="Posto fra le firme del documento")
    formato: str = Field(description="CAdES o PAdES")
    firmatario: str = Field(description="Firmatario, dal certificato")
    emittente: str | None = Field(None, description="Emittente del certificato")
    seriale: str | None = Field(None, description="Numero di serie del certificato")
    data: str | None = Field(None, description="Data della firma, come dichiarata")
    stato: str = Field("non verificata", description="La firma non viene verificata")


class Atto(Record):
    """One resolution, decree, agreement, plan or notice, with body and attachments."""

    id: str = Field("", description="Identificativo dell'atto nel documento")
    identificativo: str | None = Field(
        None, description="Identificativo leggibile: ente/tipo/anno/numero"
    )
    documento_id: str = Field("", description="Documento che contiene l'atto")
    tipo: TipoAtto = Field(description="Tipo di atto")
    sigla: str | None = Field(None, description="Forma stampata del tipo: D.d.u.o.")
    numero: str | None = Field(None, description="Numero come stampato: X/6502")
    anno: int | None = Field(None, description="Anno")
    data: str | None = Field(None, description="Data (ISO 8601)")
    ente: str | None = Field(None, description="Ente che emana l'atto")
    organo: str | None = Field(None, description="Organo dell'ente")
    struttura: str | None = Field(None, description="Struttura proponente o competente")
    oggetto: str | None = Field(None, description="Oggetto")
    pagina_inizio: int | None = Field(None, description="Prima pagina nel file")
    pagina_fine: int | None = Field(None, description="Ultima pagina nel file")
    pagina_stampata: int | None = Field(None, description="Prima pagina come numerata a stampa")
    sezione: str | None = Field(None, description="Sezione del bollettino")
    sottosezione: str | None = Field(None, description="Sottosezione del bollettino")
    direzione: str | None = Field(None, description="Direzione generale, nel bollettino")
    bollettino: str | None = Field(None, description="Numero del bollettino")
    serie: str | None = Field(None, description="Serie del bollettino")
    data_pubblicazione: str | None = Field(None, description="Data del bollettino (ISO 8601)")
    inizio: int = Field(0, description="Primo carattere dell'atto nel testo del documento")
    fine: int = Field(0, description="Carattere dopo l'ultimo dell'atto")


class Parte(Record):
    """A part of a document; the leaves partition its text."""

    id: str = Field(description="Identificativo, derivato dal contenuto")
    documento_id: str = Field(description="Documento")
    atto_id: str | None = Field(None, description="Atto; vuoto fuori dagli atti")
    genitore_id: str | None = Field(None, description="Parte che contiene questa")
    tipo: TipoParte = Field(description="Tipo di parte")
    ordine: int = Field(description="Posto fra le parti del documento")
    foglia: bool = Field(description="1 se non contiene altre parti")
    etichetta: str | None = Field(None, description="Numero o lettera come stampati")
    titolo: str | None = Field(None, description="Titolo")
    testo: str | None = Field(None, description="Testo; solo nelle foglie")
    inizio: int = Field(description="Primo carattere nel testo del documento")
    fine: int = Field(description="Carattere dopo l'ultimo")
    pagina_inizio: int = Field(description="Prima pagina")
    pagina_fine: int = Field(description="Ultima pagina")


class VoceSommario(Fatto):
    """An entry of a bulletin's table of contents; ``pagina_stampata`` is the printed page."""

    ordine: int = Field(description="Posto nel sommario")
    sezione: str | None = Field(None, description="Sezione: C) Giunta regionale e assessori")
    sottosezione: str | None = Field(None, description="Sottosezione")
    direzione: str | None = Field(None, description="Direzione generale")
    tipo: TipoAtto = Field(description="Tipo dell'atto")
    sigla: str | None = Field(None, description="Forma stampata del tipo")
    numero: str | None = Field(None, description="Numero come stampato")
    data: str | None = Field(None, description="Data (ISO 8601)")
    oggetto: str | None = Field(None, description="Oggetto")
    pagina_stampata: int | None = Field(None, description="Pagina stampata nel sommario")

    def chiave(self) -> tuple[Any, ...]:
        """The place in the table of contents."""
        return (self.ordine,)


class DocumentoCollegato(Record):
    """A document that belongs to an act printed elsewhere: a visto, an attachment.

    ``tipo``, ``numero``, ``data`` and ``ente`` say which act the document names.
    """

    documento_id: str = Field(description="Il visto o l'allegato")
    atto_id: str | None = Field(None, description="L'atto a cui appartiene, se è nell'archivio")
    relazione: str = Field(description="visto o allegato")
    tipo: TipoRiferimento = Field(description="Tipo dell'atto a cui dice di appartenere")
    numero: str | None = Field(None, description="Numero di quell'atto")
    anno: int | None = Field(None, description="Anno di quell'atto")
    data: str | None = Field(None, description="Data di quell'atto (ISO 8601)")
    ente: str | None = Field(None, description="Ente di quell'atto")


class Segnalazione(Record):
    """Something that does not add up, or that could not be read."""

    id: str = Field("", description="Identificativo, derivato dal contenuto")
    documento_id: str = Field("", description="Documento")
    atto_id: str | None = Field(None, description="Atto")
    regola: RegolaSegnalazione = Field(description="Regola che ha dato la segnalazione")
    gravita: Gravita = Field(description="errore, avviso o nota")
    messaggio: str = Field(description="Che cosa non torna")
    fatti: tuple[str, ...] = Field((), description="Fatti su cui la segnalazione si fonda")
    inizio: int | None = Field(None, description="Primo carattere del punto segnalato")
    fine: int | None = Field(None, description="Carattere dopo l'ultimo")
    flusso: Flusso = Field("testo", description="Testo a cui si riferiscono inizio e fine")
    pagina: int | None = Field(None, description="Pagina del file")
    testo: str | None = Field(None, description="Le parole segnalate")
