"""Capitolo, impegno, accertamento: an act's place in a budget (d.lgs. 118/2011, 267/2000).

A *capitolo* is printed with its programme codes by the Region (``14.01.203.010839``), as a number
with an article by a municipality (``1234/5``, ``2613.1``). An *impegno* (commitment) and an
*accertamento* (assessed income) have a number, mostly with a year (``impegno n. 430/2023``). The
value of a chapter is compacted: without dots. There is no rule that one could break.

The word *capitolo* also names a part of a document, and ``cap.`` a postal code: a small number
counts only where the budget is spoken of, a postal code never.

>>> [found.valore for found in find("sul capitolo 14.01.203.010839 e cap. 2613.1, impegno 430/23")]
['1401203010839', '26131', '430/23']
>>> list(find("nel capitolo 9 del capitolato; via Roma 1, cap. 47042, in Cesenatico"))
[]
"""

from collections.abc import Iterator
from functools import lru_cache

import regex

from extractor.facts.anchors import Anchored
from extractor.facts.codes.finding import NUMBER_SIGN, code
from extractor.facts.columns import cells_under
from models import Codice
from models.vocabulary import TipoCodice

_LETTERS = r"[^\W\d_]"
# What is set off by a slash: ``/5``, ``/01-03``, the side of the budget ``/E``.
_ARTICLE = r"(?:/\d{1,4}(?:-\d{1,4}(?!\d))?|[/_](?-i:[A-Z])(?!\w))?"
# Some Regions number with letters: ``U0000T20001``, ``SC03.0121``, ``H41926``.
_CHAPTER_NUMBER = (
    r"(?:[UES]\d{4,5}[A-Z]?\d{2,6}|[A-Z]{1,2}\d{2}\.\d{4}"
    r"|(?-i:[A-Z])\d{5}"
    r"|\d{1,10}(?:\.\d{1,10}){0,6}(?:\s?/\s?\d{1,4}(?:-\d{1,4}(?!\d))?(?!\d*/)|[/_](?-i:[A-Z])(?!\w))?)"
)
_NUMBER_END = r"(?![\w]|[.,/]\d|\s?%|\s?°)"

_CHAPTER = Anchored(
    ("cap",),
    rf"(?<!{_LETTERS}|{_LETTERS}\.)(?P<parola>capitol[oi]|cap\.?|capp\.)"
    r"(?P<tipo>\s*(?:di\s+)?(?:spesa|entrata|uscita|bilancio|p\.?e\.?g\.?)){0,2}"
    rf"[\s:]*(?:{NUMBER_SIGN}(?=[\s:\d]))?[\s:]*(?P<numero>{_CHAPTER_NUMBER}){_NUMBER_END}"
    rf"(?P<altri>(?:\s*(?:,|e|ed|;)\s*(?:(?:cap|capitolo)\.?\s*)?(?:n\.\s*)?\d{{3,10}}(?:\.\d{{1,10}}){{0,6}}{_ARTICLE}{_NUMBER_END}){{0,20}})",
)
_ONE_MORE = regex.compile(rf"\d{{3,10}}(?:\.\d{{1,10}}){{0,6}}{_ARTICLE}")
_BUDGET = regex.compile(
    r"bilancio|impegn|spesa|spese|esercizio|peg\b|mission|programma|stanziament|competenza|entrata"
    r"|finanziari|imput|€|\beuro\b|piano dei conti|p\.?d\.?c|macroaggregat|annualità",
    regex.IGNORECASE,
)
_ADDRESS = regex.compile(
    r"\b(?:via|viale|piazza|corso|strada|largo|vicolo|località|sede|residente|c\.so|p\.zza)\b",
    regex.IGNORECASE,
)

