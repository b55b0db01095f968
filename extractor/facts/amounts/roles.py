"""What an amount is (``ruolo``): told by its column, its row, or the nearest words that say so.

Each cue has a weight; a cue loses a little with distance and much for every other amount between
it and this one, so that in ``liquidare la fattura dell'importo di € 122,00, di cui € 100,00 per
imponibile`` the first is a liquidazione and the second is not.

>>> role("di impegnare la somma di ", " sul capitolo 1234", "", "")
('impegno', 3.4)
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

import regex

from extractor.facts.amounts import cues, cues_after, cues_before, cues_calls, verbs
from extractor.facts.amounts.granted import is_most_granted
from models.vocabulary import RuoloImporto

_BEFORE_ROWS = cues_calls.CALL_ROWS + cues_before.BEFORE_ROWS
_BEFORE = cues.compiled(_BEFORE_ROWS)
_AFTER = cues.compiled(cues_after.AFTER_ROWS)
_HEADING = cues.compiled(cues_after.HEADING_ROWS)

# What is due (a fee, a bail) is paid, committed or cashed where a verb says so.
_DUE = frozenset(f"r{at}" for at, row in enumerate(_BEFORE_ROWS) if row in cues_before.DUE_ROWS)
_DUE_WEIGHT = 2.6
_DISPOSES = ("liquidazione", "impegno", "accertamento")
# ``pagamenti in contanti oltre € 1.000,00``; after another amount it adds a part.
_OVER = regex.compile(r"(?<![^\W\d_])oltre\s*\Z", regex.IGNORECASE)
_OVER_WEIGHT = 3.6
_NEAR = 30
# The title of a section tells what its amounts are, where no word beside them does.
_TITLE_WEIGHT = 1.9
# What one character of distance costs, and another amount in between.
_PER_CHARACTER_BEFORE = 0.012
_PER_CHARACTER_AFTER = 0.12
_PER_AMOUNT = 1.6
_GRANTED_WEIGHT = 6.4
# What a whole is, its parts (``di cui € 100,00 per lavori``) are not.
_OF_PART = 3.0
_WHOLE_ONLY = ("costo_progetto", "dotazione")
_TOTAL_ROW_WEIGHT = 7.5
# What leads in a list says of its entries less than their own words do.
_LEAD_WEIGHT = 2.4
_PLAIN_NOUN = 3.0
# ``l’importo massimo erogabile è così ridefinito:``
_GRANTABLE = regex.compile(
    r"(?<![^\W\d_])(?:importo|ammontare|misura)\s+(?:massim[oa]\s+)?(?:mensile\s+)?(?:erogabile|concedibile|riconoscibile)",
    regex.IGNORECASE,
)
_LED: tuple[RuoloImporto, ...] = (
    "impegno", "liquidazione", "accertamento", "assegnazione", "contributo", "dotazione",
    "rimborso", "residuo", "soglia", "ritenuta",
)  # fmt: skip
# An amount in a row of works or projects without a word of its own: ``N. | CUP | Importo``.
_WORKS_WEIGHT = 1.6
_WORKS = re.compile(
    r"(?<![^\W\d_])(?:intervent|progett|oper[ae](?![a-zà-ù]))|[A-Z]\d{2}[A-Z]\d{11}", re.IGNORECASE
)
# ``Capitolo | Impegno | Importo``, ``Fattura | Data | Importo``.
_NUMBERED = regex.compile(
    r"(?<![^\W\d_])(?:(?P<impegno>(?:sub)?impegn[oi])|(?P<liquidazione>fattur[ae]|liquidazion[ei]|mandat[oi])"
    r"|(?P<accertamento>accertament[oi]|reversal[ei]))(?![^\W\d_])",
    regex.IGNORECASE,
)
_NUMBERED_ROLES: dict[str | None, RuoloImporto] = {
    "impegno": "impegno",
    "liquidazione": "liquidazione",
    "accertamento": "accertamento",
}
_NUMBERED_WEIGHT = 2.0
_WHOLE_OF_ROW = regex.compile(r"\s*(?:importo\s+)?totale(?:\s+fattura)?\s*", regex.IGNORECASE)
_WHOLE_WEIGHT = 3.2
# Adjectives of quantity and words for any sum: a verb that governs the sentence says more.
_MERE_TOTAL = 3.0
# A cost that a clause calls the least or the most is a limit: ``spese ammissibili almeno pari a``.
_LIMIT = 1.5
# ``€ 122,00, di cui € 100,00 per imponibile``: what follows is a part.
_PART = regex.compile(r"(?:di\s+cui|oltre|ed?|comprensiv[oaie]\s+di|più)\s*\Z", regex.IGNORECASE)
_OF_WHICH = regex.compile(r"di\s+cui\s*\Z", regex.IGNORECASE)
# ``di cui € 255.000,00 per lavori … ed € 64.644,00 per somme a disposizione``: the parts of a
# project's cost (d.lgs. 36/2023, annex I.7, art. 5).
_FRAMEWORK = regex.compile(
    r"[\s,(]{0,4}(?:così\s+(?:distint|ripartit|suddivis)\w+\s*:?\s*|di\s+cui\s*:?\s*)(?:€|euro)?\s*"
    r"[\d.,]{3,20}\s*(?:€|euro)?\s*(?:per|di|quali?)\s+(?:l[’']\s?importo\s+)?(?:dei\s+)?lavori",
    regex.IGNORECASE,
)
_FRAMEWORK_WEIGHT = 4.2
# ``il finanziamento di interventi, stabilendo la complessiva somma di € 1,5 miliardi``: a sum told
# in millions of what is financed is set aside for it; contracts are told to the cent.
_LARGE = regex.compile(r"miliard|milion|mln|mld", regex.IGNORECASE)
_FUNDED = regex.compile(
    r"(?<![^\W\d_])(?:finanziament|finanziar|programm|interventi|risorse|fond[oi]\b|misur[ae]\b|piano\b)",
    regex.IGNORECASE,
)
_FUND_WEIGHT = 3.1
# ``fino a 3.251 piante per ettaro € 42.548,00``: the limit counts something else.
_COUNTED = regex.compile(
    r"(?<![\d/.,])(?<!\b(?:artt?\.?|comm[ai]|nn?\.|lett\.|legge|l\.|lgs\.)\s{0,2})\d"
)
_AMOUNT = regex.compile(
    r"(?:€|(?<![^\W\d_])euro(?![^\W\d_]))[\s.:]{0,3}(?=\d)|\d(?=\s?(?:€|euro))|\d,\d\d(?!\d)",
    regex.IGNORECASE,
)

Told = tuple[RuoloImporto, float]
"""A role, and how strongly it is told: above 3 plainly, near 0 hardly."""


def role(
    before: str,
    after: str,
    heading: str,
    row: str,
    opening: str = "",
    title: RuoloImporto = "altro",
) -> Told:
    """The role of an amount between ``before`` and ``after``; ``altro`` where nothing tells.

    ``heading`` and ``row`` are those of its cell, where it stands in a table; ``opening`` are
    the first words of its sentence, whose verb governs it from afar, ``title`` what the title
    of its section tells.
    """
    verb = _from_verb(opening, before)
    if verb[1] < _TITLE_WEIGHT and title != "altro":
        verb = title, _TITLE_WEIGHT
    best = verb
    limit = 0.0
    for told in (
        *_from_column(heading, row),
        *_from_before(before, governed=verb[0] in _DISPOSES),
        *_from_after(after, governed=verb[0] in _DISPOSES),
    ):
        mere = told[0] == "totale" and told[1] <= _MERE_TOTAL and verb[1] > 0
        if told[0] == "soglia":
            limit = max(limit, told[1])
        if told[1] > best[1] and not mere:
            best = told
    if best[0] == "costo_progetto" and limit > _LIMIT:
        best = "soglia", limit
    return best[0], round(best[1], 1)


@lru_cache(maxsize=256)
def of_lead(lead: str) -> Told:
    """The role that the words leading in a list give to all its entries."""
    verb = verbs.PATTERN.match(lead)
    told = [verbs.ROLES[verb.lastgroup]] if verb else []
    nouns = [_BEFORE.rows[match.lastgroup] for match in _BEFORE.find(lead)]
    told += [noun for noun in nouns if noun[1] >= _PLAIN_NOUN]
    if _GRANTABLE.search(lead):
        return "contributo", _LEAD_WEIGHT
    best = max((one for one in told if one[0] in _LED), key=lambda one: one[1], default=None)
    return (best[0], _LEAD_WEIGHT) if best else ("altro", 0.0)


@lru_cache(maxsize=256)
def of_row(headings: str, heading: str = "") -> Told:
    """The role of an amount in a table's row that gives the number of a commitment or invoice.

    Under ``Totale`` stands the whole of the row's own invoice.
    """
    match = _NUMBERED.search(headings)
    if match is None:
        return "altro", 0.0
    whole = match.lastgroup == "liquidazione" and _WHOLE_OF_ROW.fullmatch(heading) is not None
    return _NUMBERED_ROLES[match.lastgroup], _WHOLE_WEIGHT if whole else _NUMBERED_WEIGHT


def of_works(words: Iterable[str]) -> Told:
    """The role of an amount in a table's row that names works in one of its cells or headings."""
    return ("costo_progetto", _WORKS_WEIGHT) if any(map(_names_works, words)) else ("altro", 0.0)


