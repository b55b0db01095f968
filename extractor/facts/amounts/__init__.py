"""Amounts of money: found in every printed form, exact, with role, VAT, budget year and chapter.

``mentions`` finds them, ``roles`` and ``budget`` read what is said of each, and ``complete``
gives all the mentions of one value in an act the best that any of them says.

>>> from models import Context
>>> [found] = find("un costo totale di € 18.727.000,00 iva inclusa", Context())
>>> found.importo, found.ruolo, found.iva
('18727000.00', 'totale', 'inclusa')
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from extractor.facts.amounts import budget, contract, mentions
from extractor.facts.amounts.completion import complete
from extractor.facts.amounts.mention import Mention
from extractor.facts.amounts.neighbours import (
    is_band,
    is_in_words,
    is_line_of_fund,
    is_step,
    role_beside,
)
from extractor.facts.amounts.roles import (
    Told,
    of_fund,
    of_lead,
    of_row,
    of_whole,
    of_works,
    role,
)
from extractor.facts.amounts.surroundings import Place, Surroundings
from extractor.facts.columns import HeadedCell
from extractor.numbers import parse_figures, parse_words, words_beside
from models import Context, Importo
from models.vocabulary import RuoloImporto

__all__ = ["complete", "find", "parse_figures", "parse_words", "words_beside"]

# No word tells an amount's role over four others: see ``roles``.
_REACH = 4
# The next element of a contract follows its price at once.
_REACH_AFTER = 240
# How strongly a label tells a role that no heading of its column may change.
_PLAIN_LABEL = 3.5
_STEP_WEIGHT = 6.5
_LINE_WEIGHT = 4.6
# A longer heading of a column of amounts is the title of what it describes.
_LONG_HEADING = 40
# Said of a year too: ``impegnare € 100,00 sull’esercizio 2024``.
_NOT_YEARLY = {
    "impegno", "liquidazione", "accertamento", "assegnazione", "soglia", "rimborso", "ritenuta",
    "residuo",
}  # fmt: skip
_YEARLY = 3.0
_PLANNED = 9.0
_UNTOLD: Told = ("altro", 0.0)


def find(text: str, context: Context) -> list[Importo]:
    """Every occurrence of an amount in ``text``, in text order."""
    found = mentions.find(text)
    if not found:
        return []
    around = Surroundings(text)
    amounts: list[Importo] = []
    other: Place | None = None
    stated: list[int] = []
    for index, mention in enumerate(found):
        previous = found[index - 1].fine if index else 0
        following = found[index + 1].inizio if index + 1 < len(found) else len(text)
        earliest = found[index - _REACH].fine if index >= _REACH else 0
        place = around.of(
            mention.inizio, mention.fine, previous=previous, following=following, earliest=earliest
        )
        said = _said(place, text[mention.inizio : mention.fine])
        if other is not None:
            between = text[previous : mention.inizio]
            again = mention.valore == found[index - 1].valore and is_in_words(between)
            name = amounts[-1].ruolo if again else _beside(said, place, amounts, other, between)
            said = said._replace(ruolo=name)
        other = place
        if contract.is_stated(place.before, text[mention.fine : mention.fine + _REACH_AFTER]):
            stated.append(index)
        amounts.append(_amount(text, mention, said))
    return contract.as_asked(stated, amounts) if stated else amounts


def _beside(
    said: "_Said", place: Place, amounts: list[Importo], other: Place, between: str
) -> RuoloImporto:
    """The role of an amount beside the last of ``amounts``, whose own it may change."""
    last = amounts[-1]
    name = role_beside((said.ruolo, said.forza), place, (last.ruolo, other), between)
    if name == last.ruolo == "altro" and is_band(between):
        amounts[-1] = last.model_copy(update={"ruolo": "soglia"})
        return "soglia"
    return name


class _Said(NamedTuple):
    """What is said of an amount, and how strongly its role is told."""

    ruolo: RuoloImporto
    forza: float
    esercizio: int | None
    iva: budget.Vat | None
    capitolo: str | None


def _amount(text: str, mention: Mention, said: _Said) -> Importo:
    return Importo(
        inizio=mention.inizio,
        fine=mention.fine,
        testo=text[mention.inizio : mention.fine],
        fonte=mention.fonte,
        confidenza=mention.confidenza,
        importo=_decimal_text(mention.valore),
        centesimi=_cents(mention.valore),
        valuta=mention.valuta,
        iva=said.iva,
        ruolo=said.ruolo,
        esercizio=said.esercizio,
        capitolo=said.capitolo,
    )


def _said(place: Place, words: str) -> _Said:
    """What is said of an amount by its own words, its cell, its sentence up to the next."""
    heading = "" if _is_answer(place) else place.heading
    year = budget.year(place.before, place.own, heading, first=place.first)
    year = year or budget.row_year(place.row)
    before = place.before if place.first else ""
    if place.planned is not None:
        role, year = place.planned
        return _Said(role, _PLANNED, year, budget.vat(before, place.after, heading), None)
    return _Said(
        *_role(place, heading, year, words),
        esercizio=year or place.year,
        iva=budget.vat(before, place.after, heading),
        capitolo=place.chapter or budget.row_chapter(place.row),
    )


def _role(place: Place, heading: str, year: int | None, words: str) -> Told:
    """What the amount is: by its own words, its year, what leads in its list, its row."""
    before, own = place.before, place.own
    title = "altro" if heading else place.title
    told = role(f"{place.label}\n{before}", own, heading, place.label, place.opening, title)
    if place.more and is_step(f"\n{before}"):
        told = "soglia", _STEP_WEIGHT
    if told[0] == "soglia" and is_line_of_fund(place.lead, before):
        told = "dotazione", _LINE_WEIGHT
    led = of_lead(place.lead) if place.lead else _UNTOLD
    name, strength = max(told, of_whole(place.after), of_fund(words, before), key=_strength)
    in_row = bool(heading) or budget.row_year(place.row) is not None
    yearly = year is not None and (in_row or budget.is_yearly(before, own))
    # A grant for a year, told alone, is no share of one: ``un contributo … per l’anno 2026``.
    yearly = yearly and not (name == "contributo" and place.alone and strength >= _YEARLY)
    # ``è così ripartita:`` and below it ``anno 2025: € 100,00``: the years are the shares.
    governing = {name, led[0]} - ({"assegnazione"} if name != "assegnazione" else set())
    if yearly and strength < 5 and not governing & _NOT_YEARLY:
        share = name != "dotazione" or in_row or budget.is_share(own)
        return ("annualita" if share else name), _YEARLY
    return max((name, strength), led, *_in_row(place.row, heading), key=_strength)


def _in_row(row: tuple[HeadedCell, ...], heading: str) -> Iterator[Told]:
    """What the other cells of an amount's row tell of it, under a heading that tells nothing."""
    if heading:
        yield of_works(words for cell in row for words in (cell.intestazione, cell.testo))
        yield of_row(" ".join(cell.intestazione for cell in row), heading)


def _strength(told: Told) -> float:
    return told[1]


def _is_answer(place: Place) -> bool:
    """Whether the amount answers the label before it, in a sheet of two columns under a title."""
    titled = len(place.row) == 2 and len(place.heading) > _LONG_HEADING
    return titled and role(place.label, "", "", "")[1] >= _PLAIN_LABEL


def _decimal_text(value: Decimal) -> str:
    """A decimal with at least two decimals, and no more than it needs beyond them."""
    exponent = value.normalize().as_tuple().exponent
    places = max(2, -exponent if isinstance(exponent, int) else 2)
    return f"{value:.{places}f}"


def _cents(value: Decimal) -> int | None:
    cents = value * 100
    return int(cents) if cents == cents.to_integral_value() else None
