"""Where amounts stand in a text, and what they are worth; not yet what they are.

An amount is told by its currency, before it or behind it; by its form alone (thousands and two
decimals) where nothing says that it counts something else; by the heading of its column; or by
the words ``euro dodicimila/00``. A range gives two. Numbers of chapters, telephone numbers,
percentages, dates, areas and quantities are not amounts.

>>> [(m.valore, text[m.inizio:m.fine]) for text in ["da 5.000 a 10.000 euro"] for m in find(text)]
[(Decimal('5000'), '5.000'), (Decimal('10000'), '10.000 euro')]
>>> [str(m.valore) for m in find("€ 600 milioni; 5.0M€; cap. 9.03.203.7295; 12,5 %")]
['600000000', '5000000.0']
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

import regex

from extractor.facts.amounts import currency
from extractor.facts.amounts.figures import NUMBER, NUMBER_END, SCALE, STRONG, parse_figures, scale
from extractor.facts.amounts.words import parse_words
from extractor.facts.columns import cells


class Mention(NamedTuple):
    """An amount in a text: ``text[inizio:fine]``, worth ``valore`` of ``valuta``."""

    inizio: int
    fine: int
    valore: Decimal
    valuta: str
    fonte: str
    confidenza: float


_CUR = currency.CURRENCY
# Prices of a unit: ``€/mq 12,345``, ``0,12 €/kWh``.
_PER = r"(?:\s?/\s?(?:[^\W\d_]{1,12}[²³23]?|m[²³]))?"
# ``(in euro) 28.158.447,00``, ``€. 1.200,00``, ``euro: € 500``
_AFTER_CUR = r"[ \u00a0\n]{0,3}[.:)\]]?[ \u00a0\n\t]{0,3}"
# Filled forms end an amount so that nothing can be added: ``100,00.=``, ``100,=``, ``100,--``.
_CLOSED = r"(?:[.,]?=|,-{1,2}(?!\d))?"
_NUM = rf"(?P<numero>{NUMBER})(?:\s?(?P<scala>{SCALE})(?![^\W\d_]))?"
_SUFFIX_END = rf"(?![ \u00a0]{{0,2}}{NUMBER}(?![ \u00a0]{{0,2}}(?:{_CUR}|%)))"

_PREFIXED = (
    rf"(?P<valuta>{_CUR}|{currency.PREFIX_ONLY}){_PER}{_AFTER_CUR}(?P<segno>[-−](?=\d))?{_NUM}{NUMBER_END}{_CLOSED}"
    rf"(?:\s?{_CUR})?"
)
_SUFFIXED = (
    rf"(?<![\w.,/])(?P<segno2>(?<![\w\d])[-−](?=\d))?(?P<numero2>{NUMBER})"
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
    rf"(?:\s?[-–]|\s+(?:ad?|ed?))\s?(?P<numero>{NUMBER}){NUMBER_END}(?!\s?/)", regex.IGNORECASE
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

_IN_WORDS = regex.compile(
    r"(?<![^\W\d_])euro\s+(?P<dopo>[^\W\d_]{3,80}(?:\s[^\W\d_]{1,60}){0,7})(?:\s?[/,]\s?(?P<cent>\d\d)(?!\d))?"
    r"|(?<![^\W\d_])(?P<prima>(?:[^\W\d_]{2,60}\s+){1,7})(?:di\s+)?euro(?![^\W\d_])",
    regex.IGNORECASE,
)
_WORDS_BESIDE = regex.compile(
    r"[\s.=]{0,3}(?:di\s+)?(?:euro|€)?\s{0,2}\(\s?(?:(?:in\s+lettere|diconsi|dicasi)\s*:?\s*)?(?:euro|€)?\s?"
    r"(?P<parole>[^\W\d_]{3,100}(?:\s[^\W\d_]{1,60}){0,8})(?:\s?[/,]\s?(?P<cent>\d\d))?(?:\s?euro)?\s?[)/]",
    regex.IGNORECASE,
)

_MONEY_HEADING = regex.compile(
    r"€|\beur(?:o)?\b|import[oi]|contribut|\bcost[oi]\b|\bspes[ae]\b|risorse|finanziament|stanziament"
    r"|dotazione|prezz|corrispettiv|compens|imponibile|liquida|tariff|canone|rimbors|\biva\b",
    regex.IGNORECASE,
)
_CURRENCY_HEADING = regex.compile(r"€|\beuro?\b", regex.IGNORECASE)
_OTHER_HEADING = regex.compile(
    r"%|percentual|punt(?:i|eggio)|\bdata\b|\bnum(?:ero)?\b|^\s*n[.°]|\bid\b|codice|superfici|quantità"
    r"|\banno\b|\bmq\b|\bore\b|abitanti|capitolo|protocollo|fiscale|partita|\bcig\b|\bcup\b|durata",
    regex.IGNORECASE,
)
_CELL_NUMBER = regex.compile(
    rf"\s*(?P<segno>[-−])?\s?(?P<numero>{NUMBER})\s?(?:\*{{0,2}}|\(\d\)|[.,]?=|,--?)?\s*"
)
_THOUSANDS_HEADING = regex.compile(r"migliaia|/\s?1\.?000|€/000|k€|x\s?1\.?000", regex.IGNORECASE)
_MILLIONS_HEADING = regex.compile(r"milion[ei]|\bmln\b|M€", regex.IGNORECASE)


def find(text: str) -> list[Mention]:
    """Every amount in ``text``, in text order, without overlaps."""
    found: list[Mention] = []
    found.extend(_with_currency(text))
    found.extend(_in_columns(text))
    found.extend(_bare(text))
    found.extend(_words(text))
    return _disjoint(found)


def words_beside(text: str, fine: int) -> tuple[int, int, Decimal] | None:
    """The words in brackets that repeat an amount ending at ``fine``: span and value.

    >>> words_beside("€ 12.000,00 (euro dodicimila/00)", 11)
    (18, 28, Decimal('12000.00'))
    """
    match = _WORDS_BESIDE.match(text, fine)
    whole = parse_words(match["parole"]) if match else None
    if match is None or whole is None:
        return None
    return match.start("parole"), match.end("parole"), _with_cents(whole, match["cent"])


def _with_cents(whole: int, cents: str | None) -> Decimal:
    return Decimal(f"{whole}.{cents}") if cents else Decimal(whole)


def _with_currency(text: str) -> Iterator[Mention]:
    for match in _WITH_CURRENCY.finditer(text):
        tail = "" if match["valuta"] else "2"
        value = parse_figures(match["numero" + tail])
        if value is None or _is_emission_class(text, match):
            continue
        value *= scale(match["scala" + tail] or "")
        if match["segno" + tail]:
            value = -value
        iso = currency.code(match["valuta" + tail])
        source = "importo_valuta_dopo" if tail else "importo_valuta"
        start, end = match.span()
        yield Mention(start, end, value, iso, source, 0.98)
        yield from _other_end(text, match, iso)


def _other_end(text: str, match: regex.Match[str], iso: str) -> Iterator[Mention]:
    """The end of a range that carries no currency of its own."""
    if match["valuta"] is None:
        before = _RANGE_BEFORE.search(text, max(match.start() - 40, 0), match.start())
        name = "numero" if before and before["numero"] else "numero2"
        span = before.span(name) if before else None
    elif _RANGE_WORD.search(text, max(match.start() - 20, 0), match.start()):
        after = _RANGE_AFTER.match(text, match.end())
        span = after.span("numero") if after else None
    else:
        span = None
    value = parse_figures(text[span[0] : span[1]]) if span else None
    if span is not None and value is not None:
        yield Mention(span[0], span[1], value, iso, "importo_intervallo", 0.9)


def _is_emission_class(text: str, match: regex.Match[str]) -> bool:
    if match["valuta"] is None or match["valuta"].lower() != "euro":
        return False
    if not regex.fullmatch(r"[0-7]", match["numero"]) or match["scala"]:
        return False
    nearby = text[max(match.start() - 80, 0) : match.end() + 40]
    return _EMISSIONS.search(nearby) is not None


def _bare(text: str) -> Iterator[Mention]:
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


def _in_columns(text: str) -> Iterator[Mention]:
    for cell in cells(text):
        heading = cell.intestazione
        match = _CELL_NUMBER.fullmatch(cell.testo)
        if match is None or not _MONEY_HEADING.search(heading):
            continue
        if _OTHER_HEADING.search(heading) and not _CURRENCY_HEADING.search(heading):
            continue
        value = parse_figures(match["numero"])
        if value is None or not _may_be_amount(match["numero"], heading):
            continue
        value *= _heading_scale(heading, value)
        start, end = cell.inizio + match.start("numero"), cell.inizio + match.end("numero")
        if match["segno"]:
            start, value = cell.inizio + match.start("segno"), -value
        sure = 0.95 if _CURRENCY_HEADING.search(heading) else 0.88
        yield Mention(start, end, value, "EUR", "importo_colonna", sure)


def _may_be_amount(number: str, heading: str) -> bool:
    """Whether a cell's number is an amount: any under a currency, one with marks under a word."""
    if _CURRENCY_HEADING.search(heading):
        return not regex.fullmatch(r"(?:19|20)\d\d", number)
    return regex.search(r"\.\d{3}(?!\d)|,\d{2}$", number) is not None


