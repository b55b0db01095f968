"""The body that made a cited act, as far as the text says it."""

import re
from collections import Counter

from extractor.facts.references.grammar import piece
from extractor.facts.references.kinds import Kind
from extractor.facts.regions import ADJECTIVES, REGIONS
from models import Context

_REGION = piece(
    rf"(?:(?:della|dalla|\()\s{{0,3}})?region[ei]\s+(?:(?:autonoma|della|del|dell')\s{{0,3}}){{0,2}}({REGIONS})(?![a-z])"
)
_ADJECTIVE = piece(rf"(?<![a-z])({'|'.join(ADJECTIVES)})[aeio](?![a-z])")
_NAMED_REGION = piece(rf"(?<![a-z])({REGIONS})(?![a-z])")
# Some Regions set their letter after the abbreviation: ``D.G.R.V.``, ``L.R.T.``
_LETTER = piece(r"(?:d\.?\s?(?:p\.?\s?)?g\.?\s?r|l\.?\s?r)\.?\s?([cvt])\.?(?![a-z])")
_OF_LETTER = {"c": "Campania", "v": "Veneto", "t": "Toscana"}
_FULL_NAMES = {
    "siciliana": "Sicilia", "friuli": "Friuli-Venezia Giulia", "emilia": "Emilia-Romagna",
    "trentino": "Trentino-Alto Adige", "valle": "Valle d'Aosta", "vallee": "Valle d'Aosta",
}  # fmt: skip
_AUTONOMOUS = piece(r"(?<![a-z])(trento|bolzano)(?![a-z])")
AUTHORITY = piece(
    r"(?<![a-z])(anac|cipess|cipe|agid|agcom|arera|consip|agea|covip|ivass|consob|inps|inail"
    r"|agenas|aifa|mase|mef|mimit|mise|mit|mims|mur|miur|masaf|mipaaft?|mattm|mite)(?![a-z])"
)
# Bodies that acts call by several names, each with the one that it is recorded under.
_KNOWN = tuple(
    (piece(rf"(?<![a-z])(?:{words})(?![a-z])"), name)
    for words, name in (
        (r"a\.\s?n\.\s?ac\.?|autorità\s+nazionale\s+anticorruzione|consiglio\s+dell'autorità",
         "ANAC"),
        (r"corte\s+(?:dei\s+)?conti", "Corte dei conti"),
        (r"comitato\s+interministeriale\s+per\s+la\s+programmazione\s+economica", "CIPE"),
        (r"(?:mef-)?rgs|ragioneria\s+generale\s+dello\s+stato", "Ragioneria generale dello Stato"),
        (r"(?:dipartimento|ministr\w+)\s+(?:del)?la\s+funzione\s+pubblica|dfp",
         "Dipartimento della funzione pubblica"),
        (r"\d{1,4}/(?:19|20)\d\d/[a-z]/(?:eel|gas|idr|com|rif|efr|tlr|rht|cha|ecd)", "ARERA"),
        (r"banca\s+d'italia", "Banca d'Italia"),
        (r"agenzia\s+delle\s+entrate", "Agenzia delle entrate"),
        (r"agenzia\s+delle\s+dogane(?:\s+e\s+dei\s+monopoli)?",
         "Agenzia delle dogane e dei monopoli"),
        (r"garante(?:\s+per\s+la\s+protezione|\s+(?:della\s+)?privacy)",
         "Garante per la protezione dei dati personali"),
    )
)  # fmt: skip
_COURTS = tuple(
    (piece(rf"(?<![a-z])(?:{words})(?![a-z])"), name)
    for words, name in (
        (
            r"cons(?:iglio|\.)\s{0,3}(?:di\s{1,3})?st(?:ato|\.)|c\.\s?d\.\s?s\."
            r"|ad(?:unanza|\.)\s{0,3}plen(?:aria|\.)",
            "Consiglio di Stato",
        ),
        (r"corte\s+cost(?:ituzionale|\.)|c\.\s?cost\.|consulta", "Corte costituzionale"),
        (r"cass(?:azione|\.)", "Corte di cassazione"),
        (r"corte\s+(?:dei\s+)?conti", "Corte dei conti"),
        (r"corte\s+di\s+giustizia|cgue", "Corte di giustizia dell'Unione europea"),
    )
)
_TAR = piece(
    r"(?<![a-z])(?:t\.?\s?a\.?\s?r\.?|tribunale\s+amministrativo\s+regionale)"
    rf"(?:\s+(?:per\s+)?(?:(?:la|il|l'|della|del|le)\s{{0,2}})?({REGIONS}))?(?![a-z])"
)
# Words that name a body other than the one whose act cites: ``ordinanza del Prefetto``.
_ELSEWHERE = piece(
    r"(?<![a-z])(commissari|prefett|prefettiz|ministr|regional|provincia|presidente\s+(?:del\s+con|della\s+re)"
    r"|questor|conferenza|tribunal|a\.?s\.?l(?![a-z])|azienda|universit|ateneo|senato|rettor|unione|comunità"
    r"|consorzi|parco|anci|ambito|ats|asst|camera|agenzia|autorità|protezione\s+civile|cabina|governo)"
)
_OF_ANOTHER = piece(
    r"(?:adottat[ao]\s+|assunt[ao]\s+|emess[ao]\s+)?(?:d(?:el(?:la|lo)?|ei)\s+|d(?:ell|all)'|dal(?:la)?\s+)"
)
_MINISTRY = piece(
    r"minist(?:ro|ero|eri)\s+((?:(?:del(?:l[aeo])?|dei|degli|per(?:\s+l[aoe])?)(?![a-z])|dell')\s{0,2}"
    r"[^\d(\";:.]{3,90}?)(?=\s*(?:[\d(\";:.]|$)|,?\s+(?:n[.°r]|del\s+\d|in\s+data|ha|che|e'|è|con|recante|di"
    r"|si|sono|avente|nonch|ed?\s+(?:il|s)|relativ|concernente|pubblicat|adottat|emanat)(?![a-z]))"
)
# Between a decree and the ministry that made it: ``, emanato dal``.
_BEFORE_MINISTRY = piece(r".{0,8}|(?:emanat|adottat|emess|firmat)[oi]\s{1,3}.{0,8}")
_PARTICLES = frozenset(
    {"e", "del", "della", "delle", "dello", "dei", "degli", "per", "la", "le", "lo"}
)
_OF_LOCAL = piece(r"(?:del|della)\s+(comune|provincia)\s+di\s+([a-zà-ÿ]+(?:'\s?[a-zà-ÿ]+)?)")
_CIVIL_PROTECTION = piece(
    r"(?<![a-z])(?:o\.?\s?(?:c\.?\s?d\.?\s?)?p\.?\s?c|c\.?\s?d\.?\s?p\.?\s?c\.?(?![a-z]))"
)
_UNIVERSITY = piece(r"universit|politecnic|ateneo")
_RECTOR = piece(r"rettor|senato|d\.?\s?r(?:\.|(?![a-z]))")
_REGIONAL = frozenset({"legge_regionale", "regolamento_regionale", "dgr"})
_OWN = frozenset({"determinazione", "delibera", "ordinanza", "comunicato"})


