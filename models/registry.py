"""The records of the registry: one identity for each body, person, project, service, act.

They are derived from the facts of all documents together, when an ingest ends.
"""

from typing import Literal

from pydantic import Field

from models.evidence import Record

Genere = Literal["ente", "soggetto", "progetto", "gara", "servizio", "atto"]
"""What has an identity; each has a table of its own."""

RagioneUnione = Literal[
    "nome", "codice", "definizione", "sigla", "forma_giuridica", "decisione",
]  # fmt: skip
"""Why a printed form is taken for a thing's."""

MotivoDubbio = Literal[
    "codici_diversi", "sigla_ambigua", "stesso_codice", "forme_giuridiche",
    "omonimi", "nomi_simili", "date_diverse", "decisione_senza_effetto",
]  # fmt: skip
"""Why two things that may be one are kept apart, or one that may be two is told of."""


class Ente(Record):
    """A body: an administration, a company, an association."""

    id: str = Field(description="Identificativo leggibile, dal nome completo più lungo")
    nome: str = Field(description="La forma estesa stampata in più atti, non tutta maiuscola")
    tipo: str = Field(description="Tipo di ente, dal nome: comune, ministero, societa, …")
    codice_fiscale: str | None = Field(None, description="Codice fiscale stampato accanto al nome")
    partita_iva: str | None = Field(None, description="Partita IVA stampata accanto al nome")
    sigle: tuple[str, ...] = Field((), description="Le sigle con cui gli atti lo chiamano")
    atti_emanati: int = Field(0, description="Atti dell'archivio che ha emanato")
    atti: int = Field(0, description="Atti dell'archivio che lo nominano")


class Soggetto(Record):
    """A person who acts in an office; nobody else has an identity here."""

    id: str = Field(description="Identificativo leggibile: nome e ente")
    nome: str = Field(description="Nome e cognome")
    ente_id: str | None = Field(None, description="L'ente per cui agisce")
    funzioni: tuple[str, ...] = Field((), description="Che cosa fa negli atti")
    dal: str | None = Field(None, description="Data del primo atto che lo nomina (ISO 8601)")
    al: str | None = Field(None, description="Data dell'ultimo atto che lo nomina (ISO 8601)")
    atti: int = Field(0, description="Atti che lo nominano")


class Progetto(Record):
    """A public investment project, by its CUP."""

    id: str = Field(description="Il CUP")
    valido: bool | None = Field(None, description="1 se il CUP rispetta la sua regola")
    descrizione: str | None = Field(None, description="Descrizione dalla scheda CUP")
    documento_id: str | None = Field(None, description="Il documento che ha la scheda")
    titolare_id: str | None = Field(None, description="L'ente titolare, dalla scheda CUP")
    dal: str | None = Field(None, description="Data del primo atto che lo nomina (ISO 8601)")
    al: str | None = Field(None, description="Data dell'ultimo atto che lo nomina (ISO 8601)")
    atti: int = Field(0, description="Atti che lo nominano")


class Gara(Record):
    """A tender or a contract, by its CIG."""

    id: str = Field(description="Il CIG")
    valido: bool | None = Field(None, description="1 se il CIG rispetta la sua regola")
    dal: str | None = Field(None, description="Data del primo atto che la nomina (ISO 8601)")
    al: str | None = Field(None, description="Data dell'ultimo atto che la nomina (ISO 8601)")
    atti: int = Field(0, description="Atti che la nominano")


class Servizio(Record):
    """A digital service, a system or an application that acts name."""

    id: str = Field(description="Identificativo leggibile, dal nome completo")
    nome: str = Field(description="La forma estesa stampata in più atti, non tutta maiuscola")
    tipo: str = Field(description="servizio, sistema, piattaforma, applicativo, …")
    sigle: tuple[str, ...] = Field((), description="Le sigle con cui gli atti lo chiamano")
    codici: tuple[str, ...] = Field((), description="I codici delle sue schede")
    territorio: str | None = Field(
        None, description="La Regione, quando il nome dice «regionale» senza dire quale"
    )
    atti: int = Field(0, description="Atti che lo nominano")


