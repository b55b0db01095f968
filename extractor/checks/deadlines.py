"""Rules on terms: one that the act gives twice, differently; a period that ends before it begins.

Terms are one where the act says with the same words what is due: their objects, without regard
to case and small words. A term that recurs, or that differs by addressee, is not one.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

import regex

from extractor.checks.finding import about
from extractor.checks.printed import Printed, italian, short
from models import Estrazione, Scadenza, Segnalazione

_WORDS = re.compile(r"[^\W\d_]{4,}")
_LEAST = 3
"""Words that must tell what is due."""
_DURATION = re.compile(r"P(\d+)([DWMY])")
_UNITS = {
    "D": ("giorno", "giorni"), "W": ("settimana", "settimane"), "M": ("mese", "mesi"),
    "Y": ("anno", "anni"),
}  # fmt: skip
_DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}
#: The words of an act that gives a term anew.
_CHANGED = re.compile(r"sostitui|modific|prorog|differi|anziché|in\s+luogo\s+di", re.IGNORECASE)
_AROUND = 500
#: Programmes and budgets of several years: ``POR FESR 2014-2020``, ``triennio 2023-2025``.
_FROM_TO = r"(?P<dal>(?:19|20)\d\d)\s?[-–‐/]\s?(?P<al>(?:19|20)\d\d)(?![\d/])"
_YEARS = regex.compile(rf"(?={_FROM_TO})\d")
_PERIOD = re.compile(
    r"\b(?:FESR|FSE|FEASR|FSC|POR|PON|PSR|PR|triennio|biennio|quinquennio|periodo|anni|programm\w+"
    r"|bilancio\s+(?:di\s+previsione|pluriennale)|piano\s+\w{1,14})\s+(?:(?:FESR|FSE|\+)\s+)?"
    rf"{_FROM_TO}",
    re.IGNORECASE,
)


def discordant_terms(records: Estrazione) -> Iterator[Segnalazione]:
    """One thing due by two dates, or within two durations from one event."""
    printed = Printed.of(records)
    # The recitals of an act that changes another give the old terms beside the new
    changing = {act.id for act in records.atti if _CHANGED.search(act.oggetto or "")}
    groups: dict[tuple[object, ...], list[Scadenza]] = defaultdict(list)
    for term in records.scadenze:
        due = frozenset(_WORDS.findall((term.oggetto or "").casefold()))
        if len(due) < _LEAST or term.ricorrenza or term.tipo in ("rilascio", "finestra", "altro"):
            continue
        if term.atto_id in changing and term.zona == "preambolo":
            continue
        if term.flusso == "margine" or _is_of_another_text(printed.text, term):
            continue
        event = frozenset(_WORDS.findall((term.decorrenza or "").casefold()))
        kind = "data" if term.data else "durata"
        if kind == "durata" and not event:
            continue
        groups[term.atto_id, term.tipo, kind, due, event, term.destinatario].append(term)
    for alike in groups.values():
        yield from _discordant(alike)


def _is_of_another_text(text: str, term: Scadenza) -> bool:
    """Whether a term is quoted, or is the one that the act changes."""
    before = text[max(term.inizio - _AROUND, 0) : term.inizio]
    quoted = max(before.rfind("«"), before.rfind("“")) > max(before.rfind("»"), before.rfind("”"))
    return quoted or _CHANGED.search(before + text[term.inizio : term.fine + 200]) is not None


def _discordant(alike: list[Scadenza]) -> Iterator[Segnalazione]:
    first = alike[0]
    for other in alike[1:]:
        if _value(other) == _value(first):
            continue
        # A part and a whole of one sentence are two terms: «entro il 10, e comunque il 20»
        if abs(other.inizio - first.fine) < 200 and other.zona == first.zona:
            continue
        yield about(
            "scadenze_discordanti",
            "avviso",
            f"«{short(first.oggetto)}»: il termine è {_shown(first)} e, altrove, {_shown(other)}.",
            other,
            first,
        )
        return


def _value(term: Scadenza) -> tuple[object, ...]:
    if term.data:
        return (term.data,)
    found = _DURATION.fullmatch(term.durata or "")
    # Twelve months are a year, thirty days a month
    days = int(found[1]) * _DAYS[found[2]] if found else 0
    return (round(days / 30) if days >= 30 else days, term.durata if not found else None)


def _shown(term: Scadenza) -> str:
    if term.data:
        return italian(term.data)
    found = _DURATION.fullmatch(term.durata or "")
    if found is None:
        return term.durata or ""
    one, many = _UNITS[found[2]]
    return f"{found[1]} {one if found[1] == '1' else many}"


def reversed_periods(records: Estrazione) -> Iterator[Segnalazione]:
    """A period of years printed with its end before its beginning: ``FESR 2014-2010``."""
    printed = Printed.of(records)
    if not any(int(match["al"]) < int(match["dal"]) for match in _YEARS.finditer(printed.text)):
        return  # the words before the years are looked for only where they are reversed
    for match in _PERIOD.finditer(printed.text):
        if int(match["al"]) < int(match["dal"]):
            act = printed.act_at(match.start())
            yield printed.at(
                "scadenze_discordanti",
                "avviso",
                f"Il periodo «{' '.join(match.group().split())}» finisce prima di cominciare.",
                match.span(),
                act.id if act else None,
            )
