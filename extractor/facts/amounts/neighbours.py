"""What an amount takes from the one before it: the two ends of a range, the taxable part.

>>> is_joined(" e "), is_joined(" di cui "), is_range("compreso tra ", " e ")
(True, False, True)
"""

import regex

from extractor.facts.amounts.surroundings import Place
from models.vocabulary import RuoloImporto

# Below this an amount may still be what the one joined to it is.
_PLAINLY = 3.0
# How far before an amount the words stand that bind it to another.
_NEAR = 30
_OF_WHICH = regex.compile(r"di\s+cui\s*\Z", regex.IGNORECASE)
_TAXABLE = regex.compile(r"[\s,]{0,3}(?:per|di|quale)\s+imponibile", regex.IGNORECASE)
# Steps of a scale in a cell: ``Fino a 100.000,00``, ``Da 100.000,01 a 250.000,00``.
_STEP = regex.compile(
    r"(?:^|[\n\t])\s*(?:da|oltre|tra|fra|fino\s+ad?|sopra|sotto|da\s+[€\d.,\s]{3,24}\s+ad?|[<>≤≥]=?)"
    r"(?:\s+(?:i|gli))?\s*\Z",
    regex.IGNORECASE,
)
# ``superiore a € 50.000 e € 65.000``: two amounts of one kind.
_JOINED = regex.compile(
    r"(?:[^.;:€\n\t]{0,90}?[\s,)])??\s*(?:,|(?<![^\W\d_])(?:ed?|o|od|oppure|ovvero|anziché|invece\s+che)(?![^\W\d_]))"
    r"\s*(?:,?\s*(?:pari\s+ad?|ad?|di|in|per)\s*)?",
    regex.IGNORECASE,
)
# ``compresa tra € 10.000 ed € 20.000``, ``da un minimo di € 80 ad un massimo di € 480``.
_RANGE_FROM = regex.compile(
    r"(?<![^\W\d_])(?:[tf]ra|da)(?:\s+(?:i|gli|un\s+minimo\s+di))?\s*(?:€|euro)?\s*\Z",
    regex.IGNORECASE,
)
_RANGE_TO = regex.compile(
    r"\s*(?:euro|€)?\s*(?:ed?|ad?|[fs]ino\s+ad?)(?:\s+(?:i|gli|un\s+massimo\s+di))?\s*",
    regex.IGNORECASE,
)
# ``non superiore a € 9.000, elevato a € 20.000 per le famiglie numerose``.
_RAISED = regex.compile(
    r"[\s,(]{1,3}(?:(?:elevat|aumentat|innalzat|ridott|incrementat)[oaie]\s+(?:[fs]ino\s+)?(?:ad?\s*)?"
    r"|che\s+(?:è\s+)?(?:sale|scende|diventa|elevato)\s+ad?\s*)(?:€|euro)?\s*",
    regex.IGNORECASE,
)
# ``di cui € 500.000,00 per la Linea A ed € 300.000,00 per la Linea B``.
_SHARE_AFTER = regex.compile(
    r"[\s,]{0,3}(?:(?:è|sono|sarà|destinat[oaie]|riservat[oaie]|assegnat[oaie]|a\s+favore|per|"
    r"a\s+valere)\s+){1,3}(?:(?:al|alla|alle|ai|agli|sul|sulla|della|del|la|il|le|i|gli)\s+|all[’']\s?|l[’']\s?)?"
    r"(?:linea|misura|asse|azione|sportello|tipologia|sezione|ambito|intervento|imprese|categoria|"
    r"comuni|progetti|soggetti|finestra)(?![^\W\d_])",
    regex.IGNORECASE,
)
# ``Tale importo è aumentato di € 60.000,00 per ogni impresa che aderisce``: of one kind with it.
_SUCH_AMOUNT = regex.compile(
    r"(?<![^\W\d_])(?:tale|detto|predetto|suddetto|questo)\s+(?:importo|limite|massimale|tetto|valore)\s+"
    r"(?:(?:massimo|complessivo)\s+)?(?:è|viene|sarà|può\s+essere|potrà\s+essere)\s+"
    r"(?:aumentat|incrementat|elevat|innalzat|maggiorat|ridott)o\s+(?:[fs]ino\s+)?(?:ad?|di)"
    r"(?:\s+(?:ulteriori|altri))?\s*\Z",
    regex.IGNORECASE,
)
_SUCH_REACH = 90
# What more of a grant: ``300.000 € (nel limite di 100.000 € per anno)``, ``€ 300.000 incrementabile
# di € 60.000``, ``di un importo di € 10.000 … e di un importo non superiore a € 5.000``.
_MORE_OF_GRANT = regex.compile(
    r"(?:(?<![^\W\d_])di\s+cui\s+(?:un\s+)?massimo(?:\s+di)?"
    r"|\((?:nel\s+limite|fino\s+ad?|entro\s+il\s+limite|per\s+un\s+massimo)[^()€;]{0,24}"
    r"|^\s*,?\s*(?:incrementabil|aumentabil|elevabil|maggiorabil)[ei]\s+(?:[fs]ino\s+)?(?:ad?|di)(?:\s+ulteriori)?"
    r"|(?<![^\W\d_])e\s+di\s+un\s+(?:ulteriore\s+)?importo\s+[^;€]{0,40})\s*(?:€|euro)?\s*\Z",
    regex.IGNORECASE,
)
_LIMITING = frozenset(("soglia", "altro", "totale"))
# ``€ 33.000.000,00, così ripartiti: • € 28.000.000,00 per la linea A``
_RIPARTITION = regex.compile(
    r"(?<![^\W\d_])(?:ripartit|suddivis|articolat|distribuit|distint)[oaie]\b[^;€]{0,60}\Z",
    regex.IGNORECASE,
)
# ``non superiore a € 50.000 (€ 65.000 se il destinatario è minorenne)``
_IN_CASE = regex.compile(
    r"\s*(?:per|se|qualora|nel\s+caso|in\s+caso|quando|ove)(?![^\W\d_])", regex.IGNORECASE
)
_OPEN_BRACKET = regex.compile(r"\s*\(\s*(?:ovvero\s+|o\s+)?(?:€|euro)?\s*")
# ``fino a € 250.000 per la Linea A e fino a € 100.000 per la Linea B``
_AND_UP_TO = regex.compile(r"(?<![^\W\d_])(?:ed?\s+|,\s?)[fs]ino\s+ad?\s*\Z", regex.IGNORECASE)
# ``sono destinati:`` and below it ``- sulla linea A, per i Comuni montani, fino a € 10.000,00``
_KEPT_FOR = regex.compile(
    r"(?<![^\W\d_])(?:è|sono|sarà|saranno|vengono|viene)\s+(?:così\s+)?"
    r"(?:destinat|riservat|ripartit|assegnat|suddivis)[oaie]\s*\Z",
    regex.IGNORECASE,
)
_UP_TO_ON_LINE = regex.compile(
    r"(?<![^\W\d_])(?:per|su|a|sulla|alla|della|per\s+la|sull[’']|all[’'])\s?"
    r"(?:linea|misura|asse|azione|sezione|finestra|sportello)\b"
    r"(?:(?!\b(?:import[oi]|spes[ae]|cost[oi]|investiment|contribut))[^;€]){0,120}?"
    r"\b[fs]ino\s+ad?(?:\s+un\s+massimo\s+di)?\s*\Z",
    regex.IGNORECASE,
)
# ``una spesa minima pari a € 10.000 per le aree montane e pari a € 20.000 per le altre``.
_AS_MUCH = regex.compile(r"(?<![^\W\d_])(?:ed?|,)\s*pari\s+ad?\s*\Z", regex.IGNORECASE)
# What stands between two amounts of different kinds: ``di cui``, ``oltre IVA e``.
_DASH = regex.compile(r"\s?[-–—]\s?")
# ``€ 1.000.000,00 (un milione di euro)``
_IN_WORDS = regex.compile(r"\s{0,2}[(\[/–-]\s{0,2}(?:(?:diconsi|in\s+lettere)\s*:?\s*)?")
_NOT_JOINED = regex.compile(
    r"(?<![^\W\d_])(?:di\s+cui|oltre|comprensiv\w*|più|quale|iva|oneri|a\s+titolo"
    r"|per\s+(?!(?:i|le|gli|ogni|ciascun\w*|singol\w*|progett\w*|soggett\w*|anno)(?![^\W\d_])))",
    regex.IGNORECASE,
)