class LegameServizio(Record):
    """A fact tied to a service."""

    servizio_id: str = Field(description="Il servizio")
    tabella: str = Field(description="Tabella del fatto: importi, rilasci, persone, …")
    fatto_id: str = Field(description="Il fatto")
    documento_id: str = Field(description="Documento")
    atto_id: str = Field(description="Atto")
    legame: Literal["atto", "brano"] = Field(
        description="atto: l'atto è del servizio (oggetto o scheda); brano: stesso capoverso o riga"
    )


class AttoRegistrato(Record):
    """An act that the store holds or cites."""

    id: str = Field(description="Identificativo leggibile: ente/tipo/anno/numero")
    tipo: str = Field(description="Tipo dell'atto")
    numero: str | None = Field(None, description="Numero, nella forma più completa")
    anno: int | None = Field(None, description="Anno")
    data: str | None = Field(None, description="Data (ISO 8601), se stampata da qualche parte")
    ente: str | None = Field(None, description="Ente che lo ha emanato, come riconosciuto")
    ente_id: str | None = Field(None, description="Lo stesso ente, fra gli enti")
    oggetto: str | None = Field(None, description="Oggetto, se l'atto è nell'archivio")
    urn: str | None = Field(None, description="Identificativo URN:NIR o ELI")
    atto_id: str | None = Field(None, description="L'atto, se è nell'archivio (di più copie, una)")
    documento_id: str | None = Field(None, description="Il documento che lo contiene")
    citazioni: int = Field(0, description="Citazioni negli atti dell'archivio")
    atti: int = Field(0, description="Atti dell'archivio che lo citano")


class Citazione(Record):
    """A way in which citations name an act, each with the act meant."""

    id: str = Field(description="Identificativo, derivato dal contenuto")
    registro_id: str = Field(description="L'atto citato, nel registro")
    chiave_citazione: str = Field(description="Tipo, numero senza legislatura e anno")
    ente: str | None = Field(None, description="L'ente dell'atto nella citazione, se è detto")
    data: str | None = Field(None, description="La data dell'atto nella citazione, se è detta")


class Alias(Record):
    """A printed form of a thing, with the first place where it is printed."""

    id: str = Field(description="Identificativo, derivato dal contenuto")
    genere: Genere = Field(description="Di che cosa: ente, soggetto, servizio, …")
    identita: str = Field(description="Identificativo della cosa nella sua tabella")
    forma: str = Field(description="La forma stampata, a capo e spazi ridotti")
    ragione: RagioneUnione = Field(description="Perché la forma è di questa cosa")
    volte: int = Field(description="Quante volte è stampata, come contata")
    atti: int = Field(description="In quanti atti")
    documento_id: str = Field(description="Documento della prova")
    atto_id: str = Field(description="Atto della prova")
    tabella: str | None = Field(None, description="Tabella del fatto che la stampa; vuota: testo")
    fatto_id: str | None = Field(None, description="Il fatto")
    pagina: int | None = Field(None, description="Pagina del file, da 1")
    inizio: int | None = Field(None, description="Primo carattere nel testo del documento")
    fine: int | None = Field(None, description="Carattere dopo l'ultimo")


class Presenza(Record):
    """That an act names a thing, and how."""

    genere: Genere = Field(description="Di che cosa: ente, soggetto, servizio, …")
    identita: str = Field(description="Identificativo della cosa nella sua tabella")
    documento_id: str = Field(description="Documento")
    atto_id: str = Field(description="Atto che la nomina")
    ruoli: tuple[str, ...] = Field((), description="Come: emana, parte, definito, citato, testo, …")
    volte: int = Field(description="Quante volte, come contate")


class DubbioIdentita(Record):
    """Two things that may be one, or one that may be two: for a person to decide."""

    id: str = Field(description="Identificativo, derivato dal contenuto")
    genere: Genere = Field(description="Di che cosa")
    motivo: MotivoDubbio = Field(description="Perché il dubbio")
    messaggio: str = Field(description="Il dubbio, in una frase")
    voci: tuple[str, ...] = Field((), description="Gli identificativi in dubbio")
