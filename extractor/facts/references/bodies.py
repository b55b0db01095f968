"""The body that made a cited act, as far as the text says it."""

import re
from collections import Counter

from extractor.facts.references.grammar import REGIONS, piece
from extractor.facts.references.kinds import Kind
from models import Context

_REGION = piece(rf"region[ei]\s+(?:della\s+)?({REGIONS})(?![a-z])")
_ADJECTIVE = {"lombard": "Lombardia", "piemontes": "Piemonte", "venet": "Veneto"}
_NAMED_REGION = piece(rf"(?<![a-z])({REGIONS})(?![a-z])")
AUTHORITY = piece(
    r"(?<![a-z])(anac|cipess|cipe|agid|agcom|arera|consip|agea|covip|ivass|consob|inps|inail"
    r"|agenas|aifa|mase|mef|mimit|mise|mit|mims|mur|miur|masaf|mipaaft?|mattm|mite)(?![a-z])"
)
_MINISTRY = piece(
    r"minist(?:ro|ero|eri)\s+((?:(?:del(?:l[aeo])?|dei|degli|per(?:\s+l[aoe])?)(?![a-z])|dell')\s{0,2}"
    r"[^\d(\";:.]{3,90}?)(?=\s*(?:[\d(\";:.]|$)|,?\s+(?:n[.°r]|del\s+\d|in\s+data|ha|che|e'|è|con|recante|di"
    r"|si|sono|avente|nonch|ed?\s+(?:il|s)|relativ|concernente|pubblicat|adottat|emanat)(?![a-z]))"
)
_PARTICLES = frozenset(
    {"e", "del", "della", "delle", "dello", "dei", "degli", "per", "la", "le", "lo"}
)
_OF_LOCAL = piece(r"(?:del|della)\s+(comune|provincia)\s+di\s+([a-zà-ÿ]+(?:'\s?[a-zà-ÿ]+)?)")
_CIVIL_PROTECTION = piece(r"o\.?\s?(?:c\.?\s?d\.?\s?)?p\.?\s?c")
_REGIONAL = frozenset({"legge_regionale", "regolamento_regionale", "dgr"})
_OWN = frozenset({"determinazione", "delibera", "ordinanza", "comunicato"})


class Bodies:
    """Gives the body of each citation of one text."""

    def __init__(self, low: str, context: Context) -> None:
        self._own = context.ente
        self._region = _region(low, context)

    def of(self, kind: Kind, words: str, before: str, following: str) -> str | None:
        """The body of an act of this kind, cited with these (folded) words, and those around."""
        if kind.ente:
            return kind.ente
        if kind.tipo in _REGIONAL:
            return self._named_region(words, following)
        if kind.tipo == "dcr":
            region = self._named_region(words, following)
            return region and region.replace("Regione", "Consiglio regionale della", 1)
        if kind.tipo == "dm" and (ministry := _ministry(words, following)):
            return ministry
        named = AUTHORITY.search(words)
        if named is None and kind.tipo == "delibera":
            named = AUTHORITY.search(before)
        if named:
            return named[1].upper()
        local = _OF_LOCAL.search(words) or _OF_LOCAL.match(following)
        if local and kind.tipo in _OWN:
            return f"{local[1].title()} di {local[2].title()}"
        of_emergencies = "protezione civile" in words or _CIVIL_PROTECTION.match(words)
        if kind.tipo == "ordinanza" and of_emergencies:
            return "Dipartimento della protezione civile"
        if kind.tipo == "decreto":
            return self._of_decree(words)
        return self._own if kind.tipo in _OWN else None

    def _of_decree(self, words: str) -> str | None:
        if re.search(r"sindac|rettor|prefett|tribunal|minist|diparti", words):
            return self._own if "sindac" in words else None
        if self._own and re.search(r"(?i)^(?:regione|giunta\s+regionale)", self._own):
            return self._region
        return self._region if re.match(r"d[.d]", words) else None

    def _named_region(self, words: str, following: str) -> str | None:
        found = _NAMED_REGION.search(words) or _REGION.match(following)
        if found:
            return f"Regione {found[1].title()}"
        for stem, name in _ADJECTIVE.items():
            if stem in words:
                return f"Regione {name}"
        return self._region


def _ministry(words: str, following: str) -> str | None:
    """The ministry named in a citation, or right after it, with capitals as they are printed."""
    found = _MINISTRY.search(words) or _MINISTRY.search(following[:110])
    if found is None or (found.string is not words and found.start() > 8):
        return None
    name = [
        word if word.strip("',") in _PARTICLES else _capital(word)
        for word in found[1].strip(" ,-").split()[:12]
    ]
    return f"Ministero {' '.join(name)}"


def _capital(word: str) -> str:
    """``dell'economia`` as ``dell'Economia``."""
    article, mark, noun = word.rpartition("'")
    return f"{article}{mark}{noun.capitalize()}"


def _region(low: str, context: Context) -> str | None:
    """The Region of the act: that of its body, else the one that its text names most."""
    own = _NAMED_REGION.search((context.ente or "").lower())
    if own:
        return f"Regione {own[1].title()}"
    named = Counter(match[1] for match in _REGION.finditer(low))
    return f"Regione {named.most_common(1)[0][0].title()}" if named else None
