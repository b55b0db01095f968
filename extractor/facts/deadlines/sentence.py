"""What the sentence around a deadline says: its bounds, what is due, who must see to it."""

from functools import lru_cache
from typing import NamedTuple

import regex

from extractor.facts.deadlines.phrases import tells, whole
from extractor.facts.regions import REGIONS

REACH = 320
"""How far from a deadline, in characters, its sentence is followed."""

# A sentence ends at a semicolon, at a full stop before a capital that no abbreviation explains,
# or where the next list item begins. Line breaks alone end nothing: plain text keeps hard ones.
_NEW_ITEM = (
    r"\n\s*(?=(?:[-–•*§➢✓]|[a-z]\)|\d{1,2}[.)]|[A-Z]\.\d{1,2})\s)|\n(?=[A-ZÀÈÉ][A-ZÀÈÉ ’']{6,}\n)"
)
_ITEM = regex.compile(_NEW_ITEM)
_ABBREVIATED = (
    r"(?<!\b(?:[Ss]ez|[Aa]vv|[Ii]ng|[Dd]ott|[Aa]rtt?|[Pp]rot|[Nn]um|[Pp]ag|[Ss]ig|[Aa]rch|[Gg]eom"
    r"|[Pp]rof|[Pp]ar|[Cc]ap|[Ll]ett|[Cc]fr|[Rr]eg|[Cc]irc|[Rr]ep|[Ss]isco|[Cc]att|[Ee]cc))"
)
_BREAK = regex.compile(
    rf";|(?<=[^\W\d]{{3}}|[\d)»”\"’]){_ABBREVIATED}\.(?=\s+[«“\"(]?[A-ZÀÈÉÌÒÙ•–-])|{_NEW_ITEM}"
)
# Where a clause begins or ends inside a sentence.
_CLAUSE_START = regex.compile(
    r"(?:^|[,:;(])\s*(?:[-–•*➢✓]\s+|\d{1,2}[.)]\s+|[a-z]\)\s+)?"
    r"|(?<!\w)(?:che|dato atto|ritenuto|considerato|precisato|stabilire|prevede(?:re)?)\s+"
    r"(?:che\s+)?",
    regex.IGNORECASE,
)
_CLAUSE_END = regex.compile(r"[;:()]|,(?=\s)|\.(?=\s|$)|\t|\n\s*\n")
# ``termine massimo per la conclusione del procedimento in``: what the deadline's own words say.
_OWN = regex.compile(
    r"(?:termin[ei]|period[oi]|durata|temp[oi]|proroga|validità|scadenz[ae]|pagament[oi])\s+"
    r"(?:[^\W\d]+\s+){0,3}?(?:per\s+(?:l[’']|la\s+|il\s+|lo\s+|i\s+|le\s+|gli\s+)?|d(?:i|el|ella|elle|ei|ello"
    r"|ell[’'])\s*|all[’'])(?P<cosa>[^.;:\d]{4,140}?)"
    r"(?=\s+(?:in|è|sono|sarà|pari|non|entro|di)\s|[,(]|\s*$)",
    regex.IGNORECASE,
)
# A clause that ends in an article goes on into the words of the deadline.
_GOES_ON = regex.compile(
    r"(?<!\w)(?:il|lo|la|le|i|un|una|nel|nei|del|con|dei|al|che)$", regex.IGNORECASE
)
_DURC = regex.compile(r"(?<!\w)D\.?U\.?R\.?C(?!\w)[^,;]{0,60}$")
_CAPITAL_LINE = regex.compile(r"\n\s*(?=[A-ZÀÈÉÌÒÙ])")
_SHORT_LINE = 70
"""Lines of running text that keep their hard breaks are longer, in characters."""
_UNFINISHED = regex.compile(
    r"(?<!\w)(?:essere|dev[eo]|devono|sia|siano|verranno|verrà|saranno|sarà)$"
)
_HAS_VERB = regex.compile(
    r"(?<!\w)(?:dev[eo]|devono|dovr\w+|può|possono|potr\w+|va|vanno|verr\w+|è|sono|sar(?:à|anno)|viene|vengono"
    r"|(?:si\s+)?(?:provved|trasmett|comunic|present|invi|adott|emett|rilasci|verific|dispon|proced|approv|concl"
    r"|impegn|pubblic)(?:e|a|ono|ano|erà|eranno|ude|udono))(?!\w)",
    regex.IGNORECASE,
)
_NO_SUBJECT = regex.compile(
    r"(?:dovr|dev|può|poss|potr|è|sono|va|vanno|verr|sar|viene|vengono)\w*\s", regex.IGNORECASE
)
# ``a pena di esclusione``, between what is due and its day, says what else happens.
_ON_PAIN = regex.compile(
    r"\s*(?:a\s+)?pena\s+(?:di|la|l[’'])|\s*improrogabilmente", regex.IGNORECASE
)
_EDGES = " \t\n,;:.-–−—‐•●▪*➢✓("
# ``Il beneficiario deve presentare`` | ``, entro 30 giorni,`` | ``la rendicontazione``
_TRANSITIVE = regex.compile(
    r"(?<!\w)(?<!\bda\s)(?!(?:\w*venire|\w*correre|scadere|essere|avere|durare|restare|rimanere)$)"
    r"\w{2,}(?:are|ere|ire|rre|erà|irà|eranno)$",
    regex.IGNORECASE,
)
# ``l'incarico alla società, con`` | ``scadenza il 31/12/2027``
_PARTICLE = regex.compile(r"(?:ed?\s+)?(?:con|avent[ei]|avrà|ha|ed?)?", regex.IGNORECASE)
_OTHERWISE = regex.compile(
    r"(?:pena|salvo|mentre|fatt[aeio]|a\s+condizione|ed?|o|comunque|secondo|ai\s+sensi|purché|qualora|se)(?!\w)",
    regex.IGNORECASE,
)
_OPENS_CLAUSE = regex.compile(
    r"(?:il|lo|la|i|gli|le|un[ao]?|l[’']|non|con|per|di|del\w*|da\w*|in|nel\w*|a\w{0,3}|su\w*)(?!\w)"
    r"|l[’']",
    regex.IGNORECASE,
)
_NAME_ALONE = regex.compile(
    r"(?:il|lo|la|i|gli|le|l[’'])\s*[^\W\d_]+(?:\s+(?!per|di|del)[^\W\d_]+)?", regex.IGNORECASE
)
_SPACES = regex.compile(r"\s+")

