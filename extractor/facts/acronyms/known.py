"""Abbreviations that acts print beside words which are not their own.

``D.Lgs. 18 agosto 2000, n. 267 (TUEL)``, ``tasso di interesse (TAN)``, ``Fondo per una
transizione giusta (JTF)``: the letters are of a name that the sentence does not print, so that no
rule of initials can find them. They are few and the same everywhere.
"""

import re
from collections.abc import Sequence

from extractor.facts.initials import Word, is_small

NAMES_OF_TEXTS = frozenset({
    "TUEL", "TUEELL", "TUOEL", "TUIR", "TUF", "TUB", "TUDA", "TUSP", "TUSL", "TUPI", "TUE", "TUI",
    "CAD", "GDPR", "RGPD", "GBER", "ABER", "CCII", "CDS", "CTS", "PSD2", "NIS2", "RED", "IEM",
    "EPBD", "EIDAS", "FOIA", "SFDR", "CSRD",
})  # fmt: skip
"""Short names of laws and of acts of the Union, without dots and in capitals."""

_HEADS: dict[str, tuple[str, ...]] = {
    "TAN": ("tasso",), "TAEG": ("tasso",), "TEG": ("tasso",), "ISC": ("indicatore",),
    "ISEE": ("indicatore", "situazione"), "IRS": ("tasso",), "JTF": ("fondo",),
    "BMVI": ("strumento",), "RRF": ("dispositivo",), "ERDF": ("fondo",), "ESF": ("fondo",),
    "RGS": ("ragioneria",), "MEPA": ("mercato",), "SDI": ("sistema",),
    "CRM": ("gestione", "relazioni"), "ERP": ("gestione", "sistema"), "FER": ("fonti",),
    "POD": ("punto", "punti"), "PEC": ("posta",), "SPID": ("identità",), "PIN": ("codice",),
    "OTP": ("codice", "password"), "API": ("interfacce", "interfaccia"),
    "SLA": ("livelli", "livello"), "DPO": ("responsabile",), "SME": ("piccole",),
    "BURL": ("bollettino",), "BUR": ("bollettino",),
    "GURI": ("gazzetta",), "GUUE": ("gazzetta",), "GUCE": ("gazzetta",), "OJ": ("gazzetta",),
    "CPV": ("vocabolario",), "DGUE": ("documento",), "ESPD": ("documento",), "IPA": ("indice",),
    "SAL": ("stato",), "KPI": ("indicatori", "indicatore"), "BIM": ("modellazione",),
    "GIS": ("sistema", "sistemi"), "IOT": ("internet",), "AI": ("intelligenza",),
    "GBER": ("regolamento",), "DNSH": ("principio", "danno"), "TRL": ("livello", "livelli"),
    "ESG": ("criteri", "fattori", "ambientali"), "GHG": ("gas",), "LCA": ("analisi", "valutazione"),
    "ETS": ("sistema",), "NUTS": ("nomenclatura", "classificazione"), "KET": ("tecnologie",),
    "SCO": ("opzioni",), "ESPR": ("regolamento",), "SPV": ("societa",), "MOOC": ("corsi",),
    "CUG": ("comitato",), "EUIPO": ("ufficio",), "NEET": ("giovani",), "ISBN": ("codice",),
    "EGATO": ("ente",), "DEC": ("direttore",), "DUPS": ("documento",),
    "DURC": ("documento", "certificato", "attestazione", "verifica", "regolarita"),
    "CCIAA": ("camera", "camere"), "BDNA": ("banca",), "CCNL": ("contratto", "contratti"),
    "CREA": ("consiglio",), "CNS": ("carta",), "CRS": ("carta",),
    "TSCNS": ("tessera",), "MTF": ("sistemi", "sistema"), "SOA": ("attestazione", "societa"),
    "ISTAT": ("istituto",), "VINCA": ("valutazione",), "NZEB": ("edifici", "edificio"),
    "ATECO": ("classificazione",), "NACE": ("classificazione",), "FTE": ("tempo", "equivalente"),
    "BES": ("bisogni",), "HACCP": ("analisi",), "OECD": ("organizzazione",), "EIB": ("banca",),
    # Registers, platforms and offices whose names are printed without their end
    "RUNTS": ("registro",), "ANPR": ("anagrafe",), "PDND": ("piattaforma",),
    "RENTRI": ("registro",),
    "FVOE": ("fascicolo",), "BDNCP": ("banca",), "BDAP": ("banca",), "AUSA": ("anagrafe",),
    "SIOPE": ("sistema",), "SIMOG": ("sistema",), "SIAN": ("sistema",), "SDAPA": ("sistema",),
    "SISCO": ("sistema",),
    "RPCT": ("responsabile",), "RASA": ("responsabile",), "POC": ("programma",),
    "PPAA": ("amministrazioni",),
    "AIPO": ("agenzia",), "OIV": ("organismo",),
    "PTPCT": ("piano",), "PIAO": ("piano",), "PGRA": ("piano",), "PTCP": ("piano",),
    "CSE": ("coordinatore",), "CSP": ("coordinatore",), "CPIA": ("centro", "centri"),
    "CPI": ("centro", "centri", "certificato"), "CRE": ("certificato",), "GU": ("gazzetta",),
    "PEF": ("piano",), "ID": ("numero", "codice", "identificativo"), "S3": ("strategia",),
    "POI": ("punti", "punto"),
    "TASI": ("tributo", "tassa"), "IRES": ("imposta",), "NASPI": ("indennita",),
    # English, beside Italian words
    "SDG": ("obiettivi", "obiettivo"), "SDGS": ("obiettivi",), "OLAF": ("ufficio",),
    "EPPO": ("procura",), "DPIA": ("valutazione",), "FRIA": ("valutazione",),
    "EPD": ("dichiarazione",),
    "EMAS": ("sistema",), "GPP": ("acquisti",), "LCC": ("costo", "costi"), "EER": ("elenco",),
    "EFSA": ("autorita",), "EMA": ("agenzia",), "ECHA": ("agenzia",), "EEA": ("agenzia",),
    "ECDC": ("centro",), "WHO": ("organizzazione",), "UNESCO": ("organizzazione",),
    "FAO": ("organizzazione",), "ILO": ("organizzazione",), "EIF": ("fondo",),
    "EUSALP": ("strategia",), "CAP": ("politica",), "MFF": ("quadro",), "NDICI": ("strumento",),
    "SCADA": ("sistema", "sistemi"), "BACS": ("sistemi", "sistema"),
    "EPC": ("contratto", "contratti"),
    "ESCO": ("societa",), "BRT": ("bus",), "MAAS": ("mobilita",), "ICF": ("classificazione",),
    "ICD": ("classificazione",), "DRG": ("raggruppamenti",), "ADL": ("attivita",),
    "DAE": ("defibrillatore", "defibrillatori"), "ROI": ("ritorno", "rendimento"),
    "DSCR": ("indice",), "LEI": ("codice",), "IBAN": ("codice",), "BIC": ("codice",),
    "EURIBOR": ("tasso",), "EBITDA": ("margine",), "IRR": ("tasso",), "NPV": ("valore",),
    "OPEX": ("costi", "spese"), "CAPEX": ("costi", "spese", "investimenti"),
    "VPN": ("rete",), "LAN": ("rete", "reti"), "CMS": ("sistema", "gestione"),
    "MFA": ("autenticazione",), "RPA": ("automazione",), "LLM": ("modelli",),
    "MVP": ("prodotto",), "WBS": ("struttura",), "GEP": ("piano",), "ERC": ("consiglio",),
    "BAT": ("migliori", "tecniche"), "PVC": ("cloruro",), "PET": ("polietilene", "tomografia"),
    "PFAS": ("sostanze", "composti"), "NOX": ("ossidi",), "SOX": ("ossidi",),
    "BOD5": ("domanda", "richiesta"), "BOD": ("domanda", "richiesta"),
    "PM10": ("polveri", "particolato", "materiale"), "PM25": ("polveri", "particolato"),
    "UPS": ("gruppo", "gruppi"), "REACH": ("regolamento",), "CLP": ("regolamento",),
    "CSR": ("responsabilita",), "GNSS": ("sistema", "sistemi"), "ITS": ("sistemi",),
    "PLC": ("controllore", "controllori"), "HVAC": ("impianti", "impianto"),
    "EMS": ("sistema",), "EMF": ("campi",), "PLS": ("pediatra", "pediatri"),
    "GMP": ("buone", "norme"), "GCP": ("buona", "buone"), "QR": ("codice",), "UAS": ("droni",),
}  # fmt: skip
"""First words of what the others are printed beside, in lower case, the likeliest first."""

