"""The words that make the date after them a deadline: ``entro``, ``fino al``, ``Scadenza:``.

>>> from extractor.facts.dates import find_dates
>>> text = "deve pervenire entro e non oltre il giorno 31/12/2028"
>>> told = worded(text, find_dates(text)[0])
>>> told and (told[0].regola, text[told[1] :])
('entro', 'entro e non oltre il giorno 31/12/2028')
"""

from typing import NamedTuple

import regex

from extractor.facts.dates import TIME_SOURCE, DateSpan
from models.vocabulary import TipoScadenza

_WEEKDAY = r"(?:luned[iì]|marted[iì]|mercoled[iì]|gioved[iì]|venerd[iì]|sabato|domenica)"
_IN_BRACKETS = r"\([^()\n]{1,25}\)"

# What may stand between the words of a term and its date.
_POINTERS = (
    rf"(?:(?:[\s,:\"“«*]+|{TIME_SOURCE}|{_IN_BRACKETS}"
    r"|\b(?:il|lo|la|le|l[’']|i|e|ed|o|ad?|al|allo|alla|alle|all[’']|del|dello|dell[’']|della|delle"
    r"|di|non|oltre|entro|giorno|data|termin[ei]|ultim[oa]|massim[oa]|final[ei]|perentori[oa]"
    r"|improrogabil[ei]|tassativ[oa]|inderogabil[ei]|prossim[oa]|fine|metà|mese|scadenza|comunque"
    rf"|fissat[oa]|previst[oa]|stabilit[oa]|prorogat[oa]|indicat[oa]|per|solari|tutt[oi]|{_WEEKDAY})\b){{0,24}})"
)


class Trigger(NamedTuple):
    """Words that make the date after them a deadline: its kind, how sure, and a rule's name."""

    regola: str
    tipo: TipoScadenza
    confidenza: float
    parole: str
    futura: bool = False  # only a date not before the act's own counts


TRIGGERS = (
    Trigger(
        "entro", "termine", 0.97,
        r"entro|(?:e\s+)?non\s+oltre|(?:non|al)\s+più\s+tardi|improrogabilmente|perentoriamente"
        r"|tassativamente|(?:non\s+)?(?:oltre|prima)\s+e\s+non\s+oltre"
        r"|non\s+successiv[aeio](?:mente)?(?=\s+a)|non\s+posterior[ei](?=\s+a)",
    ),
    Trigger(
        "fino", "fine_validita", 0.93,
        r"(?:(?:durata|decorrenza|valid[oaei]|validità)(?:\s+[^\s.;,\d]+){1,10}?\s+)?"
        r"(?:fino|sino)(?=\s+(?:a|e\s+non)|\s*$)",
    ),
    Trigger(
        "scadenza", "fine_validita", 0.93,
        r"(?:scaden(?:za|te|ti)|scad(?:e|rà|ono|ranno|ere)|scad\.|scadenza\s+validità)"
        r"(?:\s+(?:naturale|contrattuale|prevista|fissata|originaria|ultima))?"
        r"|scadut[oaie]|(?:ha(?:nno)?|avr(?:à|anno))\s+termine"
        r"|valid(?:ità|[oaei])(?=\s*(?::|[fs]ino|al))|cess(?:a|erà|eranno)|decadr?[eà]",
    ),
    Trigger("defissione", "fine_validita", 0.85, r"(?:(?:e|da)\s+)?defi(?:ss[oaie]|ssione|ggere)"),
    Trigger(
        "conclusione", "termine", 0.9,
        r"(?:data\s+)?(?:di\s+)?(?:chiusura(?:\s+(?:d\w+\s+)?(?:sportello|bando|termini|iscrizioni|domande))?|ultimazione|conclusione|completamento"
        r"|(?:data\s+)?fine\s+(?:lavori|attività|progetto|intervento|incarico))(?:\s+prevista)?"
        r"|(?:si\s+)?(?:conclud(?:e|erà|ono|eranno|ersi)|chiu(?:de|derà|dersi)"
        r"|termin(?:a|erà|eranno|ano|are)|ultimat[oaie]|completat[oaie]|realizzat[oaie](?=\s+entro))",
    ),
    Trigger(
        "termine", "termine", 0.92,
        r"(?:il|al|del|nel|entro\s+il|come|quale|un|con)\s+(?:nuovo\s+)?termine"
        r"|(?:termine|scadenza|data\s+(?:ultima|limite))(?:\s+[^\s;.]+){1,22}?\s+(?:è|sarà)"
        r"(?=\s+(?:il|al|alle|fissat|stabilit|previst|prorogat|individuat))"
        r"|decorso(?=\s+il)",
    ),
    Trigger(
        "dalla_data", "fine_validita", 0.85,
        r"dalla\s+data\s+d[^;.\d]{3,70}?(?=\s+al(?:la\s+data|l[’'])?\s)",
    ),
    Trigger(
        "proroga", "termine", 0.9,
        r"(?:prorog(?:a|at[oaie]|are|ando|azione)|posticip(?:at[oaie]|are|ando|azione)"
        r"|slitta(?:t[oaie]|mento|re)?|spostat[oaie])(?:\s+(?:il|dei|i|del)\s+termin[ei])?"
        r"(?:\s+(?:di\s+)?(?:scadenza|ultimazione))?(?=\s+(?:al|a|fino|sino|alle|all|per|di))",
    ),
    Trigger(
        "non_prima", "termine", 0.75, r"(?<!anche\s)(?:(?:non|né|mai|solo)\s+)?prima(?=\s+del)",
        futura=True,
    ),
    Trigger(
        "rata", "termine", 0.7,
        r"(?:prima|seconda|terza|quarta|quinta|sesta|settima|ottava|nona|decima|ultima|unica|I{1,3}|IV|V|VI"
        r"|\d\s?[°ª^])\s+rata(?:\s*[-–—(])?(?=\s|$)",
        futura=True,
    ),
    # ``fino all’esercizio 2026/2027, ovvero il 15/10/2027``
    Trigger(
        "ovvero", "fine_validita", 0.75,
        r"(?:fino|sino|entro)(?=\s)[^;.\n]{3,80}?,\s+(?:ovvero|ossia|cioè|quindi|vale\s+a\s+dire)(?:\s+(?:fino|entro))?"
        r"(?=\s+(?:il|al)\s)",
    ),
    # What must be so on a day: ``iscritti al registro alla data del``.
    Trigger(
        "requisito", "termine", 0.6,
        r"(?:iscritt[oaie]|resident[ei]|possedut[oaie]|in\s+possesso|costituit[oaie])(?=\s)[^;\n]{2,140}?\salla\s+data(?=\s+del)",
        futura=True,
    ),
    Trigger(
        "differimento", "altro", 0.75,
        r"(?:differiment[oi]|rinvi(?:o|at[oaie])|differi(?:t[oaie]|re))(?=\s+(?:al|a|alle|all|per)\b)",
    ),
    Trigger(
        "fissato", "termine", 0.7,
        r"(?:fissat[oaei]|previst[oaei]|stabilit[oaei]|programmat[oaei]"
        r"|fissa(?:re|va|vano|ndo|no)?|stabili(?:re|va|vano|sce|scono))"
        r"(?=\s+(?:al|a|per|alle|il|entro)\b)",
        futura=True,
    ),
)  # fmt: skip