# The bodies of the health service have a name in each Region.
_HEALTH = (
    r"(?:ATS|ASST|ASL|AUSL|USL|A?ULSS|ASP|ASUR|ASS?[UF]|AOU?|IRCCS"
    r"|Aziend[ae]\s+(?:sanitari|ospedalier|USL|ULSS)\w*)"
)
# Those to whom acts set terms. A title or name after them is kept, up to three words.
_ADDRESSEE = regex.compile(
    r"(?<!\w)(?:per\s+|da\s+parte\s+de(?:i|gli|lle|l|lla|ll[’'])\s*|a(?:i|gli|lle|l|lla|ll[’'])\s*"
    r"|da(?:i|gli|lle|l|lla|ll[’'])\s*|i|gli|le|il|la|lo|l[’']|ciascun[ao]?|ogni)\s*"
    r"(?P<chi>(?:soggett[oi]|impres[ae]|ent[ei]|ditt[ae]|societ[àa]|operator[ei])\s+"
    r"(?:beneficiari[ao]?|richiedent[ei]|proponent[ei]|attuator[ei]|gestor[ei]|aggiudicatari[ao]"
    r"|affidatari[ao]|capofila|local[ei]|economic[oi]|ammess[aeio]|pubblic[io]|finanziator[ei])"
    rf"|beneficiari[o]?|comun[ei]|impres[ae]|{_HEALTH}|erogator[ei]|operator[ei]|richiedent[ei]"
    r"|concorrent[ei]|candidat[oi]|ditt[ae]|appaltatore|aggiudicatario|affidatario"
    r"|comodatario|concessionario|proponent[ei]|partner|capofila|ent[ei]\s+local[ei]"
    r"|stazion[ei]\s+appaltant[ei]|gestor[ei]|fornitor[ei]|professionist[ai]|cittadin[oi]"
    r"|interessat[oi]|proprietari[o]?|contraente|fideiussore"
    r"|responsabile\s+(?:unico\s+)?del\s+(?:procedimento|progetto)|RUP|diret(?:tore|zione)\s+(?:dei\s+)?lavori"
    r"|tesoriere|conduttore|locatari[oa]|istitut[oi]\s+scolastic[oi]|Universit[àa]|Ministero"
    rf"|Regione(?:\s+(?:{REGIONS}))?|Provinc(?:ia|e)|Citt[àa]\s+metropolitana|Prefettura"
    r"|Amministrazion[ei](?:\s+comunale)?|Unioncamere|Camer[ae]\s+di\s+commercio|Giunta|Part[ei])(?!\w)",
    regex.IGNORECASE,
)