# ``n. 430/2023``, ``430/23 sub 4``, ``n. 91 del 2024``, ``2024/1234``
_MOVEMENT_NUMBER = r"(?:\d{1,7}\s?/\s?\d{2,4}(?:/\d{1,4})?|(?:19|20)\d\d[/.\-]\d{1,7}|\d{1,7})"
_COMMITMENT = Anchored(
    ("imp",),
    rf"(?:(?<!{_LETTERS})|(?<=\bsub))(?P<parola>imp(?:egn[oi]|\.?))(?!{_LETTERS})"
    r"(?:\s+(?:di\s+spesa|contabil[ei]|definitiv[oi]|provvisori[oi]|pluriennal[ei]|giuridic[oi]|assunt[oi]|spesa)){0,2}"
    rf"(?P<segno>[\s:]*(?:{NUMBER_SIGN}(?=[\s:\d])|:))?[\s:]*(?P<numero>{_MOVEMENT_NUMBER}){_NUMBER_END}"
    r"(?:\s*sub\.?\s*\d{1,4}(?!\d))?(?P<anno>\s*(?:del(?:l[’']anno)?|/|anno)\s*(?:19|20)\d\d(?!\d))?",
    joined="sub",
)
_INCOME = Anchored(
    ("accert", "acc."),
    rf"(?:(?<!{_LETTERS})|(?<=\bsub))(?P<parola>acc(?:ertament[oi]|(?:ert)?\.))(?!{_LETTERS})"
    r"(?:\s+(?:di\s+entrata|contabil[ei]|assunt[oi]|in\s+entrata)){0,2}"
    rf"(?P<segno>[\s:]*(?:{NUMBER_SIGN}(?=[\s:\d])|:))?[\s:]*(?P<numero>{_MOVEMENT_NUMBER}){_NUMBER_END}"
    r"(?:\s*sub\.?\s*\d{1,4}(?!\d))?(?P<anno>\s*(?:del(?:l[’']anno)?|/|anno)\s*(?:19|20)\d\d(?!\d))?",
    joined="sub",
)
# The next of a list: ``impegni nn. 12/2024 e 13/2024``, ``n. 12, 13 e 14 del 2024``.
_NEXT_MOVEMENT = regex.compile(
    rf"\s*(?:,|;|e|ed)\s*(?:{NUMBER_SIGN}\s*)?(?P<numero>\d{{1,7}}(?:\s?/\s?(?:20)?\d\d)?){_NUMBER_END}"
    r"(?!\s*(?:giorn|mes|ann[oi]\s|€|euro|%|rat[ae]|lott))"
    r"(?P<anno>\s*(?:del(?:l[’']anno)?|/|anno)\s*(?:19|20)\d\d(?!\d))?",
    regex.IGNORECASE,
)
_MAX_LIST = 40
_DATE = regex.compile(r"\d{1,2}/\d{1,2}/\d{2,4}")
_NUMBER_OF = r"\s*(?:n(?:\.|umero)?\s*°?\s*)?"
_MOVEMENT_CELL = regex.compile(r"\s*(\d{1,7}(?:/\d{2,4})?)\s*")
# The heading of a column, and what its cells hold.
_COLUMNS: tuple[tuple[TipoCodice, regex.Pattern[str], regex.Pattern[str]], ...] = (
    (
        "capitolo",
        regex.compile(
            rf"{_NUMBER_OF}(?:capitolo|cap\.?)"
            r"(?:\s*(?:(?:di\s+)?(?:spesa|entrata|bilancio)|/\s?art\.?|e\s+articolo|peg))?\s*",
            regex.IGNORECASE,
        ),
        regex.compile(r"\s*(\d{2,10}(?:[./]\d{1,10}){0,6})\s*"),
    ),
    (
        "impegno",
        regex.compile(
            rf"{_NUMBER_OF}(?:impegno|imp\.)(?:\s*(?:n\.?|definitivo|spesa|contabile))?\s*",
            regex.IGNORECASE,
        ),
        _MOVEMENT_CELL,
    ),
    (
        "accertamento",
        regex.compile(
            rf"{_NUMBER_OF}(?:accertamento|acc\.)(?:\s*(?:n\.?|entrata|contabile))?\s*",
            regex.IGNORECASE,
        ),
        _MOVEMENT_CELL,
    ),
)


def find(text: str) -> Iterator[Codice]:
    """Every chapter, commitment and assessed income in ``text``, in sentences and in columns."""
    seen: set[int] = set()
    for found in (*chapters(text), *_movements(text)):
        if found.inizio not in seen:
            seen.add(found.inizio)
            yield found
    for _, cell, columns in cells_under(text, _columns_of):
        for kind, number in columns:
            match = number.fullmatch(cell.testo)
            if match is None:
                continue
            start = cell.inizio + match.start(1)
            if start not in seen:
                seen.add(start)
                end = cell.inizio + match.end(1)
                yield code(text, (start, end), kind, fonte=f"{kind}_colonna", confidenza=0.9)


def _columns_of(title: str) -> list[tuple[TipoCodice, regex.Pattern[str]]]:
    """The kinds of code in a column with this heading, each with the pattern of its cells."""
    return [(kind, number) for kind, heading, number in _COLUMNS if heading.fullmatch(title)]


