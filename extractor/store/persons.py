"""Natural persons: the forms of their names and numbers, and what tells them from bodies."""

import re

OFFICE = (
    "firmatario", "responsabile_procedimento", "istruttore", "direttore_proponente",
    "responsabile_contabile", "referente_responsabile", "referente_operativo", "presidente",
    "presente", "assente", "segretario", "relatore", "responsabile_pubblicazione",
    "direttore_lavori", "direttore_esecuzione", "componente", "nominato",
)  # fmt: skip
"""Functions (``persone.funzione``) that are an office, or a task given by one.

Only who has one gets an identity and a dossier. Left out are ``rappresentante_legale`` and
``operatore_economico`` (private parties), ``autore`` (who wrote a text holds no office by that)
and ``altro`` (it is not known what the person does).
"""

# Fiscal code of a natural person (d.m. 23 December 1976): six letters, year, month, day, place and
# check letter, whole or broken by spaces where a narrow cell breaks it
_DIGIT = r"[0-9]\s?"
_BROKEN_CODE = (
    rf"(?:[A-Z]\s?){{6}}(?:{_DIGIT}){{2}}[A-EHLMPRST]\s?(?:{_DIGIT}){{2}}"
    rf"[A-Z]\s?(?:{_DIGIT}){{3}}[A-Z]"
)
# The same in one piece, with the letters that replace digits where two persons would have the
# same (omocodia), and those that a bad reading takes digits for
_CODE_IN_ONE = (
    r"(?=[A-Z]{6}\w{0,8}\d)[A-Z]{6}[0-9L-VI]{2}[A-EHLMPRST][0-9L-VI]{2}[A-Z][0-9L-VI]{3}[A-Z]"
)
# Italian bank account (and San Marino's, of the same form), as printed in groups
_GAP = r"[\s.–-]{0,2}"
_ACCOUNT = rf"(?:IT|SM){_GAP}\d{{2}}{_GAP}[A-Z](?:{_GAP}\d){{10}}(?:{_GAP}[0-9A-Z]){{12}}"
PRIVATE_NUMBER = re.compile(
    rf"(?<![0-9A-Za-z])(?:{_CODE_IN_ONE}|{_BROKEN_CODE}|{_ACCOUNT})(?![0-9A-Za-z])", re.I
)
"""Fiscal codes of natural persons and bank accounts, wherever they are printed."""

MAYBE_PRIVATE = re.compile(
    r"\d(?:(?<=[A-Z]\d)"
    r"|\s?\d\s?[A-EHLMPRST]\s?\d\s?\d\s?[A-Z]\s?\d"
    rf"|\d{_GAP}[A-Z]{_GAP}\d{_GAP}\d{_GAP}\d)",
    re.I,
)
"""What every such number has in it, and few texts: a figure behind a letter, as a code in one
piece has, or the middle of a broken code or of an account. Looking for it costs a tenth."""

LONGEST_NUMBER = 100
"""More characters than such a number takes, with its spaces."""

BODY = re.compile(
    r"\b(?:s\.?\s?r\.?\s?l|s\.?\s?p\.?\s?a|s\.?\s?n\.?\s?c|s\.?\s?a\.?\s?s|s\.?\s?s|s\.?c\.?a|coop"
    r"|soc(?:iet[aà]|\.|\b)|ditta|impresa|aziend[ae]|az\.|studio|gruppo|group|holding|consorzio"
    r"|associazion[ei]|ass\.|a\.?s\.?d|onlus|fondazione|comun[ei]|comunit[aà]|provincia|regione|unione"
    r"|ente|enti|istitut[oi]|scuola|universit[aà]|politecnico|parrocchia|diocesi|croce|asst|ats|asl"
    r"|irccs|ospedale|casa|centro|cooperativa|agenzia|ministero|parco|fabbrica|officin[ae]|industri[ae]"
    r"|citt[aà]|prefettura|questura|autorit[aà]|camera|tribunale|corte|dipartimento|direzione"
    r"|direzioni|uffici[o]?|servizi[o]?|giunta|consiglio|presidenza|segreteria|comando|museo"
    r"|biblioteca|teatro|federazione|confederazione|ordine|collegio|sindacato|comitato|circolo"
    r"|banca|poste|assicurazion[ei]|club|distretto|ambito|osservatorio|accademia|conservatorio"
    r"|farmacia|hotel|albergo|ristorante|bar|tessitura|calzificio|cantina|frantoio|agricola)(?![a-zà])",
    re.I,
)
# Capitals have an apostrophe for an accent: NICOLO'
NAME = re.compile(r"[^\W\d_]+(?:['’`\-. ]+[^\W\d_]+){1,4}['’`.]?")


def is_natural_person(denominazione: str, codice_fiscale: str | None) -> bool:
    """Whether a beneficiary is a person and not a company or a body, as far as is printed.

    >>> is_natural_person("ROSSI MARIA", None), is_natural_person("ROSSI MARIA S.R.L.", None)
    (True, False)
    >>> is_natural_person("D'ANGELO NICOLO'", None)
    True
    """
    if BODY.search(denominazione):
        return False
    if codice_fiscale and not PRIVATE_NUMBER.fullmatch(codice_fiscale.strip()):
        return False
    return bool(codice_fiscale) or NAME.fullmatch(denominazione.strip()) is not None


def name_orders(name: str) -> list[str]:
    """The orders in which acts print a name, in capitals: the same for each way to write it.

    >>> name_orders("Maria De Rossi")
    ['DE ROSSI MARIA', 'MARIA DE ROSSI', 'ROSSI MARIA DE']
    """
    words = name.upper().split()
    return sorted({" ".join(words[cut:] + words[:cut]) for cut in range(len(words))})
