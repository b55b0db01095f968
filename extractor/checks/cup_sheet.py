"""A CUP sheet against its act, and against itself: code, cost, end, year, office, nature.

The sheet is what the CUP system holds of the project (law 3/2003, art. 11): where it disagrees
with the act, one of the two is to be put right.
"""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from extractor.checks.digits import one_digit_apart
from extractor.checks.finding import about
from extractor.checks.printed import Printed, italian, short
from extractor.checks.sums_places import money
from extractor.numbers import parse_figures
from models import Estrazione, Fatto, Importo, SchedaCup, Segnalazione
from models.identity import id_within
from models.vocabulary import Gravita, RuoloImporto

_TOTALS: frozenset[RuoloImporto] = frozenset(("totale", "costo_progetto"))
_COST = "costo_totale_del_progetto"
_FUNDED = re.compile(r"importo_del_finanziamento_pubblico(?!.*lettere)")
_WORD = re.compile(r"[a-z]{4,}")
_DESCRIPTIONS = ("denominazione_progetto", "descrizione_sintetica_del_progetto")
_FEWEST_WORDS = 4
#: Share of the words of a title that the act must print too.
_SHARED = 0.25
_OFFICE = re.compile(r"\b(?:direzione|generale|regionale|centrale|d\.?g\.?|settore|ufficio|area)\b")
_SERVICE = re.compile(r"\b(?:serviz\w|progettazione|implementazione|gestione|manutenzione)\b", re.I)


class _Place(NamedTuple):
    """A CUP sheet with the records of its act that stand outside it."""

    scheda: SchedaCup
    records: Estrazione
    stampato: Printed

    def outside(self, fact: Fatto) -> bool:
        """Whether a fact of the act is printed outside the sheet."""
        spans = [(self.scheda.inizio, self.scheda.fine), *self.scheda.completamenti]
        return any(
            not any(start <= mention.inizio < end for start, end in spans)
            for mention in self.stampato.mentions.get(fact.id, ())
        )


def cup_sheets(records: Estrazione) -> Iterator[Segnalazione]:
    """What each CUP sheet says otherwise than its act, or than itself."""
    printed = Printed.of(records)
    for sheet in records.schede_cup:
        place = _Place(sheet, records, printed)
        for rule in (_code, _cost, _end, _year, _funding, _office, _nature, _title):
            yield from rule(place)


def _finding(
    sheet: SchedaCup, severity: Gravita, message: str, *facts: Fatto
) -> Iterator[Segnalazione]:
    finding = about("scheda_cup_discordante", severity, f"Scheda CUP: {message}", sheet, *facts)
    identity = id_within(sheet.documento_id, "scheda_cup_discordante", sheet.id, message)
    yield finding.model_copy(update={"id": identity})


def _code(place: _Place) -> Iterator[Segnalazione]:
    """The act prints other codes, and this one never."""
    sheet = place.scheda
    codes = [
        code
        for code in place.records.codici
        if code.atto_id == sheet.atto_id and code.tipo == "cup" and place.outside(code)
    ]
    if not codes or any(code.valore == sheet.cup for code in codes):
        return
    near = [code for code in codes if one_digit_apart(code.valore, sheet.cup)]
    if near:
        message = (
            f"il codice è {sheet.cup}, nell'atto {near[0].valore}: differiscono come per un "
            f"errore di battitura."
        )
        yield from _finding(sheet, "errore", message, near[0])
    elif len(place.records.schede_cup) == 1 and len(codes) == 1:
        message = f"il codice è {sheet.cup}, l'atto riporta solo il CUP {codes[0].valore}."
        yield from _finding(sheet, "avviso", message, codes[0])


def _cost(place: _Place) -> Iterator[Segnalazione]:
    """No amount of the act is the project's cost."""
    sheet = place.scheda
    cost = parse_figures(sheet.campi.get(_COST, ""))
    amounts = [
        fact
        for fact in place.records.importi
        if fact.atto_id == sheet.atto_id and place.outside(fact)
    ]
    if cost is None or not amounts or any(Decimal(fact.importo) == cost for fact in amounts):
        return
    totals = [fact for fact in amounts if fact.ruolo in _TOTALS]
    if totals:
        total = max(totals, key=_value)
        message = (
            f"il costo totale del progetto è {money(cost)}, l'importo dell'atto "
            f"{money(_value(total))}: differenza {money(cost - _value(total))}, che l'atto non "
            f"riporta."
        )
        yield from _finding(sheet, "avviso", message, total)


