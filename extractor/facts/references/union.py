"""What may follow the head of a citation of an act of the European Union."""

import re

from extractor.facts.references.grammar import AUTHORS, GAP, MARK, NOT_DATE, UNION, date, piece
from extractor.facts.references.items import AFTER_DATE, Item, Match, pattern
from extractor.facts.references.kinds import Kind
from extractor.facts.references.numbers import Number, read_date, split_union

_UNION_NUMBER = (
    r"(?P<a>\d{1,4})\s?/\s?(?P<b>\d{1,4})(?!\d|[.,]\d)"
    r"(?:\s?/\s?(?P<dopo>u\.?e|c\.?e\.?e?|ceca|euratom|gai|pesc)\.?(?![a-z]))?"
)
_UNION_FIRST = (
    rf"{AUTHORS}[\s,:.-]{{0,4}}(?:(?:del|in\s{{1,3}}data)?\s{{0,3}}{date('0')}[\s,(]{{0,3}})?"
    rf"(?P<ue>{UNION})?[\s,]{{0,3}}(?P<segno>{MARK})?{NOT_DATE}{_UNION_NUMBER}"
)
_UNION_DATED = (
    rf"{AUTHORS}[\s,]{{0,3}}(?P<ue>{UNION})?{GAP}(?:del\s{{1,3}})?{date('1')}[\s,]{{0,3}}"
    rf"(?P<segno>{MARK})(?:(?P<a>\d{{1,4}})\s?/\s?(?P<b>\d{{1,4}})|(?P<num>\d{{1,4}}))"
    r"(?!\d|[.,/]\d)"
)
_UNION_PLAIN = rf"{GAP}(?P<ue>{UNION})\s{{0,3}}(?P<segno>{MARK})?(?P<num>\d{{1,4}})(?!\d|[.,/]\d)"
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
# ``decisione della Commissione C/2021/7911``
_DECISION_SERIES = (
    rf"{AUTHORS}[\s,(]{{0,4}}(?:n\.\s?)?"
    r"(?P<serie>c\s?/\s?(?P<anno>20\d\d)\s?/\s?\d{2,5})(?![\d/])"
)
# ``Decisione n. 4505 del 6 luglio 2010 “Aiuto di Stato …``
_OF_STATE_AID = (
    rf"{GAP}(?P<ue>(?!))?(?P<segno>{MARK})(?P<num>\d{{3,5}}),?\s{{1,3}}(?:del\s{{1,3}}){date('1')}"
    r"(?=[\s,:\"'(-]{1,5}(?:(?:relativa?\s{1,3})?a(?:ll'|gli\s|l\s))?aiut[oi]\s{1,3}di\s{1,3}stato)"
)
_SERIAL = (
    r"(?P<anno>(?:19|20)\d\d)\s?\)\s?(?:n\.\s?)?(?P<num>\d{1,5})(?!\d)"
    r"(?:[\s,]{1,2}(?:final[e]?|def(?:initivo|\.)?)(?![a-z]))?"
)
_BEFORE_SERIES = piece(
    rf"(?:del|in\s{{1,3}}data)\s{{1,3}}{date('3')}[\s,]{{1,3}}(?:(?:con\s{{1,3}})?decisione\s{{1,3}})?"
    r"(?:n\.\s?)?$"
)
_TOPIC = piece(
    r"(?:regolament[oi]|regg?\.|direttiv[ae]|dir\.)\s{1,3}(?:europe[oi]\s{1,3}|generale\s{1,3})?"
    r"(?!delegat|di\s|d'esec|del\.|esec|comunitari|europe|generale|finanziar|[ucn]\.?e?[\s.)]|del"
    r"|n[.°r\s])[a-z]{3}"
)


def union_item(head: Kind | None, low: str, start: int, limit: int) -> Item | None:
    found = pattern(head, _UNION_FIRST).match(low, start)
    if found and not _is_period(found):
        number = split_union(
            found["a"],
            found["b"],
            limit,
            numbered=bool(found["segno"]),
            suffixed=bool(found["dopo"]),
        )
        if number:
            return _union_found(low, start, found, number, read_date(found, "0", limit), limit)
    for tail in (_UNION_DATED, _UNION_PLAIN):
        found = pattern(head, tail).match(low, start)
        item = _union_by_date(low, start, found, limit) if found else None
        if item:
            return item
    return _union_of_kind(head, low, start, limit) if head else None


def _union_of_kind(head: Kind, low: str, start: int, limit: int) -> Item | None:
    """Decisions on State aid, and communications known by their place in the Official Journal."""
    if head.tipo == "decisione_ue":
        found = pattern(head, _DECISION_SERIES).match(low, start)
        if found:
            number = found["serie"].replace(" ", "").upper()
            return Item(start, found.end(), number, int(found["anno"]), unione=True)
        found = pattern(head, _OF_STATE_AID).match(low, start)
        item = _union_by_date(low, start, found, limit) if found else None
        if item is not None:
            item.unione = True
        return item
    if head.tipo != "comunicazione_ue":
        return None
    found = pattern(head, _JOURNAL_SERIES).match(low, start)
    if found:
        number = found["serie"].replace(" ", "").upper()
        return Item(start, found.end(), number, int(found["anno"]), unione=True)
    found = pattern(head, _OFFICIAL_JOURNAL).match(low, start)
    if found is None:
        # Its title may cite a treaty: only the number is this act's own words.
        found = pattern(head, _JOURNAL_IN_BRACKETS).match(low, start)
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
        after = AFTER_DATE.match(low, found.end())
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
        after = AFTER_DATE.match(low, end)
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


def serial_item(kind: Kind, low: str, start: int, limit: int) -> Item | None:
    """``C(2015) 923 final del 12 febbraio 2015``, ``COM(2020)67``: the series is the number."""
    found = pattern(kind, _SERIAL).match(low, start)
    if found is None:
        return None
    series = re.match(r"[a-z]+", found.group())
    name = series.group().upper() if series else "C"
    item = Item(start, found.end(), f"{name}({found['anno']}){found['num'].lstrip('0')}")
    item.anno, item.segno, item.unione, item.forma = int(found["anno"]), True, True, "sigla"
    after = AFTER_DATE.match(low, found.end())
    printed = read_date(after, "2", limit) if after else None
    if after and printed:
        item.data, item.fine = printed, after.end()
        return item
    before = _BEFORE_SERIES.search(low, max(0, start - 70), start)
    printed = read_date(before, "3", limit) if before else None
    if before and printed and int(printed[:4]) == item.anno:
        item.data, item.inizio = printed, before.start()
    return item
