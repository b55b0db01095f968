"""Protocollo: the number under which an office registers a letter (d.P.R. 445/2000, art. 53).

The forms are as many as the offices: plain numbers (``prot. n. 17217 del 7 novembre 2018``), with
a year (``prot. n. 4281/2026``), Lombardy's (``G1.2023.0021658``, ``A1.20170075612``), those of
stamps (``REG_UFF_PROT - 0005319 - Ingresso - 06/05/2026``), of bodies that print their name before
(``Prot. INAIL_53418133``). A letter is also known by ``nota`` and a number with a date.

The value keeps letters, slashes and underscores, without dots and spaces; ``data`` is the date
printed with the number. There is no rule that a number could break.

>>> [(found.valore, found.data) for found in find("nota prot. n. 17217 del 7 novembre 2018")]
[('17217', '2018-11-07')]
>>> [(found.valore, found.data) for found in find("nota n. G1.2023.0021658 del 12 giugno 2023")]
[('G120230021658', '2023-06-12')]
"""

from collections.abc import Iterator
from datetime import date
from itertools import chain

import regex

from extractor.facts.anchors import Anchored
from extractor.facts.codes.finding import NUMBER_SIGN, code
from extractor.facts.columns import cells, cells_under
from extractor.facts.dates import DATE, DATE_SOURCE, parse_date
from models import Codice

# G1.2023.0021658, A1.20170075612, acssl.2025.0002580
# Lombardy's and its agencies'; of others with the year before the number (``PG.2023.12345``,
# ``GRFVG-GEN-2024-0012345``); Apulia's with the office (``AOO_090/12/03/2024/0001234``).
REGIONAL = (
    r"(?:(?:[A-Z]\d{1,2}|(?!prot)[A-Z]{2,6})\.\s?(?:(?:19|20)\d\d\.\s?\d{5,7}|(?:19|20)\d{9})"
    r"|[A-Z]{3,6}-[A-Z]{3}-(?:19|20)\d\d-\d{4,8}|AOO_\d{3}/(?:\d\d/\d\d/\d{4}/)?\d{4,9}"
    r"|PG/(?:19|20)\d\d/\d{4,8})"
)
"""The forms of the protocol numbers of Regions and their agencies."""

_NUMBER = (
    rf"(?:{REGIONAL}|(?:19|20)\d\d[.\-]\d{{4,9}}|[A-Z]{{2,10}}_\s?_?\d{{4,12}}"
    r"|[A-Z]{1,10}[-/.]?\d{2,12}(?:/\d{1,12}){0,2}"
    r"|\d{1,4}\.\d{3}(?!\d)(?:/(?:19|20)?\d\d)?"
    r"|\d{1,12}(?:-[A-Z](?![\w])|(?:\s?/\s?[A-Z0-9]{1,12}){1,3})?)"
)
# After it may stand the class of the register: ``1234/4.1.o``.
_NUMBER_END = r"(?:(?![\w]|[.,/]\d)|(?=del(?:l[’'])?\s?\d)|(?=/\d{1,2}(?:\.\w{1,3}){1,4}(?!\w)))"
_DATED = (
    rf"(?:\s*[,(\-–]?\s*(?:(?:del|dell|in\s+data|di\s+data|datat[oa]|d\.d\.)?\s*[’']?\s*)"
    rf"(?P<data>{DATE_SOURCE}))?"
)
_LETTERS = r"[^\W\d_]"
_LABEL = rf"(?<!{_LETTERS})prot(?:ocoll(?:[oi]|at[oaie]))?(?!{_LETTERS})"
# ``protocollo di questo Ente con n.``, ``prot. gen. n.``: what stands before the number's sign.
_WORDS = (
    rf"\.?(?:\s{{1,3}}(?!d?[’']?intesa)(?:[a-z]{{1,5}}\.(?=\s)|(?:{_LETTERS}{{1,8}}[’'])?{_LETTERS}+))"
    r"{0,7}?"
)
_SIGN = rf"(?:[\s:.,]{{0,3}}(?<!{_LETTERS}){NUMBER_SIGN}[\s:.]{{0,3}})"
# Without a sign only right after the label, or after the name of the office that registers.
_OFFICE = r"(?:regionale|gen(?:erale|\.)?|int(?:erno|\.)?|prefettura|inarcassa|(?-i:[A-Z]{3,10}))"

