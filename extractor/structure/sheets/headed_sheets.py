"""Sheets of interventions that no chapter announces: each under a heading of its own.

A plan prints ``INTERVENTO 3 – Ciclovia del fiume``, ``Scheda progetto n. 2: …``, ``Azione 1.2 - …``
and below each the same form. A line that only names an intervention has no form below it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractor.structure.sheets.values import cents, clean


class Heading(NamedTuple):
    """The heading of an intervention's sheet."""

    inizio: int
    fine: int
    codice: str
    titolo: str


_HEADING = re.compile(
    r"^[ \t\f]*(?P<parola>(?:sched[ae]\s+(?:(?:di|dell['’]|del)\s*)?)?"
    r"(?:intervento|progetto|azione))"
    r"\s+(?:n[.°º]{0,2}\s*)?(?P<codice>(?:[A-Z]{1,3}[.-]?)?\d{1,3}(?:\.\d{1,3}){0,2}|[A-Z]\.?\d{0,2})"
    r"[ \t]*(?:[-–—:.][ \t]*|\t[ \t]*|[ \t]+(?=[A-ZÀ-Ý«“\"]))(?P<titolo>[^\t\n]{4,250})$",
    re.I | re.M,
)
_CONTENTS = re.compile(r"[\s.…]{3,}\d{1,4}\s*$")
#: Fields that the form of an intervention has, two of which make a sheet.
_FORM = re.compile(
    r"^[ \t]*(?:soggett[oi]\s+(?:attuator|responsabil|beneficiar)|beneficiari"
    r"|destinatari|obiettiv|tempi|descrizion|cronoprogramma|durata|cost[oi]\b|importo|risorse|fonte|fonti|copertura|localizzazione"
    r"|indicator|risultati|cup\b|data\s+(?:di\s+)?(?:inizio|fine|avvio))[^\n]{0,60}?(?:[:\t]|$)",
    re.I | re.M,
)
_LONGEST_FORM = 6_000
_AMOUNT = re.compile(
    r"^[ \t]*(?:importo|costo|valore|dotazione|risorse|investimento)"
    r"(?:\s+(?:total[ei]|complessiv[oae]|previst[oae]|stimat[oae]|finanziari[ae]|(?:dell['’]\s?|del\s+)(?:intervento|progetto)))*\s*"
    r"(?:\(?(?:€|euro)\)?\s*)?[:\t][ \t]*"
    r"(?P<importo>(?:€|euro)?\s?\d[\d.,]{2,18}\s?(?:€|euro)?)[ \t.]*$",
    re.I | re.M,
)
_COVER = re.compile(
    r"^[ \t]*(?:copertura(?:\s+finanziaria)?|font[ei]\s+(?:di\s+finanziamento|finanziari[ae]))"
    r"\s*[:\t][ \t]*(?P<copertura>[^\t\n]{3,200}?)[ \t.]*$",
    re.I | re.M,
)


def headings(text: str, inizio: int, fine: int) -> list[Heading]:
    """The headings with a sheet below them, where two or more of one word are printed."""
    lines = [
        found
        for found in _HEADING.finditer(text, inizio, fine)
        if not _CONTENTS.search(found["titolo"]) and found["titolo"].strip()[-1] not in ";,"
    ]
    sheets: dict[str, Heading] = {}
    word = ""
    for at, found in enumerate(lines):
        end = lines[at + 1].start() if at + 1 < len(lines) else fine
        if not _has_form(text, found.end(), min(end, found.end() + _LONGEST_FORM)):
            continue
        kind = found["parola"].split()[-1].casefold()
        word = word or kind
        code = found["codice"].rstrip(".")
        if kind == word and code not in sheets:
            start = found.start("parola")
            sheets[code] = Heading(start, found.end(), code, clean(found["titolo"]))
    return [*sheets.values()] if len(sheets) >= 2 else []


def _has_form(text: str, inizio: int, fine: int) -> bool:
    labels = {found.group().split()[0].casefold() for found in _FORM.finditer(text, inizio, fine)}
    return len(labels) >= 2


def money(text: str, inizio: int, fine: int) -> Iterator[tuple[str, int | str, tuple[int, int]]]:
    """Amount (in cents) and source of money that a sheet prints by their labels.

    Nothing where a sheet prints two amounts: which is the intervention's is not said.
    """
    amounts = [
        (value, found.span("importo"))
        for found in _AMOUNT.finditer(text, inizio, fine)
        if (value := cents(found["importo"])) is not None
    ]
    if len({value for value, _ in amounts}) == 1:
        yield "centesimi", *amounts[0]
    cover = _COVER.search(text, inizio, fine)
    if cover:
        yield "copertura", clean(cover["copertura"]), cover.span("copertura")
