"""Rules on codes: one that fails its own rule."""

from collections.abc import Iterator

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


def invalid_codes(records: Estrazione) -> Iterator[Segnalazione]:
    """A CUP, CIG, fiscal code, VAT number or IBAN that cannot be right."""
    for code in records.codici:
        if code.valido is False and code.tipo in _RULES:
            rule, name = _RULES[code.tipo]
            reason = f": {code.motivo}" if code.motivo else ""
            yield about(rule, "errore", f"{name} {code.valore} non valido{reason}.", code)
