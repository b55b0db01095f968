"""What an amount is (``ruolo``): told by its column, its row, or the nearest words that say so.

Each cue has a weight; a cue loses a little with distance and much for every other amount between
it and this one, so that in ``liquidare la fattura dell'importo di € 122,00, di cui € 100,00 per
imponibile`` the first is a liquidazione and the second is not.

>>> role("di impegnare la somma di ", " sul capitolo 1234", "", "")
('impegno', 3.4)
"""

from collections.abc import Iterator
from functools import lru_cache

import regex

from extractor.facts.amounts import cues, verbs
from models.vocabulary import RuoloImporto

_BEFORE = cues.compiled(cues.BEFORE_ROWS)
_AFTER = cues.compiled(cues.AFTER_ROWS)
_HEADING = cues.compiled(cues.HEADING_ROWS)

# What one character of distance costs, and another amount in between.
_PER_CHARACTER_BEFORE = 0.012
_PER_CHARACTER_AFTER = 0.12
_PER_AMOUNT = 1.6
# What a whole is, its parts (``di cui € 100,00 per lavori``) are not.
_OF_PART = 3.0
_WHOLE_ONLY = ("costo_progetto", "dotazione")
_TOTAL_ROW_WEIGHT = 7.5
# What leads in a list says of its entries less than their own words do.
_LEAD_WEIGHT = 2.4
_PLAIN_NOUN = 3.0
_LED: tuple[RuoloImporto, ...] = (
    "impegno", "liquidazione", "accertamento", "assegnazione", "contributo", "dotazione",
    "rimborso", "residuo", "soglia", "ritenuta",
)  # fmt: skip
# An amount in a row of works or projects without a word of its own: ``N. | CUP | Importo``.
_WORKS_WEIGHT = 1.6
_WORKS = regex.compile(
    r"(?<![^\W\d_])(?:intervent|progett|oper[ae]\b)|[A-Z]\d{2}[A-Z]\d{11}", regex.IGNORECASE
)
# Adjectives of quantity and words for any sum: a verb that governs the sentence says more.
_MERE_TOTAL = 3.0
# The most that can be granted is still the grant; the most that can be spent is a limit.
_GRANT = r"(?:contribut[oi]|agevolazion[ei]|voucher|sovvenzion[ei]|bonus|indennità|premi[oi]?)"
_OF_GRANT = r"(?:(?<![^\W\d_])(?:del|della|delle|dei|degli|dal|sul|soglia\s+di)\s+|dell[’']\s?)"
_CAP = (
    r"(?:massim[oaie]\b|limite\b|tetto\b|[fs]ino\s+ad?\b|non\s+oltre\b"
    r"|non\s+(?:potrà|può)\s+(?:superare|eccedere))"
)
_GRANT_CAP = regex.compile(
    rf"(?<![^\W\d_])(?:(?<!{_OF_GRANT}){_GRANT}\b(?P<mezzo>[^;€]{{0,170}}?){_CAP}"
    rf"|{_CAP}\s+{_OF_GRANT}{_GRANT}\b)(?P<poi>[^;€]{{0,60}})\Z",
    regex.IGNORECASE,
)
_NOT_GRANT = regex.compile(
    r"spes[ae]\b|cost[oi]\b|investiment|garanzi|prestit|soglia|ISEE|reddit|fattur|minim|inferior"
    r"|superior|maggior|minor",
    regex.IGNORECASE,
)
_NEAR = 22
_GRANT_WEIGHT = 4.6
# A cost that a clause calls the least or the most is a limit: ``spese ammissibili almeno pari a``.
_LIMIT = 1.5
# ``€ 122,00, di cui € 100,00 per imponibile``: what follows is a part.
_PART = regex.compile(r"(?:di\s+cui|oltre|ed?|comprensiv[oaie]\s+di|più)\s*\Z", regex.IGNORECASE)
_OF_WHICH = regex.compile(r"di\s+cui\s*\Z", regex.IGNORECASE)
_TAXABLE = regex.compile(r"[\s,]{0,3}(?:per|di|quale)\s+imponibile", regex.IGNORECASE)
# ``di cui € 255.000,00 per lavori … ed € 64.644,00 per somme a disposizione``: the parts of a
# project's cost (d.lgs. 36/2023, annex I.7, art. 5).
_FRAMEWORK = regex.compile(
    r"[\s,(]{0,4}(?:così\s+(?:distint|ripartit|suddivis)\w+\s*:?\s*|di\s+cui\s*:?\s*)(?:€|euro)?\s*"
    r"[\d.,]{3,20}\s*(?:€|euro)?\s*(?:per|di|quali?)\s+(?:l[’']\s?importo\s+)?(?:dei\s+)?lavori",
    regex.IGNORECASE,
)
_FRAMEWORK_WEIGHT = 4.2
# ``fino a 3.251 piante per ettaro € 42.548,00``: the limit counts something else.
_COUNTED = regex.compile(
    r"(?<![\d/.,])(?<!\b(?:artt?\.?|comm[ai]|nn?\.|lett\.|legge|l\.|lgs\.)\s{0,2})\d"
)
_AMOUNT = regex.compile(
    r"(?:€|(?<![^\W\d_])euro(?![^\W\d_]))[\s.:]{0,3}(?=\d)|\d(?=\s?(?:€|euro))|\d,\d\d(?!\d)",
    regex.IGNORECASE,
)

