"""Amounts of money: found in every printed form, exact, with role, VAT, budget year and chapter.

``mentions`` finds them, ``roles`` and ``budget`` read what is said of each, and ``complete``
gives all the mentions of one value in an act the best that any of them says.

>>> from models import Context
>>> [found] = find("un costo totale di € 18.727.000,00 iva inclusa", Context())
>>> found.importo, found.ruolo, found.iva
('18727000.00', 'totale', 'inclusa')
"""

from bisect import bisect_right
from decimal import Decimal

import regex

from extractor.facts.amounts import budget, mentions, schedule
from extractor.facts.amounts.completion import complete
from extractor.facts.amounts.figures import parse_figures
from extractor.facts.amounts.mentions import Mention, words_beside
from extractor.facts.amounts.roles import role
from extractor.facts.amounts.words import parse_words
from extractor.facts.columns import cells
from models import Context, Importo

__all__ = ["complete", "find", "parse_figures", "parse_words", "words_beside"]

# Said of a year too: ``impegnare € 100,00 sull’esercizio 2024``.
_NOT_YEARLY = ("impegno", "liquidazione", "accertamento", "soglia", "dotazione")

_BEFORE = 260
_AFTER = 200
_SENTENCE_END = regex.compile(
    r";|\.\s+(?=[A-ZÀÈ(])|\n\s*(?=[-–•▪◦⁃\uf0b7]\s|\d{1,2}[.)]\s|[a-z]\)\s)|\t"
)


def find(text: str, context: Context) -> list[Importo]:
    """Every occurrence of an amount in ``text``, in text order."""
    found = mentions.find(text)
    starts = [mention.inizio for mention in found]
    table = cells(text)
    places = [cell.inizio for cell in table]
    scheduled = schedule.headings(text)
    amounts = []
    for index, mention in enumerate(found):
        at = bisect_right(places, mention.inizio) - 1
        cell = table[at] if at >= 0 and table[at].fine >= mention.fine else None
        following = starts[index + 1] if index + 1 < len(found) else len(text)
        heading, row = (cell.intestazione, cell.riga) if cell else ("", "")
        heading = scheduled.get(mention.inizio, heading)
        amounts.append(_amount(text, mention, heading, row, following))
    return amounts


def _amount(text: str, mention: Mention, heading: str, row: str, following: int) -> Importo:
    """The amount with what is said of it: by its cell, its sentence, the words up to the next."""
    before = _sentence_before(text, mention.inizio)
    after = _sentence_after(text, mention.fine)
    own = after[: max(following - mention.fine, 0)]
    name, strength = role(before, own, heading, row)
    year = budget.year(before, own, heading)
    if year is not None and strength < 5 and (heading or budget.is_yearly(before, own)):
        name = "annualita" if name not in _NOT_YEARLY else name
    return Importo(
        inizio=mention.inizio,
        fine=mention.fine,
        testo=text[mention.inizio : mention.fine],
        fonte=mention.fonte,
        confidenza=mention.confidenza,
        importo=_decimal_text(mention.valore),
        centesimi=_cents(mention.valore),
        valuta=mention.valuta,
        iva=budget.vat(before, after, heading),
        ruolo=name,
        esercizio=year,
        capitolo=budget.chapter(before, own),
    )


def _sentence_before(text: str, end: int) -> str:
    start = max(end - _BEFORE, 0)
    for match in _SENTENCE_END.finditer(text, start, end):
        start = match.end()
    return text[start:end]


def _sentence_after(text: str, start: int) -> str:
    match = _SENTENCE_END.search(text, start, min(start + _AFTER, len(text)))
    return text[start : match.start() if match else min(start + _AFTER, len(text))]


def _decimal_text(value: Decimal) -> str:
    """A decimal with at least two decimals, and no more than it needs beyond them."""
    exponent = value.normalize().as_tuple().exponent
    places = max(2, -exponent if isinstance(exponent, int) else 2)
    return f"{value:.{places}f}"


def _cents(value: Decimal) -> int | None:
    cents = value * 100
    return int(cents) if cents == cents.to_integral_value() else None
