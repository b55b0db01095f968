"""Rules on citations: an act of the future, one act with two dates or two numbers.

Two citations are of one act only where something says so beyond the number: acts of many offices
bear the same number in one year. The kinds with one register each are in ``_ONE_REGISTER``.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from extractor.checks.digits import one_digit_apart
from extractor.checks.finding import about
from extractor.checks.printed import Printed, days, italian
from models import Atto, Estrazione, Riferimento, Segnalazione
from models.numbers import bare_number

_ONE_REGISTER = frozenset({
    "legge", "legge_regionale", "legge_costituzionale", "decreto_legge", "decreto_legislativo",
    "dpr", "dgr", "dcr", "regolamento_ue", "direttiva_ue", "regio_decreto",
})  # fmt: skip
"""Kinds of which a body numbers all acts of a year (or of a legislature) in one register."""

_AFTER_THE_ACT = frozenset({"pubblicazione", "visti", "margine", "firma"})
"""Zones that are written after the act: what they cite may be younger than it."""

#: Numbers so high that two years of one register do not both give them to like acts by chance.
_HIGH = 100
_MOST = 200
"""Citations of one kind and date that are compared: each with each."""
_TITLE = 140
_WORD = re.compile(r"[^\W\d_]{4,}")
_STOCK = frozenset({
    "decreto", "delibera", "deliberazione", "determinazione", "determina", "dirigente", "oggetto",
    "recante", "avente", "della", "delle", "dell", "degli", "dello", "del", "di", "n", "in", "data",
    "il", "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto",
    "settembre", "ottobre", "novembre", "dicembre",
})  # fmt: skip
"""Words that say nothing of which act it is."""


def future_references(records: Estrazione) -> Iterator[Segnalazione]:
    """An act cited with a date after that of the act that cites it."""
    acts = {act.id: act for act in records.atti}
    printed = Printed.of(records)
    forms: dict[tuple[str, str, str], list[Riferimento]] = defaultdict(list)
    for cited in records.riferimenti:
        forms[cited.atto_id, cited.tipo, _bare(cited)].append(cited)
    for cited in records.riferimenti:
        act = acts.get(cited.atto_id)
        if act is None or act.data is None or cited.numero is None or cited.data is None:
            continue
        if cited.zona in _AFTER_THE_ACT or cited.flusso == "margine" or cited.data <= act.data:
            continue
        if cited.data in [day for m in printed.mentions[cited.id] for day in days(m.testo)]:
            # An attachment may be younger than the act, in a copy that was brought up to date
            others = [
                row for row in forms[cited.atto_id, cited.tipo, _bare(cited)] if row is not cited
            ]
            sure = cited.zona != "allegato" and bool(others)
            yield about(
                "riferimento_futuro",
                "errore" if sure else "avviso",
                f"{_named(cited)} porta una data successiva all'atto che lo cita, del "
                f"{italian(act.data)}{_meant(others, act)}.",
                cited,
            )


def _meant(others: list[Riferimento], act: Atto) -> str:
    """Which past date the act gives the same number elsewhere."""
    past = {row.data for row in others if row.data and row.data <= (act.data or "")}
    return f" (altrove è del {italian(past.pop())})" if len(past) == 1 else ""


def discordant_references(records: Estrazione) -> Iterator[Segnalazione]:
    """One act cited with two dates or two numbers."""
    printed = Printed.of(records)
    by_act: dict[str, list[Riferimento]] = defaultdict(list)
    for cited in records.riferimenti:
        if cited.numero and cited.flusso == "testo":
            by_act[cited.atto_id].append(cited)
    for group in by_act.values():
        for cited in group:
            yield from _two_days_of_one(cited, printed)
        yield from _two_years(group, printed)
        yield from _two_numbers(group, printed)


class _Day(NamedTuple):
    day: str
    mention: tuple[int, int]


def _two_days_of_one(cited: Riferimento, printed: Printed) -> Iterator[Segnalazione]:
    """Mentions of one kind, number and year that bear different days."""
    found: dict[str, _Day] = {}
    counts: dict[str, int] = defaultdict(int)
    for mention in printed.mentions[cited.id]:
        # A second date is that of publication, or of what changed the act
        for day in days(mention.testo)[:1]:
            if cited.anno is None or day.startswith(str(cited.anno)):
                found.setdefault(day, _Day(day, (mention.inizio, mention.fine)))
                counts[day] += 1
    if len(found) != 2 or cited.tipo not in _ONE_REGISTER:
        return
    # Of the two the rarer is the misprint; of equals the one printed later
    right, wrong = sorted(found, key=lambda day: (-counts[day], found[day].mention))
    yield printed.at(
        "riferimento_discordante",
        "errore",
        f"{_kind(cited)} n. {cited.numero} risulta con due date: {italian(right)} e "
        f"{italian(wrong)}.",
        found[wrong].mention,
        cited.atto_id,
        cited,
    )


def _two_years(group: list[Riferimento], printed: Printed) -> Iterator[Segnalazione]:
    """One kind and number with two dates in two years: the same day, or the same words."""
    by_number: dict[tuple[str, str], list[Riferimento]] = defaultdict(list)
    for cited in group:
        if cited.data:
            by_number[cited.tipo, _bare(cited)].append(cited)
    for alike in by_number.values():
        for first, second in combinations(alike, 2):
            if first.anno == second.anno or first.ente != second.ente:
                continue
            same_day = (first.data or "")[5:] == (second.data or "")[5:]
            if same_day:
                severity = "errore" if int(_figures(first)) >= _HIGH else "avviso"
            elif (
                _long(first) and _same_office(first, second) and _same_title(first, second, printed)
            ):
                severity = "errore"
            else:
                continue
            yield about(
                "riferimento_discordante",
                severity,  # type: ignore[arg-type]
                f"{_kind(first)} n. {first.numero} risulta con due date: "
                f"{italian(first.data or '')} e {italian(second.data or '')}.",
                second,
                first,
            )


def _two_numbers(group: list[Riferimento], printed: Printed) -> Iterator[Segnalazione]:
    """One kind and date with two numbers of which one is a misprint of the other."""
    by_day: dict[tuple[str, str], list[Riferimento]] = defaultdict(list)
    for cited in group:
        # Acts of the Union that go together are of one day, in a row, under like titles
        if cited.data and cited.ente != "Unione europea":
            by_day[cited.tipo, cited.data].append(cited)
    for alike in by_day.values():
        for first, second in combinations(alike[:_MOST], 2):
            if not one_digit_apart(_bare(first), _bare(second)) or first.ente != second.ente:
                continue
            if _long(first) and _same_title(first, second, printed):
                yield about(
                    "riferimento_discordante",
                    "errore",
                    f"{_kind(first)} del {italian(first.data or '')} risulta con due numeri: "
                    f"{first.numero} e {second.numero}.",
                    second,
                    first,
                )


def _bare(cited: Riferimento) -> str:
    """The number without the legislature."""
    return bare_number(cited.numero or "", cited.anno)


def _figures(cited: Riferimento) -> str:
    return re.sub(r"\D", "", _bare(cited)) or "0"


def _long(cited: Riferimento) -> bool:
    return len(_figures(cited)) >= 3


def _same_office(first: Riferimento, second: Riferimento) -> bool:
    """Whether the words before the number name one office, beyond the kind of act."""
    words = [
        {word.casefold() for word in re.findall(r"[^\W\d_]+", cited.testo)} - _STOCK
        for cited in (first, second)
    ]
    return bool(words[0]) and words[0] == words[1]


def _same_title(first: Riferimento, second: Riferimento, printed: Printed) -> bool:
    """Whether the words after both citations, their titles, are the same.

    Each mention of an act may give its title; one pair that agrees is enough.
    """
    titles = [
        [_title(printed, mention.fine) for mention in printed.mentions[cited.id][:5]]
        for cited in (first, second)
    ]
    for one in titles[0]:
        for other in titles[1]:
            fewest = min(len(one), len(other))
            if fewest >= 4 and len(one & other) / fewest >= 0.6:
                return True
    return False


def _title(printed: Printed, after: int) -> frozenset[str]:
    words = _WORD.findall(printed.text[after : after + _TITLE].casefold())
    return frozenset(words) - _STOCK


def _kind(cited: Riferimento) -> str:
    names = {"dgr": "La d.g.r.", "dcr": "La d.c.r.", "dpr": "Il d.P.R.", "dm": "Il d.m."}
    plain = cited.tipo.replace("_ue", " (UE)").replace("_", " ")
    return names.get(cited.tipo, f"L'atto citato ({plain})")


def _named(cited: Riferimento) -> str:
    return f"{_kind(cited)} n. {cited.numero} del {italian(cited.data or '')}"