_LABELLED = Anchored(
    ("prot",),
    rf"{_LABEL}(?:{_WORDS}{_SIGN}|(?P<senza>\.?\s?:?(?:\s?{_OFFICE}(?!\w))?[\s:]{{0,3}}))"
    rf"(?P<numero>{_NUMBER}){_NUMBER_END}{_DATED}",
)
# ``acquisita al protocollo comunale in data 3/3/2020 al n. 1234``; ``P.G. n. 12345/2020``
_DATED_FIRST = Anchored(
    ("prot",),
    rf"{_LABEL}{_WORDS}[\s,]{{1,3}}(?:in\s+data|il|del(?:l[’'])?)\s*(?P<data>{DATE_SOURCE})[\s,]{{0,3}}"
    rf"(?:(?:al|con(?:\s+il)?)\s+)?(?<!{_LETTERS}){NUMBER_SIGN}[\s:.]{{0,3}}(?P<numero>{_NUMBER}){_NUMBER_END}",
)
_GENERAL = Anchored(
    ("p.g", "pg "),
    rf"(?<!{_LETTERS})(?-i:P\.\s?G\.|PG)\s?{NUMBER_SIGN}\s{{0,2}}(?P<numero>\d{{4,8}}(?:/(?:19|20)\d\d)?){_NUMBER_END}{_DATED}",
)
# ``nota LT161/21 del 14 luglio 2021``, ``nota DPC/ABI/12345 del …``: letters for the sign
_LETTERED = Anchored(
    ("nota", "lettera"),
    r"(?:nota|lettera)\s+(?P<numero>(?-i:[A-Z]{1,10}(?:[/\-][A-Z]{1,8}){0,3})[/\-]?\d{2,12}(?:/\d{1,4}){0,2})"
    rf"{_NUMBER_END},?\s*(?:del(?:l[’'])?|in\s+data)\s*(?P<data>{DATE_SOURCE})",
)
# ``nota del Ministero della Salute del 12 marzo 2020, n. 12345``
_LETTER_DATED_FIRST = Anchored(
    ("nota", "note", "lettera", "pec", "missiva"),
    rf"(?<!{_LETTERS})(?:not[ae]|lettera|pec|missiva)(?!{_LETTERS})(?P<tra>[^\d\n;:]{{0,70}}?)"
    rf"(?P<data>{DATE_SOURCE}),?\s{{1,2}}{NUMBER_SIGN}\s{{0,2}}(?P<numero>\d{{3,9}}){_NUMBER_END}",
)
# The European Commission's: ``nota Ref. Ares(2021)1234567 del 3 marzo 2021``
_OF_THE_COMMISSION = Anchored(
    ("ref", "ares"),
    r"(?:Ref\.?\s?)?(?:Ares\s?|(?<=Ref\.?\s?))\((?:19|20)\d\d\)\s?(?P<numero>\d{5,9})(?!\w)"
    rf"(?:[\s\-–]{{1,3}}(?:del\s+)?(?P<data>{DATE_SOURCE}))?",
)
# The next of a list: ``prot. n. 123 del 3/2/2024 e n. 456 del 4/3/2024``.
_NEXT = regex.compile(
    rf"\s*(?:,|;|ed?)\s+(?:(?:al\s+)?prot\.?\s*)?{NUMBER_SIGN}\s{{0,2}}(?P<numero>{_NUMBER}){_NUMBER_END}"
    rf"\s*(?:del(?:l[’'])?|in\s+data)\s*(?P<data>{DATE_SOURCE})",
    regex.IGNORECASE,
)
# ``nn. 1234, 1235 e 1236 del 3/3/2024``: in the plural one date is of them all.
_PLURAL = regex.compile(r"(?:nn\.|numeri)\s{0,2}\Z", regex.IGNORECASE)
_NEXT_PLAIN = regex.compile(
    rf"\s*(?:,|;|ed?)\s+(?P<numero>{_NUMBER}){_NUMBER_END}{_DATED}", regex.IGNORECASE
)
# ``registrata al n. 1234 di protocollo il 3 marzo 2024``
_NUMBER_OF = Anchored(
    (),
    rf"(?:al\s+)?{NUMBER_SIGN}[\s:]{{0,3}}(?P<numero>{_NUMBER})\s+(?:di|del)\s+prot(?:ocollo|\.)(?!{_LETTERS})"
    rf"(?:\s+(?:generale|dell[’']\s?ente))?(?:\s*,?\s*(?:il|del|in\s+data)\s+(?P<data>{DATE_SOURCE}))?",
    elsewhere=(r"di\s+prot", r"del\s+prot"),
    back=30,
)
_MAX_LIST = 30
_BEFORE = regex.compile(
    rf"(?P<data>{DATE_SOURCE})(?:\s*[,(\-–]?\s*(?:con|a)?\s*)(?:ns\.?|vs\.?|nostro|vostro)?\s*\Z",
    regex.IGNORECASE,
)
_LETTER = Anchored(
    ("nota", "note", "lettera", "pec", "pe.c", "p.e", "comunicazione", "missiva"),
    rf"(?<!{_LETTERS})(?:not[ae]|lettera|p\.?e\.?c\.?|comunicazione|missiva)(?!{_LETTERS})"
    r"(?P<tra>[^\d\n;:]{0,70}?)"
    rf"(?<!{_LETTERS}){NUMBER_SIGN}\s{{0,2}}(?P<numero>{_NUMBER}){_NUMBER_END}{_DATED}",
)
_OTHER_ACT = regex.compile(
    r"(?<![^\W\d_])(?:legge|decret|d\.?\s?lgs|dpr|d\.p\.|deliber|determin|circolare|art|comma|regolament"
    r"|credito|debito|spese|paragraf|punto|capitol|fattur|prot|allegat|d\.g\.r|dgr|direttiva|ordinanza|impegno|conto)",
    regex.IGNORECASE,
)
_ALONE = Anchored(
    (),
    rf"(?<![A-Za-z0-9.])(?:{REGIONAL})(?![\w]|\.\d)",
    elsewhere=(r"\.(?<=[a-z\d]\.)\s?(?:19|20)\d\d[.\d]", r"-[a-z]{3}-20\d\d-", "aoo_", "pg/"),
    back=9,
)
# The certificates of the social insurers name them: ``DURC n. INPS_48929512``.
_INSURER = Anchored(("inps_", "inail_"), r"(?<![\w])(?-i:IN(?:PS|AIL))_\s?_?\d{6,12}(?![\w])")
_HEADING = regex.compile(
    r"\W*(?:n(?:\.|umero)?\s*(?:di\s+)?)?prot(?:ocollo|\.)?(?:\s+(?:n\.?|domanda|regionale|generale))?\W*",
    regex.IGNORECASE,
)
_DATE_HEADING = regex.compile(r"data", regex.IGNORECASE)
_CELL = regex.compile(rf"\s*({_NUMBER})\s*", regex.IGNORECASE)
_DIRECTION = r"(?:Ingresso|Entrata|Uscita|Partenza|Arrivo|Interno|[UIE](?!\w))"
_STAMP = Anchored(
    ("reg_", "regprot", "registro ", "protocollo"),
    r"(?:REG_?UFF_?PROT|REGPROT|REGISTRO\s(?:UFFICIALE|GENERALE)|PROTOCOLLO\s(?:GENERALE|UNICO))"
    rf"(?:\s?[.\-–]\s?{_DIRECTION})?\s?[.\-–:]?\s?(?:(?:19|20)\d\d\.)?(?:N\.?\s?)?(?P<numero>\d{{4,12}})"
    rf"(?:\s?[.\-–]\s?{_DIRECTION})?"
    rf"(?:\s?[.\-–]?\s?(?:del\s)?(?P<data>{DATE_SOURCE}|(?<=\.)\d\d-\d\d-\d{{4}}))?",
)
# ``U.0012345.12-03-2020``; of the courts' offices ``m_dg.DOG.05/03/2020.0123456.U``
_DOTTED_STAMP = Anchored(
    ("u.", "e.", "i.", "m_"),
    r"(?<!\w)(?-i:[UEI])\.(?P<numero>0\d{5,8})\.(?P<data>\d\d-\d\d-\d{4})(?!\d)"
    r"|(?<!\w)m_[a-z]{2,4}\.[A-Z]{2,8}(?:\.[A-Z]{2,8})?\.(?P<data>\d\d/\d\d/\d{4})\.(?P<numero>\d{5,9})\.[UEI](?!\w)",
)


