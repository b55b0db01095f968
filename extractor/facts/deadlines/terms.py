"""Deadlines that are a term: ``entro 60 giorni dalla pubblicazione``, ``durata di tre anni``.

A duration counts only when the words before it make it a term, or when the event that it runs
from follows at once. Ages, averages, past spells and services round the clock are none.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

import regex

from extractor.facts.dates import DATE, DATE_SOURCE, parse_date
from extractor.facts.deadlines import ordinals, spans, spelt
from extractor.facts.deadlines.draft import Draft
from extractor.facts.deadlines.events import Event, event_after
from extractor.facts.deadlines.sentence import around
from extractor.facts.deadlines.term_words import BY_NAME, OF_SPELLS, Trigger, worded
from extractor.facts.durations import DurationSpan, find_durations, is_collective
from models import Context
from models.vocabulary import TipoScadenza

_REACH = 180
_NEAR = 60  # without a bound, the engine looks for a pattern's letters to the end of the text

# Durations that are no term, by the words right before …
_NOT_BEFORE = regex.compile(
    r"(?r)(?<!\w)(?:(?:età|eta'|anzianità)\s*(?:[<>≤≥]|media|superiore|inferiore|minima|compresa|di|pari)?"
    r"(?:\s+(?:a|ai|di|tra|fra|i))*|media\s+(?:di|dei|su)|[<>≤≥=+]|ultim[ioae]|precedent[ie]|scors[ioae]"
    r"|(?<!per\s+non\s+)più\s+di|(?<!non\s+)meno\s+di|esperienza\s+(?:di|almeno|pari|minima|pluriennale)*\s*(?:di\s+)?(?:almeno)?"
    r"|ogni|ciascun[oa]?|negli|minori\s+di|maggiori\s+di|corso\s+di|ritardo\s+(?:di|superiore\s+a)"
    r"|(?:assenza|ricover\w+)[^.;]{0,60}(?:superiore\s+a|di)|tra\s+i|fra\s+i|reclusione\s+[^.;]{0,30}"
    r"|monitoraggio\s+nelle|assistenza\s+nelle|arco\s+di(?:\s+un\s+periodo\s+di)?"
    r"|(?:ha|hanno|abbia|abbiano|aver|avendo)\s+trascorso(?:\s+almeno)?"
    r"|da\s+(?:un\s+periodo\s+di\s+)?(?:non\s+(?!oltre))?(?:oltre|almeno|più\s+di|meno\s+di|circa)?)\s*",
    regex.IGNORECASE,
)
# Beyond a term: one only where it runs from something (``oltre i cinque giorni dalla scadenza``).
_BEYOND = regex.compile(r"(?r)(?<!\w)(?<!non\s+)oltre\s+i\s+", regex.IGNORECASE)
# … or right after.
_NOT_AFTER = regex.compile(
    r"\s*(?:di\s+(?:età|anzianità|esperienza|vita|lezione|ritardo)|su\s+(?:24|sette|7)|/|e\s+oltre|o\s+più|d[’']età|fa(?!\w)|\(?h24|or\s+sono"
    r"|annu[ie]|settimanali|giornalier|mensili|compiuti|lavorate|uomo|formativ)",
    regex.IGNORECASE,
)
# Spans of work are none either, unless something is said to last them.
_OF_WORK = regex.compile(r"\s*di\s+(?:attività|servizio|formazione|lavoro)", regex.IGNORECASE)
_GRACE = regex.compile(r"\s*di\s+preammortamento", regex.IGNORECASE)
# ``preammortamento fino al saldo e in ogni caso non superiore a 24 mesi``
_GRACE_BEFORE = regex.compile(
    r"(?<!\w)(?:periodo\s+(?:\w+\s+)?di\s+)?preammortamento(?!\w)[^.;:\d]{0,90}?(?<!\w)"
    r"(?:non\s+superior[ei]\s+ai?|non\s+oltre(?:\s+i)?|massim[oa](?:\s+di)?|di|pari\s+a|fino\s+ad?)"
    r"\s+\Z",
    regex.IGNORECASE,
)
# ``veniva rinnovato, per mesi 8 (otto), il contratto``: so contracts print how long they last.
_MONTHS_FIRST = regex.compile(r"(?:mesi|anni)\s", regex.IGNORECASE)
_BOND = (
    r"(?:contratt|convenzion|affida(?:t|ment|re)|rinnov|prorog|appalt|incaric|servizi|locazion|fornitur"
    r"|concession|comodat|polizz|accord)\w*"
)
_BOND_BEFORE = regex.compile(rf"(?<!\w){_BOND}[^;]{{0,160}}\Z", regex.IGNORECASE)
_BOND_AFTER = regex.compile(
    rf"[\s,]{{1,3}}(?:(?:il|la|lo|l[’']|del|della|dell[’']|dei)\s?)(?:\w+\s+)?{_BOND}",
    regex.IGNORECASE,
)
# Looking back: ``nei dodici mesi precedenti alla domanda``.
_BACK = regex.compile(r"\s*(?:precedenti|antecedenti)", regex.IGNORECASE)
_NOT_BEYOND = regex.compile(r"non\s+oltre(?!\w)", regex.IGNORECASE)
# The time that a step of a procedure may last is the term in which it must be done …
_PROCEDURE = regex.compile(
    r"(?<!\w)(?:fase|istruttori[ae]|procediment[oi]|valutazion[ei]|verific(?:a|he))(?!\w)[^;]{0,120}$",
    regex.IGNORECASE,
)
# … and what is valid until so long after an event has an end.
_VALID_UNTIL = regex.compile(
    r"(?:valid\w+|effica\w+)\s+(?:[^\s.;]+\s+){0,4}(?:fino|sino)\s+ad?\s*$", regex.IGNORECASE
)
_AFTER_EVENT = regex.compile(r"\s*(?:dopo|success)", regex.IGNORECASE)
_APPEAL = regex.compile(
    r"ricors[oi]|opposizion[ei]\s+(?:[^\s;.]+\s+){0,4}(?:giudice|prefetto|tribunale)|impugna\w*|gravame|T\.?A\.?R\.?(?!\w)|Tribunale\s+Amministrativo|riesame:",
    regex.IGNORECASE,
)
_APPEAL_AFTER = regex.compile(
    r"[^;]{0,90}?(?:propo\w+|esper\w+|ammess\w+|presenta\w+|impugna\w+)[^;.]{0,30}"
    r"(?:ricorso|T\.?A\.?R\.?(?!\w))"
    # ``entro 120 giorni al Presidente della Repubblica``
    r"|[\s,(]{1,3}(?:innanzi\s+|avanti\s+)?(?:al|alla)\s+(?:Presidente\s+della\s+Repubblica|Capo\s+dello\s+Stato|giudice\s"
    r"|tribunale\s)",
    regex.IGNORECASE,
)
_OF_INVOICE = regex.compile(r"\.?\s*(?:data|d\.?\s?f|f\.?\s?m|fine\s+mese|dal)", regex.IGNORECASE)
# ``dal 15 aprile 2024 per 30 giorni``
_SINCE = regex.compile(
    rf"(?r)(?<!\w)dal(?:l[’'])?\s*(?:giorno\s+)?(?P<giorno>{DATE_SOURCE})\s*,?\s*(?:e\s+)?",
    regex.IGNORECASE,
)
_AND = regex.compile(
    r"\s*,?\s*(?:e|ed|o|ovvero|oppure)\s+(?:(?:un|a|di|in|al|massimo|minimo|ulteriori|altri)\s+){0,4}",
    regex.IGNORECASE,
)
# Duties that last: what must be kept up for years.
_KEPT = regex.compile(
    r"(?:mant[ei]n|conserv|garanti|obblig|vincol|destinazion|impegn|custod|comodat|locazion"
    r"|concession|sospension|affidament|incaric|deposit|noleggi|abbonament|licenz|manutenzion|assistenz|polizz"
    r"|fornitur|rinnov|tirocin|stage|contratt|convenzion)\w*[^;]{0,160}$",
    regex.IGNORECASE,
)
# ``per i successivi 24 mesi``, ``per ulteriori 12 mesi``
_FURTHER = regex.compile(
    r"(?:successiv|ulterior|altr|complessiv)[ioae]\s{1,3}(?:n\.\s?)?$", regex.IGNORECASE
)
# ``per un massimo di 12 mesi``, ``per non meno di dieci anni``
_AT_MOST = regex.compile(
    r"(?:(?:massimo|minimo|max\.?|min\.?)(?:\s+di)?|non\s+(?:più|meno)\s+di)\s{1,3}$",
    regex.IGNORECASE,
)
# ``il bando è pubblicato, per almeno trenta giorni, sul sito``
_PUBLISHED = regex.compile(
    r"(?<!\w)(?:pubblicat|affiss|espost|consultabil|visibil)\w{1,2}\s?,?\s+per\s+(?:almeno\s+)?$",
    regex.IGNORECASE,
)
# ``entra in vigore dopo 180 giorni dalla pubblicazione``
_COMES_INTO_FORCE = regex.compile(
    r"(?<!\w)(?:entr(?:a|ano|erà|eranno|ata)\s+in\s+vigore|(?:diven|acquist)\w+\s+effica\w+)[^;.]{0,40}$",
    regex.IGNORECASE,
)
# ``è stato dichiarato, per centottanta giorni, lo stato d’emergenza``
_EMERGENCY = regex.compile(r"stato\s+d(?:i\s|[’'])\s?(?:emergenza|crisi|mobilitazione)", regex.I)
_NEXT = regex.compile(r"\s{1,3}success\w+", regex.IGNORECASE)
_IN_ADVANCE = regex.compile(
    r"\s{1,3}(?:di\s+(?:anticipo|preavviso)|prima(?=\s*(?:[.,;:)]|\Z)))", regex.IGNORECASE
)
_KEPT_UP = regex.compile(
    r"(?<!\w)(?:mant[ei]n(?:gon|er|ut|iment)|conserva|vincol)\w*[^;]{0,120}$", regex.IGNORECASE
)
# ``non alienare né cedere i beni prima dei cinque anni successivi``
_NOT_GIVEN_UP = regex.compile(
    r"(?<!\w)(?:aliena|ced|distra|distogl|dismett|vend|trasfer|muta|modific|deloca|cess|rilocal)\w*[^;]{0,120}?"
    r"(?<!\w)prima\s+(?:di|dei|che\s+siano\s+\w+)\s+$",
    regex.IGNORECASE,
)
# ``ha durata pari al piano e comunque non oltre i dieci anni``
_NOT_LONGER = regex.compile(
    r"(?<!\w)(?:durata|dura|durano|prorog\w*|rinnov\w*)(?!\w)[^;.]{0,260}?(?<!\w)(?<!\be\s)non\s+oltre"
    r"(?:\s+i|\s+gli)?\s+$",
    regex.IGNORECASE,
)
# ``non può chiedere il trasferimento prima di cinque anni``
_NOT_YET = regex.compile(
    r"(?<!\w)(?:non|divieto)(?!\w)[^;]{0,120}?(?<!\w)prima\s+(?:di|dei|che\s+siano\s+\w+)\s+$",
    regex.IGNORECASE,
)
_OF_YEARS = regex.compile("ann[oi]", regex.IGNORECASE)
_OF_MONTHS = regex.compile("mes[ei]|ann[oi]", regex.IGNORECASE)
_PERIOD = regex.compile(r"period|durata|tempo", regex.IGNORECASE)
_ALBO = regex.compile(r"\balbo\b|affiss\w+|pubblicat[oaie]\s+all|pubblicazione", regex.IGNORECASE)
_SAID_BY_RULE = {"albo": "pubblicazione all'albo", "preammortamento": "preammortamento"}


def find(text: str, context: Context, taken: set[int]) -> Iterator[Draft]:
    """Every term in ``text``; durations that start at an offset in ``taken`` are left out."""
    before: Draft | None = None
    for span in find_durations(text):
        draft = None
        if span.inizio not in taken:
            draft = _judge(text, span) or _as_the_one_before(text, span, before)
        if draft is not None:
            yield draft
        before = draft
    yield from spelt.find(text)
    yield from ordinals.find(text)
    yield from spans.find(text)


def _judge(text: str, span: DurationSpan) -> Draft | None:
    start, end = span.inizio, span.fine
    if _NOT_BEFORE.match(text, max(0, start - 80), start):
        return None
    trigger, opening = worded(text[max(0, start - _REACH) : start])
    opening += start
    near = end + _NEAR
    if trigger is not None and trigger.regola == "preammortamento":
        grace = _GRACE.match(text, end, near)
        trigger, opening, end = (trigger, opening, grace.end()) if grace else (None, start, end)
    if trigger is None:
        trigger, opening = _of_grace(text, start)
    if _NOT_AFTER.match(text, end, near) or (
        _OF_WORK.match(text, end, near) and not (trigger and trigger.regola in OF_SPELLS)
    ):
        return None
    event = event_after(text, end)
    if trigger is None and event is None:
        return None
    if _BEYOND.match(text, max(0, start - 20), start) and (event is None or event.prima):
        return None
    if is_collective(text[start:end]) and not _lasts(trigger, event):
        return None
    sentence = around(text, opening, end)
    before = text[sentence.inizio : start]
    if _BACK.match(text, end, near) and not _counts_back(trigger, span.durata, before):
        return None
    tipo, rule, sure = _classify(
        trigger, before, text[start:end], text[end : sentence.fine], event is not None
    )
    since = _SINCE.match(text, max(0, opening - 45), opening) if opening < start else None
    if since is not None and rule in ("", "per", "periodo", "albo"):
        tipo, rule, sure = "durata", rule or "per", max(sure, 0.8)
    if tipo is None:
        return None
    draft = Draft(
        opening, event.fine if event else end, (start, end), tipo, rule, sure, durata=span.durata,
        decorrenza=event.decorrenza if event else None, giorni=span.giorni,
        oggetto=_SAID_BY_RULE.get(rule),
    )  # fmt: skip
    if since is not None:
        return replace(draft, inizio=since.start(), dal=parse_date(since["giorno"]))
    return _from_a_day(text, draft)


def _lasts(trigger: Trigger | None, event: Event | None) -> bool:
    """Whether words make a spell named by one word a term: ``per un quinquennio dalla stipula``."""
    if trigger is None:
        return False
    return trigger.regola in OF_SPELLS or (
        trigger.regola == "per" and event is not None and not event.prima
    )


def _of_grace(text: str, start: int) -> tuple[Trigger | None, int]:
    """The words on the months of a loan before its repayment that end at ``start``, if any do."""
    begins = max(0, start - _REACH)
    if "preammortamento" not in text[begins:start]:
        return None, start
    grace = _GRACE_BEFORE.search(text, begins, start)
    return (BY_NAME["preammortamento"], grace.start()) if grace else (None, start)


def _unbound(
    rule: str, before: str, own: str, after: str
) -> tuple[TipoScadenza | None, str, float]:
    """The kind of a term of a weak rule that runs from nothing printed."""
    if rule == "per" and ("consecutiv" in own + after[:40] or _KEPT.search(before)):
        return "durata", "per", 0.75
    if rule == "per" and (_FURTHER.search(before) or _AT_MOST.search(before)):
        return "durata", "per", 0.75
    if rule == "per" and _MONTHS_FIRST.match(own):
        bound = _BOND_BEFORE.search(before) or _BOND_AFTER.match(after)
        return ("durata", "per", 0.75) if bound else (None, "", 0.0)
    if rule == "per" and (_PUBLISHED.search(before) or _emergency(before, after)):
        return "durata", "per", 0.75
    if rule == "nei" and ("success" in before[-25:] or _NEXT.match(after)):
        return "termine", "nei", 0.75
    if rule == "anticipo" and _IN_ADVANCE.match(after):
        return "termine", "anticipo", 0.75
    if rule == "a" and _OF_INVOICE.match(after):
        return "termine", "a", 0.75
    return None, "", 0.0


def _emergency(before: str, after: str) -> bool:
    """Whether a spell is that of a state of emergency, named right before or after it."""
    return (
        _EMERGENCY.search(before, max(0, len(before) - _NEAR)) is not None
        or _EMERGENCY.search(after, 0, _NEAR) is not None
    )


def _as_the_one_before(text: str, span: DurationSpan, before: Draft | None) -> Draft | None:
    """``un minimo di 3 anni e un massimo di 6 anni``: the second of two is of the first's kind."""
    if before is None or _AND.fullmatch(text, before.nucleo[1], span.inizio) is None:
        return None
    return replace(
        before, inizio=span.inizio, fine=span.fine, nucleo=(span.inizio, span.fine),
        durata=span.durata, giorni=span.giorni, decorrenza=None,
        confidenza=round(before.confidenza - 0.1, 2),
    )  # fmt: skip