# To whom something is handed in, not who must do it: ``trasmettere alla Regione``.
_RECEIVES = regex.compile(
    r"(?:a(?:l|lla|i|lle|gli|ll[’'])|per(?:\s+(?:la|le|il))?)\s*"
    r"(?:Region|Provinc|Amministrazion|Unioncamere|Camer|Giunta|Ministero|Prefettura|Part[ei]"
    r"|responsabile|RUP|tesoriere|(?:soggett[oi]\s+)?gestor[ei]|stazion[ei]|diret(?:tore|zione)"
    rf"|Citt[àa]\s+metropolitana|{_HEALTH})",
    regex.IGNORECASE,
)


class Sentence(NamedTuple):
    """The sentence around a span: ``text[inizio:fine]``."""

    inizio: int
    fine: int


def around(text: str, start: int, end: int) -> Sentence:
    """The sentence that holds ``text[start:end]``, at most ``REACH`` characters either way."""
    low, high = max(0, start - REACH), min(len(text), end + REACH)
    first = low
    for match in _BREAK.finditer(text, low, start):
        first = match.end()
    stop = _BREAK.search(text, end, high)
    return Sentence(first, stop.start() if stop else high)


def item(text: str, start: int, end: int) -> Sentence:
    """The list item or paragraph that holds ``text[start:end]``: sentences do not end it."""
    low, high = max(0, start - REACH), min(len(text), end + REACH)
    first = low
    for match in _ITEM.finditer(text, low, start):
        first = match.end()
    stop = _ITEM.search(text, end, high)
    return Sentence(first, stop.start() if stop else high)


def subject(text: str, sentence: Sentence, start: int, core: int, end: int) -> str | None:
    """What is due at the deadline ``text[start:end]``, whose date or duration is at ``core``.

    The clause before the deadline; where that says little, its own words (``termine per la
    conclusione del procedimento in``), else the clause after.
    """
    return _due(
        text[sentence.inizio : start], text[start:end], core - start, text[end : sentence.fine]
    )


