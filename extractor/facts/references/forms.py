"""What may follow the head of a citation: number and date in either order, lists of them."""

from extractor.facts.references.grammar import DATED, GAP, MARK, NOT_DATE, NUMBER, date, piece
from extractor.facts.references.items import (
    AFTER_DATE,
    AFTER_YEAR,
    FURTHER_DATE,
    Item,
    Match,
    pattern,
)
from extractor.facts.references.kinds import Kind
from extractor.facts.references.lettered import lettered_item
from extractor.facts.references.numbers import Number, read_date, read_number
from extractor.facts.references.union import serial_item, union_item

_DATE_FIRST = (
    rf"{GAP}(?:{MARK})?(?:{DATED})?{date('1')}[\s,;:.(-]{{0,6}}"
    rf"(?:rep(?:ertorio)?\.?\s{{0,3}}(?:att[io]\.?\s{{0,3}})?)?(?:{MARK}|(?=[ivx]{{1,5}}\s?/)){NUMBER}"
)
# ``d.P.R. 5 ottobre 2010, 207``: the mark left out, where the citation then ends or goes on.
_UNMARKED = (
    rf"{GAP}(?:{DATED})?{date('1')}\s{{0,2}},\s{{1,2}}(?P<num>\d{{1,4}})(?P<leg>(?!))?(?P<dopo>(?!))?"
    r"(?P<coda>(?!))?(?P<ufficio>(?!))?(?=\s{0,2}(?:[;)(:\"]|\Z|[,.]\s)|\s{1,3}(?:ed?|recante|concernente"
    r"|che|con|e\s{0,2}s|s\.\s?m|art|in\s{1,3}materia|relativ|convertit|sull?|cd|c\.d)(?![a-z]{4}))"
)
# ``n. MEF-RGS-RR 175``: the letters of a register before the number; ``n. SRCLOM/12/2019/PAR``.
_SERIES = (
    r"(?:[a-z]{2,5}(?:-[a-z]{2,5}){1,3}[\s-]{1,2}(?=\d)"
    r"|[a-z]{4,15}/(?=\d{1,4}/(?:19|20)\d\d(?!\d)))?"
)
_NUMBER_FIRST = (
    rf"{GAP}(?:r\.?\s?g\.?\s{{0,2}}|rep\.?\s{{0,2}}|atti\s{{0,2}})?(?P<segno>{MARK})?"
    rf"{NOT_DATE}{NUMBER}"
)
_ORGAN_NUMBER = (
    rf"{GAP}(?:r\.?\s?g\.?\s{{0,2}}|rep\.?\s{{0,2}}|atti\s{{0,2}})?(?:(?P<segno>{MARK}){_SERIES}"
    rf"|(?=(?:[ivx]{{1,5}}[\s/]{{1,3}})?\d{{1,6}}(?:\s?/\s?[a-z\d]|{DATED}(?:[0-3]?\d[\s./°-]|(?:19|20)\d\d))))"
    rf"{NOT_DATE}{NUMBER}"
)
# ``DM 02/12/2024 MASAF prot. 6352``: ministers' decrees are numbered by their protocol.
_PROTOCOLLED = (
    rf"{GAP}(?:{DATED})?{date('1')}(?:\s{{1,3}}[a-z]{{3,7}})?[\s,]{{1,3}}prot(?:ocollo|\.)?\s{{0,3}}(?:{MARK})?"
    r"(?P<num>\d{2,7})(?![\d/]|[.,]\d)(?P<leg>(?!))?(?P<dopo>(?!))?(?P<coda>(?!))?(?P<ufficio>(?!))?"
)
_DATE_ONLY = rf"{GAP}(?:{DATED})?{date('1')}"
_REGISTER = piece(
    r"[\s,;(/-]{0,4}(?:r\.?\s?g\.?(?![a-z])|reg(?:istro)?\.?\s{0,2}gen(?:erale)?\.?)\s{0,2}"
    rf"(?:{MARK})?(?P<num>\d{{1,5}})(?!\d|\.\d)(?:\s?/\s?(?P<anno>\d{{4}}))?\)?"
)
# What stands between brackets after an act of a list: ``n. 272 del 30 luglio 2008 (Matrice)``
_ASIDE = piece(r"\s?\([^()\n]{2,80}\)(?=\s{0,3}(?:[,;]|e\s|ed\s|nonch))")
_JUST_BEFORE = piece(rf"{date('4')}[\s,]{{1,4}}$")
_LINK = piece(
    r"\s{0,3}(?:[,;/•]|-\s|ed?(?=\s)|nonche'?|nonché|o(?=\s))\s{0,3}(?:[•-]\s{0,3}|ed?\s{1,3})?"
    r"(?:(?:d?al(?:la|le|l[oi])?|del(?:la|le)?|dei|dai|il|la|i|le|gli)\s{1,3}|(?:d?a|de)ll')?"
)