def find(text: str, act_date: date | None = None) -> Iterator[Codice]:
    """Every protocol number in ``text``; ``act_date`` serves for years of two digits."""
    seen: set[int] = set()
    yield from _in_sentences(text, act_date, seen)
    yield from _in_columns(text, act_date, seen)
    for match in chain(_ALONE.finditer(text), _INSURER.finditer(text)):
        if match.start() not in seen:
            yield code(text, match.span(), "protocollo", fonte="protocollo_forma", confidenza=0.9)


def _in_sentences(text: str, act_date: date | None, seen: set[int]) -> Iterator[Codice]:
    for rule, pattern, sure in (
        ("protocollo_timbro", _STAMP, 0.95),
        ("protocollo_timbro", _DOTTED_STAMP, 0.95),
        ("protocollo_etichetta", _LABELLED, 0.95),
        ("protocollo_data_numero", _DATED_FIRST, 0.92),
        ("protocollo_generale", _GENERAL, 0.9),
        ("protocollo_lettera", _LETTER, 0.9),
        ("protocollo_lettera", _LETTER_DATED_FIRST, 0.85),
        ("protocollo_lettere", _LETTERED, 0.9),
        ("protocollo_commissione", _OF_THE_COMMISSION, 0.9),
        ("protocollo_numero_di", _NUMBER_OF, 0.9),
    ):
        for match in pattern.finditer(text):
            span = match.span("numero")
            if span[0] in seen or not _is_letter(rule, match):
                continue
            seen.add(span[0])
            printed = _printed_date(text, match, act_date)
            others = []
            several = _PLURAL.search(text, match.start(), span[0]) is not None
            if match["data"] is not None:
                others = list(_listed(text, match.end(), act_date, seen, several))
            elif several:
                others = list(_in_plural(text, match.end(), act_date, seen))
                printed = printed or (others[0].data if others else None)
            yield code(text, span, "protocollo", fonte=rule, confidenza=sure, data=printed)
            yield from others


