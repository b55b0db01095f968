"""Acronyms: the short forms that an act defines, with what they stand for.

An act defines them in a glossary (*ACRONIMI E GLOSSARIO*, a table of *Sigla* and
*Definizione*) or where it first uses them: *Sistema Informativo Regionale (SIR)*, *(di
seguito, per brevità, “ACSS”)*, *DURC (Documento Unico di Regolarità Contributiva)*. Outside a
glossary the letters must be the initials of the words. A short form that is no abbreviation
(*di seguito «Società»*) is not one of these.

A glossary that stands in the act's own body, as a chapter of a plan does, is the act's list:
then what its running text explains in brackets is not added to it.
"""

from extractor.facts.acronyms import glossary, running
from extractor.facts.acronyms.written import bare
from models import Acronimo, Context

__all__ = ["find"]


def find(text: str, context: Context) -> list[Acronimo]:
    """The definitions of acronyms in ``text``, in text order."""
    listed = [*glossary.find(text)]
    known = {bare(record.sigla) for record in listed}
    own = any(
        context.zone_at(record.inizio) not in (None, "allegato", "margine") for record in listed
    )
    found = list(listed)
    covered = [(record.inizio, record.fine) for record in listed]
    for record in running.find(text, declared_only=own):
        inside = any(start <= record.inizio < end for start, end in covered)
        spelt_otherwise = bare(record.sigla) in known and all(
            record.sigla != other.sigla for other in listed
        )
        if not inside and not spelt_otherwise:
            found.append(record)
    return sorted(found, key=lambda record: (record.inizio, record.fine))
