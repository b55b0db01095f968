"""The places of a text where a person can stand, each with what its words say of it.

A place is a name beside the printed head of a role (``Il Direttore Generale Paola Palmieri``),
after a word that calls for a person (``rappresentata da``), or behind a title. What the person
does is not decided here but in ``deciding``; a trained recogniser of names would stand between
the two, keeping or refusing the doubtful places (``Candidate.dubbio``).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import regex

from extractor.facts.people.names import Name, name_at
from extractor.facts.people.roles import RoleUse, role_uses

Legame = Literal["diretto", "complemento", "copula", "prima", "richiamo", "titolo", "elenco"]

FARTHEST = 240
"""Characters between a role and its name at most: the longest names of offices."""

_SIGNED = r"(?:\(?\s?f\.?\s?to\.?\s?\)?|firmato(?:\s+digitalmente)?(?:\s+da)?[:\s]|fto\b|/s/)"
_DIRECT = regex.compile(rf"(?:[\s:,–—\-(“\"'_/|]|\.{{3,}})*+(?:{_SIGNED}[\s:,(–-]*+)?", regex.I)
_SIGN = regex.compile(rf"{_SIGNED}[\s:,(–-]*+$", regex.I)
# A sentence ends, or a verb says something of the role: the name that follows is not its.
_STOP = regex.compile(
    r"[;!?•%€]|\.(?=\s+[A-ZÀ-Ü][a-zà-ü]{2})|\n[ \t]*\n[ \t]*\n[ \t]*\n"
    r"|(?<!\w)(?:è|e['’](?=\s)|ha|hanno|sono|viene|vengono|che|con|si|non|comunica|provvede|propone|approva"
    r"|dichiara|ove|quando|mediante|presso|entro|secondo|tramite|ai\s+sensi|visto|vista|visti|dato"
    r"|via|in\s+persona|nella\s+persona|tel|telefono|e-?mail|pec|n\.|nr\.|art\.|o|oppure|ovvero|su|sulla|sul|nonché|anche|all['’]uopo"
    r"|sarà|saranno|deve|devono|può|possono|assume|valuta|verifica|trasmette|effettua|rilascia)(?!\w)",
    regex.I,
)
_COPULA = regex.compile(
    r"[^;\n]{0,120}?(?<!\w)(?:(?:è|e['’]|risulta|resta|rimane|viene|sarà|sia)\s+(?:stat[oa]\s+)?"
    r"(?:(?:individuat|nominat|designat|identificat|confermat)[oa]\s+)?(?:(?:nel|in|come|quale)\s+)?"
    r"|(?:nella\s+persona|nella\s+figura)\s+(?:di\s+|del\s+|della\s+|dell['’]\s?)|nelle\s+persone\s+di\s+)"
    r"(?:(?:il|la|lo)\s+|l['’]\s?|nella\s+persona\s+(?:di\s+|del\s+|della\s+|dell['’]\s?))?"
    r"(?:sottoscritt[oa],?\s+)?(?:dipendente\s+)?",
    regex.I,
)
_START = regex.compile(
    r"(?:(?<![\w.])|(?<=f\.to))(?:[A-ZÀ-ÖØ-Þ]"
    r"|(?:(?i:dott|dr|ing|arch|avv|geom|rag|prof|sig|cap|d)[.\s]|(?i:signor|avvocato|architetto|ingegner)))"
)
# What bears the name of a person without being one.
_INSTITUTION = regex.compile(
    r"(?<!\w)(?:via|viale|v\.le|piazza|p\.zza|piazzale|piazzetta|largo|corso|c\.so|vicolo|strada|rione|"
    r"contrada|località|istituto|istituti|i\.\s?c\.|scuola|liceo|ospedale|fondazione|teatro|museo|"
    r"biblioteca|casa|villa|palazzo|palasport|stadio|parco|santuario|chiesa|parrocchia|centro|asilo|"
    r"r\.?s\.?a\.?|policlinico|aeroporto|università|plesso|campus|collegio|premio|borsa|cooperativa|"
    r"associazione|società|ditta|impresa|studio|legge|riforma|decreto|lodo|metodo|auditorium|"
    r"residenza|complesso|ponte|rifugio|comune|città|monte|lago|san|santa|santo|beato|rotonda)"
    r"(?:\s+(?:comprensiv[oa]|statale|superiore|civic[oa]|comunale|tecnic[oa]|legale|associato|di|del|"
    r"della|dei|infanzia|primaria|secondaria|media|elementare|dell['’]\s?\w+|[IVX]+|grado|studi|agricol[oa]"
    r"|individuale|e\s+cultura)){0,4}\s*[“\"«'‘]?\s*$",
    regex.I,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where a person can stand.

    ``legame`` says how the name hangs on its role (or on the word that calls for it, in
    ``richiamo``); ``firmato`` that ``f.to`` stands before it; ``riga`` that it fills its line.
    """

    name: Name
    legame: Legame
    role: RoleUse | None = None
    firmato: bool = False
    riga: bool = False
    richiamo: str = ""

    @property
    def dubbio(self) -> bool:
        """Whether only the shape of the words speaks for a name."""
        return not (self.name.titolo or self.name.noto)

    @property
    def inizio(self) -> int:
        """Where the words of the place begin: the role's or the name's."""
        return min(self.name.da, self.role.inizio) if self.role else self.name.da

    @property
    def fine(self) -> int:
        """Where they end."""
        return max(self.name.fine, self.role.fine) if self.role else self.name.fine


