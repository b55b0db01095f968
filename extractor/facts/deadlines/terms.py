"""Deadlines that are a term: ``entro 60 giorni dalla pubblicazione``, ``durata di tre anni``.

A duration counts only when the words before it make it a term, or when the event that it runs
from follows at once. Ages, averages, past spells and services round the clock are none.
"""

from collections.abc import Iterator
from typing import NamedTuple

import regex

from extractor.facts.deadlines.draft import Draft
from extractor.facts.deadlines.sentence import around
from extractor.facts.durations import DURATION, days_of, normalise
from models import Context
from models.vocabulary import TipoScadenza

_REACH = 180

# Words that may stand between those of a term and its number.
_LIMITS = (
    r"(?:(?:[\s,:\"“«*]+|\(?(?:minim[oa]|massim[oa])\)?"
    r"|\b(?:il|la|le|i|gli|l[’']|un|una|uno|di|del|dei|della|in|a|ad|ai|al|e|o|non|oltre|entro|pari"
    r"|superior[ei]|inferior[ei]|almeno|circa|complessiv[oaie]|complessivamente|termin[ei]|period[oi]"
    r"|perentori[oa]|ordinatori[oa]|tassativ[oa]|ulterior[ei]|successiv[ioae]|prim[ioae]"
    r"|congru[oa]|temporal[ei]|total[ei]|contrattual[ei]|lasso|tempo|durata|arco|spazio|prossim[ioae]"
    r"|solari|fino|sino|stabilit[oa]|fissat[oa]|previst[oa]|indicat[oa]|previa|ordinari[oa]"
    r"|continuativ[oia]|preventivat[oa]|stimat[oa]|è|sarà|avrà|ha)\b){0,22})"
)


class Trigger(NamedTuple):
    """Words that make the duration after them a term."""

    regola: str
    tipo: TipoScadenza
    confidenza: float
    parole: str


TRIGGERS = (
    Trigger(
        "preavviso", "termine", 0.93,
        r"(?:con\s+(?:un\s+)?)?preavvis[oi](?:\s+scritto)?|disdetta(?:\s+scritta)?(?=\s+(?:di|almeno|con))",
    ),
    Trigger(
        "entro", "termine", 0.95,
        r"entro|non\s+oltre(?=\s)|(?:non|al)\s+più\s+tardi(?=\s)|improrogabilmente",
    ),
    Trigger(
        "proroga", "durata", 0.88,
        r"(?:prorog\w+|differiment\w+|rinnov\w+)(?:\s+(?:dei|delle|del|della|il|la|i|le)\s+\w+){0,2}"
        r"(?:[^.;\n]{0,125}(?=\snon\s+superior))?(?=\s+(?:di|per|non|fino|pari|massim))",
    ),
    Trigger(
        "durata", "durata", 0.93,
        r"durata(?:\s+(?:del(?:l[’']\s?|la\s+|lo\s+)?|dei\s+|degli\s+|di\s+)?[^\s.;:,\d]+){0,7}?"
        r"|orizzonte\s+temporale|validità(?:\s+(?:del(?:l[’']\s?|la\s+|lo\s+)?|dei\s+)[^\s.;:,\d]+){0,3}"
        r"|valid[oaei]\s+per|vincolante\s+per",
    ),
    Trigger(
        "termine", "termine", 0.93,
        r"periodo\s+necessario(?:\s+[^\s.;:\d]+){0,10}?|termine(?:\s+[^\s.;:\d]+){0,10}?|tempistic[ahe]+(?:\s+[^\s.;:\d]+){0,4}?"
        r"|tempo\s+(?:massimo|utile)(?:\s+[^\s.;:\d]+){0,5}?",
    ),
    Trigger(
        "periodo", "durata", 0.85,
        r"per\s+(?:un\s+|il\s+|i\s+|la\s+)?(?:periodo|durata|tempo)|nel\s+periodo\s+di"
        r"|periodo\s+(?:\w+\s+){0,2}(?=di|non|pari|massim)|periodo(?:\s+[^\s.;:,\d]+){1,7}?(?=\s+di\s)",
    ),
    Trigger(
        "dopo", "termine", 0.85,
        r"(?:decors[oiae]|trascors[oiae]|dopo|a\s+decorrere|decorrono|a\s+distanza\s+di|al\s+termine\s+di)",
    ),
    Trigger(
        "nei", "termine", 0.88, r"ne(?:i|l|gli|lle)(?=\s+(?:success|\d|\w+\s+(?:giorn|mes|ann)))"
    ),
    Trigger("per", "durata", 0.75, r"per(?=\s)"),
    Trigger("anticipo", "termine", 0.85, r"almeno(?=\s)"),
    Trigger("a", "termine", 0.7, r"(?:pagament\w+|saldo|rimessa)[^.;\n]{0,25}?\sa"),
)  # fmt: skip