# Steps of a scale in a cell: ``Fino a 100.000,00``, ``Da 100.000,01 a 250.000,00``.
_STEP = regex.compile(
    r"(?:^|[\n\t])\s*(?:da|oltre|tra|fra|fino\s+ad?|sopra|sotto|da\s+[€\d.,\s]{3,24}\s+ad?|[<>≤≥]=?)"
    r"(?:\s+(?:i|gli))?\s*\Z",
    regex.IGNORECASE,
)
# ``superiore a € 50.000 e € 65.000``: two amounts of one kind.
_JOINED = regex.compile(
    r"(?:[^.;:€\n\t]{0,60}?[\s,)])??\s*(?:,|(?<![^\W\d_])(?:ed?|o|od|oppure|ovvero)(?![^\W\d_]))"
    r"\s*(?:,?\s*(?:ad?|di|per)\s*)?",
    regex.IGNORECASE,
)
# What stands between two amounts of different kinds: ``di cui``, ``oltre IVA e``.
_DASH = regex.compile(r"\s?[-–—]\s?")
_NOT_JOINED = regex.compile(
    r"(?<![^\W\d_])(?:di\s+cui|oltre|comprensiv\w*|più|quale|iva|oneri|a\s+titolo"
    r"|per\s+(?!(?:i|le|gli|ogni|ciascun\w*|singol\w*|progett\w*|soggett\w*|anno)(?![^\W\d_])))",
    regex.IGNORECASE,
)

Told = tuple[RuoloImporto, float]
"""A role, and how strongly it is told: above 3 plainly, near 0 hardly."""


def role(before: str, after: str, heading: str, row: str, opening: str = "") -> Told:
    """The role of an amount between ``before`` and ``after``; ``altro`` where nothing tells.

    ``heading`` and ``row`` are those of its cell, where it stands in a table; ``opening`` are
    the first words of its sentence, whose verb governs it from afar.
    """
    verb = _from_verb(opening, before)
    best = verb
    limit = 0.0
    for told in (*_from_column(heading, row), *_from_before(before), *_from_after(after)):
        mere = told[0] == "totale" and told[1] <= _MERE_TOTAL and verb[1] > 0
        if told[0] == "soglia":
            limit = max(limit, told[1])
        if told[1] > best[1] and not mere:
            best = told
    if best[0] == "costo_progetto" and limit > _LIMIT:
        best = "soglia", limit
    if best[0] == "soglia" and not heading and _is_most_of_grant(before):
        best = "contributo", _GRANT_WEIGHT
    return best[0], round(best[1], 1)


