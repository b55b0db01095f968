"""The body for which a person acts, where the words beside the person name it.

It stands in the office itself (``Direttore generale dell'Agenzia …``), on the line over a
signature (``Per ARIA S.p.A.``), after the role in a table of contacts, or at the head of the
clause that names a party's representative.
"""

import regex

from extractor.facts.people.places import Candidate
from models.vocabulary import Funzione

_BODY = (
    r"(?:Agenzia|Regione|Comune|Provincia|Città\s+metropolitana|Ministero|Azienda|Università|Ateneo"
    r"|Commissione|Unione|Unioncamere|Ente|Consorzio|Istituto|Fondazione|Associazione|Camera|Autorità"
    r"|Comunità|Parco|Consiglio\s+regionale|Santuario|Parrocchia|Società|Prefettura|ASST|ATS|ASL|INAIL"
    r"|INPS|ANAC|AgID|ARPA)(?!\w)"
)
_COMPANY = r"S\.?\s?p\.?\s?A|S\.?\s?r\.?\s?l|S\.?c\.?a\.?r\.?l|ONLUS|ASD"
_IN_OFFICE = regex.compile(
    rf"\s(?:d(?:i|el|ella|ello)\s+|dell['’]\s?|per\s+)(?P<ente>(?-i:(?=[A-Z])){_BODY}[^,;()]{{0,100}})",
    regex.I,
)
_OVER = regex.compile(
    rf"(?:^|\n)[ \t]*(?:Per\s+(?:il\s+|la\s+|l['’]\s?)?(?P<parte>[^\n\t,;:]{{2,90}})"
    rf"|(?P<ente>(?:{_BODY}[^\n\t,;:]{{0,90}}|[^\n\t,;:]{{2,60}}(?:{_COMPANY})\.?)))[ \t]*\n"
    r"(?:[^\n]{1,60}\n)?\s*(?:(?:il|la|lo)\s+|l['’]\s?)?$",
    regex.I,
)
_BESIDE = regex.compile(
    rf"[\s\t–-]*(?P<ente>{_BODY}[^\n\t;]*"
    rf"(?:\n\s*(?!{_BODY})[A-ZÀ-Ü][\w-]+(?:\s[A-ZÀ-Ü][\w-]+)?[ ]*(?=\n)){{0,2}}"
    rf"|[A-ZÀ-Ü][\w&. -]{{1,50}}?(?:{_COMPANY})\.?)"
)
_CLAUSE = regex.compile(r"(?:\n\s*\n|\n\s*(?:tra|e)\s*\n|[.;”]\s*\n|\A)\s*", regex.I)
_PARTY = regex.compile(
    rf"(?:(?:tra|e|premesso(?:\s+che)?)\s)?\s*[•–-]?\s*(?:(?:il|la|lo)\s|l['’])?\s*(?P<ente>(?=[^,;(]{{0,80}}?(?:{_BODY}|{_COMPANY}))"
    r"[^,;(]{4,110}?)\s*(?:con\s+sede|[,(])",
    regex.I,
)
_REACH = 560


def body_of(place: Candidate, function: Funzione, office: str | None, text: str) -> str | None:
    """The body that the place names for its person, or None."""
    if office is not None:
        named = _IN_OFFICE.search(office)
        if named is not None:
            return _tidy(named["ente"])
    if function == "rappresentante_legale":
        return _party(text[max(place.inizio - _REACH, 0) : place.inizio])
    if function.startswith("referente"):
        return _first(_BESIDE.match(text, place.fine))
    if function == "firmatario":
        return _first(_OVER.search(text[max(place.inizio - 240, 0) : place.inizio]))
    return None


def _party(before: str) -> str | None:
    """The party that the clause before its representative begins with."""
    for clause in reversed([match.end() for match in _CLAUSE.finditer(before)]):
        party = _PARTY.match(before, clause)
        if party is not None:
            return _tidy(party["ente"])
    return None


def _first(match: "regex.Match[str] | None") -> str | None:
    if match is None:
        return None
    groups = [words for words in match.groupdict().values() if words]
    return _tidy(groups[0]) if groups else None


def _tidy(words: str) -> str:
    return " ".join(words.split()).strip(' .“”"') + ("." if words.rstrip().endswith(".A.") else "")