_LEFT = regex.compile(
    r"(?r)(?<!\w)(?:" + "|".join(f"(?P<{t.regola}>{t.parole})" for t in TRIGGERS) + rf"){_LIMITS}$",
    regex.IGNORECASE,
)
_BY_NAME = {trigger.regola: trigger for trigger in TRIGGERS}

# The event that a term runs from, or that it comes before.
_FROM = (
    r"(?:\s+(?:successiv[ioae]|decorrenti|consecutivi|continuativi|interi|utili|prima|precedenti|antecedenti)){0,2}"
    r"(?:\s*,)?\s+(?:a\s+(?:decorrere|partire|far\s+data|valere)\s+|con\s+decorrenza\s+|decorrenti\s+)?"
)
_EVENT_STOP = (
    r"(?=\s*(?:[,;:()\t\n\"»”]|\.(?:\s|$)|$)|\s+(?:entro|oppure|ovvero|salvo|pena|che|il\s+quale|la\s+quale"
    r"|è|ed\s+è|sono|deve|devono|dovr\w+|può|possono|potr\w+|verr\w+|sarà|saranno|e\s+(?:comunque|non"
    r"|per|fino|ha|è|dovrà)|con\s+(?:le|il|la)|provvede|comporta|ai\s+sensi|tramite|mediante|per\s+il"
    r"|per\s+la|o\s+ricorso|o,|fatt[aeio]\s+salv[aeio]))"
)
_EVENT = regex.compile(
    rf"{_FROM}(?:(?P<da>da(?:l(?:l[’']\s?|la\s+|lo\s+)?|i\s+|gli\s+|lle\s+|\s+)\s*)"
    r"|(?P<a>(?:alla|allo|al|all[’']|la|il|della|dell[’']|del)\s*))"
    r"(?P<evento>[^,;:()\t\n.]{3,120}?(?:\n[^,;:()\t\n.]{3,60}?)?)" + _EVENT_STOP,
    regex.IGNORECASE,
)
_DATE_OF = regex.compile(
    r"^(?:la\s+)?(?:data\s+(?:di\s+|del(?:la\s+|l[’']|lo\s+)?\s*)?)", regex.IGNORECASE
)
_THIS_ACT = regex.compile(
    r"\s+(?:del(?:la|lo|l[’'])?\s*|di\s+)?(?:presente|present[ie])\s+"
    r"(?:provvedimento|atto|decreto|delibera(?:zione)?|determina(?:zione)?|ordinanza|bando|avviso)",
    regex.IGNORECASE,
)
_BEFORE_EVENT = regex.compile(r"\s+(?:prima|precedenti|antecedenti)(?!\w)", regex.IGNORECASE)
_SPACES = regex.compile(r"\s+")

# Durations that are no term, by the words right before …
_NOT_BEFORE = regex.compile(
    r"(?:(?:età|eta'|anzianità)\s*(?:[<>≤≥]|media|superiore|inferiore|minima|compresa|di|pari)?"
    r"(?:\s+(?:a|ai|di|tra|fra|i))*|media\s+(?:di|dei|su)|[<>≤≥=+]|ultim[ioae]|precedent[ie]|scors[ioae]"
    r"|più\s+di|meno\s+di|oltre\s+i|esperienza\s+(?:di|almeno|pari|minima|pluriennale)*\s*(?:di\s+)?(?:almeno)?"
    r"|ogni|ciascun[oa]?|negli|minori\s+di|maggiori\s+di|corso\s+di|ritardo\s+(?:di|superiore\s+a)"
    r"|(?:assenza|ricover\w+)[^.;]{0,60}(?:superiore\s+a|di)|tra\s+i|fra\s+i|reclusione\s+[^.;]{0,30}"
    r"|monitoraggio\s+nelle|assistenza\s+nelle)\s*$",
    regex.IGNORECASE,
)
# … or right after.
_NOT_AFTER = regex.compile(
    r"\s*(?:di\s+(?:età|anzianità|esperienza|attività|servizio|vita|formazione|lavoro|lezione|ritardo)"
    r"|su\s+(?:24|sette|7)|/|e\s+oltre|o\s+più|d[’']età|fa(?!\w)|precedenti|antecedenti|\(?h24|or\s+sono"
    r"|annu[ie]|settimanali|giornalier|mensili|compiuti|lavorate|uomo|formativ)",
    regex.IGNORECASE,
)
_APPEAL = regex.compile(
    r"ricors[oi]|impugna\w*|gravame|T\.?A\.?R\.?(?!\w)|Tribunale\s+Amministrativo", regex.IGNORECASE
)
_ALBO = regex.compile(r"\balbo\b|affiss\w+|pubblicat[oaie]\s+all|pubblicazione", regex.IGNORECASE)
_NEXT_YEAR = regex.compile(
    r"(?<!\w)entro\s+(?:il|l[’']|lo)\s*(?:(?P<prima>successivo|prossimo)\s+)?(?P<unita>anno|mese|semestre|trimestre)"
    r"(?(prima)|\s+(?:successivo|seguente))(?!\w)(?!\s+\d)",
    regex.IGNORECASE,
)
_ORDINALS = {
    "terzo": 3, "quinto": 5, "settimo": 7, "ottavo": 8, "decimo": 10, "quindicesimo": 15,
    "ventesimo": 20, "trentesimo": 30, "quarantacinquesimo": 45, "sessantesimo": 60,
    "novantesimo": 90, "centoventesimo": 120, "centottantesimo": 180,
}  # fmt: skip
_ORDINAL_DAY = regex.compile(
    r"(?<!\w)(?P<prima>entro|dopo|decors[oi]|non\s+oltre|dal)\s+(?:e\s+non\s+oltre\s+)?(?:il\s+)?"
    rf"(?:(?P<parola>{'|'.join(_ORDINALS)})|(?P<cifra>\d{{1,3}})\s?[°º^])\s+giorno"
    r"(?=\s+(?:success|dall|dal|a\s+|lavorativ|antecedent|preced|consecutiv|di\s+pubblic))",
    regex.IGNORECASE,
)