_PLAIN = piece(
    r"\s{0,3}(?:,|\sed?\s)\s{0,3}(?P<num>\d{1,5})(?=\s{0,2},\s{0,2}\d|\s{1,3}ed?\s{1,3}\d)(?!\s{0,2},\d\d(?!\d))"
)
_PAIR = rf"{GAP}(?:{MARK})?(?P<a>\d{{3}})\s?/\s?(?P<b>\d{{3}})(?![\d/]|[.,]\d)"
# The acts that offices number with their letters: ``determinazione n. G12345/2019``.
_LETTERED = frozenset({"decreto", "determinazione", "delibera", "ordinanza"})
_HEADED = piece(r"d\.\s?[a-z]\.")


def first_item(kind: Kind, low: str, start: int, limit: int) -> Item | None:
    """The act cited by the head at ``start``, or None when no number or date follows it."""
    return _item(kind, kind, low, start, limit)


def next_item(kind: Kind, low: str, end: int, limit: int) -> Item | None:
    """The further act of a list that continues at ``end``: ``e 170/14``, ``, n. 7 del …``."""
    aside = _ASIDE.match(low, end)
    link = _LINK.match(low, aside.end() if aside else end)
    if link is None or _HEADED.match(low, link.end()):
        return None
    item = bare_item(kind, low, link.end(), limit)
    if item is None or not (item.segno or item.dated):
        return None
    return item if aside is None or item.data else None


def plain_item(low: str, end: int) -> Item | None:
    """The next number of a plural, without mark or date: ``nn. 12, 13 e 14 del 2020``."""
    found = _PLAIN.match(low, end)
    if found is None:
        return None
    return Item(found.start("num"), found.end(), found["num"].lstrip("0") or "0")


def pair(kind: Kind, low: str, start: int) -> list[Item]:
    """Two acts that bear consecutive numbers, without a year: ``D.M. 117/118``."""
    found = pattern(kind, _PAIR).match(low, start)
    if found is None or int(found["b"]) - int(found["a"]) != 1:
        return []
    return [
        Item(start, found.end("a"), found["a"], forma="coppia"),
        Item(found.start("b"), found.end(), found["b"], forma="coppia"),
    ]


def bare_item(kind: Kind, low: str, start: int, limit: int) -> Item | None:
    """An act of a kind already named, at ``start``: number and date without a head."""
    return _item(kind, None, low, start, limit)


def _item(kind: Kind, head: Kind | None, low: str, start: int, limit: int) -> Item | None:
    if kind.form == "unione":
        return union_item(head, low, start, limit)
    if kind.form == "sigla":
        return serial_item(kind, low, start, limit) if head else None
    found = pattern(head, _DATE_FIRST).match(low, start)
    if found:
        item = _date_first(kind, found, limit)
        if item:
            return _with_register(kind, low, item)
    item = _of_some_bodies(kind, head, low, start, limit)
    if item:
        return item
    number_first = _ORGAN_NUMBER if kind.form == "organo" else _NUMBER_FIRST
    found = pattern(head, number_first).match(low, start)
    if found:
        item = _number_first(kind, low, found, limit)
        if item:
            return item
    if kind.dateable and head:
        found = pattern(head, _DATE_ONLY).match(low, start)
        printed = read_date(found, "1", limit) if found else None
        if found and printed:
            return Item(start, found.end(), None, int(printed[:4]), printed, forma="data")
    return None


