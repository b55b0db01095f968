"""Rule on citations of acts that everyone cites: a digit, a date or the kind of act is wrong."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from extractor.checks.digits import exchanged, one_digit_apart
from extractor.checks.known_acts import KNOWN_ACTS, ONE_COLLECTION, KnownAct
from extractor.checks.printed import Printed, days, italian
from models import Estrazione, Menzione, Riferimento, Segnalazione
from models.vocabulary import Gravita

_SIGLE = {
    "legge": "l.", "decreto_legislativo": "d.lgs.", "decreto_legge": "d.l.", "dpr": "d.P.R.",
    "regolamento_ue": "reg. (UE)",
}  # fmt: skip
_STATE = (*ONE_COLLECTION, "legge_regionale", "legge_costituzionale", "regio_decreto")
"""Kinds that are told for each other by mistake; ``decreto`` alone may be any of them."""
_TITLE = 200
#: Until when acts bore the sigla: the Treaty of Lisbon, and that of Maastricht before it.
_COMMUNITY = (
    (re.compile(r"\bCEE\b"), 1994),
    (re.compile(r"\bCE\b"), 2010),
)
_REGIONAL = re.compile(r"region|l\.?\s?r", re.IGNORECASE)
_UNION = re.compile(r"\bUE\b")

_BY_NUMBER: dict[tuple[str, int], list[KnownAct]] = defaultdict(list)
_BY_DAY: dict[str, list[KnownAct]] = defaultdict(list)
for _act in KNOWN_ACTS:
    _BY_NUMBER[_act.numero, _act.anno].append(_act)
    _BY_DAY[_act.data].append(_act)


class _Misprint(NamedTuple):
    gravita: Gravita
    giusto: KnownAct
    che_cosa: str


def misprinted_references(records: Estrazione) -> Iterator[Segnalazione]:
    """A well-known act cited with another number, date, year or kind."""
    printed = Printed.of(records)
    for cited in records.riferimenti:
        if not cited.numero or cited.anno is None or cited.fonte.startswith("nome"):
            continue
        if cited.flusso == "margine" or cited.id not in printed.mentions:
            continue
        mentions = [mention.testo for mention in printed.mentions[cited.id]]
        dated = cited.data and any(cited.data in days(words) for words in mentions)
        day = cited.data if dated else None
        found = _misprint(cited, day, printed)
        if found is not None:
            mention = _misprinted_mention(cited, day, printed)
            yield printed.at(
                "riferimento_refuso",
                found.gravita,
                f"«{' '.join(mention.testo.split())}»: {found.che_cosa}; probabilmente è "
                f"{_named(found.giusto)}.",
                (mention.inizio, mention.fine),
                cited.atto_id,
                cited,
            )


def _misprinted_mention(cited: Riferimento, day: str | None, printed: Printed) -> Menzione:
    """The mention that has the wrong date, or the wrong kind: others may be right but for it."""
    mentions = printed.mentions[cited.id]
    dated = [mention for mention in mentions if day is not None and day in days(mention.testo)]
    if cited.tipo == "legge_regionale":
        dated = [mention for mention in mentions if _REGIONAL.search(mention.testo)] or dated
    return (dated or mentions)[0]


def _misprint(cited: Riferimento, day: str | None, printed: Printed) -> _Misprint | None:
    numero, anno = cited.numero or "", cited.anno or 0
    alike = _BY_NUMBER.get((numero, anno), [])
    same = [act for act in alike if act.tipo == cited.tipo]
    if same:
        if day and day.startswith(str(anno)) and all(act.data != day for act in same):
            return _Misprint("errore", same[0], f"la data è {italian(same[0].data)}")
        return None
    if cited.tipo == "regolamento_ue":
        return _out_of_community(cited)
    if cited.tipo not in _STATE:
        return None
    if day:
        return _with_date(cited, day) or _by_title(cited, printed)
    kinds = [act for act in alike if act.tipo in ONE_COLLECTION]
    if kinds and cited.tipo in ONE_COLLECTION:
        return _Misprint("avviso", kinds[0], "il tipo di atto non è quello di questo numero")
    return _by_title(cited, printed)


def _with_date(cited: Riferimento, day: str) -> _Misprint | None:
    for act in _BY_DAY.get(day, ()):
        if act.numero == cited.numero:
            return _Misprint("errore", act, "il tipo di atto non è quello di questo numero e data")
    for act in KNOWN_ACTS:
        if act.tipo != cited.tipo:
            continue
        if act.numero == cited.numero and act.data[5:] == day[5:] and len(act.numero) > 1:
            return _Misprint("errore", act, "l'anno non è quello di questo numero e giorno")
    for act in _BY_DAY.get(day, ()):
        # Decrees of one day have numbers in a row: one digit alone may tell two of them apart
        if act.tipo == cited.tipo and len(act.numero) > 2 and exchanged(act.numero, cited.numero):
            return _Misprint("avviso", act, "due cifre del numero sono scambiate")
    return None


def _by_title(cited: Riferimento, printed: Printed) -> _Misprint | None:
    """A known title after a number or a year that differs from its own in a digit."""
    for mention in printed.mentions[cited.id]:
        after = " ".join(printed.text[mention.fine : mention.fine + _TITLE].casefold().split())
        # The title is this act's only up to the next citation
        after = re.split(r"\bn\.\s?\d|\d/\d{2,4}\b|;", after, maxsplit=1)[0]
        for act in KNOWN_ACTS:
            if act.tipo != cited.tipo or not act.titolo or act.titolo not in after:
                continue
            number = cited.anno == act.anno and one_digit_apart(act.numero, cited.numero or "")
            year = cited.numero == act.numero and one_digit_apart(str(act.anno), str(cited.anno))
            if number or year:
                return _Misprint("avviso", act, "il titolo è di un altro atto")
    return None


def _out_of_community(cited: Riferimento) -> _Misprint | None:
    """A regulation of the Communities dated after their end: its year is another."""
    if _UNION.search(cited.testo):
        return None
    for sigla, last in _COMMUNITY:
        found = sigla.search(cited.testo)
        if found and (cited.anno or 0) > last:
            near = [
                act
                for act in KNOWN_ACTS
                if act.tipo == "regolamento_ue"
                and act.numero == cited.numero
                and act.anno <= last
                and one_digit_apart(str(act.anno), str(cited.anno))
            ]
            if len(near) == 1:
                words = f"la sigla {found[0]} non si usava più nel {cited.anno}"
                return _Misprint("avviso", near[0], words)
            return None
    return None


def _named(act: KnownAct) -> str:
    return f"{_SIGLE[act.tipo]} {italian(act.data)} n. {act.numero}"