def find(text: str, context: Context, taken: set[int]) -> Iterator[Draft]:
    """Every term in ``text``; durations that start at an offset in ``taken`` are left out."""
    for match in DURATION.finditer(text):
        if match.start() in taken:
            continue
        draft = _judge(text, match)
        if draft is not None:
            yield draft
    yield from _relative_years(text)
    yield from _ordinal_days(text)


def _judge(text: str, match: regex.Match[str]) -> Draft | None:
    start, end = match.span()
    value = normalise(match.group())
    if value is None or _NOT_AFTER.match(text, end):
        return None
    low = max(0, start - _REACH)
    if _NOT_BEFORE.search(text, max(0, start - 80), start):
        return None
    left = _LEFT.search(text, low, start)
    event = _event(text, end)
    trigger = _BY_NAME[left.lastgroup] if left is not None else None
    if trigger is None and event is None:
        return None
    opening = left.start() if left is not None else start
    sentence = around(text, opening, end)
    words = text[sentence.inizio : sentence.fine]
    tipo, rule, sure = _classify(trigger, words, text[opening:start], event)
    if tipo is None:
        return None
    close = event[1] if event else end
    return Draft(
        opening, close, (start, end), tipo, rule, sure, durata=value,
        decorrenza=event[0] if event else None, giorni=days_of(match.group()),
    )  # fmt: skip


def _classify(
    trigger: Trigger | None, sentence: str, lead: str, event: tuple[str, int] | None
) -> tuple[TipoScadenza | None, str, float]:
    """Kind, rule and confidence of a term; no kind when it is none after all."""
    if trigger is None:
        return "termine", "evento", 0.7
    if _APPEAL.search(sentence) and trigger.regola in ("entro", "termine", "nei", "dopo"):
        return "ricorso", "ricorso", 0.95
    if trigger.regola in ("per", "periodo") and _ALBO.search(sentence):
        return "durata", "albo", 0.92
    if trigger.regola in ("per", "anticipo", "nei", "a") and event is None:
        consecutive = trigger.regola == "per" and "consecutiv" in sentence
        return ("durata", "per", 0.75) if consecutive else (None, "", 0.0)
    return trigger.tipo, trigger.regola, trigger.confidenza


def _event(text: str, end: int) -> tuple[str, int] | None:
    """The event that a term ending at ``end`` runs from, and where its words end."""
    match = _EVENT.match(text, end, min(len(text), end + 220))
    if match is None:
        return None
    before = _BEFORE_EVENT.match(text, end)
    if match["a"] and not before and not regex.match(r"\s+success", text[end : end + 12]):
        return None
    event = _THIS_ACT.sub("", _DATE_OF.sub("", _SPACES.sub(" ", match["evento"]).strip()))
    if not event:
        return None
    return (f"prima: {event}" if before else event), match.end("evento")


def _relative_years(text: str) -> Iterator[Draft]:
    codes = {"anno": "P1Y", "mese": "P1M", "semestre": "P6M", "trimestre": "P3M"}
    for match in _NEXT_YEAR.finditer(text):
        yield Draft(
            match.start(), match.end(), match.span("unita"), "termine", "successivo", 0.75,
            durata=codes[match["unita"].lower()],
        )  # fmt: skip


def _ordinal_days(text: str) -> Iterator[Draft]:
    for match in _ORDINAL_DAY.finditer(text):
        count = _ORDINALS[match["parola"].lower()] if match["parola"] else int(match["cifra"])
        event = _event(text, match.end())
        yield Draft(
            match.start(), event[1] if event else match.end(), match.span(), "termine",
            "ordinale", 0.75, durata=f"P{count}D", decorrenza=event[0] if event else None,
        )  # fmt: skip