class Bodies:
    """Gives the body of each citation of one text."""

    def __init__(self, low: str, context: Context) -> None:
        self._own = context.ente
        self._region = _region(low, context)
        self._province = _AUTONOMOUS.search((context.ente or "").lower())

    def of(self, kind: Kind, words: str, before: str, following: str) -> str | None:
        """The body of an act of this kind, cited with these (folded) words, and those around."""
        if kind.ente:
            return kind.ente
        if kind.name == "l.p.":
            return self._autonomous(words, following)
        if kind.tipo in _REGIONAL:
            return self._named_region(words, following)
        if kind.tipo == "dcr":
            region = self._named_region(words, following)
            return region and region.replace("Regione", "Consiglio regionale della", 1)
        if kind.tipo == "dm" and (ministry := _ministry(words, following)):
            return ministry
        if kind.tipo == "sentenza":
            return _court(words) or _court(following[:60]) or _court(before[-60:])
        named = _national(kind, words, before, following)
        if named:
            return named
        local = _OF_LOCAL.search(words) or _OF_LOCAL.match(following)
        if local and kind.tipo in _OWN:
            return f"{local[1].title()} di {local[2].title()}"
        of_emergencies = "protezione civile" in words or _CIVIL_PROTECTION.search(words)
        if kind.tipo == "ordinanza" and of_emergencies:
            return "Dipartimento della protezione civile"
        if kind.tipo == "decreto":
            return self._of_decree(words, following)
        return self._own_act(kind, words, following) if kind.tipo in _OWN else None

    def _own_act(self, kind: Kind, words: str, following: str) -> str | None:
        """The citing act's own body, unless the words name another."""
        own = (self._own or "").lower()
        link = _OF_ANOTHER.match(following)
        another = _ELSEWHERE.search(words) or (link and _ELSEWHERE.match(following, link.end()))
        if another and another[1] == "commissari" and kind.tipo != "ordinanza":
            return self._own  # with the powers of its organs (d.lgs. 267/2000, art. 141)
        if another and _RECTOR.match(another[1]) and _UNIVERSITY.search(own):
            return self._own
        return self._own if not another or another[1][:6] in own else None

    def _of_decree(self, words: str, following: str) -> str | None:
        if _RECTOR.search(words) and _UNIVERSITY.search((self._own or "").lower()):
            return self._own
        if re.search(r"sindac|rettor|prefett|tribunal|minist|diparti", words):
            return self._own if "sindac" in words else None
        after = _REGION.match(following)
        if after:
            return region_name(after[1])
        if self._own and re.search(r"(?i)^(?:regione|giunta\s+regionale)", self._own):
            return self._region
        abbreviated = re.match(r"d[.dp]", words)
        return self._named_region(words, following) if abbreviated else None

    def _named_region(self, words: str, following: str) -> str | None:
        found = _NAMED_REGION.search(words) or _REGION.match(following)
        if found:
            return region_name(found[1])
        adjective = _ADJECTIVE.search(words)
        if adjective:
            return f"Regione {ADJECTIVES[adjective[1]]}"
        letter = _LETTER.match(words)
        return f"Regione {_OF_LETTER[letter[1]]}" if letter else self._region

    def _autonomous(self, words: str, following: str) -> str | None:
        """The autonomous Province of a law: Trento or Bolzano, the only two that make laws."""
        found = _AUTONOMOUS.search(words) or _AUTONOMOUS.search(following[:45]) or self._province
        return f"Provincia autonoma di {found[1].title()}" if found else None


