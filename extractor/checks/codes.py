"""Rules on codes: one that fails its own rule."""

from collections import defaultdict
from collections.abc import Iterator

from extractor.checks.corrections import likely
from extractor.checks.finding import about
from models import Estrazione, Segnalazione
from models.vocabulary import RegolaSegnalazione

_RULES: dict[str, tuple[RegolaSegnalazione, str]] = {
    "cup": ("cup_non_valido", "CUP"),
    "cig": ("cig_non_valido", "CIG"),
    "codice_fiscale": ("codice_fiscale_non_valido", "Codice fiscale"),
    "partita_iva": ("codice_fiscale_non_valido", "Partita IVA"),
    "iban": ("iban_non_valido", "IBAN"),
}
_SURE = 0.8
"""Confidence from which what was found is surely meant as the code that it is taken for."""


def invalid_codes(records: Estrazione) -> Iterator[Segnalazione]:
    """A CUP, CIG, fiscal code, VAT number or IBAN that cannot be right."""
    right: dict[str, list[str]] = defaultdict(list)
    for code in records.codici:
        if code.valido:
            right[code.tipo].append(code.valore)
    scanned = {page.pagina for page in records.pagine if page.lettura == "ocr"}
    for code in records.codici:
        if code.valido is False and code.tipo in _RULES:
            rule, name = _RULES[code.tipo]
            reason = f": {code.motivo}" if code.motivo else ""
            reading = likely(code.tipo, code.valore, right[code.tipo])
            hint = f" Probabilmente è {reading}." if reading else ""
            # On a scanned page the misprint may be the reader's
            sure = code.confidenza >= _SURE and code.pagina not in scanned
            message = f"{name} {code.valore} non valido{reason}.{hint}"
            yield about(rule, "errore" if sure else "avviso", message, code)
