"""Names beside the printed head of a role: after it, before it, under a row of roles."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from extractor.facts.people.gaps import (
    AS,
    CITED,
    COPULA,
    DIRECT,
    HARD_STOP,
    MAY_CITE,
    SIGN,
    SIGNED,
    STOP,
    SUPPORTED,
    TOWARDS,
    VERB,
    fills_line,
    is_institution,
    may_hold_copula,
    starts,
)
from extractor.facts.people.names import Name, is_given, name_at
from extractor.facts.people.places import Candidate, Legame
from extractor.facts.people.printed import (
    from_given,
    has_name,
    heads_line,
    in_entry,
    is_of_a_place,
    mixed_line,
    name_after,
    opens_line,
    run_together,
    signs_line,
)
from extractor.facts.people.roles import RoleUse, role_at, role_uses
from extractor.facts.people.seconds import is_besides

FARTHEST = 240
"""Characters between a role and its name at most: the longest names of offices."""

_FARTHEST_COPULA = 180
_MARGIN = 8
"""Characters after a stop that its pattern looks at."""
_BACK = 90
_OF_OFFICE = regex.compile(
    r"\s*\(|[\s,(–-]{0,3}(?:[\w'’]+\s+){0,4}(?:d(?:i|el|ella|ei|egli|elle)\s+|dell['’]\s?)(?:\w+\s+)?",
    regex.I,
)
# F.F., P.O.: the dot of one letter ends no line of a role
_ON_LINE = r"(?:[^.;:\n\t]|(?<=\b\w)\.){0,80}"
_NEXT_LINE = regex.compile(rf"{_ON_LINE}\s*\n\s*(?:(?:il|la|lo)\s+|l['’]\s?)?", regex.I)
_NEXT_CELL = regex.compile(
    rf"{_ON_LINE}?(?:(?:\t|\s{{3,}})\s*(?:(?:il|la|lo)\s+|l['’]\s?)?|\s(?:(?:il|la|lo)\s+|l['’]\s?))",
    regex.I,
)
_NEXT_NAME = regex.compile(rf"[\s()_*,.-]*(?:{SIGNED}[\s:,(–-]*)?", regex.I)
_LINE_BEGINS = regex.compile(
    rf"(?:[\n\t]|(?-i:[A-ZÀ-Ü]{{2}})\s)[\s(_*-]*(?:{SIGNED}[\s:,(–-]*)?$", regex.I
)
_LINE_BELOW = regex.compile(r"[ )_.]*\n\s*\(?(?:(?:il|la|lo)\s+|l['’]\s?)?", regex.I)
_IN_HIS_PLACE = regex.compile(
    r"(?:(?:le|con)\s+funzioni\s+di|fung(?:e|ono)\s+da|in\s+funzione\s+di|nelle\s+funzioni\s+di)\s+$",
    regex.I,
)
_THE = regex.compile(r"\s*,?\s*(?:(?:il|la)\s+|l['’]\s?)", regex.I)
# IL COMMISSARIO PREFETTIZIO⏎con i poteri della Giunta
_POWERS = regex.compile(
    r"\s*\(?con\s+i\s+poteri\s+(?:spettanti\s+)?(?:del(?:la)?|al(?:la)?)\s+[^\n]{3,60}(?=\n)",
    regex.I,
)
_REFERENT = regex.compile("referent", regex.I)
_NO_WORDS = regex.compile(r"\s*\(?\s*(?:(?:il|la)\s+|l['’]\s?)?", regex.I)
_LABELS = regex.compile(r"\s*[:–-]\s*(?:(?:il|la)\s+|l['’]\s?)?", regex.I)
_OTHER_LABEL = regex.compile(r"\n[A-ZÀ-Ü][^\n]{0,45}:\s*$")
# A role with other titles of columns on its row, and the first row under them
_TITLES_OF_COLUMNS = regex.compile(r"[^\n]*?\t[^\n\t]{0,60}[^\W\d_][^\n]*\n")
# Anna Rossi (relatore) Luca Neri: what stands in brackets is said of who stands before it
_IN_BRACKETS = regex.compile(r"\)[ ,;]*[^\W\d]")
_OPEN = regex.compile(r"\([^()\n]*$")
# IL SINDACO – PRESIDENTE: who chairs by office is one person
_PROPOSED = regex.compile(r"(?<!\w)(?:su|sentit[oa]|vist[oa])(?!\w)", regex.I)
_MAYOR = regex.compile(r"(?:vice[-\s]{0,2})?sindac|commissari|assessor|rett", regex.I)
_CHAIRS_TOO = regex.compile(r"[ ]?[-–/]?[ ]?president", regex.I)
_SET_OFF = regex.compile(r"[\n,:(\t–”\")]\s*$")


def beside_roles(
    text: str,
    lower: str,
    skip: Sequence[tuple[int, int]],
    taken: set[int],
    doubtful: list[Candidate],
) -> Iterator[Candidate]:
    """The people beside every role of the text outside the spans ``skip``.

    ``taken`` holds where the names begin that belong to a role already; it is added to, as
    is ``doubtful``: the places left out because only the shape speaks for a name.
    """
    uses = _heads(text, lower, skip)
    walls = sorted(first for first, _ in skip)
    number, alone = 0, True
    while number < len(uses):
        group = _group(text, uses, number)
        end = _wall(text, uses, number + group, walls)
        found = _under(text, uses[number : number + group], end, taken) if group > 1 else []
        if not found:
            group = 1
            end = _wall(text, uses, number + 1, walls)
            place = _beside(text, uses[number], end, taken, doubtful)
            found = [place] if place else []
        taken.update(place.name.inizio for place in found)
        yield from _chained(text, uses, number, found) if alone else found
        alone = not found
        number += group


def _wall(text: str, uses: Sequence[RoleUse], number: int, walls: Sequence[int]) -> int:
    """Where the reach of the role before ``number`` ends: at the next role or list of people."""
    nearest = bisect_right(walls, uses[number - 1].inizio)
    end = walls[nearest] if nearest < len(walls) else len(text)
    return min(end, uses[number].inizio) if number < len(uses) else end


def _chained(
    text: str, uses: Sequence[RoleUse], number: int, found: list[Candidate]
) -> Iterator[Candidate]:
    """The places found, told of the role that the one before is said to be.

    ``Il responsabile del procedimento è il Comandante, dott. Rossi`` names the responsible.
    """
    use = uses[number]
    previous = uses[number - 1] if number else None
    gap = text[previous.fine : use.inizio] if previous else ""
    if previous is None or not (_tells(gap) or _does(text, previous, gap)):
        yield from found
        return
    link: Legame = "copula"
    if _LABELS.fullmatch(gap):
        link = "diretto"
        if previous.ruolo.firma == "firmatario" or use.ruolo.firma != "firmatario":
            yield from found
            return
    for place in found:
        yield replace(place, role=previous, legame=link, richiamo=gap)


def _does(text: str, role: RoleUse, gap: str) -> bool:
    """Whether another office does what the role does: ``funge da segretario il Direttore``."""
    before = _IN_HIS_PLACE.search(text, max(role.inizio - 30, 0), role.inizio)
    return before is not None and _THE.fullmatch(gap) is not None


def _tells(gap: str) -> bool:
    """Whether the role before the gap is said to be held by who follows it."""
    if _LABELS.fullmatch(gap):
        return True
    copula = COPULA.search(gap) if 0 < len(gap) < _FARTHEST_COPULA else None
    if copula is None or copula.group()[0] in "nN" or HARD_STOP.search(gap):
        return False
    return not VERB.search(gap[: copula.start()])


def _heads(text: str, lower: str, skip: Sequence[tuple[int, int]]) -> list[RoleUse]:
    """The roles of the text, without those inside the name of another's office."""
    heads: list[RoleUse] = []
    spans = iter(sorted(skip))
    first, last = next(spans, (len(text), len(text)))
    for use in role_uses(text, lower):
        while use.inizio >= last:
            first, last = next(spans, (len(text), len(text) + 1))
        if use.inizio < first and not (heads and _belongs(text, heads[-1], use)):
            heads.append(use)
    return heads


