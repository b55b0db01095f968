"""The closed vocabularies of the records.

Each is a ``Literal``, so that a record with a word outside its vocabulary does not
validate. The words are the Italian terms that the acts, ANAC and OpenCUP use.
"""

from typing import Literal

TipoAtto = Literal[
    "legge", "legge_regionale", "legge_costituzionale", "decreto_legge", "decreto_legislativo",
    "dpr", "dpcm", "dm", "dgr", "dcr", "decreto", "determinazione", "delibera", "regolamento_ue",
    "direttiva_ue", "decisione_ue", "comunicazione_ue", "regolamento_regionale", "circolare",
    "comunicato", "ordinanza", "convenzione", "accordo", "parere", "codice", "altro",
    "piano", "bando", "avviso", "verbale", "visto", "allegato",
]  # fmt: skip
"""Kinds of act that a document can hold."""

TipoRiferimento = Literal[
    "legge", "legge_regionale", "legge_costituzionale", "decreto_legge", "decreto_legislativo",
    "dpr", "dpcm", "dm", "dgr", "dcr", "decreto", "determinazione", "delibera", "regolamento_ue",
    "direttiva_ue", "decisione_ue", "comunicazione_ue", "regolamento_regionale", "circolare",
    "comunicato", "ordinanza", "convenzione", "accordo", "parere", "codice", "altro",
    "regio_decreto", "costituzione", "statuto", "regolamento", "trattato", "sentenza", "intesa",
]  # fmt: skip
"""Kinds of act that an act can cite."""

Relazione = Literal[
    "visto", "richiamato", "preso_atto", "modifica", "revoca", "attua", "approva", "acquisito",
]  # fmt: skip
"""What the citing act does with the cited one."""

TipoCodice = Literal[
    "cup", "cig", "codice_fiscale", "partita_iva", "iban", "protocollo", "capitolo", "impegno",
    "codice_incarico", "codice_rilascio", "scheda_servizio", "codice_gara", "rcc", "id_progetto",
    "identificativo_atto", "accertamento", "codice_univoco_ufficio", "cui", "cpv", "fattura",
]  # fmt: skip

RuoloImporto = Literal[
    "totale", "assegnazione", "impegno", "annualita", "rilascio", "contributo", "liquidazione",
    "accertamento", "costo_progetto", "dotazione", "base_asta", "ritenuta", "rimborso", "residuo",
    "soglia", "altro",
]  # fmt: skip

TipoScadenza = Literal[
    "fine_validita", "termine", "durata", "finestra", "rilascio", "ricorso", "altro"
]

Funzione = Literal[
    "firmatario", "responsabile_procedimento", "istruttore", "direttore_proponente",
    "responsabile_contabile", "referente_responsabile", "referente_operativo",
    "rappresentante_legale", "nominato", "presidente", "presente", "assente", "segretario",
    "relatore", "responsabile_pubblicazione", "direttore_lavori", "direttore_esecuzione",
    "componente", "operatore_economico", "autore", "altro",
]  # fmt: skip
"""What a person does in an act."""

Zona = Literal[
    "frontespizio", "preambolo", "dispositivo", "firma", "visti", "pubblicazione",
    "allegato", "margine",
]  # fmt: skip
"""Where in its act a fact stands; all but ``allegato`` and ``margine`` are its body."""

TipoParte = Literal[
    "frontespizio", "preambolo", "dispositivo", "firma", "visti", "pubblicazione", "allegato",
    "visto", "punto", "articolo", "scheda_servizio", "scheda_cup", "cronoprogramma", "acronimi",
    "elenco", "capitolo", "sommario", "testata", "sezione", "altro",
]  # fmt: skip
"""Kinds of part: the zones, and what stands inside or between them."""

Flusso = Literal["testo", "margine"]
"""Which text an offset counts in: the canonical one, or the margins (headers, footers, stamps)."""

Lettura = Literal["testo", "ocr", "nessuna"]
"""How a page was read: its text layer, optical recognition, or not at all."""

Gravita = Literal["errore", "avviso", "nota"]

RegolaSegnalazione = Literal[
    "somma_annualita", "somma_rilasci", "somma_tabella", "somma_iva", "somma_parti",
    "cifre_lettere", "scadenze_discordanti", "rilascio_oltre_validita",
    "annualita_senza_copertura", "riferimento_futuro", "riferimento_legislatura",
    "riferimento_discordante", "riferimento_refuso", "cup_non_valido", "cig_non_valido",
    "codice_fiscale_non_valido", "iban_non_valido", "capitolo_discordante",
    "scheda_cup_discordante", "allegato_mancante", "acronimo_non_definito",
    "acronimo_discordante", "acronimo_non_usato", "sommario_discordante", "bollettino_mancante",
    "ruoli_incompatibili", "riferimento_incompleto", "protocollo_anomalo", "data_mancante",
    "termine_superato", "citazione_difforme", "virgolette_spaiate", "refuso_testo",
    "testo_senza_parte", "pagina_senza_testo", "atto_senza_numero",
    "fatto_scartato",
]  # fmt: skip
