"""What may follow the head of a citation: number and date in either order, lists of them."""

import re
from dataclasses import dataclass
from functools import cache

from extractor.facts.references.grammar import (
    AUTHORS,
    DATED,
    MARK,
    MONTH,
    NUMBER,
    UNION,
    date,
    piece,
)
from extractor.facts.references.kinds import Kind
from extractor.facts.references.numbers import (
    Number,
    read_date,
    read_number,
    split_union,
)

_GAP = r"[\s,:.-]{0,4}"
_NOT_DATE = (
    r"(?![0-3]?\d\s?[./-]\s?[01]?\d\s?[./-]\s?(?:\d{4}|\d\d)(?!\d))"
    rf"(?![0-3]?\d[\s°^]{{1,3}}(?:{MONTH})(?![a-z]))"
)
_DATE_FIRST = (
    rf"{_GAP}(?:{MARK})?(?:{DATED})?{date('1')}[\s,;:.(-]{{0,6}}"
    rf"(?:rep(?:ertorio)?\.?\s{{0,3}}(?:att[io]\.?\s{{0,3}})?)?(?:{MARK}|(?=[ivx]{{1,5}}\s?/)){NUMBER}"
)
# ``n. MEF-RGS-RR 175``: the letters of a register before the number.
_SERIES = r"(?:[a-z]{2,5}(?:-[a-z]{2,5}){1,3}[\s-]{1,2}(?=\d))?"
_NUMBER_FIRST = (
    rf"{_GAP}(?:r\.?\s?g\.?\s{{0,2}}|rep\.?\s{{0,2}}|atti\s{{0,2}})?(?P<segno>{MARK})?"
    rf"{_NOT_DATE}{NUMBER}"
)
_ORGAN_NUMBER = (
    rf"{_GAP}(?:r\.?\s?g\.?\s{{0,2}}|rep\.?\s{{0,2}}|atti\s{{0,2}})?(?:(?P<segno>{MARK}){_SERIES}"
    rf"|(?=(?:[ivx]{{1,5}}[\s/]{{1,3}})?\d{{1,6}}(?:\s?/\s?\d|{DATED}[0-3]?\d[\s./°-])))"
    rf"{_NOT_DATE}{NUMBER}"
)
_DATE_ONLY = rf"{_GAP}(?:{DATED})?{date('1')}"
_UNION_NUMBER = (
    r"(?P<a>\d{1,4})\s?/\s?(?P<b>\d{1,4})(?!\d|[.,]\d)"
    r"(?:\s?/\s?(?P<dopo>u\.?e|c\.?e\.?e?|ceca|euratom|gai|pesc)\.?(?![a-z]))?"
)
_UNION_FIRST = (
    rf"{AUTHORS}[\s,:.-]{{0,4}}(?:(?:del|in\s{{1,3}}data)?\s{{0,3}}{date('0')}[\s,(]{{0,3}})?"
    rf"(?P<ue>{UNION})?[\s,]{{0,3}}(?P<segno>{MARK})?{_NOT_DATE}{_UNION_NUMBER}"
)
_UNION_DATED = (
    rf"{AUTHORS}[\s,]{{0,3}}(?P<ue>{UNION})?{_GAP}(?:del\s{{1,3}})?{date('1')}[\s,]{{0,3}}"
    rf"(?P<segno>{MARK})(?:(?P<a>\d{{1,4}})\s?/\s?(?P<b>\d{{1,4}})|(?P<num>\d{{1,4}}))"
    r"(?!\d|[.,/]\d)"
)
_UNION_PLAIN = rf"{_GAP}(?P<ue>{UNION})\s{{0,3}}(?P<segno>{MARK})?(?P<num>\d{{1,4}})(?!\d|[.,/]\d)"
# Since October 2023 each act of the series is numbered by itself: ``C/2024/3209``.
_JOURNAL_SERIES = (
    rf"{AUTHORS}[\s,(]{{0,4}}(?:\(?(?:ue|ce)\)?\s{{0,2}})?(?:n\.\s?)?"
    r"(?P<serie>c\s?/\s?(?P<anno>20[2-9]\d)\s?/\s?\d{1,5})(?!\d)"
)
_OFFICIAL_JOURNAL = (
    rf"{AUTHORS}"
    r"[\s,(]{0,3}(?:\(?(?:ue|ce)\)?\s{0,2})?(?:n\.\s?)?(?P<anno>(?:19|20)\d\d)\s?/\s?"
    r"c\s{0,2}(?P<serie>\d{1,3}\s?/\s?\d{1,3})(?!\d)"
)
# ``Comunicazione della Commissione sull'applicazione … di garanzie (2008/C 155/02)``
_JOURNAL_IN_BRACKETS = (
    r"\s{1,3}(?:della\s{1,3}commissione|del\s{1,3}consiglio)(?:\s{1,3}europe[ao])?[^;()\n]{5,220}"
    r"\(\s?(?:(?:ue|ce)\s)?(?P<anno>(?:19|20)\d\d)\s?/\s?c\s{0,2}(?P<serie>\d{1,3}\s?/\s?\d{1,3})(?=\s?\))"
)
# ``Decisione n. 4505 del 6 luglio 2010 “Aiuto di Stato …``
_OF_STATE_AID = (
    rf"{_GAP}(?P<ue>(?!))?(?P<segno>{MARK})(?P<num>\d{{3,5}}),?\s{{1,3}}(?:del\s{{1,3}}){date('1')}"
    r"(?=[\s,:\"'(-]{1,5}(?:(?:relativa?\s{1,3})?a(?:ll'|gli\s|l\s))?aiut[oi]\s{1,3}di\s{1,3}stato)"
)
_SERIAL = (
    r"(?P<anno>(?:19|20)\d\d)\s?\)\s?(?P<num>\d{1,5})(?!\d)"
    r"(?:[\s,]{1,2}(?:final[e]?|def(?:initivo|\.)?)(?![a-z]))?"
)
_ORGAN = (
    r"(?:consiglio|giunta|senato|assemblea|collegio|comitato|dirett(?:ore|rice)|segretari[oa]|dirigente"
    r"|sindac[oa]|president[e]|responsabile|commissari[oa]|rett(?:ore|rice))(?![a-zà-ÿ])"
)
_OF_ORGAN = (
    r"(?!(?:relativ|concern|recant|avent|pubblicat|approvat|esecutiv|con|che|per|art|ad|n[.°r])(?:[a-z]{0,6})"
    r"(?![a-zà-ÿ]))[a-zà-ÿ][a-zà-ÿ'-]{0,20}(?![a-zà-ÿ])"
)
_AFTER_DATE = piece(
    r"(?:\s?\((?:n\.|r\.?[psg])[^()]{0,15}\)|[\s/-]{1,2}(?:[gc]\.?\s?[cm]|r\.?\s?[psg]|c\.?s)\.?"
    r"(?![a-z])|\s{1,3}del(?:la)?\s{1,3}(?:consiglio|giunta)\s{1,3}(?:region|comun|provinci)ale"
    # ``delibera n. 12 del Consiglio di Dipartimento di Ingegneria del 16 aprile 2025``
    rf"|\s{{1,3}}(?:del(?:la)?|dell')\s{{0,3}}{_ORGAN}(?:\s{{1,3}}{_OF_ORGAN}){{0,7}}?)?"
    rf"{AUTHORS}{DATED}{date('2')}"
)
_AFTER_YEAR = piece(
    r"\s{1,3}(?:del(?:l'anno)?|anno)\s{0,2}(?P<anno>(?:19|20)\d\d)(?!\d|[/.-]\s?\d)"
)
_REGISTER = piece(
    r"[\s,;(/-]{0,4}(?:r\.?\s?g\.?(?![a-z])|reg(?:istro)?\.?\s{0,2}gen(?:erale)?\.?)\s{0,2}"
    rf"(?:{MARK})?(?P<num>\d{{1,5}})(?!\d|\.\d)(?:\s?/\s?(?P<anno>\d{{4}}))?\)?"
)
_BEFORE_SERIES = piece(
    rf"(?:del|in\s{{1,3}}data)\s{{1,3}}{date('3')}[\s,]{{1,3}}(?:(?:con\s{{1,3}})?decisione\s{{1,3}})?"
    r"(?:n\.\s?)?$"
)
# What stands between brackets after an act of a list: ``n. 272 del 30 luglio 2008 (Matrice)``
_ASIDE = piece(r"\s?\([^()\n]{2,80}\)(?=\s{0,3}(?:[,;]|e\s|ed\s|nonch))")
_JUST_BEFORE = piece(rf"{date('4')}[\s,]{{1,4}}$")
_LINK = piece(
    r"\s{0,3}(?:[,;/•]|-\s|ed?(?=\s)|nonche'?|nonché|o(?=\s))\s{0,3}(?:[•-]\s{0,3}|ed?\s{1,3})?"
    r"(?:(?:d?al(?:la|le|l[oi])?|del(?:la|le)?|dei|dai|il|la|i|le|gli)\s{1,3}|(?:d?a|de)ll')?"
)

