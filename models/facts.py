"""The facts found in the running text of an act: citations, amounts, codes, terms, people.

Normalised values follow the rules of each class; the words as printed stay in ``testo``.
"""

from decimal import Decimal
from typing import Any, Literal

from pydantic import Field

from models.evidence import Fatto
from models.numbers import bare_number
from models.vocabulary import (
    Funzione,
    Relazione,
    RuoloImporto,
    TipoCodice,
    TipoRiferimento,
    TipoScadenza,
)


class Riferimento(Fatto):
    """An act cited by this one.

    ``numero`` is as joined, with the legislature where an act of the Region carries one
    (``XII/514``); ``articolo`` as printed. ``urn`` follows URN:NIR, for acts of the Union ELI.
    """

    tipo: TipoRiferimento = Field(description="Tipo dell'atto citato")
    numero: str | None = Field(None, description="Numero, con la legislatura se stampata: XII/514")
    anno: int | None = Field(None, description="Anno dell'atto citato")
    data: str | None = Field(None, description="Data dell'atto citato (ISO 8601)")
    ente: str | None = Field(None, description="Ente che ha emanato l'atto citato")
    articolo: str | None = Field(None, description="Articoli, commi e lettere citati")
    urn: str | None = Field(None, description="Identificativo URN:NIR, o ELI per l'Unione europea")
    relazione: Relazione | None = Field(None, description="Che cosa l'atto fa di quello citato")
    refuso: bool = Field(False, description="La citazione contiene un errore di stampa")
    atto_citato_id: str | None = Field(None, description="L'atto citato, se è nell'archivio")

    def chiave(self) -> tuple[Any, ...]:
        """Kind, number without the legislature's prefix, year; without a number, the date."""
        if self.numero is None:
            return (self.tipo, None, self.anno, self.data or self.testo.casefold())
        return (self.tipo, bare_number(self.numero, self.anno), self.anno)


class Importo(Fatto):
    """An amount of money, exact.

    ``importo`` is a decimal as text with at least two decimals (``18727000.00``); a unit price
    with more decimals has no ``centesimi``.
    """

    importo: str = Field(description="Importo decimale esatto: 18727000.00")
    centesimi: int | None = Field(None, description="Importo in centesimi")
    valuta: str = Field("EUR", description="Valuta (ISO 4217)")
    iva: Literal["inclusa", "esclusa"] | None = Field(None, description="IVA inclusa o esclusa")
    ruolo: RuoloImporto = Field("altro", description="Che cosa l'importo è")
    esercizio: int | None = Field(None, description="Esercizio finanziario")
    capitolo: str | None = Field(None, description="Capitolo di bilancio")

    def chiave(self) -> tuple[Any, ...]:
        """The exact value."""
        return (Decimal(self.importo),)


class Codice(Fatto):
    """A code: CUP, CIG, fiscal code, protocol number, chapter…; kept also when it is wrong."""

    tipo: TipoCodice = Field(description="Tipo di codice")
    valore: str = Field(description="Valore normalizzato: maiuscole, senza spazi né punti")
    valido: bool | None = Field(
        None, description="1 se rispetta la sua regola, 0 se no; vuoto se una regola non esiste"
    )
    motivo: str | None = Field(None, description="Perché il codice non è valido")
    data: str | None = Field(None, description="Data stampata con il codice (protocolli)")

    def chiave(self) -> tuple[Any, ...]:
        """Kind and value."""
        return (self.tipo, self.valore)


class Scadenza(Fatto):
    """A date by which something must happen or until which it holds, or a term.

    A term has ``durata`` (ISO 8601: ``P60D``) with the event it runs from in ``decorrenza``.
    """

    tipo: TipoScadenza = Field(description="Tipo di scadenza")
    data: str | None = Field(None, description="Data (ISO 8601), stampata o fissata per regola")
    durata: str | None = Field(None, description="Durata (ISO 8601): P60D, P3Y")
    decorrenza: str | None = Field(None, description="Evento da cui la durata decorre")
    giorni: Literal["calendario", "lavorativi"] | None = Field(
        None, description="Come si contano i giorni"
    )
    data_calcolata: str | None = Field(None, description="Data che risulta, se l'evento è noto")
    dal: str | None = Field(None, description="Inizio del periodo (ISO 8601)")
    ora: str | None = Field(None, description="Ora del giorno: 12:00")
    ricorrenza: str | None = Field(None, description="Ricorrenza (RRULE, RFC 5545)")
    oggetto: str | None = Field(None, description="Che cosa scade")
    destinatario: str | None = Field(None, description="Chi deve rispettare la scadenza")

    def chiave(self) -> tuple[Any, ...]:
        """The date, or the duration with its event."""
        if self.data is not None:
            return (self.data, None)
        return (None, self.durata)


class Persona(Fatto):
    """A natural person named with a role in the act; once per person and role."""

    nome: str = Field(description="Nome e cognome, senza titoli: Paola Palmieri")
    funzione: Funzione = Field(description="Che cosa la persona fa nell'atto")
    titolo: str | None = Field(None, description="Titolo come stampato: Dott.ssa")
    qualifica: str | None = Field(None, description="Qualifica come stampata: Direttore Generale")
    ente: str | None = Field(None, description="Ente per cui la persona agisce")

    def chiave(self) -> tuple[Any, ...]:
        """Name without regard to case, and role."""
        return (self.nome.casefold(), self.funzione)


class Acronimo(Fatto):
    """A short form and what it stands for, as the act defines it."""

    sigla: str = Field(description="Sigla come stampata")
    definizione: str = Field(description="Definizione come stampata")

    def chiave(self) -> tuple[Any, ...]:
        """The short form as printed."""
        return (self.sigla,)
