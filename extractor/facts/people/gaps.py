"""What may stand between a role and its name, and around a name that is a person's.

Patterns only: each piece says in words what it admits. All are bounded.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

import regex

from extractor.facts.people.names import Name
from extractor.facts.people.titles import LETTER

SIGNED = r"(?:\(?\s?f\.?\s?to\.?\s?\)?|firmato(?:\s+digitalmente)?(?:\s+da)?[:\s]|fto\b|/s/)"
"""``f.to``, ``firmato digitalmente da``: the words that stand for a signature."""

DIRECT = re.compile(
    rf"(?:[\s:,–—\-(“\"'_/|]|\.{{3,}})*+(?:{SIGNED}[\s:,(–-]*+)?+(?:(?:il|la)\s+|l['’]\s?)?",
    re.I,
)
"""Nothing but white space, marks, a signature's words, an article."""

SIGN = regex.compile(rf"{SIGNED}[\s:,(–-]*+$", regex.I)

# The dot of one capital letter ends no sentence: ``U.O. Affari generali``, ``S.C. Bilancio``.
_DOT = r"(?<!\b[A-Z])\."
HARD_STOP = regex.compile(rf"[;•]|{_DOT}\s+[A-ZÀ-Ü][a-zà-ü]{{2}}|\n\s*\n\s*\n\s*\n")
"""A sentence or a block ends: no role reaches a name beyond it."""

_VERBS = (
    r"è|e['’](?=\s)|ha|hanno|sono|viene|vengono|che|con|si|non|comunica|provvede|propone|approva"
    r"|dichiara|ove|quando|mediante|presso|entro|secondo|tramite|o|oppure|ovvero|nonché|anche"
    r"|all['’]uopo|sarà|saranno|deve|devono|può|possono|assume|valuta|verifica|trasmette|effettua"
    r"|rilascia|rappresentat[oa]|esprime|attesta|certifica|dispone|determina|rende|ritiene|invita"
    r"|illustra|relaziona|informa|sottoscriv\w+|procede|cura|adotta|nomina|di\s+concerto"
)
_REFERENCES = (
    r"ai\s+sensi|visto|vista|visti|dato|via|in\s+persona|nella\s+persona|telefono|n\.|nr\.|art\."
    r"|su|sulla|sul|[Tt]el|[Ee]-?mail|[Pp]ec|PEC"
)
_COMPANY = r"s\.?\s?[ras]\.?\s?[ls]|s\.?\s?n\.?\s?c|s\.?\s?p\.?\s?a"

VERB = regex.compile(rf"(?<!\w)(?:{_VERBS})(?!\w)")
"""A word after which a role is the subject of a sentence, not the office of the next name."""

# A sentence ends, or a word begins what is no longer the name of the office; in the capitals of
# a signature the same words are part of it (RAPPORTI CON IL TERRITORIO).
STOP = re.compile(
    rf"[;!?•%€]|{_DOT}(?=\s+[A-ZÀ-Ü][a-zà-ü]{{2}})|\n[ \t]*\n[ \t]*\n[ \t]*\n"
    rf"|(?i:(?<!{LETTER})(?:{_COMPANY})(?!{LETTER}))|(?<!{LETTER})(?:{_VERBS}|{_REFERENCES})(?!{LETTER})"
)

_ARTICLE = r"(?:(?:il|la|lo)\s+|l['’]\s?)?"
_OF = r"(?:di\s+|del\s+|della\s+|dell['’]\s?)"
COPULA = regex.compile(
    r"(?<!\w)(?:(?:è|e['’]|risulta|resta|rimane|viene|sarà|sia)\s+(?:stat[oa]\s+)?"
    r"(?:(?:individuat|nominat|designat|identificat|confermat)[oa]\s+)?(?:(?:nel|in|come|quale)\s+)?"
    r"|(?:sono|vengono|risultano)\s+(?:stat[ie]\s+)?(?:individuat|nominat|designat)[ie]\s+"
    r"(?:(?:in|nelle\s+persone\s+di|nei\s+signori)\s+)?"
    rf"|(?:nella\s+persona|nella\s+figura)\s+{_OF}|nelle\s+persone\s+di\s+|(?=(?:il|la)\s+(?:sottoscritt|scrivent)))"
    rf"{_ARTICLE}(?:nella\s+persona\s+{_OF})?(?:(?:sottoscritt[oa]|scrivente),?\s+)?(?:dipendente\s+)?$",
    regex.I,
)
"""``, ai sensi dell'art. 15, è l'``; ``nella persona del``."""

AS = regex.compile(r"(?:qualità|veste)\s+di|quale", regex.I)
"""The words by which one person has one more role: ``, in qualità di``."""

_IN_COPULAS = (
    "è", "e'", "e’", "risulta", "sono", "vengono", "resta", "rimane", "viene", "sar", "sia", "nell",
    "sottoscritt", "scrivent",
)  # fmt: skip


def may_hold_copula(gap: str) -> bool:
    """Whether one of the words stands in it that ``COPULA`` cannot do without."""
    low = gap.lower()
    return any(word in low for word in _IN_COPULAS)