_TOPIC = piece(
    r"(?:regolament[oi]|regg?\.|direttiv[ae]|dir\.)\s{1,3}(?:europe[oi]\s{1,3}|generale\s{1,3})?"
    r"(?!delegat|di\s|d'esec|del\.|esec|comunitari|europe|generale|finanziar|[ucn]\.?e?[\s.)]|del"
    r"|n[.°r\s])[a-z]{3}"
)
_HEADED = piece(r"d\.\s?[a-z]\.")

Match = re.Match[str]


@dataclass(slots=True)
class Item:
    """One act read after a head: its number and date, and where its words end."""

    inizio: int
    fine: int
    numero: str | None
    anno: int | None = None
    data: str | None = None
    refuso: bool = False
    segno: bool = False
    forma: str = ""
    unione: bool = False
    tema: bool = False

    @property
    def dated(self) -> bool:
        """Whether the year is known."""
        return self.anno is not None


@cache
def _pattern(kind: Kind | None, tail: str) -> re.Pattern[str]:
    head = rf"(?:{kind.head})" if kind else ""
    return piece(head + tail)


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


def bare_item(kind: Kind, low: str, start: int, limit: int) -> Item | None:
    """An act of a kind already named, at ``start``: number and date without a head."""
    return _item(kind, None, low, start, limit)