@lru_cache(maxsize=2)  # the amounts ask for them too
def chapters(text: str) -> tuple[Codice, ...]:
    """Every chapter of the budget named in the sentences of ``text``."""
    return tuple(_chapters(text))


def _chapters(text: str) -> Iterator[Codice]:
    for match in _CHAPTER.finditer(text):
        sure = _chapter_confidence(text, match)
        if sure == 0:
            continue
        yield code(text, match.span("numero"), "capitolo", fonte="capitolo_parola", confidenza=sure)
        for other in _ONE_MORE.finditer(text, *match.span("altri")):
            yield code(text, other.span(), "capitolo", fonte="capitolo_elenco", confidenza=0.8)


def _chapter_confidence(text: str, match: regex.Match[str]) -> float:
    """How sure it is that a number after ``capitolo`` is of the budget; 0 when it is not."""
    number = match["numero"]
    parts = regex.split(r"[./]", number)
    nearby = text[max(match.start() - 150, 0) : match.end() + 100]
    short = not match["parola"].lower().startswith("capitol")
    if short and regex.fullmatch(r"\d{5}", number) and match["tipo"] is None:
        if _ADDRESS.search(text, max(match.start() - 80, 0), match.start()):
            return 0
        return 0.8 if _BUDGET.search(nearby) else 0
    longest = max(len(part) for part in parts)
    if match["tipo"] is not None:
        return 0.97
    if longest >= 3 and (len(parts) > 1 or len(number) >= 4):
        return 0.97
    if "/" in number:
        return 0.9
    if longest < 3 and len(parts) < 4:
        return 0
    return 0.85 if _BUDGET.search(nearby) else 0


def _others(text: str, end: int) -> list[regex.Match[str]]:
    """The numbers that follow the first of a list, which ends at ``end``."""
    found: list[regex.Match[str]] = []
    while len(found) < _MAX_LIST and (match := _NEXT_MOVEMENT.match(text, end)) is not None:
        found.append(match)
        end = match.end()
    return found


def _listed(
    text: str, kind: TipoCodice, first: regex.Match[str], found: list[regex.Match[str]]
) -> Iterator[Codice]:
    """The codes after the first of a list in the plural; a year at its end is of them all."""
    shared = _year_of(text, found[-1]) if found else None
    for match in found:
        number = regex.sub(r"\s", "", match["numero"])
        spans: tuple[tuple[int, int], ...] = ()
        if "/" not in number and shared is not None:
            number = f"{number}/{text[slice(*shared)]}"
            spans = (match.span("numero"), shared)
        elif "/" not in number and "/" in first["numero"]:
            continue  # ``impegni nn. 12/2024 e 13``: more likely something else
        yield code(
            text, match.span("numero"), kind, fonte=f"{kind}_elenco", valore=number,
            confidenza=0.85, completamenti=spans,
        )  # fmt: skip


def _year_of(text: str, match: regex.Match[str]) -> tuple[int, int] | None:
    """Where the year printed after a number stands."""
    end = match.end("anno")
    return (end - 4, end) if match["anno"] else None


def _movements(text: str) -> Iterator[Codice]:
    patterns: tuple[tuple[TipoCodice, Anchored], ...] = (
        ("impegno", _COMMITMENT),
        ("accertamento", _INCOME),
    )
    for kind, pattern in patterns:
        for match in pattern.finditer(text):
            several = match["parola"].lower() in ("impegni", "accertamenti")
            others = _others(text, match.end()) if several else []
            yield from _listed(text, kind, match, others)
            number = regex.sub(r"\s", "", match["numero"])
            year = _year_of(text, match)
            if year is None and "/" not in number and others:
                year = _year_of(text, others[-1])
            if _DATE.fullmatch(number):
                continue  # ``Impegno di spesa 07/05/2026``
            with_year = (
                "/" in number or year is not None or regex.match(r"(?:19|20)\d\d[.\-]", number)
            )
            short = match["parola"].lower().rstrip(".") in ("imp", "acc", "accert")
            if not with_year and (match["segno"] is None or (short and kind == "accertamento")):
                continue
            if year is not None:
                number = f"{number}/{text[slice(*year)]}"
                span = (match.start("numero"), max(match.end("numero"), match.end("anno")))
            else:
                span = match.span("numero")
            yield code(
                text, span, kind, fonte=f"{kind}_parola", valore=number,
                completamenti=(match.span("numero"), year) if year is not None else (),
                # Whether the year is part of the number differs from body to body.
                confidenza=0.88 if with_year else 0.8,
            )  # fmt: skip