def _of_some_bodies(kind: Kind, head: Kind | None, low: str, start: int, limit: int) -> Item | None:
    """The forms that only acts of the State, of ministers or of offices with letters have."""
    if kind.tipo in _LETTERED:
        return lettered_item(head, low, start, limit)
    tail = _UNMARKED if kind.ente == "Stato" else _PROTOCOLLED if kind.tipo == "dm" else None
    found = pattern(head, tail).match(low, start) if head and tail else None
    return _date_first(kind, found, limit) if found else None


def _date_first(kind: Kind, found: Match, limit: int) -> Item | None:
    printed = read_date(found, "1", limit)
    if printed is None:
        return None
    year = int(printed[:4])
    number = _number(kind, found, limit, year)
    if number is None:
        return None
    return _make(found.start(), found.end(), number, year, printed, True, "data-numero")


def _number_first(kind: Kind, low: str, found: Match, limit: int) -> Item | None:
    end, printed, year = found.end(), None, None
    after = AFTER_DATE.match(low, end)
    if after:
        printed = read_date(after, "2", limit)
        end = after.end() if printed else end
    if printed is None:
        end, printed = _further_date(kind, low, found, limit)
    if printed is None:
        named = AFTER_YEAR.match(low, end)
        if named:
            year, end = int(named["anno"]), named.end()
    dated = int(printed[:4]) if printed else year
    number = _number(kind, found, limit, dated)
    if number is None:
        return None
    marked = bool(found["segno"]) or bool(found["leg"])
    item = _make(found.start(), end, number, dated, printed, marked, "numero-data")
    if kind.name == "n. X/" and printed is None:
        _date_before(low, item, limit)
    return _with_register(kind, low, item, found.end())


def _further_date(kind: Kind, low: str, found: Match, limit: int) -> tuple[int, str | None]:
    """A date further on, or without a word before it: where it ends, and the date.

    It is the act's only where the number's own year, if printed, agrees.
    """
    after = FURTHER_DATE.match(low, found.end())
    printed = read_date(after, "2", limit) if after and (found["segno"] or found["dopo"]) else None
    number = _number(kind, found, limit, None) if printed else None
    if after is None or printed is None or number is None:
        return found.end(), None
    agrees = number.anno in (None, int(printed[:4]))
    return (after.end(), printed) if agrees else (found.end(), None)


def _date_before(low: str, item: Item, limit: int) -> None:
    """``11 ottobre 2021, n. XI/5375``, of which the kind was left out."""
    before = _JUST_BEFORE.search(low, max(0, item.inizio - 40), item.inizio)
    printed = read_date(before, "4", limit) if before else None
    if before and printed and item.anno in (None, int(printed[:4])):
        item.data, item.anno, item.inizio = printed, int(printed[:4]), before.start()
        item.forma = "data-numero"


def _make(
    start: int, end: int, number: Number, dated: int | None, printed: str | None,
    marked: bool, form: str,
) -> Item:  # fmt: skip
    year = number.anno if number.anno is not None else dated
    return Item(start, end, number.numero, year, printed, number.refuso, marked, form)


def _number(kind: Kind, found: Match, limit: int, dated: int | None) -> Number | None:
    regional = kind.regional or kind.tipo == "delibera"
    return read_number(found, limit, regional=regional, yearly=kind.ente == "Stato", dated=dated)


def _with_register(kind: Kind, low: str, item: Item, number_end: int | None = None) -> Item:
    """Where a sector's and the general register's numbers are printed, the general one holds."""
    if kind.tipo != "determinazione":
        return item
    for at in dict.fromkeys((item.fine, number_end or item.fine)):
        found = _REGISTER.match(low, at)
        if found:
            item.numero = found["num"].lstrip("0") or "0"
            item.anno = int(found["anno"]) if found["anno"] else item.anno
            item.fine = max(item.fine, found.end())
            item.forma = "registro generale"
            if item.data is None:
                _date_after(low, item)
            return item
    return item


def _date_after(low: str, item: Item) -> None:
    after = AFTER_DATE.match(low, item.fine)
    printed = read_date(after, "2", item.anno or 2035) if after else None
    if after and printed:
        item.data, item.fine = printed, after.end()
        item.anno = item.anno or int(printed[:4])