def _item(kind: Kind, head: Kind | None, low: str, start: int, limit: int) -> Item | None:
    if kind.form == "unione":
        return _union_item(head, low, start, limit)
    if kind.form == "sigla":
        return _serial_item(kind, low, start, limit) if head else None
    found = _pattern(head, _DATE_FIRST).match(low, start)
    if found:
        item = _date_first(kind, found, limit)
        if item:
            return _with_register(kind, low, item)
    number_first = _ORGAN_NUMBER if kind.form == "organo" else _NUMBER_FIRST
    found = _pattern(head, number_first).match(low, start)
    if found:
        item = _number_first(kind, low, found, limit)
        if item:
            return item
    if kind.dateable and head:
        found = _pattern(head, _DATE_ONLY).match(low, start)
        printed = read_date(found, "1", limit) if found else None
        if found and printed:
            return Item(start, found.end(), None, int(printed[:4]), printed, forma="data")
    return None


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
    after = _AFTER_DATE.match(low, end)
    if after:
        printed = read_date(after, "2", limit)
        end = after.end() if printed else end
    if printed is None:
        named = _AFTER_YEAR.match(low, end)
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
    after = _AFTER_DATE.match(low, item.fine)
    printed = read_date(after, "2", item.anno or 2035) if after else None
    if after and printed:
        item.data, item.fine = printed, after.end()
        item.anno = item.anno or int(printed[:4])


def _union_item(head: Kind | None, low: str, start: int, limit: int) -> Item | None:
    found = _pattern(head, _UNION_FIRST).match(low, start)
    if found and not _is_period(found):
        number = split_union(found["a"], found["b"], limit, numbered=bool(found["segno"]))
        if number:
            return _union_found(low, start, found, number, read_date(found, "0", limit), limit)
    for tail in (_UNION_DATED, _UNION_PLAIN):
        found = _pattern(head, tail).match(low, start)
        if found:
            return _union_by_date(low, start, found, limit)
    return _union_of_kind(head, low, start, limit) if head else None


