"""Checking that a fact's value is attested by the words it claims to rest on."""

import re
import unicodedata
from collections.abc import Callable
from typing import Any

from models import Codice, Document, Fatto, Importo, Persona, Riferimento
from models.numbers import bare_number

# Letters that optical recognition takes for digits, and the other way round
_ALIKE = str.maketrans("OQILSBZ", "0011582")
_MISREAD = str.maketrans("oOlI", "0011")
_NO_FIGURE, _FIGURES = re.compile(r"\D"), re.compile(r"\d+")
_THOUSANDS = re.compile(r"(?<=\d)\.(?=\d{3}(?!\d))")  # 15.424
_SCALE = re.compile(r"mila|mil[aei]|mln|m€|k€|miliard|[a-z]{6,}", re.IGNORECASE)


class EvidenceError(ValueError):
    """A fact whose words do not stand where it says, or do not say what it claims."""


def check_evidence(fact: Fatto, document: Document) -> None:
    """Raise ``EvidenceError`` unless the words stand at the offsets and attest the value."""
    text = document.margine if fact.flusso == "margine" else document.testo
    name = type(fact).__name__
    if not fact.inizio < fact.fine <= len(text) or text[fact.inizio : fact.fine] != fact.testo:
        raise EvidenceError(f"{name} [{fact.inizio}, {fact.fine}): le parole non corrispondono")
    words = " ".join([fact.testo, *(text[start:end] for start, end in fact.completamenti)])
    attested = _ATTESTED.get(type(fact))
    if attested is not None and not attested(fact, words):
        raise EvidenceError(f"{name} [{fact.inizio}, {fact.fine}): le parole dicono altro")


def _code(fact: Codice, words: str) -> bool:
    """The code's letters and digits, in their order, whatever stands between them."""
    return _bare(fact.valore) in _bare(words)


def _amount(fact: Importo, words: str) -> bool:
    """The figure's digits; an amount in words, or with a scale, is not read again here."""
    whole, _, cents = fact.importo.lstrip("-").partition(".")
    digits = _NO_FIGURE.sub("", words)
    return whole.lstrip("0") + cents.rstrip("0") in digits or _SCALE.search(words) is not None


def _person(fact: Persona, words: str) -> bool:
    """Every word of the name, whatever its case, accents and apostrophes (``Cantu'``)."""
    said = _plain(words)
    return all(part in said for part in _plain(fact.nome).split())


def _citation(fact: Riferimento, words: str) -> bool:
    """The number's digits; an act cited by its name has its number from elsewhere."""
    if fact.numero is None or fact.fonte.startswith("nome"):
        return True
    numbers = _FIGURES.findall(bare_number(fact.numero)) or [fact.numero]
    words = _THOUSANDS.sub("", words)
    if all(number in words for number in numbers):
        return True
    read = words.translate(_MISREAD)
    return all(number in words or number in read for number in numbers)


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return re.sub(r"[\u0300-\u036f'’`´]", "", decomposed)


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).upper().translate(_ALIKE)


_ATTESTED: dict[type[Fatto], Callable[[Any, str], bool]] = {
    Codice: _code,
    Importo: _amount,
    Persona: _person,
    Riferimento: _citation,
}
