"""The body that issued an act: from its letterhead, its running headers or its text."""

import re
from collections import Counter
from collections.abc import Sequence

import regex

from extractor.structure.blocks import Block, is_upper

#: First words of a body's name.
_KINDS = (
    r"comune\s+di|città\s+di|citta['’]\s+di|provincia\s+(?:autonoma\s+)?di|città\s+metropolitana\s+di|"
    r"unione\s+(?:dei\s+|di\s+)?comuni|comunità\s+montana|regione\s+autonoma|regione|"
    r"università|politecnico\s+di|ministero\s+(?:del|dell[aeo]?|dei|degli|dell['’])|camera\s+di\s+commercio|"
    r"azienda\s+(?:sanitaria|ospedaliera|unit|socio|regionale|speciale|di|usl|ulss)|agenzia|"
    r"a\.?t\.?s\.?\s|a\.?s\.?s\.?t\.?\s|a\.?s\.?l\.?\s|consorzio|ente\s+parco|parco\s+(?:regionale|nazionale)"
    r"|giunta\s+regionale\s+del(?:la|le|l['’])?|liceo|conservatorio|accademia|prefettura|azienda\s+u\.?l\.?s\.?s"
    r"|azienda\s+ospedalier|a\.?o\.?u\.?\s|autorità|istituto|fondazione|presidenza\s+del\s+consiglio|libero\s+consorzio"
)
_LETTERHEAD = re.compile(rf"(?:{_KINDS})\b.{{0,100}}$", re.I)
_CUT = re.compile(
    r"\s*(?:\(|\s[-–—]\s|,|;|\bpresidenza\s+del\b|\bb\.?\s?u\.?(?=\s|\d|r)"
    r"|\b(?:determin|deliber)azion|\bordinanza|\bdecreto|c\.\s?f\.|p\.\s?i(?:va|\.)|\d).*$",
    re.I,
)
_SMALL = r"(?:d[aei]l?|del|dell[ao]|dell['’]|dei|degli|delle|per|ed?|con|in|a|al|alla|l['’]|d['’])"
_CAP = r"[A-ZÀ-Ý][A-Za-zà-ÿÀ-Ý'’.\-]*"
#: A body named in running text, in mixed case. A name goes on over a line's end only where the
#: line was cut inside it: after a preposition or before one.
_MENTION = regex.compile(
    r"(?<![\wÀ-ÿ])(?:Comune|Città|Provincia|Unione|Comunità|Regione|Università|Politecnico|Ministero|"
    r"Camera|Azienda|Agenzia|ATS|ASST|ASL|Consorzio|Ente|Parco|Autorità|Istituto|Fondazione)"
    rf"(?:(?:[^\S\n]+|\s+(?={_SMALL}\s)|(?<=\s[a-z]{{2}})\s+)(?:{_SMALL}\s*){{0,2}}{_CAP}){{1,8}}"
)
_REGION = re.compile(
    r"Regione\s+(?:Autonoma\s+)?(?:d(?:el|ella)\s+|dell['’]\s?)?((?:Valle\s+d['’]\s?Aosta)|[A-Z][a-z]+(?:[-\s][A-Z][a-z]+){0,2})"
)
#: The same in capitals, as running headers print it: the names of the Regions are a closed list.
REGION_CAPITALS = regex.compile(
    r"REGIONE\s+(?:AUTONOMA\s+)?(?:DEL(?:LA)?\s+)?(?:ABRUZZO|BASILICATA|CALABRIA|CAMPANIA|LAZIO|LIGURIA"
    r"|EMILIA[-\s]ROMAGNA|FRIULI[-\s]VENEZIA\s+GIULIA|LOMBARDIA|MARCHE|MOLISE|PIEMONTE|PUGLIA|SARDEGNA"
    r"|SICILIA(?:NA)?|TOSCANA|TRENTINO[-\s]ALTO\s+ADIGE|UMBRIA|VALLE\s+D['’]\s?AOSTA|VENETO)\b"
)
_INSTITUTED = re.compile(r"(?:ha\s+)?istitui(?:to|sce|ta)\s+(?:l['’]|la\s+|il\s+|lo\s+)", re.I)
_NOT_A_BODY = re.compile(
    r"Regione\s+(?:e|ed|in|con)\b|Istituto\s+(?:di\s+)?(?:Credito|Comprensivo|Superiore)|Ente\s+(?:Locale|Parte)"
    r"|Camera\s+d(?:ei|i\s+Commercio$)|Unione\s+[Ee]uropea|Comunità\s+(?:[Ee]urope|[Ee]nerg)"
    r"|Autorit\w+\s+(?:di\s+Gestione|di\s+Audit|Giudiziaria|Competente)|Città\s+d['’]"
)
#: Kinds of which one mention says enough, where no other body is named.
_PLAIN = re.compile(r"(?:Comune|Provincia|Università\s+degli|ATS|ASST|Città\s+metropolitana)\s")
_LOWER = frozenset(
    ("di", "de", "del", "dei", "della", "delle", "dello", "degli", "e", "ed", "per", "a", "al",
     "alla", "ai", "con", "in", "il", "la", "lo", "le", "i", "gli", "da", "sul", "sulla", "nel",
     "nella")
)  # fmt: skip