def _belongs(text: str, head: RoleUse, use: RoleUse) -> bool:
    """Whether ``use`` is part of the office of ``head``: ``presidente dei revisori``.

    Or what a judge named before does besides: ``Anna Neri, Consigliere, estensore``.
    """
    if is_besides(text, head, use) and not opens_line(text, head):
        return True
    chairs = _CHAIRS_TOO.match(text, head.fine)
    if chairs and chairs.end() > use.inizio and _MAYOR.match(text, head.inizio):
        return True
    if use.inizio - head.fine > 60 or not _OF_OFFICE.fullmatch(text, head.fine, use.inizio):
        return False
    return not _PROPOSED.search(text, head.fine, use.inizio) and not has_name(
        text, head.fine, use.inizio
    )


def _group(text: str, uses: Sequence[RoleUse], first: int) -> int:
    """How many roles from ``first`` on stand side by side, or a line each, without a name."""
    if not opens_line(text, uses[first]):
        return 1
    count = 1
    while first + count < len(uses) and count < 4:
        start, end = uses[first + count - 1].fine, uses[first + count].inizio
        beside = _NEXT_CELL.fullmatch(text, start, end) or _NEXT_LINE.fullmatch(text, start, end)
        if end - start > 90 or beside is None or has_name(text, start, end):
            break
        count += 1
    return count


