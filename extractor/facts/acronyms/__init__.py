"""Acronyms: the short forms that an act defines, with what they stand for.

An act defines them in a glossary (*ACRONIMI E GLOSSARIO*, a table of *Sigla* and
*Definizione*) or where it first uses them: *Sistema Informativo Regionale (SIR)*, *(di
seguito, per brevità, “ACSS”)*, *DURC (Documento Unico di Regolarità Contributiva)*. What says
that one is defined decides how well its letters must fit: in a glossary, or said to be called so
(*di seguito*), hardly; in brackets right after a name, most of them; with nothing between but a
dash, quotes or a space, all, one to each word. A short form that is no abbreviation (*di seguito
«Società»*) is not one of these.

A glossary that stands in the act's own body, as a chapter of a plan does, is the act's list:
then what its running text explains in brackets is not added to it, unless it explains so much
that the list cannot be meant to be whole.

An act that spells an abbreviation now *MePA*, now *MEPA*, defines one: as it is spelt most often.
With dots and without (*P.T.O.F.*, *PTOF*), it is given twice.
"""

from collections import Counter, defaultdict
from itertools import pairwise

from extractor.facts.acronyms import glossary, running
from extractor.facts.acronyms.written import bare
from models import Acronimo, Context

__all__ = ["find"]


def find(text: str, context: Context) -> list[Acronimo]:
    """The definitions of acronyms in ``text``, in text order."""
    listed = [*glossary.find(text)]
    known = {bare(record.sigla) for record in listed}
    spelt = {record.sigla for record in listed}
    covered = [(record.inizio, record.fine) for record in listed]
    running_text = list(running.find(text, declared_only=False))
    if _is_whole(listed, running_text, context):
        # What its own rows explain besides belongs to the list.
        in_rows = [r for r in running_text if _is_inside(r, _joined(covered))]
        running_text = [*running.find(text, declared_only=True), *in_rows]
    explained = [
        record
        for record in running_text
        if bare(record.sigla) not in known
        or (record.sigla in spelt and not _is_inside(record, covered))
    ]
    found = {(record.inizio, record.fine, record.sigla): record for record in (*listed, *explained)}
    return _spelt_once([found[place] for place in sorted(found)])


def _is_inside(found: Acronimo, rows: list[tuple[int, int]]) -> bool:
    return any(start <= found.inizio < end for start, end in rows)


def _joined(rows: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches of a glossary: its rows with those of other terms between them."""
    near = [(a, b) for (_, a), (b, _) in pairwise(rows) if 0 < b - a < _BETWEEN_ROWS]
    return [*rows, *near]


_BETWEEN_ROWS = 1500  # characters
_AS_MANY = 4
"""A list is taken for whole that has so many rows for each abbreviation explained elsewhere."""


def _is_whole(listed: list[Acronimo], explained: list[Acronimo], context: Context) -> bool:
    """Whether a glossary in the act's own body is the list of all its abbreviations."""
    own = [r for r in listed if context.zone_at(r.inizio) not in (None, "allegato", "margine")]
    known = {bare(record.sigla) for record in listed}
    others = {bare(record.sigla) for record in explained} - known
    return bool(own) and len(known) >= _AS_MANY * len(others)


def _spelt_once(found: list[Acronimo]) -> list[Acronimo]:
    """The same acronyms, each under its commonest spelling where only capitals and signs differ."""
    spellings: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for record in found:
        spellings[_letters_and_words(record)][record.sigla] += 1
    common = {
        shared: max(given, key=lambda sigla: (given[sigla], -sigla.count(" ")))
        for shared, given in spellings.items()
    }
    return [
        record
        if record.sigla == (sigla := common[_letters_and_words(record)])
        else record.model_copy(update={"sigla": sigla})
        for record in found
    ]


def _letters_and_words(record: Acronimo) -> tuple[str, str]:
    """What two definitions of one abbreviation share: its letters, with dots or without, and how
    its words begin."""
    dots = "." if "." in record.sigla else ""
    return bare(record.sigla) + dots, record.definizione[:6].casefold()