def _listed(
    text: str, end: int, act_date: date | None, seen: set[int], several: bool
) -> Iterator[Codice]:
    """The numbers that follow a dated one in a list, each with its date.

    After a plural (``several``) they stand without a sign.
    """
    for _ in range(_MAX_LIST):
        match = _NEXT.match(text, end) or (_NEXT_PLAIN.match(text, end) if several else None)
        if match is None or match["data"] is None or match.start("numero") in seen:
            return
        end = match.end()
        seen.add(match.start("numero"))
        printed = _printed_date(text, match, act_date)
        yield code(
            text, match.span("numero"), "protocollo", fonte="protocollo_elenco",
            confidenza=0.85, data=printed,
        )  # fmt: skip


def _in_plural(text: str, end: int, act_date: date | None, seen: set[int]) -> Iterator[Codice]:
    """The numbers after the first of a list in the plural, with the date at its end."""
    found: list[regex.Match[str]] = []
    while len(found) < _MAX_LIST and (match := _NEXT_PLAIN.match(text, end)) is not None:
        found.append(match)
        end = match.end()
        if match["data"] is not None:
            break
    day = parse_date(found[-1]["data"], act_date) if found and found[-1]["data"] else None
    for match in found if day else ():
        if match.start("numero") not in seen:
            seen.add(match.start("numero"))
            yield code(
                text, match.span("numero"), "protocollo", fonte="protocollo_elenco",
                confidenza=0.85, data=day.isoformat() if day else None,
            )  # fmt: skip