TOWARDS = regex.compile(
    r"[ \t]*(?:[,–—(:\t-]\s*)?(?:(?:\([^()\n]{0,70}\)|nat[oa]\s.{5,60}),?\s*)?"
    r"(?:[,–—-]\s*)?(?:(?:dipendente|funzionari[oa]|in\s+servizio)\s[^,;.:\n]{2,60},\s*)?"
    r"(?:(?:il\s+quale\s+)?(?:(?:è|e['’]|era|viene|veniva|fu|sia)\s+(?:stat[oa]\s+)?)?"
    r"(?:nominat|designat|individuat|confermat|incaricat|elett|proclamat)[oa]\s+)?"
    r"(?:(?:in|nella(?:\s+sua)?|con\s+la)\s+(?:qualità|qualifica|veste)\s+di|quale|come)?\s*"
    r"\(?(?:(?:il|la)\s|l['’]|nuov[oa]\s)?\s*",
    regex.I,
)
"""From a name to the role after it: ``, in qualità di``; ``è stata nominata``."""

SUPPORTED = regex.compile(
    r",\s*(?:con\s+(?:il\s+supporto|l['’]\s?ausilio)|coadiuvat[oa]|supportat[oa]|assistit[oa])\s[^,:;.\n]{2,90},",
    regex.I,
)
"""``, con il supporto del collaboratore,``: who helps, between an office and its holder."""

MAY_CITE = ("(", "sensi", "ex ", "di cui")
CITED = regex.compile(
    r"\s*\((?:ai\s+sensi|art|ex\s|l\.|legge|d\.)[^()\n\t]{2,90}\)"
    r"|,?\s*(?:ai\s+sensi|ex\s+art|di\s+cui\s+all)[^:\n\t;()]{4,90}(?=\s?:\s)"
    r"|,\s*(?:ai\s+sensi|ex\s+art)[^:\n\t;(),]{4,90},(?=\s)",
    regex.I,
)
"""The law that an office is held by: ``(art. 5 L. 241/1990)``, ``ai sensi della L. 241/1990:``."""

# The letter is looked for first, and what stands before it then.
START = re.compile(
    rf"[A-ZÀ-ÖØ-Þacdgimoprst](?:(?<!{LETTER}.)(?<!\..)|(?<=f\.to.))"
    r"(?:(?<=[A-ZÀ-ÖØ-Þ])|(?:(?<=d)(?i:ott\w*|r|on|)|(?<=i)(?i:ng\w*|sp)|(?<=a)(?i:rch\w*|vv\w*|gr)"
    r"|(?<=g)(?i:eom\w*|en|eol)|(?<=r)(?i:ag|ev)|(?<=p)(?i:rof\w*|adre|er)"
    r"|(?<=s)(?i:ig\w*|erg|en|uor)|(?<=c)(?i:ap|omm|ol|av|ons)|(?<=t)(?i:en)"
    r"|(?<=m)(?i:agg|ons|)|(?<=o)(?i:n))[.\s])"
)
"""Where a name, or a title before it, can begin."""

# What bears the name of a person without being one.
INSTITUTION = regex.compile(
    r"(?r)(?<!\w)(?:via|viale|v\.le|piazza|p\.zza|piazzale|piazzetta|largo|corso|c\.so|vicolo|strada"
    r"|rione|contrada|località|istitut[oi]|i\.\s?c\.|scuola|liceo|ospedale|fondazione|teatro|museo"
    r"|biblioteca|casa|villa|palazzo|palasport|stadio|parco|santuario|chiesa|parrocchia|centro"
    r"|asilo|r\.?s\.?a\.?|policlinico|aeroporto|università|plesso|campus|collegio|premio|borsa"
    r"|cooperativa|associazione|società|impresa|studio|legge|riforma|decreto|lodo|metodo"
    r"|auditorium|residenza|complesso|ponte|rifugio|(?<!del\s)comune|città|monte|lago|san|santa|santo|beato"
    r"|ditta|rotonda|polo|sala|aula|(?<!(?:unico|responsabile)\s(?:del|di)\s)progetto|cammino|festa|madonna|banca|gruppo)"
    r"(?:\s+(?:comprensiv[oa]|statale|superiore|civic[oa]|comunale|tecnic[oa]|legale|associato|di"
    r"|del|della|dei|infanzia|primaria|secondaria|media|elementare|dell['’]\s?\w+|[IVX]+|grado"
    r"|studi|agricol[oa]|e\s+cultura)){0,4}\s*[“\"«'‘]?\s*$",
    regex.I,
)

_CELL = regex.compile(r"[\n\t]|\s{4,}")
_LEAD = regex.compile(rf"[\s(_*-]*(?:{SIGNED}[\s:,(–-]*)?", regex.I)
# Who certified the signature, or its day: ``Anna Neri / InfoCamere S.C.p.A.``
_CERTIFIED = (
    r"/\s*(?:info|aruba|namir|actal|poste|lextel|intesi|uanat|trust)[^\n]{0,50}|-\s*\d{8}(?!\d)"
)
_TAIL = regex.compile(rf"[\s).,;_*-]*(?:\(?firm[^\n]{{0,60}}|\*+|{_CERTIFIED})?\s*", regex.I)


def starts(text: str, first: int, limit: int) -> Iterator[int]:
    """The places between ``first`` and ``limit`` at which a name can begin."""
    return (match.start() for match in START.finditer(text, first, limit))


@lru_cache(maxsize=16)  # asked of one place from several sides
def is_institution(text: str, at: int) -> bool:
    """Whether the words before ``at`` make what follows a street, a school, a law…"""
    return INSTITUTION.match(text, max(at - 70, 0), at) is not None


def fills_line(text: str, name: Name) -> bool:
    """Whether the name, signed or in brackets, is all of its line (or of its cell)."""
    before = _CELL.split(text[max(name.da - 80, 0) : name.da])[-1]
    after = _CELL.split(text[name.fine : name.fine + 80])[0]
    return _LEAD.fullmatch(before) is not None and _TAIL.fullmatch(after) is not None