_LEFT = regex.compile(
    r"(?r)(?<!\w)(?:"
    + "|".join(f"(?P<{t.regola}>{t.parole})" for t in TRIGGERS)
    + rf"){_POINTERS}",
    regex.IGNORECASE,
)
_BY_NAME = {trigger.regola: trigger for trigger in TRIGGERS}
_REACH = 200

# A label and its date, in sheets and forms: ``Data Chiusura Prevista 29/02/2028``,
# ``Termine ultimo per la presentazione delle offerte: 10/12/2025``.
_LABELLED = Trigger("etichetta", "termine", 0.9, "")
_LABEL_STEMS = ("data", "termin", "scadenz", "chiusura")
_FOR = r"(?:(?:di|per|della|del|ultimo|finale|massimo|il|la|lo|le)\s+){0,3}"
_CLOSING = (
    r"(?:chiusura|fine|ultimazione|conclusione(?!\s+(?:dell[’']appalto|del\s+contratto))"
    r"|completamento|scadenza|validità)"
)
_LABEL = regex.compile(
    rf"(?r)(?<!\w)(?:data\s+{_FOR}(?:{_CLOSING}|termine|ultima|limite|consegna\s+(?:prevista|richiesta))|termine\s+{_FOR}(?:{_CLOSING}|ricevimento|ricezione"
    r"|presentazione|consegna|invio|rendicontazione)|termine\s+(?:ultimo|contrattuale)|scadenza"
    r"|(?:chiusura|scadenza)\s+(?:dei\s+)?termini)(?:[^\S\n]+[^\s:;.\d]+){0,9}?\s*[:\t]?\s*"
    rf"\(?(?:(?:il|al|alle|entro|del|giorno)\s+|{TIME_SOURCE}\s*){{0,4}}",
    regex.IGNORECASE,
)


def worded(text: str, span: DateSpan) -> tuple[Trigger, int] | None:
    """The words that make a date a deadline, and where they begin; None when there are none."""
    low = max(0, span.inizio - _REACH)
    left = _LEFT.match(text, low, span.inizio)
    if left is not None:
        return _BY_NAME[left.lastgroup], left.start()
    if span.precisione == "senza_anno":
        return None
    before = text[low : span.inizio].lower()
    if not any(stem in before for stem in _LABEL_STEMS):
        return None
    label = _LABEL.match(text, low, span.inizio)
    return (_LABELLED, label.start()) if label is not None else None
