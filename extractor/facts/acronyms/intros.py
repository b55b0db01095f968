"""The words that declare an abbreviation: ``di seguito``, ``d'ora in poi``, ``c.d.``."""

from extractor.facts.acronyms.written import CLOSE, OPEN, SIGLA
from extractor.facts.anchors import stems

_FROM_HERE_ON = (
    r"(?:(?:(?:qui\s+)?di|in|nel)\s+(?:s[eé]guito|prosi?eguo|appresso|avanti)"
    r"|d(?:['’]|a\s)(?:ora|qui)\s+(?:in\s+(?:poi|avanti)|innanzi)|in\s+poi)"
)
_FOR_SHORT = (
    r"(?:per|a\s+fini\s+di)\s+(?:brevit[àa]|semplicit[àa]|comodit[àa])"
    r"(?:\s+(?:espositiva|di\s+(?:esposizione|lettura)))?"
)
# ``noto anche come``, ``detta anche``, ``o più semplicemente``: of another name, short or not.
_ALSO_CALLED = (
    r"(?:(?:meglio\s+)?(?:not|conosciut)[oaie]\s+(?:anche\s+)?(?:come|con)|dett[oaie]\s+anche"
    r"|anche\s+dett[oaie]|altrimenti|o\s+(?:più\s+)?semplicemente)"
)
_ACRONYM = (
    r"(?:(?:con|avente)\s+(?:l['’]\s?)?(?:acronimo|sigla|la\s+sigla)"
    r"|(?:il\s+cui|la\s+cui)\s+(?:acronimo|sigla)\s+è|acronimo|abbreviat[oaie](?:\s+(?:in|con))?"
    r"|siglat[oaie]|siglabil[ei])"
)

_CALLED = (
    r"(?:(?:chiamat|indicat|identificat|richiamat|definit)[oaie]|abbr\.|a\s+seguire|più\s+avanti"
    r"|nel\s+(?:presente\s+\w{3,14}|testo))"
)

HEREAFTER = (
    rf"(?:{_FROM_HERE_ON}|{_FOR_SHORT}|{_ALSO_CALLED}|{_ACRONYM}|{_CALLED}|(?:più\s+)?brevemente"
    r"|breviter|infra|c\.?\s?d\.?|(?:(?:il|la|i|gli|le)\s+)?cosiddett[oaie]|anche"
    r"|in\s+(?:breve|sigla|acronimo|forma\s+abbreviata)|sigla|denominat[oaie]|dett[oaie]|solo"
    r"|ovvero|ossia|(?:il|lo|la|i|gli|le|l['’])(?:/(?:il|lo|la|i|le))?(?=\s?[“\"«]))"
)
"""What says that a shorter name follows."""

FILLING = (
    r"(?:[\s,:]{1,3}(?:solo|soltanto|solamente|semplicemente|sinteticamente|anche|denominat[oaie]|dett[oaie]"
    r"|chiamat[oaie]|indicat[oaie]|definit[oaie]|richiamat[oaie]"
    r"|identificat[oaie]|(?:nel|del)\s+presente\s+\w{3,14}"
    r"|nel\s+testo|con\s+(?:l['’]acronimo|la\s+sigla)|come|con|o|e|in|più|per|brevità|brevemente|ente|la"
    r"|il|lo|i|gli|le|l['’]))"
)
"""The other words of such a bracket."""

_SAID = rf"(?:[\s,:]{{1,3}}{HEREAFTER}|{FILLING}){{0,6}}[\s,:]{{1,3}}"
# The years that a plan or programme is of, or its version, printed with its short name.
_PERIOD = r"(?:\s{1,2}(?:20\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?|\d\.\d)[”\"»]?(?=\s?\)))?"
# ``(di seguito “Modello” o “MOGC”)``
_ANOTHER = r"(?:[“\"«][^“”\"«»\n()]{2,40}[”\"»],?\s(?:(?:o|e|ovvero|oppure)\s)?(?:anche\s)?)"
BRACKETS = (
    rf"\(\s*(?P<intro>{HEREAFTER}{_SAID}{_ANOTHER}??)?"
    rf"{OPEN}(?P<sigla>{SIGLA}){CLOSE}{_PERIOD}\s*"
    rf"(?P<fine>(?P<poi>(?:,?\s(?:{_FROM_HERE_ON}|{_FOR_SHORT}|in\s+breve))\s?\))"
    r"|[),;:]|\s(?:o|e|ovvero|oppure)[\s,]|\s(?=(?:ai\s|di\scui|ex\s|art|come\s|n\.|[–-]\s)))"
)
"""``(SIR)``, ``(di seguito, per brevità, “SIR”)``, ``(SIR, …``, ``(PIAO 2024-2026)``."""

# Without brackets, only the words that can announce nothing else.
_ANNOUNCES = (
    rf"(?:{_FROM_HERE_ON}|{_FOR_SHORT}|{_ALSO_CALLED}|{_ACRONYM}|(?:più\s+)?brevemente"
    r"|in\s+(?:breve|sigla|acronimo)"
    r"|c\.?\s?d\.|cosiddett[oa])"
)
# These need no comma before them; the others need it, or the abbreviation in quotes after them.
_ALONE = (
    r"(?=\s(?:in\s+(?:sigla|acronimo)|c\.\s?d\.|cosiddett"
    rf"|{_FROM_HERE_ON}(?:\s(?:denominat|indicat)[oaie])?(?:\sanche)?\s[“\"«]))"
)
NO_BRACKETS = (
    rf"(?:,|\s[–—-]|{_ALONE})\s+(?P<intro>{_ANNOUNCES}{_SAID})"
    # ``di seguito “PR FESR”``: of several words, the first alone is not it.
    rf"{OPEN}(?P<sigla>{SIGLA}){CLOSE}(?P<fine>)(?P<poi>)(?!\w|\s[A-Z]{{2,7}}\s?\+?[”\"»])"
)
"""``, di seguito denominata “ACSS”``; ``in sigla ANCI``."""

ANNOUNCING = stems(
    "seguito", "prosieguo", "proseguo", "appresso", "avanti", "ora", "brev", "semplicit", "sigla",
    "acronimo", "c.", "cosiddett", "not", "conosciut", "dett", "anche ", "altrimenti",
    "semplicemente", "abbreviat",
)  # fmt: skip
ANNOUNCES = (
    r"(?:seguito|pros(?:ie|e)guo|appresso|avanti|ora\s+in|brev|semplicit|sigla|acronimo|c\.\s?d\."
    r"|cosiddett|not[oaie]\s(?:anche\s)?com|conosciut[oaie]\s|dett[oaie]\sanche|anche\sdett"
    r"|altrimenti|semplicemente|abbreviat)"
)
"""A word that stands in every such announcement, of which ``ANNOUNCING`` are the beginnings."""