@lru_cache(maxsize=256)
def of_lead(lead: str) -> Told:
    """The role that the words leading in a list give to all its entries."""
    verb = verbs.PATTERN.match(lead)
    told = [verbs.ROLES[verb.lastgroup]] if verb else []
    nouns = [_BEFORE.rows[match.lastgroup] for match in _BEFORE.pattern.finditer(lead)]
    told += [noun for noun in nouns if noun[1] >= _PLAIN_NOUN]
    best = max((one for one in told if one[0] in _LED), key=lambda one: one[1], default=None)
    return (best[0], _LEAD_WEIGHT) if best else ("altro", 0.0)


def of_works(words: str) -> Told:
    """The role of an amount in a table's row that names works, by its cells and headings."""
    return ("costo_progetto", _WORKS_WEIGHT) if _WORKS.search(words) else ("altro", 0.0)


def _is_most_of_grant(before: str) -> bool:
    """Whether ``before`` ends in the most that a grant can be: ``un contributo massimo di``."""
    cap = _GRANT_CAP.search(before)
    return cap is not None and not _NOT_GRANT.search(
        (cap["mezzo"] or "")[-_NEAR:] + " " + cap["poi"]
    )


def of_whole(after: str) -> Told:
    """The role of an amount that is said to be made of works and other sums."""
    found = _FRAMEWORK.match(after) is not None
    return ("costo_progetto", _FRAMEWORK_WEIGHT) if found else ("altro", 0.0)


def is_step(before: str) -> bool:
    """Whether an amount in a cell is a step of a scale: ``Fino a 100.000,00``."""
    return _STEP.search(before) is not None


def is_joined(between: str) -> bool:
    """Whether two amounts with only ``between`` them are one kind of thing."""
    return _JOINED.fullmatch(between) is not None and _NOT_JOINED.search(between) is None


def is_band(between: str) -> bool:
    """Whether two amounts with only ``between`` them bound a band: ``1.000,00 – 5.000,00``."""
    return _DASH.fullmatch(between) is not None


def is_taxable_part(before: str, after: str) -> bool:
    """Whether an amount is the taxable part of the one before: ``di cui € 100,00 per imponibile``.

    It is what the whole is (paid, committed); the VAT is not.
    """
    return _OF_WHICH.search(before) is not None and _TAXABLE.match(after) is not None


def _from_verb(opening: str, before: str) -> Told:
    """The role by a sentence's verb (``DI LIQUIDARE …``), but for what is part of an amount."""
    match = verbs.PATTERN.match(opening)
    if match is None or _PART.search(before):
        return "altro", 0.0
    return verbs.ROLES[match.lastgroup]


def _from_before(text: str) -> Iterator[Told]:
    part = _OF_WHICH.search(text) is not None
    for match in _BEFORE.pattern.finditer(text):
        name, weight = _BEFORE.rows[match.lastgroup]
        between = text[match.end() :]
        if name == "soglia" and _COUNTED.search(between):
            continue
        amounts = len(_AMOUNT.findall(between))
        cost = len(between) * _PER_CHARACTER_BEFORE + amounts * _PER_AMOUNT
        if amounts and (name == "totale" or (part and name in _WHOLE_ONLY)):
            cost += _OF_PART
        yield name, weight - cost


def _from_after(text: str) -> Iterator[Told]:
    for match in _AFTER.pattern.finditer(text, 0, 80):
        name, weight = _AFTER.rows[match.lastgroup]
        yield name, weight - match.start() * _PER_CHARACTER_AFTER


def _from_column(heading: str, row: str) -> Iterator[Told]:
    if heading:
        if cues.TOTAL_ROW.match(row):
            yield "totale", _TOTAL_ROW_WEIGHT
        for match in _HEADING.pattern.finditer(heading):
            yield _HEADING.rows[match.lastgroup]
