"""The scan of a text for citations: heads, what follows them, and the lists they open."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from extractor.facts.references.forms import bare_item, first_item, next_item, pair, plain_item
from extractor.facts.references.gates import Gate
from extractor.facts.references.grammar import date, piece
from extractor.facts.references.items import Item
from extractor.facts.references.kinds import Kind, kind_at
from extractor.facts.references.numbers import read_date

_GATE = Gate(
    (
        "decre", "dec.", "dec ", "delib", "determ", "det.", "decis", "direttiv", "dir.", "d.", "d ",
        "dacr", "dg", "dd", "dl", "dp", "dc", "ds", "dm", "dr", "legg", "l.", "ll.", "lr", "l ",
        "raccomandaz", "reg.", "regg.", "regolament", "regi ", "regio ", "rego ", "reg ",
        "r.", "rcc", "rd ", "circolar", "comunicaz", "comunicat", "convenz", "cons.", "consiglio",
        "com(", "com ", "c(", "c ", "c.", "cassaz", "cass.", "corte", "g.", "g ", "gc", "gm", "gp",
        "t.", "tar ", "tribunale", "sentenz", "sent.", "swd", "sec(", "sec ", "ordinanz", "ord.",
        "o.", "ocdpc", "opcm", "om ", "cm ", "circ.", "disciplinar", "protocoll", "a.", "ad.",
        "adunanza", "parer", "accord", "atto ", "atti ", "intes", "join", "n.",
        "n°", "nº",
    ),
    r"d(?<!\wd)(?:acr|e(?:c(?:re|[.\s])|lib|t(?:erm|\.)|cis)|i(?:r(?:ettiv|\.)|sciplinar)|[.]|\s{1,2}l?gs|[gdlpcsmr](?!\w{4}))"
    r"|l(?<!\wl)(?:egg[ei]|\.|l\.|r(?!\w)|\s{1,2}\d)"
    r"|r(?<!\wr)(?:accomandazion|eg(?:\.|g\.|olament|i?o?\s{1,3}decr|\s{1,3}(?:ue\s|\d))|\.|cc(?!\w)|d\s)"
    r"|c(?<!\wc)(?:irc(?:olar|\.)|omunica(?:zion|to)|on(?:venzion|s\.|siglio\s{1,3}di\s{1,3}s)"
    r"|om\s{0,3}\(|\s{0,3}\(|\.\s?[cp]\.\s{0,3}n|\.\s?(?:m|d\.\s?s|cost)\.|m\s{1,2}[n\d]|ass(?:azion|\.)|orte\s)"
    r"|g(?<!\wg)\.?\s?[cmp]\.?\s{0,3}n|t(?<!\wt)(?:\.\s?a\.\s?r|ar\s|ribunale\s{1,3}amm)"
    r"|s(?<!\ws)(?:ent(?:enz|\.)|wd\s{0,3}\(|ec\s{0,3}\()"
    r"|o(?<!\wo)(?:rd(?:inanz|\.)|\.|cdpc|pcm|m\s)"
    r"|p(?<!\wp)(?:arer[ei]|rotocoll[oi]\s{1,3}d')"
    r"|a(?<!\wa)(?:ccord[oi]|tt[oi]\s{1,3}(?:cons|giun|dirig)|\.\s?d\.|d(?:\.|unanza)\s{1,3}plen)"
    r"|i(?<!\wi)ntes[ae]"
    r"|j(?<!\wj)oin\s?\("
    r"|\(\s?[uc]\.?e|n(?<!\wn)[.°]\s?[ivx]{1,5}\s?/",
    besides=r"\(\s?[uc]\.?e",
)  # fmt: skip
"""Where a head can begin: cheap literals, so that the kinds are tried at few places only."""

_JOURNAL = piece(
    r"(?:g\.?\s?u\.?(?:\s?[cru]\.?[ei]\.?)?|gazzetta|serie|guce|guue)"
    r"(?:\W{0,3}(?:ufficiale|dell?'?|delle|unione|comunità|europe[ae]|serie)){0,6}\W{0,3}$"
)
_PLURAL = Gate(
    (
        "leggi", "ll.", "decreti", "deliber", "decisioni", "determin", "direttive", "dd.",
        "regolamenti", "regg.", "circolari", "comunicazioni", "ordinanze", "nn.",
    ),
    r"(?:l(?:eggi|l\.)|d(?:e(?:creti|liber(?:[ae]zioni|e)|cisioni|termin(?:azioni|e))|irettive|d\.)"
    r"|reg(?:olamenti|g\.)|c(?:ircolari|omunicazioni)|ordinanze|nn\.)",
)  # fmt: skip
_SEVERAL = piece(r"(?:[a-z]{4,16}(?:oni|bere|mine|eti|nze|ari|ggi)|dd\.)(?![a-z])")
# ``n. 62 "Norme in materia di …" n. 63 "Effettività del diritto …" 65 "Istituzione …"``
_TITLED = piece(r"\"\s{0,3}[,;.]?\s{0,3}(?:ed?\s{1,3})?(?=(?:n\.\s{0,2})?\d{1,4}\s{0,2}\")")
_TITLE_BEGINS = piece(r"\s{0,2}[,:]?\s{0,2}\"")
_TITLED_NUMBER = piece(r"(?:n\.\s{0,2})?(\d{1,4})")
_OPENER = piece(
    r"\n\s*(?:[-•]\s*)?(?:vist[oiae]|richiamat|considerat|ritenut|preso\s+atto|dato\s+atto"
    r"|premess|attes|verificat|acquisit|sentit|determina|decreta|delibera\b)|\.\s*\n"
)
_LOOSE = piece(
    r"(?:[\"”)]\s{0,2}[,;]?|[;:]|\n\s{0,3}[^\w\s]{0,2}|[•])\s{0,3}(?:[•o-]\s{1,3})?"
    r"(?:e\s{1,3})?(?:(?:del(?:la)?|il|la|i|le)\s{1,3})?"
    r"(?=n\.|nn?[.°]|[0-3]?\d[°\s]{1,3}[a-z]{3,9}\s|\(?[uc]e|(?:19|20)\d\d/\d)"
)
# ``direttive 91/156/CEE sui rifiuti, 91/689/CEE sui rifiuti pericolosi e 94/62/CE``
_UNION_LOOSE = piece(
    r"(?:,\s{1,3}(?:e\s{1,3})?|\s(?:ed?|nonché)\s{1,3})(?:(?:del(?:la)?|dalla|il|la)\s{1,3})?"
    r"(?=(?:n\.\s?)?\d{2,4}/\d{1,4}/(?:ce|cee|ue|euratom)(?![a-z])"
    r"|n\.\s?\d{3,4}/(?:19|20)\d\d(?!\d|/)|20(?:1[5-9]|[2-9]\d)/\d{2,4}(?![\d/]))"
)
# The number under which a court enters an appeal is not that of its judgment.
_DOCKET = piece(r"(?<![a-z])(?:n\.?\s?)?r\.?\s?g\.?(?![a-z])")
# State aid is decided on under its case's letters: ``decisione N182/2010``.
_STATE_AID = piece(r"(?<![a-z])n{1,2}\d")
_REACH = 3000
_CHANGED_BY = piece(r"dal(?:la|le)?\s{1,3}(?=nn?[.°]\s?\d)")
_CHANGED = piece(
    r"(?:modific|integr|sostitu|rettific|aggiorn|prorog|conferm|abrog)[a-z]{2,5}\s{1,3}$"
)
# An item of the list with its year alone: ``- n. 3007/2024, di rettifica``.
_ITEM_MARK = piece(r"\n\s{0,3}(?:[-•o]\s{1,3})$")
_SAME_DAY = piece(
    r"[\s,(]{1,3}(?:sempre\s)?(?:(?:in|di)\s{1,3}(?:pari|stessa|medesima)|(?:in|di)\s{1,3}uguale)\s{1,3}data"
    r"(?![a-z])"
)
_SAME_DAY_REACH = 250
# ``in data 3 maggio 2024 con delibera n. 45``, ``approvato dal Consiglio il 3 maggio (DCR 45)``
_DAY_BEFORE = piece(
    r"(?:(?:in\s{1,3}data|(?:seduta|adunanza|riunione)\s{1,3}del(?:l')?)\s{0,3}(?:giorno\s{1,3})?"
    rf"{date('5')}[\s,]{{1,3}}(?:(?:[a-zà-ÿ']+\s{{1,3}}){{0,4}})?con\s{{1,3}}"
    r"(?:(?:la|il|propria|proprio|sua|suo|successiva|apposita)\s{1,3}){0,2}\Z"
    rf"|(?:approvat|adottat|deliberat)[oaie]\s[^;.\n]{{3,60}}?\s{date('6')}\s{{1,2}}\(\Z)"
)
_CHANGED_REACH = 500
"""How far after an act, in characters, the words may stand that say what changed it."""
_LONG_FILL = 90
_LAST_ROYAL = 1946
"""The year of the last royal decrees."""
# ``D.D. R.G. n. 45``: not the kind of act that the last letters would name alone.
_ABBREVIATED = piece(r"(?<![a-zà-ÿ])[a-z]\.\s?\Z")
_NEED_YEAR = frozenset(
    {"parere", "comunicato", "accordo", "intesa", "convenzione", "sentenza", "circolare"}
    | {"regolamento"}
)
_BARE = frozenset({"d.lgs.", "d.P.R.", "l.r.", "d.g.r.", "d.c.r."})


@dataclass(slots=True)
class Cite:
    """A citation as read: its kind and its act; ``capo`` is where the head of its list begins."""

    kind: Kind
    item: Item
    elenco: bool = False
    capo: int = 0


def scan(low: str, lower: str, limit: int) -> Iterator[Cite]:
    """Every citation in folded text, in order, none overlapping another.

    ``lower`` is the text in lower case, for the gates.
    """
    done = 0
    found: list[Cite] = []
    for gate in _GATE.finditer(low, lower):
        start = gate.start()
        if start < done:
            continue
        cites = _at(low, start, limit)
        if cites:
            found.extend(cites)
            done = cites[-1].item.fine
    found += _loose(low, lower, found, limit)
    found += _titled(low, found)
    found.sort(key=lambda cite: cite.item.inizio)
    _same_day(low, found)
    _dated_before(low, found, limit)
    yield from sorted([*found, *_changing(low, found, limit)], key=lambda cite: cite.item.inizio)


def _same_day(low: str, found: list[Cite]) -> None:
    """``n. 58 del 23/12/2024 … e n. 59 in pari data``: the day is that of the act before."""
    for before, cite in pairwise(found):
        item, other = cite.item, before.item
        near = 0 <= item.inizio - other.fine <= _SAME_DAY_REACH
        if near and other.data and item.numero and not item.dated:
            said = _SAME_DAY.match(low, item.fine)
            if said is not None:
                item.data, item.anno, item.fine = other.data, int(other.data[:4]), said.end()


def _dated_before(low: str, found: list[Cite], limit: int) -> None:
    """``nell'adunanza del 28 dicembre 2016, con la delibera n. 1310``: the day stands before."""
    for cite in found:
        item = cite.item
        if item.data or not item.numero or cite.elenco or cite.kind.form not in ("serie", "organo"):
            continue
        said = _DAY_BEFORE.search(low, max(0, item.inizio - 110), item.inizio)
        printed = (read_date(said, "5", limit) or read_date(said, "6", limit)) if said else None
        if printed and item.anno in (None, int(printed[:4])):
            item.data, item.anno = printed, int(printed[:4])


