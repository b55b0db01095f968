"""Personal data that a public site must not show, and the mask that hides them.

Legislative decree 33/2013, article 26 c. 4, forbids publishing who receives aid when that tells
of illness or hardship; fiscal codes and bank accounts of natural persons are never needed to
know what an office did (GDPR, art. 5: minimisation). The store keeps all that was printed; each
document's private strings stand in the table ``riservati`` and the mask covers them, letter by
letter, so that offsets into a masked text are those into the text itself.
"""

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate
from time import monotonic
from typing import Any

from models import Beneficiario, Estrazione

MASK = "█"
"""What stands in place of each hidden letter."""

FUNCTION = "oscura"
"""The SQL function of a connection that masks: ``oscura(text, documento_id)``."""

JSON_FUNCTION = "oscura_json"
"""The same for a column that holds JSON: the texts in it are masked, not the JSON."""

ANY_HIDDEN = "si_oscura"
"""The SQL function that says whether any name is hidden on request, once for a whole query."""

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

_BODY = re.compile(
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
_NAME = re.compile(r"[^\W\d_]+(?:['’\-. ]+[^\W\d_]+){1,4}\.?")
_MAX_STRINGS = 20_000
"""Private strings of a document that the mask knows; codes and accounts it knows by their form."""


_FRESH = 5.0
"""Seconds for which private strings once read are taken to be the store's."""


def is_natural_person(denominazione: str, codice_fiscale: str | None) -> bool:
    """Whether a beneficiary is a person and not a company or a body, as far as is printed.

    >>> is_natural_person("ROSSI MARIA", None), is_natural_person("ROSSI MARIA S.R.L.", None)
    (True, False)
    """
    if _BODY.search(denominazione):
        return False
    if codice_fiscale and not PRIVATE_NUMBER.fullmatch(codice_fiscale.strip()):
        return False
    return bool(codice_fiscale) or _NAME.fullmatch(denominazione.strip()) is not None


def private_strings(records: Estrazione, hidden: Iterable[str] = ()) -> Iterator[tuple[str, str]]:
    """What of a document must not be shown, as printed, each with its reason.

    ``hidden`` are names that someone asked to hide, in every document.
    """
    seen = set()
    for text, reason in (*_of_records(records), *((name, "oscurato") for name in hidden)):
        text = " ".join(text.split())
        if len(text) >= 4 and text not in seen:
            seen.add(text)
            yield text, reason


def _of_records(records: Estrazione) -> Iterator[tuple[str, str]]:
    private = {}
    for code in records.codici:
        if code.tipo == "iban" or (code.tipo == "codice_fiscale" and len(code.valore) == 16):
            yield code.testo, code.tipo
            yield code.valore, code.tipo
            private[code.id] = code.tipo
    # Each place may print it in another way
    for mention in records.menzioni:
        if mention.fatto_id in private:
            yield mention.testo, private[mention.fatto_id]
    for row in records.beneficiari:
        yield from _of_beneficiary(row)


def _of_beneficiary(row: Beneficiario) -> Iterator[tuple[str, str]]:
    if row.denominazione and is_natural_person(row.denominazione, row.codice_fiscale):
        yield row.denominazione, "beneficiario"
        # The text may name the same person the other way round
        if _NAME.fullmatch(row.denominazione.strip()):
            for order in name_orders(row.denominazione):
                yield order, "beneficiario"
    if row.codice_fiscale and len(row.codice_fiscale) == 16:
        yield row.codice_fiscale, "codice_fiscale"


def name_orders(name: str) -> list[str]:
    """The orders in which acts print a name, in capitals: the same for each way to write it.

    >>> name_orders("Maria De Rossi")
    ['DE ROSSI MARIA', 'MARIA DE ROSSI', 'ROSSI MARIA DE']
    """
    words = name.upper().split()
    return sorted({" ".join(words[cut:] + words[:cut]) for cut in range(len(words))})


class Mask:
    """Masks texts of the documents of a store, whose private strings it reads from a connection.

    With ``personal`` it covers only the names that were hidden on request. With ``listed_only``
    it covers these in no document but those that are known to hold them: so a search index, which
    must be able to take out what it was given, is not surprised by a name hidden since.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        *,
        personal: bool = False,
        listed_only: bool = False,
    ) -> None:
        self._connection = connection
        self._personal = personal
        self._listed_only = listed_only
        self._pattern = lru_cache(maxsize=512)(self._read_pattern)
        self._hidden: re.Pattern[str] | None = None
        self._read_at = -_FRESH - 1

    def install(self, connection: sqlite3.Connection) -> None:
        """Give ``connection`` the functions ``oscura``, ``oscura_json`` and ``si_oscura``."""
        connection.create_function(FUNCTION, 2, self.hide)
        connection.create_function(JSON_FUNCTION, 2, self.hide_json)
        connection.create_function(ANY_HIDDEN, 0, self._any_hidden, deterministic=True)

    def forget(self) -> None:
        """Read the private strings anew: they have changed."""
        self._pattern.cache_clear()
        self._hidden = None if self._listed_only else hidden_names(self._connection)
        self._read_at = monotonic()

    def hide(self, text: str | None, documento_id: str | None) -> str | None:
        """``text`` with every private string of the document covered, of the same length."""
        if not isinstance(text, str):
            return text
        self._refresh()
        if not self._personal:
            text = PRIVATE_NUMBER.sub(_cover, text)
        for pattern in (self._hidden, self._pattern(documento_id)):
            if pattern is not None:
                text = pattern.sub(_cover, text)
        return text

    def _any_hidden(self) -> bool:
        self._refresh()
        return self._hidden is not None

    def _refresh(self) -> None:
        if monotonic() - self._read_at > _FRESH:
            self.forget()

    def hide_json(self, text: str | None, documento_id: str | None) -> str | None:
        """JSON with every private string covered; quotes and line ends, escaped there, count."""
        if not isinstance(text, str):
            return text
        value = json.loads(text)
        hidden = self._hide_within(value, documento_id)
        return text if hidden == value else json.dumps(hidden, ensure_ascii=False)

    def _hide_within(self, value: Any, documento_id: str | None) -> Any:
        if isinstance(value, str):
            return self.hide(value, documento_id)
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return self._hide_row(value, documento_id)
        if isinstance(value, list):
            return [self._hide_within(item, documento_id) for item in value]
        if isinstance(value, dict):
            return {
                self.hide(key, documento_id): self._hide_within(item, documento_id)
                for key, item in value.items()
            }
        return value

    def _hide_row(self, cells: list[str], documento_id: str | None) -> list[str]:
        """Cells of a row, side by side as in the text: a name may stand in two of them."""
        hidden = self.hide("\t".join(cells), documento_id) or ""
        ends = list(accumulate(len(cell) + 1 for cell in cells))
        return [
            hidden[end - len(cell) - 1 : end - 1] for cell, end in zip(cells, ends, strict=True)
        ]

    def spans(self, text: str, documento_id: str) -> list[tuple[int, int]]:
        """Where the private strings of a document stand in ``text``."""
        hidden = self.hide(text, documento_id) or ""
        return [match.span() for match in re.finditer(f"{MASK}[{MASK}\\s]*", hidden)]

    def _read_pattern(self, documento_id: str | None) -> re.Pattern[str] | None:
        rows = self._connection.execute(
            "select testo from riservati where documento_id = ? and (not ? or motivo = 'oscurato') "
            "limit ?",
            (documento_id, self._personal, _MAX_STRINGS),
        ).fetchall()
        return strings_pattern(text for (text,) in rows)


def strings_pattern(strings: Iterable[str]) -> re.Pattern[str] | None:
    """A pattern that finds any of the strings as whole words, whatever their white space."""
    ordered = sorted(set(strings), key=lambda text: (-len(text), text))
    if not ordered:
        return None
    found = "|".join(r"\s+".join(map(re.escape, text.split())) for text in ordered)
    return re.compile(rf"(?<!\w)(?:{found})(?!\w)", re.I)


def hidden_names(connection: sqlite3.Connection) -> re.Pattern[str] | None:
    """A pattern that finds the names that someone asked to hide, in any order of their words."""
    names = connection.execute("select nome from oscurati limit ?", (_MAX_STRINGS,))
    return strings_pattern(each for (name,) in names for each in name_orders(name))


def _cover(match: re.Match[str]) -> str:
    return re.sub(r"\S", MASK, match[0])