def candidates(text: str) -> Iterator[Candidate]:
    """Every place of ``text`` where a person can stand, those beside a role first."""
    uses = _heads(text)
    taken: set[int] = set()
    for number, use in enumerate(uses):
        end = uses[number + 1].inizio if number + 1 < len(uses) else len(text)
        found = _beside(text, use, end, taken)
        if found is None and number + 1 < len(uses) and _stacked(text, use, uses[number + 1]):
            following = uses[number + 2].inizio if number + 2 < len(uses) else len(text)
            found = _after(text, use, following, taken, start=uses[number + 1].fine)
            if found is not None:
                yield found
                continue
        if found is not None:
            taken.add(found.name.inizio)
            yield found


def _beside(text: str, use: RoleUse, end: int, taken: set[int]) -> Candidate | None:
    before = _before(text, use, taken)
    if before is not None and (not before.riga or use.ruolo.firma.startswith("referente")):
        return before
    return _after(text, use, end, taken) or before


def _heads(text: str) -> list[RoleUse]:
    """The roles of the text, without those inside the name of another's office."""
    heads: list[RoleUse] = []
    for use in role_uses(text):
        if not (heads and _belongs(text, heads[-1], use)):
            heads.append(use)
    return heads


_OF_OFFICE = regex.compile(
    r"[\s,(–-]{0,3}(?:[\w'’]+\s+){0,4}(?:d(?:i|el|ella|ei|egli|elle)\s+|dell['’]\s?)(?:\w+\s+)?$",
    regex.I,
)


def _belongs(text: str, head: RoleUse, use: RoleUse) -> bool:
    """Whether ``use`` is part of the office of ``head``: ``presidente dei revisori``."""
    between = text[head.fine : use.inizio]
    return len(between) < 60 and _OF_OFFICE.fullmatch(between) is not None


_OPENS_LINE = regex.compile(r"(?:^|[\n\t])\s*(?:(?:il|la|lo)\s+|l['’]\s?)?$", regex.I)


def _stacked(text: str, use: RoleUse, following: RoleUse) -> bool:
    """Whether two roles stand over one name, a line each."""
    between = text[use.fine : following.inizio]
    if not _OPENS_LINE.search(text, max(use.inizio - 40, 0), use.inizio):
        return False
    return (
        len(between) < 90
        and regex.fullmatch(r"[^.;:\n]{0,80}\s*(?:\n\s*|/\s*)(?:il\s|la\s)?\s*", between, regex.I)
        is not None
    )