def _heading_scale(heading: str, value: Decimal) -> int:
    if _THOUSANDS_HEADING.search(heading):
        return 1000
    return 1_000_000 if _MILLIONS_HEADING.search(heading) and value < 100_000 else 1


def _words(text: str) -> Iterator[Mention]:
    for match in _IN_WORDS.finditer(text):
        side = "dopo" if match["dopo"] else "prima"
        span = _number_words(text, *match.span(side), from_start=side == "dopo")
        if span is None:
            continue
        start, end, whole = span
        cents = None
        if side == "dopo":
            start = match.start()
            if end == match.end("dopo") and match["cent"]:
                cents, end = match["cent"], match.end("cent")
        else:
            end = match.end()
        if whole < 2:
            continue  # ``un euro``, ``per euro uno``: hardly ever an amount
        yield Mention(start, end, _with_cents(whole, cents), "EUR", "importo_lettere", 0.85)


def _number_words(
    text: str, start: int, end: int, *, from_start: bool
) -> tuple[int, int, int] | None:
    """The longest run of words at one end of a stretch that writes a number: span and value."""
    words = [match.span() for match in regex.finditer(r"[^\W\d_]+", text, pos=start, endpos=end)]
    for count in range(len(words), 0, -1):
        run = words[:count] if from_start else words[-count:]
        value = parse_words(text[run[0][0] : run[-1][1]])
        if value is not None and text[run[-1][0] : run[-1][1]].lower() not in ("e", "ed"):
            return run[0][0], run[-1][1], value
    return None


def _disjoint(found: list[Mention]) -> list[Mention]:
    """The amounts in text order; of two that overlap, the one with a currency or the longer."""
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.inizio, -m.fine)):
        if kept and mention.inizio < kept[-1].fine:
            if mention.confidenza > kept[-1].confidenza and mention.fine >= kept[-1].fine:
                kept[-1] = mention
            continue
        kept.append(mention)
    return kept
