"""What the sentence around a deadline says: its bounds, what is due, who must see to it."""

from typing import NamedTuple

import regex

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
_HANGING = regex.compile(
    r"(?:\s+(?:e|ed|o|con|dell[ao]|del|di|da|dalla|dal|l[ao]|il|i|le|una?|al?|alla|in|ne[li]|per"
    r"|ha|avrà|che|è))+$",
    regex.IGNORECASE,
)
_NO_SUBJECT = regex.compile(
    r"(?:dovr|dev|può|poss|potr|è|sono|va|vanno|verr|sar|viene|vengono)\w*\s", regex.IGNORECASE
)
_EDGES = " \t\n,;:.-–•*➢✓("
_SPACES = regex.compile(r"\s+")
_WORDS_KEPT = 14

# Those to whom acts set terms. A title or name after them is kept, up to three words.
_ADDRESSEE = regex.compile(
    r"(?<!\w)(?:per\s+|da\s+parte\s+de(?:i|gli|lle|l|lla|ll[’'])\s*|a(?:i|gli|lle|l|lla|ll[’'])\s*"
    r"|da(?:i|gli|lle|l|lla|ll[’'])\s*|i|gli|le|il|la|lo|l[’']|ciascun[ao]?|ogni)\s*"
    r"(?P<chi>(?:soggett[oi]|impres[ae]|ent[ei]|ditt[ae]|societ[àa]|operator[ei])\s+"
    r"(?:beneficiari[ao]?|richiedent[ei]|proponent[ei]|attuator[ei]|gestor[ei]|aggiudicatari[ao]"
    r"|affidatari[ao]|capofila|local[ei]|economic[oi]|ammess[aeio]|pubblic[io]|finanziator[ei])"
    r"|beneficiari[o]?|comun[ei]|impres[ae]|ATS|ASST|ASL|erogator[ei]|operator[ei]|richiedent[ei]"
    r"|concorrent[ei]|candidat[oi]|impiant[oi]|ditt[ae]|appaltatore|aggiudicatario|affidatario"
    r"|comodatario|concessionario|proponent[ei]|partner|capofila|ent[ei]\s+local[ei]"
    r"|stazion[ei]\s+appaltant[ei]|gestor[ei]|fornitor[ei]|professionist[ai]|cittadin[oi]"
    r"|interessat[oi]|proprietari[o]?|contraente|fideiussore"
    r"|responsabile\s+del\s+procedimento"
    r"|Regione(?:\s+Lombardia)?|Provinc(?:ia|e)|Amministrazion[ei](?:\s+comunale)?|Unioncamere"
    r"|Giunta|Part[ei])(?!\w)",
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
    before = text[sentence.inizio : start].rstrip(_EDGES)
    clauses = [part for part in _CLAUSE_START.split(before) if part]
    said = clauses[-1].strip(_EDGES) if clauses else ""
    if _NO_SUBJECT.match(said):  # the one who or that which must is in the clause before
        said = before
    goes_on = _GOES_ON.search(said) is not None
    own = _OWN.search(text, start, core)
    if own is not None and _tells(own["cosa"]) and (not _tells(said) or goes_on):
        return _phrase(_SPACES.split(own["cosa"])[:_WORDS_KEPT])
    after = text[end : sentence.fine].lstrip(_EDGES)
    stop = _CLAUSE_END.search(after)
    after = (after[: stop.start()] if stop else after).strip(_EDGES)
    if not _tells(said) or (goes_on and _tells(after)):
        return _phrase(_SPACES.split(after or said)[:_WORDS_KEPT])
    return _phrase(_SPACES.split(said)[-_WORDS_KEPT:])


def _tells(words: str) -> bool:
    """Whether words say what is due: one long word, or two that are no particle."""
    lengths = [len(word) for word in _SPACES.split(words) if word[:1].isalpha()]
    return max(lengths, default=0) > 6 or sum(length > 3 for length in lengths) > 1


def _phrase(words: list[str]) -> str | None:
    """The words as one phrase, without particles left hanging; None when nothing is left."""
    phrase = _HANGING.sub("", " ".join(words).strip(_EDGES)).strip(_EDGES)
    return phrase if len(phrase) > 3 else None


def addressee(text: str, sentence: Sentence, start: int) -> str | None:
    """Who must respect the deadline, where the sentence names one: the last before it."""
    found = None
    for match in _ADDRESSEE.finditer(text, sentence.inizio, sentence.fine):
        if match.start() >= start and found is not None:
            break
        found = match
    return _SPACES.sub(" ", found["chi"]) if found is not None else None