_NEAR = 6  # words that count, from the head on
_LONG_NAMES = {"BMVI": 18, "BDNA": 10, "CREA": 13, "CCNL": 14, "UNESCO": 11, "S3": 12}
"""How many words the longer of those names have at most."""

_PLAIN = str.maketrans("àèéìòù", "aeeiou")
_LAW = re.compile(
    r"(?<!\w)(?:d\.?\s?lgs|d\.?\s?leg|d\.?\s?lg|decreto|d\.?\s?p\.?\s?r|d\.?\s?p\.?\s?c\.?\s?m|d\.?\s?[lm]\."
    r"|l\.|legge|reg(?:olamento|\.)|direttiva|dir\.|r\.?\s?d|delibera(?:zione)?)(?=[\s.(])",
    re.I,
)
_OTHER_SENTENCE = re.compile(r"[;\n\t]|\((?!\s?(?:UE|CE|CEE|EURATOM)\b)", re.I)
_REACH = 260


def names_a_text(sigla: str) -> bool:
    """Whether the abbreviation is a customary short name of a law."""
    return sigla.replace(".", "").upper() in NAMES_OF_TEXTS


def law_before(text: str, end: int) -> int | None:
    """Where the citation of a law that ends at ``end`` begins, or None where none does."""
    start = max(0, end - _REACH)
    for stop in _OTHER_SENTENCE.finditer(text, start, end):
        start = stop.end()
    heads = [head.start() for head in _LAW.finditer(text, start, end)]
    cited = [at for at in heads if re.search(r"\d", text[at:end])]
    return cited[-1] if cited else None


def head_before(sigla: str, words: Sequence[Word]) -> int | None:
    """Where the words begin beside which a well-known abbreviation is printed."""
    name = sigla.replace(".", "").upper()
    near = words[-_LONG_NAMES[name] : -1] if name in _LONG_NAMES else _nearest(words)
    for head in _HEADS.get(name, ()):
        starts = [word.inizio for word in near if word.lettere == head.translate(_PLAIN)]
        if starts:
            return starts[-1]
    return None


def _nearest(words: Sequence[Word]) -> Sequence[Word]:
    """The last few words but one, of those that count."""
    return [word for word in words if not is_small(word.lettere)][-_NEAR:-1]


def head_of(sigla: str, word: str) -> bool:
    """Whether what a well-known abbreviation is printed beside begins with the word."""
    heads = _HEADS.get(sigla.replace(".", "").upper(), ())
    return any(word == head.translate(_PLAIN) for head in heads)