def _at(low: str, start: int, limit: int) -> list[Cite]:
    head = kind_at(low, start)
    if head is None:
        return []
    kind = head[0]
    if kind.tipo == "regio_decreto":
        limit = min(limit, _LAST_ROYAL)
    item = first_item(kind, low, start, limit)
    if item is None or _JOURNAL.search(low, max(0, start - 70), start):
        return []
    if not item.dated and kind.name == "d.m." and (two := pair(kind, low, start)):
        return [Cite(kind, one, one is two[1], start) for one in two]
    items = [item]
    several = _SEVERAL.match(low, start) is not None or " nn" in low[start : item.fine]
    while len(items) < 60:
        end = items[-1].fine
        following = next_item(kind, low, end, limit) or (plain_item(low, end) if several else None)
        if following is None:
            break
        items.append(following)
    _share_date(items)
    while len(items) > 1 and not items[-1].dated:
        items.pop()
    if not _enough(kind, low, items[0]):
        return []
    return [Cite(kind, one, one is not item, start) for one in items if one is item or one.dated]


def _share_date(items: list[Item]) -> None:
    """``n. 5954 e n. 5955 del 5 dicembre 2016``: the date holds for all before it."""
    for before, after in zip(reversed(items[:-1]), reversed(items[1:]), strict=True):
        if before.anno is None and after.anno is not None:
            before.anno, before.data = after.anno, after.data


