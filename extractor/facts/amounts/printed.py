"""Amounts in figures: told by a currency before or behind them, or by their form alone.

>>> [text[m.inizio : m.fine] for text in ["da 5.000 a 10.000 euro"] for m in with_currency(text)]
['10.000 euro', '5.000']
>>> [str(m.valore) for m in bare("un costo di 1.258.000,00 per 1.234,50 mq")]
['1258000.00']
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

import regex

from extractor.facts.amounts import currency
from extractor.facts.amounts.figures import (
    LARGEST,
    NUMBER,
    NUMBER_END,
    SCALE,
    SPACED,
    STRONG,
    STRUCTURED,
    scale,
)
from extractor.facts.amounts.mention import Mention
from extractor.facts.characters import after, before, characters, leading_to, places, run
from extractor.literals import matches
from extractor.numbers import parse_figures

_CUR = currency.CURRENCY
# Prices of a unit: ``€/mq 12,345``, ``0,12 €/kWh``.
_PER = r"(?:\s?/\s?(?:[^\W\d_]{1,12}[²³23]?|m[²³]))?"
# ``(in euro) 28.158.447,00``, ``€. 1.200,00``, ``euro: € 500``
_AFTER_CUR = r"[ \u00a0\n]{0,3}[.:)\]]?[ \u00a0\n\t]{0,3}"
# Filled forms end an amount so that nothing can be added: ``100,00.=``, ``100,=``, ``100,--``.
_CLOSED = r"(?:[.,]?=|,-{1,2}(?!\d))?"
_NUM = rf"(?P<numero>{NUMBER})(?:\s?(?P<scala>{SCALE})(?![^\W\d_]))?"
# ``12 € 11.218,90``: in a row of prefixed amounts the sign belongs to what follows.
_SUFFIX_END = rf"(?![ \u00a0]{{0,2}}(?={STRUCTURED})(?>{NUMBER})(?![ \u00a0]{{0,2}}(?:{_CUR}|%)))"

_PREFIXED = regex.compile(
    rf"(?P<valuta>{_CUR}|{currency.PREFIX_ONLY}){_PER}{_AFTER_CUR}(?P<segno>[-−](?=\d))?{_NUM}"
    rf"{NUMBER_END}{_CLOSED}(?:[ \u00a0]?{_CUR}(?!\s?\d))?",
    regex.IGNORECASE,
)
# What stands before a currency that follows its number, up to the currency itself.
_BEFORE_CUR = regex.compile(
    rf"(?<![\w.,/])(?P<segno>(?<![\w\d])[-−](?=\d))?(?P<numero>{SPACED}|{NUMBER})"
    rf"(?:[ \n\u00a0]?(?P<scala>{SCALE})(?![^\W\d_]))?{_CLOSED}[ \n\u00a0]{{0,2}}(?:di\s+)?\Z",
    regex.IGNORECASE,
)
_SUFFIX = regex.compile(rf"(?P<valuta>{_CUR}){_PER}{_SUFFIX_END}", regex.IGNORECASE)
# A number, its scale and ``di`` before the currency are no longer than this.
_LONGEST_NUMBER = 48

# The other end of a range, which the currency is not printed with.
_RANGE_BEFORE = regex.compile(
    rf"(?:(?<![^\W\d_])(?:da|dai|tra|fra|dalle)\s+(?:i\s+|gli\s+)?(?P<numero>{NUMBER})\s+(?:a|ad|ai|e|ed|agli)\s+"
    rf"|(?<![\w.,/])(?P<numero2>{NUMBER})\s?[-–]\s?)\Z",
    regex.IGNORECASE,
)
_RANGE_AFTER = regex.compile(
    rf"(?:\s?(?P<trattino>[-–])|\s+(?:ad?|ed?))\s?(?P<numero>{NUMBER}){NUMBER_END}(?!\s?/)",
    regex.IGNORECASE,
)
_RANGE_WORD = regex.compile(
    r"(?<![^\W\d_])(?:da|dai|tra|fra|compres[oaie])\s+(?:i\s+)?\Z", regex.IGNORECASE
)

_BARE = regex.compile(rf"(?<![\w.,/\-€$£])(?P<segno>-)?(?P<numero>{STRONG})(?![\w/]|[.,]\d|\s?%)")
_SMALL = regex.compile(
    rf"(?<![\d.,/])(?:\d{{1,6}},\d{{2}}{NUMBER_END}|\d{{1,3}}(?:\.\d{{3}}){{1,4}}(?:,\d)?(?!\d)"
    rf"{NUMBER_END}(?=\s*(?:[.;:)\n]|\Z|,\s|\(|i\.?v\.?a|oltre|più|e\s)))",
    regex.IGNORECASE,
)
# The word right before a small number with two decimals that makes it an amount.
_KEYED = regex.compile(
    r"(?<![^\W\d_])(?:import[oi]|imponibile|iva|totale|contributo|spesa|costo|prezzo|somma|pari\s+a|canone)"
    r"(?:\s+(?:di|è|ad?|pari|fino|complessiv[oa]|total[ei]|massim[oa]|minim[oa]|regionale|nett[oa]"
    r"|lord[oa]|inferior[ei]|superior[ei]|ugual[ei]|o)){0,5}[\s:=]{1,4}\Z",
    regex.IGNORECASE,
)
_UNIT_AFTER = regex.compile(
    r"\s?(?:m(?:q|c|l|²|³|2|3|t)?\b|metri|ha\b|ettari|k[mg]\b|kwh?\b|mwh?\b|gwh?\b|kwp|ton|tonnellate|litri"
    r"|quintali|[°]|ore\b|giorni|mesi|anni|abitanti|unità|punti|volte|mc\b|hl\b|tep\b|tco2|nm3|smc|dmc)",
    regex.IGNORECASE,
)
_UNIT_BEFORE = regex.compile(
    r"(?:\b(?:mq|mc|ml|ha|kg|km|mwh|kwh|tel|fax|cell|superficie|metri|n|nr|m2|m²|m³|smc)\.?\s*(?:di\s+)?|[°×]\s?)\Z",
    regex.IGNORECASE,
)
# ``veicoli Euro 4``: a class of emissions (reg. CE 715/2007), not a price.
_EMISSIONS = regex.compile(
    r"veicol|diesel|benzina|motor|emission|omologa|classe|autobus|inquinan", regex.IGNORECASE
)


# ``Contributo (€)``, then ``36.10. ALLEGATO 10``: the number of the next point.
_POINT_AFTER = regex.compile(r"\.\s+\p{Lu}")


class _Found(NamedTuple):
    """An amount as it stands: the span of all of it and of its number, and its parts."""

    inizio: int
    fine: int
    numero: tuple[int, int]
    scala: str
    negativo: bool
    valuta: str
    valuta_dopo: bool


def with_currency(text: str) -> Iterator[Mention]:
    """Every amount with a currency, and the other end of its range."""
    end = 0
    for start in currency.places(text):
        if start < end:
            continue
        found = _suffixed(text, start, end) or _prefixed(text, start)
        if found is None:
            continue
        end = found.fine
        value = parse_figures(text[slice(*found.numero)])
        if value is None or _is_emission_class(text, found) or _is_list_number(text, found):
            continue
        yield _mention(text, found, value)
        yield from _other_end(text, found)


def _prefixed(text: str, start: int) -> _Found | None:
    match = _PREFIXED.match(text, start)
    return _found(match, match, match.start(), match.end(), False) if match else None


def _suffixed(text: str, start: int, after: int) -> _Found | None:
    """The amount whose currency at ``start`` follows its number, which begins past ``after``."""
    sign = _SUFFIX.match(text, start)
    if sign is None:
        return None
    number = _BEFORE_CUR.search(text, max(start - _LONGEST_NUMBER, after), start)
    return _found(number, sign, number.start(), sign.end(), True) if number else None


def _found(
    number: regex.Match[str], sign: regex.Match[str], start: int, end: int, after: bool
) -> _Found:
    return _Found(
        inizio=start,
        fine=end,
        numero=number.span("numero"),
        scala=number["scala"] or "",
        negativo=number["segno"] is not None,
        valuta=sign["valuta"],
        valuta_dopo=after,
    )


def _mention(text: str, found: _Found, value: Decimal) -> Mention:
    by = scale(found.scala)
    excessive = value * by > LARGEST
    value *= (1 if excessive else by) * (-1 if found.negativo else 1)
    start = found.inizio
    if ")" in text[start : found.numero[0]]:
        start = found.numero[0]  # ``(in euro) 28.158.447,00``
    source = "importo_valuta_dopo" if found.valuta_dopo else "importo_valuta"
    # Forms print € 0,00 where there is nothing to say.
    sure = 0.98 if value and not excessive else 0.6
    return Mention(start, found.fine, value, currency.code(found.valuta), source, sure)


def _other_end(text: str, found: _Found) -> Iterator[Mention]:
    """The end of a range that carries no currency of its own."""
    span = None
    if found.valuta_dopo:
        before = _RANGE_BEFORE.search(text, max(found.inizio - 40, 0), found.inizio)
        name = "numero" if before and before["numero"] else "numero2"
        span = before.span(name) if before else None
    elif after := _RANGE_AFTER.match(text, found.fine):
        told = _RANGE_WORD.search(text, max(found.inizio - 20, 0), found.inizio)
        dashed = after["trattino"] and regex.match(STRUCTURED, after["numero"])
        span = after.span("numero") if told or dashed else None
    value = parse_figures(text[span[0] : span[1]]) if span else None
    if span is not None and value is not None:
        # ``da 2,5 a 10 milioni di euro``, but ``da 500.000 a 1 milione``
        own = parse_figures(text[slice(*found.numero)])
        if found.valuta_dopo and own is not None and value < own:
            value *= scale(found.scala)
        iso = currency.code(found.valuta)
        yield Mention(span[0], span[1], value, iso, "importo_intervallo", 0.9)


def _is_list_number(text: str, found: _Found) -> bool:
    """Whether a heading ``(€)`` is only followed by the number of the next point."""
    number = text[slice(*found.numero)]
    if ")" not in text[found.inizio : found.numero[0]]:
        return False
    return number.isdigit() or _POINT_AFTER.match(text, found.fine) is not None


def _is_emission_class(text: str, found: _Found) -> bool:
    if found.valuta_dopo or found.valuta.lower() != "euro" or found.scala:
        return False
    if text[slice(*found.numero)] not in tuple("01234567"):
        return False
    nearby = text[max(found.inizio - 80, 0) : found.fine + 40]
    return _EMISSIONS.search(nearby) is not None


def bare(text: str) -> Iterator[Mention]:
    """Every amount without a currency that its form, or the word before it, tells."""
    long, short = _decimals(text)
    for match in matches(_BARE, text, long):
        if _counts_something(text, *match.span("numero")):
            continue
        value = parse_figures(match["numero"])
        if value is not None:
            start = match.start()
            yield Mention(
                start,
                match.end(),
                -value if match["segno"] else value,
                "EUR",
                "importo_forma",
                0.85,
            )
    for match in matches(_SMALL, text, short):
        if not _KEYED.search(text, max(match.start() - 60, 0), match.start()):
            continue
        value = parse_figures(match.group())
        if value is not None and not _counts_something(text, *match.span()):
            yield Mention(match.start(), match.end(), value, "EUR", "importo_parola", 0.8)


def _decimals(text: str) -> tuple[list[int], list[int]]:
    """Where numbers begin that ``_BARE`` may tell, with their minus, and those for ``_SMALL``."""
    here = characters(text)
    figure, minus = here.figure, here.one_of("-")
    first = figure & ~before(figure | here.one_of(".,/"))
    thousands = first & leading_to(figure, 3, here.one_of(".") & after(run(figure, 3)))
    cents = first & leading_to(figure, 6, here.one_of(",") & after(run(figure, 2)))
    signed = (thousands & ~before(minus)) | (minus & after(thousands))
    return places(signed), places(thousands | cents)


def _counts_something(text: str, start: int, end: int) -> bool:
    if _UNIT_AFTER.match(text, end):
        return True
    return _UNIT_BEFORE.search(text, max(start - 24, 0), start) is not None
