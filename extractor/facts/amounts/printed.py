"""Amounts in figures: told by a currency before or behind them, or by their form alone.

>>> [text[m.inizio : m.fine] for text in ["da 5.000 a 10.000 euro"] for m in with_currency(text)]
['10.000 euro', '5.000']
>>> [str(m.valore) for m in bare("un costo di 1.258.000,00 per 1.234,50 mq")]
['1258000.00']
"""

from collections.abc import Iterator

import regex

from extractor.facts.amounts import currency
from extractor.facts.amounts.figures import (
    NUMBER,
    NUMBER_END,
    SCALE,
    SPACED,
    STRONG,
    STRUCTURED,
    parse_figures,
    scale,
)
from extractor.facts.amounts.mention import Mention

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

_PREFIXED = (
    rf"(?P<valuta>{_CUR}|{currency.PREFIX_ONLY}){_PER}{_AFTER_CUR}(?P<segno>[-−](?=\d))?{_NUM}{NUMBER_END}{_CLOSED}"
    rf"(?:[ \u00a0]?{_CUR}(?!\s?\d))?"
)
_SUFFIXED = (
    rf"(?<![\w.,/])(?P<segno2>(?<![\w\d])[-−](?=\d))?(?P<numero2>{SPACED}|{NUMBER})"
    rf"(?:[ \n\u00a0]?(?P<scala2>{SCALE})(?![^\W\d_]))?{_CLOSED}[ \n\u00a0]{{0,2}}(?:di\s+)?"
    rf"(?P<valuta2>{_CUR}){_PER}{_SUFFIX_END}"
)
_WITH_CURRENCY = regex.compile(rf"{_PREFIXED}|{_SUFFIXED}", regex.IGNORECASE)

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
_KEYED = regex.compile(
    r"(?<![^\W\d_])(?:importo|imponibile|iva|totale|contributo|spesa|costo|prezzo|somma|pari\s+a|canone)"
    rf"(?:\s+(?:di|è|a|complessiv[oa]|total[ei]|nett[oa]|lord[oa]))?[\s:=]{{1,4}}(?P<numero>\d{{1,6}},\d{{2}}){NUMBER_END}",
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


def with_currency(text: str) -> Iterator[Mention]:
    """Every amount with a currency, and the other end of its range."""
    for match in _WITH_CURRENCY.finditer(text):
        tail = "" if match["valuta"] else "2"
        value = parse_figures(match["numero" + tail])
        if value is None or _is_emission_class(text, match) or _is_list_number(match):
            continue
        value *= scale(match["scala" + tail] or "")
        if match["segno" + tail]:
            value = -value
        iso = currency.code(match["valuta" + tail])
        source = "importo_valuta_dopo" if tail else "importo_valuta"
        start, end = match.span()
        if ")" in match.group()[: match.start("numero" + tail) - start]:
            start = match.start("numero" + tail)  # ``(in euro) 28.158.447,00``
        # Forms print € 0,00 where there is nothing to say.
        yield Mention(start, end, value, iso, source, 0.98 if value else 0.6)
        yield from _other_end(text, match, iso)


def _other_end(text: str, match: regex.Match[str], iso: str) -> Iterator[Mention]:
    """The end of a range that carries no currency of its own."""
    if match["valuta"] is None:
        before = _RANGE_BEFORE.search(text, max(match.start() - 40, 0), match.start())
        name = "numero" if before and before["numero"] else "numero2"
        span = before.span(name) if before else None
    elif after := _RANGE_AFTER.match(text, match.end()):
        told = _RANGE_WORD.search(text, max(match.start() - 20, 0), match.start())
        dashed = after["trattino"] and regex.match(STRUCTURED, after["numero"])
        span = after.span("numero") if told or dashed else None
    else:
        span = None
    value = parse_figures(text[span[0] : span[1]]) if span else None
    if span is not None and value is not None:
        yield Mention(span[0], span[1], value, iso, "importo_intervallo", 0.9)


def _is_list_number(match: regex.Match[str]) -> bool:
    """Whether a heading ``(€)`` is only followed by the number of the next point."""
    if match["valuta"] is None or not match["numero"].isdigit():
        return False
    return ")" in match.group()[: match.start("numero") - match.start()]


def _is_emission_class(text: str, match: regex.Match[str]) -> bool:
    if match["valuta"] is None or match["valuta"].lower() != "euro":
        return False
    if not regex.fullmatch(r"[0-7]", match["numero"]) or match["scala"]:
        return False
    nearby = text[max(match.start() - 80, 0) : match.end() + 40]
    return _EMISSIONS.search(nearby) is not None


def bare(text: str) -> Iterator[Mention]:
    """Every amount without a currency that its form, or the word before it, tells."""
    for match in _BARE.finditer(text):
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
    for match in _KEYED.finditer(text):
        value = parse_figures(match["numero"])
        if value is not None and not _counts_something(text, *match.span("numero")):
            start, end = match.span("numero")
            yield Mention(start, end, value, "EUR", "importo_parola", 0.8)


def _counts_something(text: str, start: int, end: int) -> bool:
    if _UNIT_AFTER.match(text, end):
        return True
    return _UNIT_BEFORE.search(text, max(start - 24, 0), start) is not None
