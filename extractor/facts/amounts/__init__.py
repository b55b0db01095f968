"""Amounts of money: found in every printed form, exact, with role, VAT, budget year and chapter.

``mentions`` finds them, ``roles`` and ``budget`` read what is said of each, and ``complete``
gives all the mentions of one value in an act the best that any of them says.

>>> from models import Context
>>> [found] = find("un costo totale di € 18.727.000,00 iva inclusa", Context())
>>> found.importo, found.ruolo, found.iva
('18727000.00', 'totale', 'inclusa')
"""

from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

import regex

from extractor.facts.amounts import budget, mentions, schedule
from extractor.facts.amounts.completion import complete
from extractor.facts.amounts.figures import parse_figures
from extractor.facts.amounts.lettered import words_beside
from extractor.facts.amounts.mention import Mention
from extractor.facts.amounts.roles import role
from extractor.facts.amounts.words import parse_words
from extractor.facts.codes import accounting
from extractor.facts.columns import HeadedCell, cells
from models import Context, Importo

__all__ = ["complete", "find", "parse_figures", "parse_words", "words_beside"]

# Said of a year too: ``impegnare € 100,00 sull’esercizio 2024``.
_NOT_YEARLY = ("impegno", "liquidazione", "accertamento", "soglia")

_SENTENCE = 900
_BEFORE = 260
_AFTER = 200
_CHAPTER_BEFORE = 90
# Abbreviations end in a dot that ends no sentence: ``al sig. Rossi``, ``Alfa S.p.A. Milano``.
_ABBREVIATED = (
    r"(?<!(?i:\b(?:sigg?(?:\.ra)?|dott(?:\.ssa)?|ing|arch|geom|avv|rag|prof|artt?|nr?|cap|prot|lett|cod"
    r"|fisc|imp|spett|[a-z])))"
)
_SENTENCE_END = regex.compile(
    rf";|{_ABBREVIATED}\.\s+(?=[A-ZÀÈ(])|\n\s*(?=[-–•▪◦⁃\uf0b7]\s|\d{{1,2}}[.)]\s|[a-z]\)\s)|\t"
)


def find(text: str, context: Context) -> list[Importo]:
    """Every occurrence of an amount in ``text``, in text order."""
    found = mentions.find(text)
    table = cells(text)
    places = [cell.inizio for cell in table]
    chapters = [(code.inizio, code.valore) for code in accounting.chapters(text)]
    scheduled = schedule.headings(text)
    amounts = []
    for index, mention in enumerate(found):
        at = bisect_right(places, mention.inizio) - 1
        in_cell = at >= 0 and table[at].fine >= mention.fine
        following = found[index + 1].inizio if index + 1 < len(found) else len(text)
        previous = found[index - 1].fine if index else 0
        place = _Place(
            previous=previous,
            following=following,
            heading=scheduled.get(mention.inizio, table[at].intestazione if in_cell else ""),
            row=_row(text, table, at) if in_cell else (),
            chapter=_chapter(text, chapters, mention, previous, following),
        )
        amounts.append(_amount(text, mention, place))
    return amounts


class _Place(NamedTuple):
    """Where an amount stands: between which others, in which column and row."""

    previous: int
    following: int
    heading: str
    row: tuple[HeadedCell, ...]
    chapter: str | None


def _chapter(
    text: str, chapters: Sequence[tuple[int, str]], mention: Mention, previous: int, following: int
) -> str | None:
    """The chapter named after an amount and before the next one, or just before it."""
    at = bisect_right(chapters, (mention.fine, ""))
    end = min(following, mention.fine + len(_sentence_after(text, mention.fine)))
    if at < len(chapters) and chapters[at][0] < end:
        return chapters[at][1]
    if at and chapters[at - 1][0] >= max(previous, mention.inizio - _CHAPTER_BEFORE):
        return chapters[at - 1][1]
    return None


def _row(text: str, table: Sequence[HeadedCell], at: int) -> tuple[HeadedCell, ...]:
    """The cells of the row of the cell at ``at``."""
    first = last = at
    while first > 0 and "\n" not in text[table[first - 1].inizio : table[first].inizio]:
        first -= 1
    while last + 1 < len(table) and "\n" not in text[table[last].inizio : table[last + 1].inizio]:
        last += 1
    return tuple(table[first : last + 1])


def _amount(text: str, mention: Mention, place: _Place) -> Importo:
    """The amount with what is said of it: by its cell, its sentence, the words up to the next."""
    sentence = _sentence_start(text, mention.inizio)
    start = max(sentence, mention.inizio - _BEFORE)
    before = text[start : mention.inizio]
    after = _sentence_after(text, mention.fine)
    own = after[: max(place.following - mention.fine, 0)]
    label = place.row[0].testo if place.row and place.row[0].fine <= mention.inizio else ""
    opening = text[sentence : sentence + 60]
    name, strength = role(f"{label} {before}", own, place.heading, label, opening)
    first = place.previous <= start
    year = budget.year(before, own, place.heading, first=first) or budget.row_year(place.row)
    yearly = bool(place.heading) or budget.is_yearly(before, own)
    if year is not None and yearly and strength < 5 and name not in _NOT_YEARLY:
        name = "annualita" if name != "dotazione" or budget.is_share(own) else name
    return Importo(
        inizio=mention.inizio,
        fine=mention.fine,
        testo=text[mention.inizio : mention.fine],
        fonte=mention.fonte,
        confidenza=mention.confidenza,
        importo=_decimal_text(mention.valore),
        centesimi=_cents(mention.valore),
        valuta=mention.valuta,
        iva=budget.vat(before if first else "", after, place.heading),
        ruolo=name,
        esercizio=year,
        capitolo=place.chapter or budget.row_chapter(place.row),
    )


def _sentence_start(text: str, end: int) -> int:
    start = max(end - _SENTENCE, 0)
    for match in _SENTENCE_END.finditer(text, start, end):
        start = match.end()
    return start


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
