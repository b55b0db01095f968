"""The named pieces from which the patterns of citations are composed.

Every pattern reads the *folded* text: lower case, typographic apostrophes, dashes and quotes
replaced by plain ones, character for character, so that offsets are those of the text itself.
Any gap may hold line breaks and tabs, since plain-text inputs keep the hard breaks of the page.
"""

import re

from extractor.facts.dates import MONTHS
from extractor.facts.regions import REGIONS

_SINGLE = str.maketrans({"İ": "i"})
_PLAIN = (
    ("’", "'"),
    ("‘", "'"),
    ("`", "'"),
    ("–", "-"),
    ("—", "-"),
    ("‐", "-"),
    ("‑", "-"),
    ("−", "-"),
    ("“", '"'),
    ("”", '"'),
    ("„", '"'),
    ("«", '"'),
    ("»", '"'),
    ("º", "°"),
    ("\u00a0", " "),
)


def fold(text: str) -> str:
    """The text in lower case with plain quotes, apostrophes and dashes, of the same length."""
    low = text.translate(_SINGLE).lower() if "İ" in text else text.lower()
    for printed, plain in _PLAIN:
        if printed in low:
            low = low.replace(printed, plain)
    return low


MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))


def date(tag: str) -> str:
    """A date in words or figures; its groups end in ``tag``: g, m, a (words) or G, M, A."""
    return (
        rf"(?:(?P<g{tag}>[0-3]?\d)\s?[°^]?[\s-]{{0,3}}(?P<m{tag}>{MONTH})\.?[\s,-]{{0,3}}"
        rf"(?P<a{tag}>(?:1[89]|20)\d\d)(?!\d)"
        rf"|(?P<G{tag}>[0-3]?\d)\s?[./-]\s?(?P<M{tag}>[01]?\d)\s?[./-]\s?"
        rf"(?P<A{tag}>(?:1[89]|20)\d\d|\d\d)(?!\d|/\d))"
    )


MARK = r"(?:n(?:umer[oi]|um|\.?r[oi]|r|n)?(?![a-z])\s?[.°:]{0,3}\s{0,3}(?:n\.\s?)?)"
"""The mark of a number: ``n.``, ``n°``, ``nr.``, ``nn.``, ``numero``."""

# ``837/C``, ``1/pareri/2004``, ``123/A1810C/2023``: the letters of an office belong to the number;
# those of the organ or of the register (``45/GC``), and those around a year, do not.
_OFFICE = (
    r"(?!(?:del|in|dd|bis|ter|quater|reg|gen|g\.?[cmp]|c\.?[cps]|r\.?[gpsu])(?![a-z\d]))"
    r"(?:[a-z]{1,8}|[a-z]\d{3,4}[a-z])(?![a-zà-ÿ\d]|\.[a-z]|/(?:19|20)\d\d/[a-z])"
)
NUMBER = (
    r"(?:(?<![a-zà-ÿ])(?P<leg>(?:[ivx]{1,5}(?:\s?/\s?[ivx]{1,4})?))(?:\s?[/.-]\s?(?=\d)|\s{1,3}(?=\d)|(?=\d{3})))?"
    r"(?P<num>\d{1,2}\.\d{3}(?!\d)|\d{1,7}(?:\s?-\s?\d{2,6}(?!\d|-|\s?/(?!\s?leg)|\.\d))?)"
    r"(?:-?(?:bis|ter|quater)(?![a-z]))?"
    rf"(?:\s?/\s?(?P<ufficio>{_OFFICE})\.?(?=[^a-z]|\Z))?"
    r"(?:\s?/\s?(?P<dopo>\d{1,6}))?"
    # ``6/SEZAUT/2020/INPR``: the Court of Auditors sets its sections around the year.
    r"(?:/[a-z]{3,8}(?=/(?:19|20)\d\d/?))?"
    r"(?:\s?/\s?(?P<coda>\d{4}(?!\d)|[a-z]{1,5}(?![a-z])(?:\.(?=\s{1,3}(?:del|in\s)))?))?"
    r"(?:/[a-z]{3,8}(?![a-z])){0,2}"
    r"(?!\d|[.,]\d|\s?[%€])"
)
"""A number with an optional legislature before it and year or series after it."""

GAP = r"[\s,:.-]{0,4}"
"""What may stand between a head and its number or date."""

NOT_DATE = (
    r"(?![0-3]?\d\s?[./-]\s?[01]?\d\s?[./-]\s?(?:\d{4}|\d\d)(?!\d))"
    rf"(?![0-3]?\d[\s°^]{{1,3}}(?:{MONTH})(?![a-z]))"
)
"""Where a number begins that is not the day of a date."""

PROPOSED = r"(?:d(?:el(?:l[ao]?)?|ei|egli|elle|i)(?![a-z])|dell')"
"""*di* with or without an article."""

DATED = (
    r"[\s,;(-]{0,4}(?:(?:assunt|adottat|emanat|emess|res|datat|approvat|sottoscritt|stipulat)[oae]"
    r"\s{1,3})?(?:del(?:l')?|(?:in|di)\s{1,3}data|il|d\.?d\.?|datat[oa])\s{0,3}(?:giorno\s{1,3})?"
)
"""What stands between a number and its date: ``del``, ``dell'``, ``in data``."""