def _union_of_kind(head: Kind, low: str, start: int, limit: int) -> Item | None:
    """Decisions on State aid, and communications known by their place in the Official Journal."""
    if head.tipo == "decisione_ue":
        found = _pattern(head, _OF_STATE_AID).match(low, start)
        item = _union_by_date(low, start, found, limit) if found else None
        if item is not None:
            item.unione = True
        return item
    if head.tipo != "comunicazione_ue":
        return None
    found = _pattern(head, _JOURNAL_SERIES).match(low, start)
    if found:
        number = found["serie"].replace(" ", "").upper()
        return Item(start, found.end(), number, int(found["anno"]), unione=True)
    found = _pattern(head, _OFFICIAL_JOURNAL).match(low, start)
    if found is None:
        # Its title may cite a treaty: only the number is this act's own words.
        found = _pattern(head, _JOURNAL_IN_BRACKETS).match(low, start)
        start = found.start("anno") if found else start
    if found is None:
        return None
    series = "C " + found["serie"].replace(" ", "")
    item = Item(start, found.end(), f"{found['anno']}/{series}", int(found["anno"]))
    item.unione = True
    return item


def _is_period(found: Match) -> bool:
    """Whether this is a school or farming year (``2025/2026``), not a number."""
    marked = found["ue"] or found["segno"] or found["dopo"]
    years = len(found["a"]) == len(found["b"]) == 4
    return years and not marked and int(found["b"]) - int(found["a"]) == 1


def _union_found(
    low: str, start: int, found: Match, number: Number, printed: str | None, limit: int
) -> Item:
    item = Item(start, found.end(), number.numero, number.anno, printed, forma="unione")
    item.segno = bool(found["segno"])
    item.unione = bool(found["ue"] or found["dopo"]) or bool(
        re.search("parlamento|commissione", found.group())
    )
    item.tema = bool(_TOPIC.match(found.group()))
    if printed is None:
        after = _AFTER_DATE.match(low, found.end())
        printed = read_date(after, "2", limit) if after else None
        if after and printed and abs(int(printed[:4]) - (number.anno or 0)) <= 1:
            item.data, item.fine = printed, after.end()
            item.unione = item.unione or bool(re.search("parlamento|commiss", after.group()))
    return item


def _union_by_date(low: str, start: int, found: Match, limit: int) -> Item | None:
    """``Decisione della Commissione UE 18 novembre 2011 n. 753``: the year is the date's."""
    groups = found.groupdict()
    printed = read_date(found, "1", limit)
    end = found.end()
    if printed is None:
        after = _AFTER_DATE.match(low, end)
        printed = read_date(after, "2", limit) if after else None
        if after is None or printed is None:
            return None
        end = after.end()
    number = groups.get("num")
    year = int(printed[:4])
    if number is None:
        split = split_union(groups["a"], groups["b"], limit, numbered=True)
        number, year = (split.numero, split.anno or year) if split else (groups["a"], year)
    item = Item(start, end, number.lstrip("0"), year, printed, segno=True, forma="unione")
    item.unione = bool(found["ue"]) or bool(re.search("parlamento|commissione", found.group()))
    return item


def _serial_item(kind: Kind, low: str, start: int, limit: int) -> Item | None:
    """``C(2015) 923 final del 12 febbraio 2015``, ``COM(2020)67``: the series is the number."""
    found = _pattern(kind, _SERIAL).match(low, start)
    if found is None:
        return None
    series = re.match(r"[a-z]+", found.group())
    name = series.group().upper() if series else "C"
    item = Item(start, found.end(), f"{name}({found['anno']}){found['num'].lstrip('0')}")
    item.anno, item.segno, item.unione, item.forma = int(found["anno"]), True, True, "sigla"
    after = _AFTER_DATE.match(low, found.end())
    printed = read_date(after, "2", limit) if after else None
    if after and printed:
        item.data, item.fine = printed, after.end()
        return item
    before = _BEFORE_SERIES.search(low, max(0, start - 70), start)
    printed = read_date(before, "3", limit) if before else None
    if before and printed and int(printed[:4]) == item.anno:
        item.data, item.inizio = printed, before.start()
    return item