def _from_a_day(text: str, draft: Draft) -> Draft:
    """The draft, with its start in ``dal`` where the event it runs from is a printed day."""
    if draft.decorrenza is None or not draft.decorrenza[:1].isdigit():
        return draft
    day = DATE.search(text, draft.nucleo[1], min(draft.fine + 12, len(text)))
    if day is None:
        return draft
    return replace(draft, fine=day.end(), dal=parse_date(day.group()), decorrenza=None)


def _counts_back(trigger: Trigger | None, value: str, before: str) -> bool:
    """Whether a term before an event is due then: ``entro 30 giorni antecedenti la scadenza``.

    ``non oltre`` bounds how far back: ``non oltre i 6 mesi antecedenti la domanda``.
    """
    if trigger is None:
        return False
    if trigger.regola == "entro" and _NOT_BEYOND.search(before, max(0, len(before) - 30)):
        return True
    return trigger.regola == "termine" or (
        trigger.regola in ("entro", "anticipo") and value[-1] == "D"
    )


@lru_cache(maxsize=256)
def _classify(
    trigger: Trigger | None, before: str, own: str, after: str, event: bool
) -> tuple[TipoScadenza | None, str, float]:
    """Kind, rule and confidence of a term; no kind when it is none after all."""
    if trigger is None:
        given_up = _OF_YEARS.search(own) and _NOT_YET.search(before)
        kept = _KEPT_UP.search(before) or _NOT_GIVEN_UP.search(before) or given_up
        return ("durata" if kept else "termine"), "evento", 0.7
    rule = trigger.regola
    if rule == "entro" and not event and _OF_MONTHS.search(own) and _NOT_LONGER.search(before):
        return "durata", rule, 0.75
    if rule in ("entro", "termine", "nei", "dopo") and (
        _APPEAL.search(before) or _APPEAL_AFTER.match(after)
    ):
        return "ricorso", "ricorso", 0.95
    if rule == "durata" and event and _VALID_UNTIL.search(before) and _AFTER_EVENT.match(after):
        return "fine_validita", "durata", 0.8
    if rule == "durata" and event and _PROCEDURE.search(before):
        return "termine", "durata", 0.8
    if rule == "per" and _PERIOD.search(before[-60:]):
        rule = "periodo"
    if rule in ("per", "periodo") and (_ALBO.search(before) or _ALBO.search(after[:60])):
        return "durata", "albo", 0.92
    if rule == "nei" and event and _KEPT_UP.search(before):
        return "durata", rule, 0.75
    if rule in ("dopo", "termine") and _COMES_INTO_FORCE.search(
        before, max(0, len(before) - _NEAR)
    ):
        return "altro", rule, 0.7
    if rule == "dopo" and not event:
        return trigger.tipo, rule, 0.55
    if rule in ("per", "anticipo", "nei", "a") and not event:
        return _unbound(rule, before, own, after)
    return trigger.tipo, rule, trigger.confidenza
