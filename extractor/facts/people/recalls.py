"""Names that a word calls for without a role beside them, and names behind a title.

``rappresentata dalla``, ``nella persona del``, ``redatto dall'``, ``sono presenti``: each word
gives the function. A name behind a title (``l'avv. Rossi``) that nothing else explains is found
too, with the function ``altro`` and little confidence.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

import regex

from extractor.facts.anchors import starts, stems
from extractor.facts.people.gaps import fills_line, is_institution
from extractor.facts.people.names import Name, name_at
from extractor.facts.people.places import Candidate
from extractor.facts.people.roles import role_at
from extractor.facts.people.titles import TITLE_STEMS, is_courtesy
from models.vocabulary import Funzione

_BY = r"(?:da|dal|dalla|dai|dagli)\s+|dall['’]\s?"
_OF = r"(?:di|del|della|dei|degli)\s+|dell['’]\s?"
_TO = r"(?:a|ad|al|alla|allo|ai)\s+|all['’]\s?|(?:in|a)\s+favore\s+(?:di\s+|del\s+|dell['’]\s?)"
_THE = r"(?:il|la|lo|i|gli)\s+|l['’]\s?"

_RECALLS: tuple[tuple[Funzione, tuple[str, ...], str], ...] = (
    (
        "rappresentante_legale",
        ("rappresentat", "nella pers", "in pers"),
        rf"rappresentat[oaie](?!\s+e\s+dif)(?:\s+[\w\s]{{0,60}}?,?)?,?\s+(?:{_BY})"
        rf"|(?:nella|in)\s+persona\s+(?:{_OF})",
    ),
    (
        "autore",
        (
            "redatt",
            "predispost",
            "sottoscritt",
            "elaborat",
            "asseverat",
            "progettat",
            "a firma",
            "a cura",
        ),
        r"(?:redatt|predispost|sottoscritt|elaborat|asseverat|progettat)[oaie](?:\s+\w+){0,2}?"
        rf"\s+(?:{_BY})|a\s+firma\s+(?:{_OF})|a\s+cura\s+(?:{_OF})"
        r"|(?:(?:redatt|predispost|elaborat)[oaie]\s+da|a\s+cura\s+di)\s*:\s*",
    ),
    (
        "altro",
        ("gruppo di lav", "hanno collab", "verificat", "approvat"),
        r"(?:gruppo\s+di\s+lavoro|hanno\s+collaborato|(?:verificat|approvat)[oa]\s+da)\s*:\s*",
    ),
    (
        "responsabile_contabile",
        ("regolarit",),
        r"regolarità\s+contabile(?:[^.;:\n]{0,60}?\s(?:espress|rilasciat|appost|res)[oa]\s+da\s+"
        r"|\s*:\s*favorevole[\s,–-]{1,4}f\.?to[\s:]+)",
    ),
    (
        "altro",
        ("regolarit",),
        r"regolarità\s+tecnica(?:[^.;:\n]{0,60}?\s(?:espress|rilasciat|res)[oa]\s+da\s+)",
    ),
    (
        "operatore_economico",
        ("affida", "aggiudica", "liquidare", "emess", "presentat"),
        r"(?:affidat[oaie]|affidare|affidamento|aggiudicat[oa]|aggiudicare|aggiudicazione|liquidare)"
        rf"(?!\w)[^.;\n]{{0,140}}?\s(?:{_TO})|(?:emess[oa]|presentat[oa])\s+(?:{_BY})",
    ),
    ("operatore_economico", ("denominazione", "creditore"), r"(?:denominazione|creditore)\s*:\s*"),
    # The foot of an agreement: ``Per il Comune di Riva⇥Mario Rossi``.
    (
        "firmatario",
        ("per ",),
        r"(?<=[\n\t]\s{0,3})per\s+(?:(?:il|la|lo|i|gli|le)\s+|l['’]\s?)[^\n\t.;:]{3,70}"
        r"(?:\t\s*|:\s*|\n\s*)(?=[^\n\t]{4,60}(?:[\n\t]|\Z))",
    ),
    (
        "nominato",
        ("nomin", "design", "individu", "incaric", "conferi", "attribui"),
        r"(?:nomin|design|individu|incaric|confer|attribu)(?:a|are|ire|ito|ita|ato|ata|ati|ando|i|o)?(?!\w)[^.;:\n]{0,140}?\s"
        rf"(?:(?:quali|quale|come)\s+)?(?:{_THE}|{_OF}|{_TO})",
    ),
    (
        "presidente",
        ("presied", "assume la pres"),
        r"(?:presied(?:e|ut[oa])(?:\s+(?:la\s+(?:seduta|riunione|commissione)|l['’]\s?(?:adunanza|assemblea)))?"
        rf"|assume\s+la\s+presidenza)\s*:?\s*(?:{_BY}|{_THE})?",
    ),
    (
        "nominato",
        ("assegn",),
        r"assegna(?:t[oaei]|re|ndo)\s[^.;:\n]{0,60}?(?:funzioni|incarico|responsabilità)(?!\w)"
        rf"[^.;:\n]{{0,60}}?\s(?:{_TO})",
    ),
    # To whom a power is handed on: ``delega la dott.ssa Rossi``.
    ("nominato", ("delega",), rf"delega(?:re|ndo)?(?!\w)[^.;:\n]{{0,80}}?\s(?:{_THE}|{_TO})"),
    (
        "altro",
        ("dipendent", "richiedent", "istant", "ricorrent", "propriet", "intestat"),
        r"(?:(?:dipendente|richiedente|istante|ricorrente)(?:\s+comunale)?\s*:?"
        r"|(?:proprietari[oa]?|intestatari[oa]?|ricorrenti|richiedenti)\s*:)\s+",
    ),
    ("autore", ("artist", "illustrat"), r"(?:artista|illustrat(?:ore|rice))\s+"),
    ("segretario", ("verbalizza",), rf"verbalizza\s*:?\s*(?:{_THE})?"),
    (
        "presente",
        ("presenza dei", "presenza di", "delegazione", "per ", "partecipa"),
        r"presenza\s+(?:dei|di)\s+(?:signori\s*|sigg?(?:\.|\.?ri\.?)\s*)?:\s*"
        r"|partecipa(?:no)?(?:\s+(?:alla\s+\w+|all['’]\s?\w+))?\s*:\s*"
        r"|(?:delegazione(?:\s+di)?|per\s+la)\s+parte\s+(?:pubblica|sindacale|datoriale|privata)\s*:\s*",
    ),
    (
        "presente",
        ("present", "interven"),
        r"(?:present[ei]|intervenut[oi]|intervengono)"
        r"(?:\s+(?:da\s+remoto|on[- ]?line|in\s+(?:presenza|remoto|video\w{0,12})))?"
        r"(?:\s+alla\s+(?:seduta|riunione))?(?:\s*,?\s*(?:i|gli)?\s*(?:signori|sigg?(?:\.|\.?ri\.?)))?"
        r"(?:\s+(?:consiglieri|assessori|componenti))?\s*(?::|\s(?=[A-Z])|\s(?:il|la)\s)\s*",
    ),
    # ``ASSENTI N. 2 (Sig. Mario Rossi; Sig. Anna Neri)``
    ("assente", ("assent",), r"assent[ei]\s*n\.?\s?\d{1,3}\s*[(:\n]\s*"),
    ("presente", ("present",), r"present[ei]\s*n\.?\s?\d{1,3}\s*[(:\n]\s*"),
    (
        "assente",
        ("assent", "giustificat"),
        r"(?:assent[ei]|giustificat[oi])(?:\s+(?:giustificat[oi]|ingiustificat[oi]))?"
        r"(?:\s*,?\s*(?:i|gli)\s*(?:signori|sigg?(?:\.|\.?ri\.?)))?"
        r"(?:\s+(?:consiglieri|assessori|componenti))?\s*(?::|\s(?:il|la)\s"
        r"(?:consiglier[ea]\s|assessor[ea]\s)?|\sl['’]assessor[ea]\s|\s(?=[A-Z]))\s*",
    ),
    # The foot of its minutes: ``LA COMMISSIONE⏎Mario Rossi⏎Anna Neri``.
    (
        "componente",
        ("la commissione", "il seggio", "il collegio"),
        r"(?:la\s+commissione|il\s+(?:seggio|collegio))(?:[ ]+\w+){0,4}[ ]*:?[ ]*\n\s*",
    ),
    (
        "istruttore",
        ("pratica", "istruttoria"),
        r"pratica\s+(?:trattata|seguita|istruita)\s+da\s*:?\s*|istruttoria\s*:\s*",
    ),
    (
        "responsabile_contabile",
        ("parere ", "visto "),
        r"(?:parere|visto)\s+di\s+regolarità\s+contabile\s*"
        r"(?:(?:e|attestante)[^.;:\n–-]{0,60}copertura\s+finanziaria[^.;:\n–-]{0,60})?[:–-]\s*",
    ),
    (
        "firmatario",
        ("firmato", "firmatario", "f.to", "parere "),
        r"firmato\s+(?:digitalmente\s+)?da\s*:?\s*|firmatario\s*:\s*"
        r"|parere\s+di\s+regolarità\s+(?:tecnica|amministrativa)\s*:\s*|f\.to\s*:?\s*",
    ),
)
_PATTERNS = tuple(
    (function, stems(*begin), regex.compile(f"(?:{words})", regex.I))
    for function, begin, words in _RECALLS
)
_NEEDS_TITLE = frozenset(("operatore_economico", "nominato", "autore"))
_ASIDE = (
    r"(?:[ \t,–-]*(?:\([^()\n]{0,90}\)|[Tt]el\S{0,8}[ \t][\d./‐ -]{5,20}|(?:[Ee]-?mail:?[ \t]*)?"
    r"[\w.‐-]{2,40}@[\w.‐-]{4,40})){0,3}+[ \t]*"
)
_HELD = (
    r"(?:[,–-]?[ \t]*(?:(?:vice\s?)?sindac|assessor|consiglier|president|component)[^\n,;]{0,40})?"
)
# Whom the next names of a list are: ``Proff. Associati:``, ``per gli studenti:``
_KIND = (
    r"(?i:(?:proff|professori|ricercatori|rappresentanti|personale|per\s+(?:il|la|i|gli|le))(?!\w)"
    r"[^:;,\n]{0,40}:\s*)?"
)
_NEXT = regex.compile(
    rf"{_ASIDE}{_HELD}(?:(?:[,;/]|\s(?:e|ed|[–-])\s|\n|(?<=\w@[\w.‐-]{{4,40}}\s))\s*)"
    rf"(?:[-–•*·]\s*|\d{{1,2}}[.)]\s*)?{_KIND}"
    rf"(?:(?:e|ed)\s+)?(?P<articolo>{_THE}|{_BY}|{_OF}|{_TO})?",
    regex.I,
)
"""From one name of a list to the next; what stands in brackets, telephones, offices are skipped."""

_OFFICE = regex.compile(r"[ \t]*[,–(-]?[ \t]*")
_DASHED = regex.compile(
    rf"\s*{_KIND}"
    r"(?:[-–•*·]\s*|\d{1,2}[.)]\s*)?(?:(?:i|gli)\s)?(?:(?:sigg?\.?\s?ri|sigg|signori)\.?:?\s)?"
)
# Whom an act identifies by birth or tax code it is about: ``la sig.ra Rossi, nata a Riva``.
_BORN = regex.compile(
    r"\s*,?\s*(?:nat[oa]\s+(?:a|il|in)\s|c\.?\s?f\.?[\s:]|codice\s+fiscale)", regex.I
)
# Who works in an office, a line each under its heading: ``Ufficio Protocollo⏎Sig.ra Rossi``
_UNIT_OVER = regex.compile(
    r"(?:^|\n)[ \t]*(?:ufficio|segreteria|sportello|servizio|settore|area)(?:[ ][^\n.;:,\d]{2,60})?"
    r":?[ \t]*\n\s*(?:[-–•][ ]*)?$",
    regex.I,
)
_MOST = 60


def roll_calls(text: str, lower: str, taken: set[int]) -> Iterator[tuple[int, int, Candidate]]:
    """The people of ``Sono presenti i signori: …`` and ``Assenti: …``, each with its span."""
    for function, asked, pattern in _PATTERNS:
        if function not in ("presente", "assente"):
            continue
        for at in starts(lower, asked):
            match = pattern.match(text, at)
            for place in _called(text, match, function, taken, []) if match else ():
                office = _OFFICE.match(text, place.name.fine)
                role = role_at(text, office.end()) if office else None
                end = role.fine if role else place.name.fine
                yield place.name.da, end, replace(place, role=role, contiguo=False)


def recalled(
    text: str, lower: str, taken: set[int], doubtful: list[Candidate]
) -> Iterator[Candidate]:
    """The people that another word calls for, one or a list of them.

    What only has the shape of a name is added to ``doubtful``.
    """
    for function, asked, pattern in _PATTERNS:
        if function in ("presente", "assente"):
            continue
        for at in starts(lower, asked):
            match = pattern.match(text, at)
            if match:
                yield from _called(text, match, function, taken, doubtful)


def _called(
    text: str,
    match: "regex.Match[str]",
    function: Funzione,
    taken: set[int],
    doubtful: list[Candidate],
) -> Iterator[Candidate]:
    dashed = _DASHED.match(text, match.end())
    first = name_at(text, dashed.end() if dashed else match.end())
    needs_title = function in _NEEDS_TITLE and not match.group().rstrip().endswith(":")
    if first is None:
        return
    meets = function in ("presente", "assente") and _has_initial(first)
    if not (meets or _fits(first, needs_title, text)):
        if len(first.unita) > 1 and not (needs_title or is_institution(text, first.da)):
            place = Candidate(first, "richiamo", richiamo=match.group(), funzione=function)
            doubtful.append(place)
        return
    for name in (first, *listed(text, first)):
        if name.inizio not in taken:
            taken.add(name.inizio)
            yield Candidate(name, "richiamo", richiamo=match.group(), funzione=function)


def _fits(name: Name, needs_title: bool, text: str) -> bool:
    if is_institution(text, name.da):
        return False
    return name.titolo is not None or (name.noto and not needs_title)


def _has_initial(name: Name) -> bool:
    """Whether a surname stands with an initial: ``Rossi M.``."""
    return len(name.unita) > 1 and any(unit.endswith(".") for unit in name.unita)


def listed(text: str, first: Name) -> Iterator[Name]:
    """The names that follow a name in a list: after a comma, ``e``, a line break.

    Surnames alone follow only a surname alone, on its line.
    """
    name = first
    single = len(first.unita) == 1
    for _ in range(_MOST):
        gap = _NEXT.match(text, name.fine)
        following = _next_name(text, gap, single=single) if gap else None
        if following is None or gap is None:
            return
        alone = single and len(following.unita) == 1 and "\n" not in gap.group()
        if not (following.noto or following.titolo or alone or _has_initial(following)):
            return
        name = following
        yield name


def _next_name(text: str, gap: "regex.Match[str]", *, single: bool) -> Name | None:
    """The name after a gap; a particle of a surname (``DI MARCO``) is no preposition."""
    if gap["articolo"] and gap["articolo"].isupper():
        whole = name_at(text, gap.start("articolo"))
        if whole is not None:
            return whole
    return name_at(text, gap.end(), single=single)


def titled(text: str, lower: str, found: list[Candidate], taken: set[int]) -> Iterator[Candidate]:
    """The people behind a title that nothing else explains.

    One joined to a person already found (``dall'arch. Rossi e dall'ing. Neri``) shares the
    function; a courtesy form alone (``il sig. Rossi``) makes no role.
    """
    before = {place.name.fine: place for place in found}
    spans = sorted((place.name.da, place.name.fine) for place in found)
    for at in starts(lower, TITLE_STEMS):
        name = name_at(text, at)
        if name is None or not name.titolo or name.inizio in taken:
            continue
        if is_institution(text, name.da) or _is_inside(at, spans):
            continue
        partner = _partner(text, name, before)
        if partner is None and is_courtesy(name.titolo) and not _has_task(text, name):
            continue
        taken.add(name.inizio)
        place = Candidate(name, "titolo")
        if partner is not None:
            place = replace(partner, name=name, legame="elenco", contiguo=False)
        before[name.fine] = place
        yield place


def _has_task(text: str, name: Name) -> bool:
    """Whether a person without an office is one whom the act is about, or works in an office."""
    if _BORN.match(text, name.fine):
        return True
    heading = name.noto and _UNIT_OVER.search(text, max(name.da - 120, 0), name.da)
    return bool(heading) and fills_line(text, name)


def _is_inside(at: int, spans: list[tuple[int, int]]) -> bool:
    nearest = bisect_right(spans, (at, 1 << 60)) - 1
    return nearest >= 0 and spans[nearest][1] > at


def _partner(text: str, name: Name, before: dict[int, Candidate]) -> Candidate | None:
    for end in range(name.da - 1, max(name.da - 14, 0), -1):
        place = before.get(end)
        if place is not None and _NEXT.fullmatch(text, end, name.da):
            return place
    return None
