"""The event that a term runs from: ``60 giorni dalla data di notifica del presente atto``."""

from functools import lru_cache
from typing import NamedTuple

import regex

_HEAD_REACH = 70
_REACH = 160
"""How long, in characters, the words of an event may be."""

# ``60 giorni`` / ``successivi`` / ``a decorrere`` / ``dalla`` | ``prima della``
_HEAD = regex.compile(
    r"(?P<come>(?:\s+(?:successiv[ioae]|decorrenti|consecutivi|continuativi|civili|interi|utili|prima"
    r"|precedenti|antecedenti|di\s+anticipo|rispetto|e\s+consecutivi|dopo)){0,3})(?:\s*,)?\s+"
    r"(?:a\s+(?:decorrere|partire|far\s+data|valere|contare)\s+|con\s+decorrenza\s+|decorrent[ei]\s+"
    r"|decorre\s+|che\s+decorrono\s+)?"
    r"(?:(?P<da>da(?:l(?:l[’']\s?|la\s+|lo\s+|\s+)|i\s+|gli\s+|lle\s+|\s+))"
    r"|(?P<a>(?:all[’']|dell[’']|(?:alla|allo|alle|ai|al|la|le|il|lo|della|dello|del)\s+|l[’'])))",
    regex.IGNORECASE,
)
# A lower case letter after a line break goes on with the phrase; anything else begins another.
_BODY = regex.compile(
    r"(?:[^,;:()*<>\t\n.»”\"]|\.(?=\w)|(?<=(?-i:[A-Z]))\.(?=\s(?:dell|della|del|regionale)(?!\w))|\n(?=\s*(?-i:[a-zàèéìòù])))+"
)
# What somebody does by then: ``entro 15 giorni dal saldo trasmette la richiesta``.
_DOES = (
    r"(?:(?:present|comunic|invi|effettu|adott|eman|approv|erog|convoc|rilasci|deposit|avvi)(?:a|ano)"
    r"|(?:trasmett|richied|proced|esprim|sottoscriv|redig|predispon|dispon|restituisc)(?:e|ono))(?!\w)"
)
_STOP = regex.compile(
    r"\s+(?:(?:entro|oppure|ovvero|salvo|pena|che|di\s+cui|è|sono|deve|devono|può|possono|comporta|tramite"
    r"|mediante|provved(?:e|ono)|nonché|senza|presso|pari|si|[–-])(?!\w)"
    r"|(?:il|la|i)\s+qual[ei](?!\w)|ed\s+è|(?:dovr|potr|verr|sar)\w+|ai\s+sensi"
    r"|(?<!(?:termin[ei]|ultimo|scadenza|fissato|previsto)\s)per\s+(?:il|la|i|le)\s"
    r"|e\s+(?:comunque|non|per|fino|ha|è|dovrà|si|sono|devono)(?!\w)|o\s+(?:ricorso|comunque|straordinario)|e$"
    r"|con\s+(?:le|il|la|l[’']|rinnovo|lettera|nota)(?:\s|(?<=[’']))|fino\s+a|come\s+da|per\s+\w+(?:are|ere|ire)(?!\w)"
    r"|previst[oaie]\s+(?:d?al|all|dall)|previ[ao]\s|in\s+(?:quanto|virtù)|[•●]|\w{3,}(?:ando|endo)(?:l[aoie])?(?!\w)"
    # ``entro 6 mesi dal rilascio e trasmettere la denuncia``: another duty begins.
    r"|e\s+(?:(?:ad?|di)\s+\w{3,}|(?:trasmett|present|comunic|invi|deposit|richied|conserv|rendicont))"
    r"(?:are|ere|ire|rre|rsi)(?!\w)"
    rf"|{_DOES}|esclusivamente|(?<!(?<!\w)(?:per|e|o|tra|fra|presso|secondo|dopo|tutt[aeio]|cui|che)\s)(?:il|la|lo|i|gli|le)\s"
    r"|tutt[aeio]\s+(?:la|il|i|gli|le|l[’'])\s*(?:document|att[oi]\s|element|dat[oi]\s|giustificativ|informazion)"
    r"|fatt[aeio]\s+salv|in\s+(?:caso|alternativa)|o\s+in\s+alternativa"
    r"|(?:il|la|i|gli|le|l[’'])\s*(?:soggett|benefici|comun[ei]|impres[ae]|responsabil|richiedent)\w*)",
    regex.IGNORECASE,
)
_DATE_OF = regex.compile(
    r"^(?:(?:la\s+)?data\s+(?:di\s+|del(?:la\s+|l[’']\s?|lo\s+|le\s+|\s+)))", regex.IGNORECASE
)
_THIS_ACT = regex.compile(
    r"\s+(?:del(?:la|lo|l[’'])?\s*|di\s+)?(?:presente|stess[oa]|medesim[oa])\s+"
    r"(?:provvedimento|atto|decreto|deliberazione|delibera|determinazione|determina|ordinanza"
    r"|bando|avviso)(?!\w)",
    regex.IGNORECASE,
)
# ``i tre anni da prendere in considerazione`` run from nothing.
_TO_BE_DONE = regex.compile(r"da\s+\w{2,}(?:are|ere|ire|rre|rsi)(?!\w)", regex.IGNORECASE)
_SPACES = regex.compile(r"\s+")
_TRAILING = regex.compile(
    r"(?:\s+(?:D|L|l|art|n|lett|e|ed|o|di|del|della|dei|delle|dal|dalla|al|alla|a|da|in|con|su|per|il|la))+$"
)


class Event(NamedTuple):
    """An event in words, cut to its gist, and where it ends in the text.

    ``prima`` says that the term ends before it (``almeno 15 giorni prima della scadenza``).
    """

    decorrenza: str
    fine: int
    prima: bool = False


def event_after(text: str, end: int) -> Event | None:
    """The event that a term whose words end at ``end`` runs from, when it follows at once."""
    event = _event(text[end : end + _HEAD_REACH + _REACH + 10])
    return event._replace(fine=end + event.fine) if event is not None else None


# What act after act says in the same words is read once.
@lru_cache(maxsize=1024)
def _event(text: str) -> Event | None:
    """As ``event_after``, of the words after a term."""
    head = _HEAD.match(text, 0, min(len(text), _HEAD_REACH))
    if head is None:
        return None
    how = head["come"].lower()
    before = any(word in how for word in ("prima", "precedenti", "antecedenti", "anticipo"))
    if head["a"] and not before and "success" not in how and "dopo" not in how:
        return None
    body = _BODY.match(text, head.end(), min(len(text), head.end() + _REACH))
    if body is None or (head["da"] and _TO_BE_DONE.match(text, head.start("da"))):
        return None
    stop = _STOP.search(text, head.end(), body.end())
    fine = stop.start() if stop is not None else body.end()
    if stop is None and fine == head.end() + _REACH:  # cut in the middle of a word
        fine = max(text.rfind(" ", head.end(), fine), head.end())
    printed = text[head.end() : fine]
    fine -= len(printed) - len(_TRAILING.sub("", printed.rstrip()))
    gist = _SPACES.sub(" ", text[head.end() : fine]).strip()
    gist = _DATE_OF.sub("", gist)
    if gist[:6].lower() == "pubbli":
        gist = _THIS_ACT.sub("", gist).strip()
    return Event(f"prima: {gist}" if before else gist, fine, before) if gist else None