UNION = r"(?:\(\s?)?(?:u\.?e\.?|c\.?e\.?e?\.?|eu)(?:[,\s/-]{1,3}euratom)?(?:\s?\)|(?![a-z]))"
"""The mark of an act of the European Union: ``(UE)``, ``(CE)``, ``(UE, Euratom)``, ``CEE``."""

AUTHORS = (
    r"(?:[\s,]{0,3}(?:e\s{1,3})?(?:del|della|dell'|e)\s{0,3}"
    r"(?:parlamento(?:\s{1,3}europeo)?|consiglio(?:\s{1,3}europeo)?"
    r"|commissione(?:\s{1,3}(?:europea|ue|delle\s{1,3}comunit[aà]'?\s{1,3}europee))?"
    r"|unione\s{1,3}europea|banca\s{1,3}centrale\s{1,3}europea)){0,3}"
)
"""The institutions of the Union that made an act, between its number and its date."""

# Adjectives and nouns that end as infinitives do.
_NO_VERBS = (
    "mare|militare|regolare|generale|(?:agro)?alimentare|popolare|particolare|nucleare|consolare|solare"
    "|familiare|(?:im)?mobiliare|parlamentare|preliminare|disciplinare|elementare|complementare"
    "|circolare|titolare|opere|estere|lettere|genere|cantiere|quartiere|filiere|frontiere|finanziere"
    "|carcere|libere"
)
_STOP = (
    r"che|con(?!\s{1,3}(?:i\s{1,3})?poteri)|cui|il|lo|gli|è|ha|hanno|sono|non|se|si|nota|prot|protocollo|ad|avente|oggetto"
    r"|recante|relativ\w+|pubblicat\w+|approvat\w+|impegn\w+|capitol\w+|cap|art\w*|comm[ai]"
    r"|punt[oi]|cup|cig|lett\w*|allegat\w+|pag(?:g|in\w+)?|vist\w+|richiamat\w+|entro|tra|fra"
    r"|legg[ei]|decret\w+|deliber\w+|determin\w+|ordinanz\w+|circolar[ei]|comunicat\w+"
    r"|convenzion\w+|contratt\w+|accord\w+|sentenz\w+|regolament[oi]|direttiv[ae]|decision[ei]"
    r"|fattur\w+|mandat\w+|bando|avvis\w+|iva|domand\w+|istanz\w+|progett\w+"
    r"|bollettin\w+|burl?|gazzett\w+|tel|fax|via|piazza|nn?|nr|num\w*|verbal\w+|sched\w+"
    r"|d\.?(?:g\.?r|lgs|l|p\.?r|p\.?c\.?m|m|d\.?s|d\.?u\.?o|d\.?g)\.?|r\.d\.?|ll?\.?(?:rr?)?\.?"
    r"|dd\.?mm"
    rf"|(?!dipart)part\w+|(?!(?:{_NO_VERBS})(?![a-z]))\w{{2,}}(?:are|ere|ire|arsi|ersi|irsi)"
)
_WORD = rf"(?!(?:{_STOP})(?![a-zà-ÿ]))[a-zà-ÿ][a-zà-ÿ&'/-]*(?:\.(?:[a-z]\.){{0,5}})?(?![a-zà-ÿ])"
# A dash alone joins the parts of one word: read as a gap too, it would be read in many ways.
_FILLER = (
    rf"(?:(?:[\s:][\s:-]{{0,3}}|-\s[\s:-]{{0,2}})[\"(]?(?:per\s{{1,3}}(?:il|lo|gli)(?![a-z])|{_WORD})[\")]?,?"
    r"|\s{1,3}\d{1,2}(?=\s{1,3}n[.°r])|\s{1,3}[1-9](?=\s{1,3}(?:centro|nord|sud|est|ovest)\s)"
    r"|\s{1,3}ad\s{1,3}acta(?![a-z]))"
)
FILL = rf"{_FILLER}{{0,16}}?"
"""Words between the kind of an act and its number: the body or office that made it."""

SHORT_FILL = rf"{_FILLER}{{0,3}}?"
"""The same after an abbreviation: ``D.M. Interni 18/3/96``."""

_ANTE_VERB = "citat|richiamat|predett|suddett|succitat|sopracitat|sopra\\s?citat|summenzionat"
BACK = rf"(?:(?:{_ANTE_VERB}|medesim|stess|anzidett|ridett)[oaie]\s{{1,3}})"
"""Adjectives that point back: ``la citata d.g.r.``, ``il medesimo decreto``."""


OF_REGION = (
    r"(?:\s{1,3}(?:(?:della|del|dell')\s{0,3})?(?:regione\s{1,3})?"
    rf"(?:(?:autonoma|del|della|dell')\s{{0,3}}){{0,2}}(?:{REGIONS})(?![a-z]))?"
)
"""The Region that made an act, after its kind: ``d.g.r. Campania n. 387/2021``."""


def abbreviation(letters: str) -> str:
    """An abbreviation with or without dots and spaces: ``dgr`` reads ``D.G.R.``, ``d. g. r.``."""
    return r"(?:\.\s{0,2})?".join(letters) + r"(?:\.(?![a-z]))?(?![a-zà-ÿ])"


def piece(pattern: str) -> re.Pattern[str]:
    """Compile a pattern on folded text."""
    return re.compile(pattern)