def region_name(printed: str) -> str:
    """A Region by its full name, from its folded one: ``friuli``, ``siciliana``.

    >>> region_name("siciliana"), region_name("emilia romagna"), region_name("valle d'aosta")
    ('Regione Sicilia', 'Regione Emilia-Romagna', "Regione Valle d'Aosta")
    """
    first = re.split(r"[\s'-]", printed)[0].replace("é", "e")
    return f"Regione {_FULL_NAMES.get(first, printed.title())}"


def _national(kind: Kind, words: str, before: str, following: str) -> str | None:
    """A national authority that the words name, or those right after; for resolutions, before."""
    for pattern, name in _KNOWN:
        if pattern.search(words):
            return name
    named = AUTHORITY.search(words)
    if named is None and kind.tipo in ("delibera", "circolare", "determinazione"):
        link = _OF_ANOTHER.match(following)
        for pattern, name in _KNOWN:
            if (link and pattern.match(following, link.end())) or (
                kind.tipo == "delibera" and pattern.search(before)
            ):
                return name
        named = AUTHORITY.match(following, link.end()) if link else None
    if named is None and kind.tipo == "delibera":
        named = AUTHORITY.search(before)
    return named[1].upper() if named else None


def _court(words: str) -> str | None:
    """The court that the words name."""
    for pattern, name in _COURTS:
        if pattern.search(words):
            return name
    found = _TAR.search(words)
    if found is None:
        return None
    return f"TAR {region_name(found[1]).removeprefix('Regione ')}" if found[1] else "TAR"


def _ministry(words: str, following: str) -> str | None:
    """The ministry named in a citation, or right after it, with capitals as they are printed."""
    found = _MINISTRY.search(words) or _MINISTRY.search(following[:110])
    if found is None or (
        found.string is not words and not _BEFORE_MINISTRY.fullmatch(following, 0, found.start())
    ):
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
        return region_name(own[1])
    named = Counter(region_name(match[1]) for match in _REGION.finditer(low))
    return named.most_common(1)[0][0] if named else None