#: Short forms of bodies and offices, which stay in capitals as numbers of sectors (``III``) and
#: dotted short forms (``S.C.``) do.
_SHORT_FORMS = frozenset(
    ("ats", "asst", "asl", "ausl", "usl", "ulss", "irccs", "inps", "inail", "anac", "arpa", "aler",
     "uo", "uoc", "uos", "sc", "ss", "suap", "cuc", "rup")
)  # fmt: skip
_IN_CAPITALS = re.compile(r"(?=.)x{0,3}(?:ix|iv|v?i{0,3})[°^]?|(?:[a-z]{1,3}\.){2,5}[a-z]?")
_CITY = re.compile(r"^Citta['’]", re.I)
#: A Region by the name of its executive: ``Giunta Regionale della Campania``.
_GIUNTA_OF = re.compile(r"^Giunta\s+regionale\s+del(?:la\s+|le\s+|l['’]\s?|\s+)", re.I)
#: The initial of a first name: ``"G. PROVA"``.
_INITIAL = re.compile(r"\W{0,2}[a-z]\.")


#: Bodies that are printed above the name of another.
_ABOVE = re.compile(r"(?:regione|provincia\s+di|presidenza|ministero)\b", re.I)
_OUTGOING = re.compile(
    r"^(?P<ente>.{5,90}?)\s+-\s+\w+\s*-\s*\w+\s*-\s*\d{4,10}\s*-\s*(?:Uscita|U)\b", re.I | re.M
)
_BUYER = re.compile(r"^Nome ufficiale:\s*(?P<ente>.{3,120})$", re.M)


_OFFICES_OF_REGION = re.compile(
    r"(?:amministrazione\s+regionale|presidenza|giunta\s+regionale|d\.\s?g\.\s|altri\s+enti|province|comuni"
    r"|aler\b|arpa\b|ersaf\b|casa\s+di\s+riposo|aziende?\s)",
    re.I,
)


def names_body(text: str) -> bool:
    """Whether a line is the name of a body that publishes notices, alone."""
    if len(text) > 110 or text.endswith((".", ";", ",")):
        return False
    return bool(_LETTERHEAD.match(text) or _OFFICES_OF_REGION.match(text))


def stamped_body(margine: str) -> str | None:
    """The body whose register stamped a document as outgoing (*Uscita*)."""
    found = _OUTGOING.search(margine)
    return title_case(found["ente"]) if found else None


def buyer(text: str) -> str | None:
    """The buyer of a notice on the eForms of the Union (regulation (EU) 2019/1780)."""
    found = _BUYER.search(text)
    return found["ente"].strip() if found else None


def letterhead(blocks: Sequence[Block]) -> str | None:
    """The body named at the start of one of ``blocks``: ``COMUNE DI …`` in title case.

    Where several are, a Region or a Province gives way: they stand above the body's own name.
    """
    names = [name for name in (_headed(blocks, at) for at in range(len(blocks))) if name]
    if not names:
        return None
    return next((name for name in names if not _ABOVE.match(name)), names[0])