def _value(fact: Importo) -> Decimal:
    return Decimal(fact.importo)


def _end(place: _Place) -> Iterator[Segnalazione]:
    """The project closes before the act's validity, or its last release."""
    sheet = place.scheda
    closing = sheet.campi.get("data_chiusura_prevista", "")[:10]
    later: list[tuple[str, Fatto]] = [
        (fact.data, fact)
        for fact in place.records.scadenze
        if fact.atto_id == sheet.atto_id and fact.tipo == "fine_validita" and fact.data
    ]
    later += [
        (release.data_rilascio, release)
        for release in place.records.rilasci
        if release.atto_id == sheet.atto_id and release.data_rilascio
    ]
    later = [(day[:10], fact) for day, fact in later if day[:10] > closing]
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", closing) or not later:
        return
    last = max(day for day, _ in later)
    facts = [fact for day, fact in later if day == last]
    message = (
        f"la chiusura prevista ({italian(closing)}) precede la fine della validità o l'ultimo "
        f"rilascio ({italian(last)})."
    )
    yield from _finding(sheet, "avviso", message, *facts)


def _year(place: _Place) -> Iterator[Segnalazione]:
    """The year in the code, its sixth and seventh characters, is that of the decision or later."""
    sheet = place.scheda
    decided, coded = sheet.campi.get("anno_di_decisione", ""), sheet.cup[4:6]
    if re.fullmatch(r"20\d\d", decided) and coded.isdigit() and int(coded) < int(decided[2:]):
        message = (
            f"l'anno di decisione è {decided}, ma il codice {sheet.cup} è stato generato nel "
            f"20{coded}."
        )
        yield from _finding(sheet, "nota", message)


def _funding(place: _Place) -> Iterator[Segnalazione]:
    """Public funds above the cost of the project."""
    sheet = place.scheda
    cost = parse_figures(sheet.campi.get(_COST, ""))
    for name, value in sheet.campi.items():
        funds = parse_figures(value) if _FUNDED.match(name) else None
        if cost is not None and funds is not None and funds > cost:
            message = (
                f"il finanziamento pubblico ({money(funds)}) supera il costo totale del progetto "
                f"({money(cost)})."
            )
            yield from _finding(sheet, "errore", message)


def _office(place: _Place) -> Iterator[Segnalazione]:
    """The office of the sheet and that of the act's service sheets have no word in common."""
    sheet = place.scheda
    own = _names(sheet.campi.get("unita_organizzativa", ""))
    for service in place.records.schede_servizio:
        other = _names(service.direzione_ente or "")
        if service.atto_id == sheet.atto_id and own and other and not own & other:
            message = (
                f"l'unità organizzativa è «{sheet.campi['unita_organizzativa']}», la scheda "
                f"servizio {service.codice} indica «{service.direzione_ente}»."
            )
            yield from _finding(sheet, "nota", message, service)
            return


def _names(office: str) -> set[str]:
    plain = unicodedata.normalize("NFKD", office.casefold()).encode("ascii", "ignore").decode()
    return set(_WORD.findall(_OFFICE.sub(" ", plain)))


def _nature(place: _Place) -> Iterator[Segnalazione]:
    """A purchase of goods that is described as a service."""
    sheet = place.scheda
    nature = sheet.campi.get("natura", "")
    thing = sheet.campi.get("bene_o_servizio", "")
    if re.match(r"acquisto\s+di\s+beni", nature, re.I) and _SERVICE.match(thing):
        message = f"la natura è «{nature}», ma il bene o servizio è «{thing}»."
        yield from _finding(sheet, "nota", message)


def _title(place: _Place) -> Iterator[Segnalazione]:
    """A description that has hardly a word in common with the act."""
    sheet = place.scheda
    told = next((sheet.campi[name] for name in _DESCRIPTIONS if sheet.campi.get(name)), "")
    words = _names(told)
    act = next(act for act in place.records.atti if act.id == sheet.atto_id)
    end = max((end for _, end in sheet.completamenti), default=sheet.fine)
    text = place.stampato.text
    others = _names(text[act.inizio : sheet.inizio] + text[end : act.fine])
    if len(words) >= _FEWEST_WORDS < len(others) and len(words & others) < _SHARED * len(words):
        message = f"la descrizione «{short(told)}» non ha parole in comune con l'atto."
        yield from _finding(sheet, "avviso", message)