def role_beside(
    told: tuple[RuoloImporto, float], place: Place, other: tuple[RuoloImporto, Place], between: str
) -> RuoloImporto:
    """The role of an amount told so in its place, after the ``other`` and what is ``between``."""
    name, strength = told
    before, at = other
    if is_taxable_part(place.before, place.after) or is_range(at.before, between):
        return before
    if _SUCH_AMOUNT.search(between[-_SUCH_REACH:]):
        return before
    if before == "contributo" and name in _LIMITING and _MORE_OF_GRANT.search(between):
        return before
    if before == "dotazione" and name == "assegnazione" and _RIPARTITION.search(between):
        return before if is_share_of_fund(place.own) else name
    another = name == "soglia" and before == "dotazione" and _AND_UP_TO.search(between[-_NEAR:])
    if another and is_share_of_fund(place.own):
        return before
    alike = name == "totale" and _AS_MUCH.search(between[-_NEAR:]) is not None
    if (name == "altro" and strength < _PLAINLY) or alike:
        kept = before == "dotazione" and is_share_of_fund(place.own)
        cased = _OPEN_BRACKET.fullmatch(between) and _IN_CASE.match(place.own)
        limit = before == "soglia" and (is_raised(between) or cased)
        if kept or is_joined(between) or limit:
            return before
    return name