# What act after act says in the same words (appeals, the albo) is read once.
@lru_cache(maxsize=1024)
def _due(before: str, own_words: str, core: int, after: str) -> str | None:
    """As ``subject``, of the words before, of and after the deadline."""
    before = _of_its_block(before)
    if "\t" in before:
        return _of_row(before)
    before = before.rstrip(_EDGES)
    clauses = [part for part in _CLAUSE_START.split(before) if part and not _ON_PAIN.match(part)]
    while len(clauses) > 1 and _PARTICLE.fullmatch(clauses[-1].strip(_EDGES)):
        clauses.pop()
    said = clauses[-1].strip(_EDGES) if clauses else ""
    if _NO_SUBJECT.match(said):  # the one who or that which must is in the clause before
        said = before
    if _UNFINISHED.search(said):  # ``devono essere`` | ``conclusi entro``
        said = f"{said} {own_words.split(maxsplit=1)[0]}"
    goes_on = _GOES_ON.search(said) is not None
    own = _OWN.search(own_words, 0, core)
    if own is not None and tells(own["cosa"]) and (not tells(said) or goes_on):
        return whole(own["cosa"])
    after = after.lstrip(_EDGES)
    stop = _CLAUSE_END.search(after)
    after = (after[: stop.start()] if stop else after).strip(_EDGES)
    if not tells(said) or (goes_on and tells(after)):
        return whole(after) or whole(said)
    if _DURC.search(said):
        return "validità del DURC"
    bare = " " not in said or _ADDRESSEE.fullmatch(said) is not None
    if after and (bare or (not _HAS_VERB.search(said) and _HAS_VERB.match(after))):
        return whole(f"{said} {after}")
    alone = _NAME_ALONE.fullmatch(said) is not None and not _OPENS_CLAUSE.match(after)
    if after and not _OTHERWISE.match(after) and (alone or _TRANSITIVE.search(said)):
        return whole(f"{said} {after}") or whole(said)
    if bare and _ADDRESSEE.fullmatch(f"il {said}" if " " not in said else said):
        return None
    return whole(said) or (whole(own["cosa"]) if own is not None else None)


def _of_its_block(before: str) -> str:
    """The words without the short lines above them: a heading, or rows of a table."""
    if "\t" in before:
        return before[before.rfind("\n") + 1 :]
    for line in reversed([*_CAPITAL_LINE.finditer(before)]):
        above = before[: line.start()].rpartition("\n")[2]
        if len(above) < _SHORT_LINE and not above.rstrip().endswith((",", ":", "-")):
            return before[line.end() :]
    return before


def _of_row(row: str) -> str | None:
    """The first cell of a table's row that says something, which names what the row is of."""
    for cell in row.split("\t"):
        said = whole(cell)
        if said is not None:
            return said
    return None


_TO_COURT = regex.compile(r"T\.?A\.?R\.?(?!\w)|Tribunale\s+Amministrativo", regex.IGNORECASE)
_TO_PRESIDENT = regex.compile(r"ricorso\s+straordinario|straordinario\s+al", regex.IGNORECASE)


def appeal(text: str, sentence: Sentence, start: int, end: int) -> str:
    """Which appeal a term is for: the one named last before it, else first after it."""
    named: list[tuple[int, str]] = []
    for pattern, name in (
        (_TO_COURT, "ricorso al TAR"),
        (_TO_PRESIDENT, "ricorso straordinario al Presidente della Repubblica"),
    ):
        named += [(m.start(), name) for m in pattern.finditer(text, sentence.inizio, sentence.fine)]
    before = [place for place in named if place[0] < start]
    after = [place for place in named if place[0] >= end]
    return max(before)[1] if before else min(after)[1] if after else "ricorso"


def addressee(text: str, sentence: Sentence, start: int) -> str | None:
    """Who must respect the deadline, where the sentence names one: the last before it."""
    return _named_in(text[sentence.inizio : sentence.fine], start - sentence.inizio)


@lru_cache(maxsize=1024)
def _named_in(sentence: str, start: int) -> str | None:
    found: regex.Match[str] | None = None
    for match in _ADDRESSEE.finditer(sentence):
        if match.start() >= start and found is not None:
            break
        if not _RECEIVES.match(match.group()):
            found = match
    if found is None:
        return None
    who = " ".join(str(found["chi"]).split())
    return who.lower() if who.isupper() and len(who) > 5 else who
