"""The records read from the sheets, lists and tables of an act."""

from typing import Any

from pydantic import Field

from models.evidence import Fatto


class Rilascio(Fatto):
    """A row of a release schedule (*cronoprogramma*)."""

    codice: str = Field(description="Codice del rilascio")
    titolo: str | None = Field(None, description="Titolo del rilascio")
    tipologia: str | None = Field(None, description="Tipologia: corpo, canone, consumo")
    data_rilascio: str | None = Field(None, description="Data di rilascio (ISO 8601)")
    data_validazione: str | None = Field(None, description="Data di validazione (ISO 8601)")
    netto_centesimi: int | None = Field(None, description="Importo al netto di IVA, in centesimi")
    lordo_centesimi: int | None = Field(None, description="Importo al lordo di IVA, in centesimi")

    def chiave(self) -> tuple[Any, ...]:
        """The release's code."""
        return (self.codice,)


class Intervento(Fatto):
    """A numbered intervention of an agreement or a plan."""

    codice: str = Field(description="Codice o numero dell'intervento: I.4, 2.1")
    titolo: str | None = Field(None, description="Titolo dell'intervento")
    centesimi: int | None = Field(None, description="Importo in centesimi")
    copertura: str | None = Field(None, description="Copertura finanziaria")
    linee: tuple[int, ...] = Field((), description="Linee di intervento a cui concorre")
    destinatari: tuple[str, ...] = Field((), description="Destinatari")
    attuatore: str | None = Field(None, description="Soggetto attuatore, come stampato")
    data_inizio: str | None = Field(
        None, description="Inizio previsto: AAAA, AAAA-MM o AAAA-MM-GG, come stampato"
    )
    data_fine: str | None = Field(
        None, description="Fine prevista: AAAA, AAAA-MM o AAAA-MM-GG, come stampata"
    )
    durata: str | None = Field(None, description="Durata prevista (ISO 8601)")
    costi_annui: tuple[tuple[str, int, int], ...] = Field(
        (), description="Costi per anno: voce, anno, importo in centesimi"
    )
    costi_successivi: int | None = Field(
        None, description="Costi degli anni dopo quelli del programma, in centesimi"
    )
    cup: str | None = Field(None, description="CUP stampato nella riga")
    anno_avvio: int | None = Field(
        None, description="Anno in cui si prevede di avviare la procedura di affidamento"
    )
    responsabile: str | None = Field(
        None, description="Responsabile del procedimento o del progetto, come stampato"
    )
    priorita: str | None = Field(None, description="Livello di priorità, come stampato")
    indicatori: tuple[str, ...] = Field(
        (), description="Indicatori: nome e valori stampati con il loro titolo, divisi da «; »"
    )

    def chiave(self) -> tuple[Any, ...]:
        """The intervention's code."""
        return (self.codice,)


class Beneficiario(Fatto):
    """A row of a grant's list: an applicant admitted, not admitted or eligible."""

    elenco: str | None = Field(None, description="Titolo dell'elenco")
    ordine: int | None = Field(None, description="Numero d'ordine nell'elenco")
    id_domanda: str | None = Field(None, description="Identificativo della domanda")
    denominazione: str | None = Field(None, description="Denominazione del richiedente")
    codice_fiscale: str | None = Field(None, description="Codice fiscale del richiedente")
    protocollo: str | None = Field(None, description="Protocollo della domanda")
    data_protocollo: str | None = Field(None, description="Data del protocollo (ISO 8601)")
    punteggio: str | None = Field(None, description="Punteggio assegnato")
    esito: str | None = Field(None, description="Esito come stampato")
    centesimi: int | None = Field(None, description="Contributo in centesimi")
    note: str | None = Field(None, description="Note come stampate")

    def chiave(self) -> tuple[Any, ...]:
        """The list, the place in it, and who applied."""
        return (self.elenco, self.ordine, self.id_domanda, self.denominazione, self.inizio)