def is_step(before: str) -> bool:
    """Whether an amount in a cell is a step of a scale: ``Fino a 100.000,00``."""
    return _STEP.search(before) is not None


def is_joined(between: str) -> bool:
    """Whether two amounts with only ``between`` them are one kind of thing."""
    return _JOINED.fullmatch(between) is not None and _NOT_JOINED.search(between) is None


def is_band(between: str) -> bool:
    """Whether two amounts with only ``between`` them bound a band: ``1.000,00 – 5.000,00``."""
    return _DASH.fullmatch(between) is not None


def is_in_words(between: str) -> bool:
    """Whether the same amount follows again in words, in brackets."""
    return _IN_WORDS.fullmatch(between) is not None


def is_range(before: str, between: str) -> bool:
    """Whether two amounts bound a range, with ``before`` the first and ``between`` them."""
    return (
        _RANGE_TO.fullmatch(between) is not None and _RANGE_FROM.search(before[-_NEAR:]) is not None
    )


def is_raised(between: str) -> bool:
    """Whether the second amount is the first as it is for some: ``elevato a``."""
    return _RAISED.fullmatch(between) is not None


def is_share_of_fund(after: str) -> bool:
    """Whether what follows an amount says which line or kind of applicants it is kept for."""
    return _SHARE_AFTER.match(after) is not None


def is_line_of_fund(lead: str, before: str) -> bool:
    """Whether an entry below ``sono destinati:`` says how much at most a line of a call gets."""
    return _KEPT_FOR.search(lead) is not None and _UP_TO_ON_LINE.search(before) is not None


def is_taxable_part(before: str, after: str) -> bool:
    """Whether an amount is the taxable part of the one before: ``di cui € 100,00 per imponibile``.

    It is what the whole is (paid, committed); the VAT is not.
    """
    return _TAXABLE.match(after) is not None and _OF_WHICH.search(before[-_NEAR:]) is not None