def _enough(kind: Kind, low: str, item: Item) -> bool:
    """Whether number, mark, year and date are enough for a citation of this kind."""
    if kind.form in ("unione", "sigla"):
        return _enough_for_union(kind, low, item)
    if kind.tipo == "sentenza" and _DOCKET.search(low, item.inizio, item.fine):
        return False
    if item.numero is None:
        return item.data is not None
    if item.dated:
        return True
    if kind.weak or kind.tipo in _NEED_YEAR:
        return False
    if kind.form == "organo":
        return item.segno and item.fine - item.inizio <= _LONG_FILL
    return item.segno or (kind.name in _BARE and len(item.numero) > 1)


def _enough_for_union(kind: Kind, low: str, item: Item) -> bool:
    if item.unione or kind.name in ("(UE)", "direttiva"):
        return True
    if kind.tipo == "decisione_ue" and _STATE_AID.search(low, item.inizio, item.fine):
        return True
    if kind.tipo in ("comunicazione_ue", "decisione_ue", "altro") or item.numero is None:
        return False
    if item.tema:
        return len(item.numero) >= 3
    return kind.tipo != "regolamento_ue" or (item.anno or 0) >= 2015 or len(item.numero) >= 3


def _loose(low: str, lower: str, found: list[Cite], limit: int) -> Iterator[Cite]:
    """The acts of a list opened by a plural head, after titles or at list marks."""
    taken = [(cite.item.inizio, cite.item.fine) for cite in found]
    read_to: dict[str, int] = {}
    for opening in _PLURAL.finditer(low, lower):
        head = kind_at(low, opening.start())
        if head is None or head[0].form == "sigla":
            continue
        kind = head[0]
        stop = _OPENER.search(low, opening.end(), opening.end() + _REACH)
        reach = stop.start() if stop else min(len(low), opening.end() + _REACH)
        # What an earlier list of this kind has covered is not read again.
        start = max(opening.end(), read_to.get(kind.name, 0))
        read_to[kind.name] = max(reach, start)
        marks = [mark.end() for mark in _LOOSE.finditer(low, start, reach)]
        if kind.form == "unione":
            marks += [mark.end() for mark in _UNION_LOOSE.finditer(low, start, reach)]
        for at_mark in sorted(marks):
            item = bare_item(kind, low, at_mark, limit)
            if item is None or not item.dated or not _loose_enough(kind, low, item):
                continue
            at = bisect_left(taken, (item.inizio, item.fine))
            if _touches(item, taken[max(at - 1, 0) : at + 1]):
                continue
            insort(taken, (item.inizio, item.fine))
            yield Cite(kind, item, True, opening.start())