def _headed(blocks: Sequence[Block], at: int) -> str | None:
    text = blocks[at].testo.lstrip("“\"'")
    if len(text) > 260 or not _LETTERHEAD.match(text[:160]):
        return None
    name = _CUT.sub("", text[:160]).strip(" .:–-")
    if len(name.split()) < 2 and at + 1 < len(blocks):
        name = f"{name} {blocks[at + 1].testo}"
    fits = 1 < len(name.split()) <= 12 and (is_upper(name) or name[0].isupper())
    if not fits:
        return None
    return _GIUNTA_OF.sub("Regione ", _CITY.sub("Città", title_case(name)))


def title_case(name: str) -> str:
    """A name set in capitals, in title case; others as they are.

    >>> title_case("COMUNE DI REGGIO NELL'EMILIA")
    "Comune di Reggio nell'Emilia"
    >>> title_case("REGIONE EMILIA-ROMAGNA"), title_case("DIRIGENTE DEL SETTORE III")
    ('Regione Emilia-Romagna', 'Dirigente del Settore III')
    """
    if not is_upper(name):
        return name
    words = []
    for number, word in enumerate(name.lower().split()):
        head, mark, tail = re.match(r"([a-zà-ÿ]+['’])?()(.*)", word).groups()  # type: ignore[union-attr]
        if word in _LOWER and number:
            words.append(word)
        elif head and tail and head[:-1] in ("d", "l", "dell", "nell", "all", "dall", "sull"):
            words.append(head + mark + tail.capitalize())
        elif (
            word in _SHORT_FORMS
            or (number and _INITIAL.fullmatch(word))
            or (number and _IN_CAPITALS.fullmatch(word))
        ):
            words.append(word.upper())
        else:
            words.append(re.sub(r"(?<![a-zà-ÿ])[a-zà-ÿ](?=[a-zà-ÿ])", _capital, word))
    return " ".join(words)


def _capital(letter: re.Match[str]) -> str:
    return letter.group().upper()


def region(text: str) -> str | None:
    """The Region named most often: ``Regione Lombardia``."""
    names = Counter(" ".join(found.group().split()) for found in _REGION.finditer(text))
    return names.most_common(1)[0][0] if names else None


def named_body(text: str, *, acts_by_itself: bool = True) -> str | None:
    """The body that an act without letterhead is of, from how its text speaks of it.

    A recital that says what law instituted it decides; else the body named most often. A Region
    comes last for an act of which another body is the author (``acts_by_itself``): it is named
    wherever its laws and money are.
    """
    for found in _INSTITUTED.finditer(text):
        mention = _MENTION.match(text, found.end())
        if mention:
            return _clean(mention.group())
    names: Counter[str] = Counter()
    printed: dict[str, str] = {}
    for mention in _MENTION.finditer(text):
        name = _clean(mention.group())
        if _NOT_A_BODY.match(name) or len(name.split()) < 2:
            continue
        printed.setdefault(name.casefold(), name)
        names[name.casefold()] += 1
    own = [key for key, _ in names.most_common() if not key.startswith("regione")]
    regions = len(_REGION.findall(text))
    weight = names[own[0]] * (2 if acts_by_itself else 1) if own else 0
    if own and names[own[0]] >= 2 and weight > regions:
        return printed[own[0]]
    if regions >= 3:
        return region(text)
    if regions and not own and acts_by_itself and _is_one(text):
        return region(text)
    plain = [printed[key] for key in own if _PLAIN.match(printed[key])]
    return plain[0] if len(plain) == 1 else None


def _is_one(text: str) -> bool:
    """Whether all the mentions of Regions are of one."""
    return len({found[1].casefold() for found in _REGION.finditer(text)}) == 1


def _clean(name: str) -> str:
    name = re.split(r"(?<=[a-zà-ÿ]{3})\.\s", name)[0]
    return re.sub(r"\s+", " ", name).strip(" .,;:-–'’")