class SchedaServizio(Fatto):
    """A service sheet (*scheda servizio*)."""

    codice: str = Field(description="Codice della scheda")
    titolo: str | None = Field(None, description="Titolo")
    tipologia: str | None = Field(None, description="Tipologia di attività")
    sigla: str | None = Field(None, description="Sigla del servizio")
    direzione_ente: str | None = Field(None, description="Direzione regionale o ente")
    servizi_utilizzati: tuple[str, ...] = Field((), description="Servizi che il servizio utilizza")
    applicativi: tuple[str, ...] = Field((), description="Applicativi software a supporto")
    classi_di_utenza: tuple[tuple[str, str], ...] = Field(
        (), description="Classi di utenza con i volumi previsti"
    )

    def chiave(self) -> tuple[Any, ...]:
        """The sheet's code."""
        return (self.codice,)


class SchedaCup(Fatto):
    """A CUP sheet of the OpenCUP system: the project as registered.

    ``campi`` maps each printed label (lower case, words joined by ``_``) to its printed value,
    dates in ISO 8601 and amounts as exact decimals; the store gives each its own column.
    """

    cup: str = Field(description="Codice Unico di Progetto")
    campi: dict[str, str] = Field(default_factory=dict, description="Campi della scheda")

    def chiave(self) -> tuple[Any, ...]:
        """The project's code."""
        return (self.cup,)


class Contraente(Fatto):
    """A party to an agreement."""

    denominazione: str = Field(description="Denominazione")
    sigla: str | None = Field(None, description="Forma breve")
    codice_fiscale: str | None = Field(None, description="Codice fiscale")
    sede: str | None = Field(None, description="Sede")

    def chiave(self) -> tuple[Any, ...]:
        """The name without regard to case."""
        return (self.denominazione.casefold(),)


class Movimento(Fatto):
    """A cell with an amount of an accounting table: a commitment, a payment, an income."""

    creditore: str | None = Field(None, description="Creditore o debitore")
    capitolo: str | None = Field(None, description="Capitolo di bilancio")
    impegno: str | None = Field(None, description="Numero dell'impegno")
    accertamento: str | None = Field(None, description="Numero dell'accertamento")
    esercizio: int | None = Field(None, description="Esercizio finanziario")
    centesimi: int | None = Field(None, description="Importo in centesimi")

    def chiave(self) -> tuple[Any, ...]:
        """The place: each cell is a movement."""
        return (self.inizio,)


class Tabella(Fatto):
    """A table as printed, whole."""

    intestazione: tuple[str, ...] = Field((), description="Titoli delle colonne")
    righe: tuple[tuple[str, ...], ...] = Field((), description="Righe: testo di ogni cella")

    def chiave(self) -> tuple[Any, ...]:
        """The place."""
        return (self.inizio,)


CUP_FIELDS = (
    "localizzazione",
    "descrizione_sintetica_del_progetto",
    "anno_di_decisione",
    "opera_infrastruttura_interessata_dal_progetto",
    "strumento_di_programmazione",
    "legge_obiettivo",
    "codifica_locale",
    "indirizzo_o_area_geografica_di_riferimento",
    "data_chiusura_prevista",
    "bene_o_servizio",
    "cumulativo",
    "provvisorio",
    "tipologia_relativa_allo_stato_master",
    "stato",
    "soggetto_richiedente",
    "concentratore",
    "soggetto_titolare",
    "categoria_soggetto_titolare",
    "unita_organizzativa",
    "natura",
    "tipologia",
    "settore",
    "sottosettore",
    "categoria",
    "sponsorizzazione",
    "costo_totale_del_progetto",
    "costo_totale_del_progetto_in_lettere",
    "tipologia_copertura_finanziaria",
    "importo_del_finanziamento_pubblico_richiesto_assegnato",
    "importo_del_finanziamento_pubblico_in_lettere",
    "data_generazione_completo",
    "codice_indicatore",
    "descrizione_indicatore",
    "tipologia_indicatore",
    "sito",
    "numero_verde",
)
"""The fields of the OpenCUP sheet, as keys of ``SchedaCup.campi``; each has a column of its own."""