@lru_cache(maxsize=1024)  # asked of a row for each of its amounts, of a heading for each row
def _names_works(words: str) -> bool:
    return _WORKS.search(words) is not None


def of_fund(words: str, before: str) -> Told:
    """The role of a sum whose own ``words`` count millions, in a sentence on what is financed."""
    found = _LARGE.search(words) is not None and _FUNDED.search(before) is not None
    return ("dotazione", _FUND_WEIGHT) if found else ("altro", 0.0)


def of_whole(after: str) -> Told:
    """The role of an amount that is said to be made of works and other sums."""
    found = _FRAMEWORK.match(after) is not None
    return ("costo_progetto", _FRAMEWORK_WEIGHT) if found else ("altro", 0.0)


def _from_verb(opening: str, before: str) -> Told:
    """The role by a sentence's verb (``DI LIQUIDARE …``), but for what is part of an amount."""
    match = verbs.PATTERN.match(opening)
    if match is None or _PART.search(before):
        return "altro", 0.0
    return verbs.ROLES[match.lastgroup]


def _from_before(text: str, *, governed: bool = False) -> Iterator[Told]:
    part = _OF_WHICH.search(text[-_NEAR:]) is not None
    if _OVER.search(text[-_NEAR:]) and not _AMOUNT.search(text):
        yield "soglia", _OVER_WEIGHT
    if is_most_granted(text):
        yield "contributo", _GRANTED_WEIGHT
    for match in _BEFORE.find(text):
        name, weight = _BEFORE.rows[match.lastgroup]
        between = text[match.end() :]
        if name == "soglia" and _COUNTED.search(between):
            continue
        amounts = len(_AMOUNT.findall(between))
        due = match.lastgroup in _DUE or name == "contributo"
        if due and governed and not _AMOUNT.search(text, 0, match.start()):
            weight = min(weight, _DUE_WEIGHT)
        governed = governed or (name in _DISPOSES and match.group().lower().endswith("re"))
        cost = len(between) * _PER_CHARACTER_BEFORE + amounts * _PER_AMOUNT
        if amounts and (name == "totale" or (part and name in _WHOLE_ONLY)):
            cost += _OF_PART
        yield name, weight - cost


def _from_after(text: str, *, governed: bool = False) -> Iterator[Told]:
    for match in _AFTER.find(text, 80):
        name, weight = _AFTER.rows[match.lastgroup]
        if governed and name == "contributo":
            weight = _DUE_WEIGHT
        yield name, weight - match.start() * _PER_CHARACTER_AFTER


def _from_column(heading: str, row: str) -> Iterator[Told]:
    if heading:
        if cues_after.TOTAL_ROW.match(row):
            yield "totale", _TOTAL_ROW_WEIGHT
        for match in _HEADING.find(heading):
            yield _HEADING.rows[match.lastgroup]