def _is_bare(name: Name) -> bool:
    """Whether nothing but its shape speaks for a name of more than one word."""
    return len(name.unita) > 1 and not _is_sure(name)


def _under(text: str, uses: Sequence[RoleUse], end: int, taken: set[int]) -> list[Candidate]:
    """The people under a row or a stack of roles: one for each, in order, or one for all."""
    first = _after(text, uses[-1], end, taken, [])
    if first is None or not _LINE_BEGINS.search(text, max(first.name.da - 60, 0), first.name.da):
        return []
    names = run_together(text, first.name, len(uses))
    while len(names) < len(uses):
        gap = _NEXT_NAME.match(text, names[-1].fine)
        name = name_at(text, gap.end(), end) if gap else None
        if name is None or not _is_sure(name):
            break
        names.append(name)
    stacked = "\n" in text[uses[0].fine : uses[-1].inizio]
    if len(names) != len(uses) and not (len(names) == 1 and stacked):
        return []
    return [
        Candidate(name, "diretto", use, first.firmato, True, "\n", contiguo=len(names) == 1)
        for use, name in zip(uses, names if len(names) > 1 else names * len(uses), strict=True)
    ]


def _beside(
    text: str, use: RoleUse, end: int, taken: set[int], doubtful: list[Candidate]
) -> Candidate | None:
    before = _before(text, use, taken, doubtful)
    after = _after(text, use, end, taken, doubtful)
    if before is not None and before.riga and after is not None and _over_a_role(text, after.name):
        # Names stand over their roles here: the next name has a role of its own under it.
        return before
    if after is not None and after.firmato:
        return after
    if before is not None and (not before.riga or _REFERENT.match(text, use.inizio)):
        return before
    return after or before


def _over_a_role(text: str, name: Name) -> bool:
    """Whether a role begins the line under a name that fills its own."""
    below = _LINE_BELOW.match(text, name.fine)
    return below is not None and fills_line(text, name) and role_at(text, below.end()) is not None


def _after(
    text: str, use: RoleUse, end: int, taken: set[int], doubtful: list[Candidate]
) -> Candidate | None:
    """The first name after a role, if what stands between lets it be the role's."""
    if _IN_BRACKETS.match(text, use.fine) and _OPEN.search(text[: use.inizio][-60:]):
        return None
    first, limit = use.fine, min(use.fine + FARTHEST, end)
    past = first
    stop = STOP.search(text, first, limit)
    for at in starts(text, first, limit):
        if at < past:
            continue
        gap = text[first:at]
        # Whether the gap stops the role is searched once for all the gaps that begin here.
        stopped = None if stop is None or stop.start() >= at else stop.end() + _MARGIN < at
        in_columns = "\t" in gap and _TITLES_OF_COLUMNS.match(gap)
        link = None if in_columns else _link(gap, stopped=stopped)
        if link is None:
            if HARD_STOP.search(gap):
                return None
            continue
        name = name_after(text, at, use, gap)
        if name is None:
            continue
        sure = _is_sure(name) or is_institution(text, at)
        past = name.fine if sure else name.inizio + len(name.unita[0])
        if name.inizio in taken or is_institution(text, at):
            continue
        if link == "complemento" and not _SET_OFF.search(gap):
            name = from_given(text, name)
        if is_of_a_place(text, name, alone=link == "diretto"):
            continue
        signed = SIGN.search(gap) is not None
        line = fills_line(text, name) or signs_line(text, name.da, use, gap)
        found = Candidate(name, link, use, firmato=signed, riga=line, richiamo=gap)
        if _is_credible(found, gap) and (not _is_bare(name) or heads_line(text, use)):
            return found
        if _is_bare(name):
            doubtful.append(found)
    return None


