"""Days on which something is closed, suspended or forbidden: ``la chiusura delle scuole per le
giornate del 28 e 29 ottobre``, ``divieto di sosta il giorno 12 aprile``.

Each day is a window that opens and closes on it.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

import regex

from extractor.facts.dates import DateSpan
from extractor.facts.deadlines.draft import Draft
from extractor.facts.deadlines.sentence import around
from models import Context

_WEEKDAY = (
    r"(?:(?:di\s+)?(?:luned[iì]|marted[iì]|mercoled[iì]|gioved[iì]|venerd[iì]|sabato|domenica)\s+)?"
)
# ``per l’intera giornata di lunedì``, ``nei giorni 12 e``, ``per le giornate del 28 e``
_ON_THE_DAY = regex.compile(
    r"(?r)(?<!\w)(?:(?:(?:per|nell[ae]|ne[il]|durante|limitatamente\s+al(?:la)?|il|i|solo)\s*(?:l[’']|la|le|il|i|tutta\s+la|gli)?\s*"
    r"(?:intera\s+|sola\s+|stess[ae]\s+)?(?:giornat[ae]|giorn[oi]|dat[ae]))"
    rf"(?:\s+(?:del(?:l[’'])?|di|dei))?)\s*{_WEEKDAY}"
    rf"(?P<altri>(?:(?:il\s+)?(?:0?[1-9]|[12]\d|3[01])°?(?:\s+[a-z]{{5,9}})?\s*(?:,|-|\s(?:e|ed)(?=\s))\s*(?:del\s+)?{_WEEKDAY}){{0,6}})",
    regex.IGNORECASE,
)
_CLOSES = regex.compile(
    r"(?<!\w)(?:chiusur(?!\w\s+(?:d\w+\s+|dell[’']\s?)(?:negoziat|bando|istruttori|sportell|procediment|progett"
    r"|lavor|cont[oi]|esercizi|rendicont|termin|domand|session|programm|bilanc|iscrizion|convenzion|attività))|chius[oaie]\b|sospension|sospes|sospend|divieto|divieti|vietat|interdizion|interdett"
    r"|senso\s+unico|interruzion)\w*",
    regex.IGNORECASE,
)
_TOLD = regex.compile(
    r"(?<!\w)(?:sedut[ae]|adunanz|riunion[ei]|convocat|consultazion|referendum|elezion|sottoscritt|stipulat"
    r"|pubblicat|acquisit|notificat|trasmess|pervenut|protocoll|comunicat|intervenut|avvenut|verbal[ei])\w*[^;.]{0,60}$",
    regex.IGNORECASE,
)
_NUMBER = regex.compile(r"(?<!\d)\d{1,2}(?!\d)")
_NEAR = 140


def find(
    text: str, context: Context, dates: Sequence[DateSpan], taken: set[int]
) -> Iterator[Draft]:
    """The days of closures and bans; dates that start at an offset in ``taken`` are left out."""
    places = [span.inizio for span in dates]
    for span in dates:
        if span.precisione != "giorno" or span.inizio in taken:
            continue
        if context.data is not None and span.data < context.data:
            continue
        lead = _ON_THE_DAY.match(text, max(0, span.inizio - 110), span.inizio)
        if lead is None or not _is_closed(text, lead.start(), span.fine):
            continue
        yield _day(lead.start(), span, span.data)
        if bisect_right(places, lead.start()) == bisect_right(places, span.inizio - 1):
            yield from _earlier(lead, span)


def _is_closed(text: str, start: int, end: int) -> bool:
    """Whether the words around say that something is closed then."""
    sentence = around(text, start, end)
    before = text[max(sentence.inizio, start - _NEAR) : start]
    if _TOLD.search(before):
        return False
    after = text[end : min(sentence.fine, end + _NEAR)]
    return _CLOSES.search(before) is not None or _CLOSES.match(after.lstrip(" ,:è")) is not None


def _earlier(lead: regex.Match[str], span: DateSpan) -> Iterator[Draft]:
    """The days before the last of a list, of its month: ``del 28 e 29 ottobre 2021``."""
    for number in _NUMBER.finditer(lead["altri"]):
        start = lead.start("altri") + number.start()
        day = int(number.group())
        if 0 < day < span.data.day:
            first = DateSpan(
                start, start + len(number.group()), span.data.replace(day=day), "giorno"
            )
            yield _day(lead.start(), first, first.data)


def _day(start: int, span: DateSpan, day: date) -> Draft:
    return Draft(
        start, span.fine, (span.inizio, span.fine), "finestra", "giornata", 0.65, data=day, dal=day
    )
