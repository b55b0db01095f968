"""The words that declare an abbreviation: ``di seguito``, ``d'ora in poi``, ``c.d.``."""

from extractor.facts.acronyms.written import CLOSE, OPEN, SIGLA

HEREAFTER = (
    r"(?:(?:di|in|nel)\s+(?:seguito|prosieguo)|d(?:['’]|a\s)ora\s+(?:in\s+(?:poi|avanti)|innanzi)"
    r"|(?:per|a\s+fini\s+di)\s+brevit[àa]|(?:più\s+)?brevemente|breviter|infra|c\.?\s?d\.?"
    r"|cosiddett[oaie]|anche|in\s+(?:breve|sigla|acronimo|forma\s+abbreviata)|acronimo|abbreviat[oaie]"
    r"|denominat[oaie]|dett[oaie])"
)
"""What says that a shorter name follows."""

FILLING = (
    r"(?:[\s,:]{1,3}(?:solo|soltanto|semplicemente|sinteticamente|anche|denominat[oaie]|dett[oaie]"
    r"|chiamat[oaie]|indicat[oaie]|definit[oaie]|(?:nel|del)\s+presente\s+\w{3,14}|con\s+(?:l['’]acronimo"
    r"|la\s+sigla)|come|o|in|più|per|brevità|brevemente|ente|la|il|lo|l['’]))"
)
"""The other words of such a bracket."""

_SAID = rf"(?:[\s,:]{{1,3}}{HEREAFTER}|{FILLING}){{0,6}}[\s,:]{{1,3}}"
# The years that a plan or programme is of, printed with its short name.
_PERIOD = r"(?:\s{1,2}20\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?(?=\s?\)))?"
BRACKETS = (
    rf"\(\s*(?P<intro>{HEREAFTER}{_SAID})?"
    rf"{OPEN}(?P<sigla>{SIGLA}){CLOSE}{_PERIOD}\s*(?P<fine>[),;]|\s(?:o|e|ovvero|oppure)[\s,])"
)
"""``(SIR)``, ``(di seguito, per brevità, “SIR”)``, ``(SIR, …``, ``(PIAO 2024-2026)``."""

# Without brackets, only the words that can announce nothing else.
_ANNOUNCES = (
    r"(?:(?:di|in|nel)\s+(?:seguito|prosieguo)|d(?:['’]|a\s)ora\s+(?:in\s+(?:poi|avanti)|innanzi)"
    r"|per\s+brevit[àa]|(?:più\s+)?brevemente|in\s+(?:breve|sigla|acronimo)|c\.?\s?d\.|cosiddett[oa])"
)
NO_BRACKETS = (
    rf"(?:,|\s[–—-]|(?=\s(?:in\s+sigla|c\.\s?d\.|cosiddett)))\s+(?P<intro>{_ANNOUNCES}{_SAID})"
    # ``di seguito “PR FESR”``: of several words, the first alone is not it.
    rf"{OPEN}(?P<sigla>{SIGLA}){CLOSE}(?!\w|\s[A-Z]{{2,7}}\s?\+?[”\"»])"
)
"""``, di seguito denominata “ACSS”``; ``in sigla ANCI``."""