def _in_columns(text: str, act_date: date | None, seen: set[int]) -> Iterator[Codice]:
    """The numbers under a heading ``Protocollo``, with the date that the row has for it."""
    table = cells(text)
    for index, cell, _ in cells_under(text, _HEADING.fullmatch):
        match = _CELL.fullmatch(cell.testo)
        if match is None:
            continue
        span = (cell.inizio + match.start(1), cell.inizio + match.end(1))
        if span[0] in seen:
            continue
        seen.add(span[0])
        beside = table[max(index - 1, 0) : index + 2]
        printed = next(
            (
                c.testo
                for c in beside
                if _DATE_HEADING.search(c.intestazione) and c.riga == cell.riga
            ),
            None,
        )
        found = DATE.search(printed) if printed else None
        day = parse_date(found.group(), act_date) if found else None
        yield code(
            text, span, "protocollo", fonte="protocollo_colonna", confidenza=0.9,
            data=day.isoformat() if day else None,
        )  # fmt: skip


# ``il Decreto del Sindaco di Roccaverde prot. n. 50/2025``, ``D.M. 2/12/2023 MASAF prot. 6352``:
# the number of the act itself, in its year.
_OF_A_MAYOR = regex.compile(
    r"(?:decreto|ordinanza)\s+(?:(?:del(?:la)?|di)\s+)?sindac(?:al[ei]|[oa])?"
    r"(?:\s+d(?:i|el(?:la)?)\s+[\w’' ]{3,40})?\s*,?\s*\Z",
    regex.IGNORECASE,
)
_OF_A_MINISTER = regex.compile(
    rf"(?:D\.?\s?M\.?|decreto\s+ministeriale)\s+(?:del\s+)?(?:{DATE_SOURCE})(?:\s+\w{{3,7}})?[\s,]*\Z",
    regex.IGNORECASE,
)
_YEARLY = regex.compile(r"\d{1,3}(?:/20\d\d)?")


def _is_letter(rule: str, match: regex.Match[str]) -> bool:
    """Whether a ``nota`` with a number is a letter: dated, or numbered as a register numbers."""
    if rule == "protocollo_etichetta":
        number = match["numero"]
        before = match.string[max(match.start() - 70, 0) : match.start()]
        dated = "/" in number or match["data"] is not None
        if dated and _YEARLY.fullmatch(number) and _OF_A_MAYOR.search(before):
            return False
        if _OF_A_MINISTER.search(before):
            return False
        digits = sum(map(str.isdigit, number))
        if match["senza"] is not None and digits < 3 and match["data"] is None:
            return False
        # ``i protocolli sanitari n. 3``: of one figure only with a date.
        enough = digits > 1 or (digits == 1 and match["data"] is not None)
        return enough and not regex.fullmatch(DATE_SOURCE, number)
    if rule != "protocollo_lettera":
        return True
    if _OTHER_ACT.search(match["tra"]):
        return False
    return match["data"] is not None or regex.match(REGIONAL, match["numero"]) is not None


def _printed_date(text: str, match: regex.Match[str], act_date: date | None) -> str | None:
    groups = match.groupdict()
    printed = groups.get("data")
    if printed is None and "senza" in groups:
        before = _BEFORE.search(text, max(match.start() - 40, 0), match.start())
        printed = before["data"] if before else None
    found = parse_date(printed, act_date) if printed else None
    return found.isoformat() if found else None