def _titled(low: str, found: list[Cite]) -> Iterator[Cite]:
    """The numbers of a list of acts of one day, each with its title between quotes."""
    found.sort(key=lambda cite: cite.item.inizio)
    starts = [cite.item.inizio for cite in found]
    for first in [*found]:
        entitled = first.item.data and first.kind.ente == "Stato"
        if not entitled or not _TITLE_BEGINS.match(low, first.item.fine):
            continue
        stop = _OPENER.search(low, first.item.fine, first.item.fine + _REACH)
        reach = stop.start() if stop else min(len(low), first.item.fine + _REACH)
        last = first.item
        for mark in _TITLED.finditer(low, first.item.fine, reach):
            number = _TITLED_NUMBER.match(low, mark.end())
            between = found[bisect_left(starts, last.fine) : bisect_left(starts, mark.end())]
            if number is None or any(cite.kind is not first.kind for cite in between):
                break
            item = Item(mark.end(), number.end(), number[1], first.item.anno, first.item.data)
            after = bisect_left(starts, item.inizio)
            if not _touches(item, [(c.item.inizio, c.item.fine) for c in found[after : after + 1]]):
                yield Cite(first.kind, item, True, first.capo)
            last = item


def _changing(low: str, found: list[Cite], limit: int) -> Iterator[Cite]:
    """The acts by which one was changed, of its kind: ``come integrata dalla n. 8699 del …``."""
    ends = [cite.item.fine for cite in found]
    for link in _CHANGED_BY.finditer(low):
        if not _CHANGED.search(low, max(0, link.start() - 20), link.start()):
            continue
        at = bisect_right(ends, link.start()) - 1
        near = max(0, link.start() - _CHANGED_REACH)
        while at >= 0 and ends[at] > near and low.count('"', ends[at], link.start()) % 2:
            at -= 1  # cited in the title of the act that was changed
        if at < 0 or link.start() - ends[at] > _CHANGED_REACH:
            continue
        cite = found[at]
        item = bare_item(cite.kind, low, link.end(), limit)
        if item is None or item.data is None or not item.segno:
            continue
        after = bisect_right(ends, link.start())
        if not _touches(item, [(c.item.inizio, c.item.fine) for c in found[after : after + 1]]):
            yield Cite(cite.kind, item, True, cite.capo)


def _touches(item: Item, spans: list[tuple[int, int]]) -> bool:
    return any(start < item.fine and item.inizio < end for start, end in spans)


def _loose_enough(kind: Kind, low: str, item: Item) -> bool:
    if kind.form == "unione":
        return True
    if item.data is None and not _ITEM_MARK.search(low, max(0, item.inizio - 12), item.inizio):
        return False
    return item.segno and low[item.inizio] != "("