def _link(gap: str, *, stopped: bool | None) -> Legame | None:
    """How a gap links a role to a name; ``stopped`` is None where no ``STOP`` stands in it,
    False where one may stand at its very end.
    """
    if DIRECT.fullmatch(gap):
        return "diretto"
    if any(word in gap for word in MAY_CITE):
        cited = CITED.sub("", gap)
        if DIRECT.fullmatch(cited):
            return "diretto"
    if "poteri" in gap:
        gap, stopped = _POWERS.sub("", gap), False
    if "support" in gap or "coadiuv" in gap or "ausilio" in gap:
        gap = SUPPORTED.sub(",", gap)
    near = len(gap) < _FARTHEST_COPULA and may_hold_copula(gap)
    copula = COPULA.search(gap) if near else None
    if copula is not None and not VERB.search(gap[: copula.start()]):
        return "copula"
    if stopped or (stopped is not None and STOP.search(gap)):
        return None
    return None if _OTHER_LABEL.search(gap) else "complemento"


def _is_credible(found: Candidate, gap: str) -> bool:
    """Whether the words are enough for a name: the farther from the role, the more is asked."""
    name = found.name
    if found.firmato or (len(name.unita) == 1 and found.legame == "diretto"):
        return True
    if len(name.unita) == 1 and not name.titolo:
        return False
    if found.dubbio and not (_is_sure(name) and found.legame == "diretto"):
        return found.legame == "diretto" and found.riga and ("\n" in gap or gap.strip() == ":")
    if found.legame == "complemento" and not name.titolo:
        near = len(gap) < (110 if is_given(name.unita[0]) else 60)
        return name.noto and (found.riga or _SET_OFF.search(gap) is not None or near)
    return True


def _before(
    text: str, use: RoleUse, taken: set[int], doubtful: list[Candidate]
) -> Candidate | None:
    """The name that stands right before a role: ``Mario Rossi, Sindaco``."""
    for at in starts(text, max(use.inizio - _BACK, 0), use.inizio):
        name = name_at(text, at) or mixed_line(text, at)
        if name is None or name.fine > use.inizio:
            continue
        link = TOWARDS.fullmatch(text, name.fine, use.inizio)
        if name.inizio in taken and (link is None or not AS.search(link.group())):
            continue
        if link is None or is_institution(text, at):
            continue
        if not _is_sure(name):
            mixed = len({unit.isupper() for unit in name.unita}) > 1
            if mixed and "\n" in link.group() and fills_line(text, name):
                return Candidate(name, "prima", role=use, riga=True, richiamo=link.group())
            if link.group().strip():
                doubtful.append(Candidate(name, "prima", role=use, richiamo=link.group()))
            continue
        if not (name.noto or name.titolo or link.group().strip()):
            continue
        below = "\n" in link.group() and _NO_WORDS.fullmatch(link.group()) is not None
        if below and not fills_line(text, name):
            continue
        return Candidate(name, "prima", role=use, riga=below, richiamo=link.group())
    return in_entry(text, use, taken)


def _is_sure(name: Name) -> bool:
    """Whether a known given name, a title or an initial (``G. Rossi``) speaks for the name."""
    initial = len(name.unita) > 1 and name.unita[0].endswith(".")
    return name.noto or name.titolo is not None or initial