def _after(
    text: str, use: RoleUse, end: int, taken: set[int], start: int | None = None
) -> Candidate | None:
    """The first name after a role, if what stands between lets it be the role's."""
    first = use.fine if start is None else start
    limit = min(first + FARTHEST, end)
    copula = _COPULA.match(text, first, limit)
    past = first
    for at in _starts(text, first, limit):
        if at < past:
            continue
        gap = text[first:at]
        direct = _DIRECT.fullmatch(gap) is not None
        link = _link(gap, direct, copula, at)
        if link is None:
            if _STOP.search(gap) and (copula is None or at > copula.end()):
                return None
            continue
        name = name_at(text, at, single=use.ruolo.cognome and gap == " ")
        if name is None:
            continue
        past = name.fine
        if name.inizio in taken or _is_institution(text, at):
            continue
        found = Candidate(
            name,
            link,
            role=use,
            firmato=_SIGN.search(gap) is not None,
            riga=_fills_line(text, name),
        )
        if _is_credible(found, gap):
            return found
    return None


def _link(gap: str, direct: bool, copula: "regex.Match[str] | None", at: int) -> Legame | None:
    if direct:
        return "diretto"
    if copula is not None and copula.end() == at:
        return "copula"
    return None if _STOP.search(gap) else "complemento"


def _is_credible(found: Candidate, gap: str) -> bool:
    """Whether the words are enough for a name: the farther from the role, the more is asked."""
    if found.firmato:
        return True
    if not found.dubbio or (len(found.name.unita) == 1 and found.role is not None):
        return (
            found.legame != "complemento" or found.name.titolo is not None or _is_apart(found, gap)
        )
    return found.legame == "diretto" and found.riga and "\n" in gap and len(found.name.unita) < 5


def _is_apart(found: Candidate, gap: str) -> bool:
    """Whether the name is set off from the office's: by a line break, a comma, a bracket."""
    return found.riga or regex.search(r"[\n,:(\t–”\")]\s*$", gap) is not None or found.name.noto


def _before(text: str, use: RoleUse, taken: set[int]) -> Candidate | None:
    """The name that stands right before a role: ``Mario Rossi, Sindaco``."""
    floor = max(use.inizio - 90, 0)
    for at in _starts(text, floor, use.inizio):
        name = name_at(text, at)
        if name is None or name.inizio in taken or name.fine > use.inizio:
            continue
        link = _FORWARD.fullmatch(text, name.fine, use.inizio)
        if link is None or _is_institution(text, at) or not (name.titolo or name.noto):
            continue
        below = "\n" in link.group() and not link.group().strip()
        if below and not _fills_line(text, name):
            continue
        return Candidate(name, "prima", role=use, riga=below, richiamo=link.group())
    return None


_FORWARD = regex.compile(
    r"[ \t]*(?:[,–—(:\t-]\s*)?"
    r"(?:(?:\(.{0,40}\)|nat[oa]\s.{5,60}),?\s*)?"
    r"(?:(?:il\s+quale\s+)?(?:(?:è|era|viene|veniva|fu|sia)\s+(?:stat[oa]\s+)?)?"
    r"(?:nominat|designat|individuat|confermat|incaricat)[oa]\s+)?"
    r"(?:(?:in|nella(?:\s+sua)?|con\s+la)\s+(?:qualità|qualifica|veste)\s+di|quale|come)?\s*"
    r"(?:(?:il|la)\s|l['’]|nuov[oa]\s)?\s*",
    regex.I,
)


def _starts(text: str, first: int, limit: int) -> Iterator[int]:
    return (match.start() for match in _START.finditer(text, first, limit))


def _is_institution(text: str, at: int) -> bool:
    return _INSTITUTION.search(text, max(at - 70, 0), at) is not None


def _fills_line(text: str, name: Name) -> bool:
    """Whether the name, signed or in brackets, is all of its line (or of its cell)."""
    before = regex.split(r"[\n\t]|\s{4,}", text[max(name.da - 80, 0) : name.da])[-1]
    after = regex.split(r"[\n\t]|\s{4,}", text[name.fine : name.fine + 80])[0]
    return (
        regex.fullmatch(rf"[\s(_*-]*(?:{_SIGNED}[\s:,(–-]*)?", before, regex.I) is not None
        and regex.fullmatch(r"[\s).,;_*-]*(?:\(?firm[^\n]{0,60}|\*+)?", after, regex.I) is not None
    )
