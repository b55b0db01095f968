"""The body that issued an act: from its letterhead, its running headers or its text."""

import re
from collections import Counter

from extractor.structure.blocks import Block, is_upper

#: First words of a body's name.
_KINDS = (
    r"comune\s+di|città\s+di|citta['’]\s+di|provincia\s+(?:autonoma\s+)?di|città\s+metropolitana\s+di|"
    r"unione\s+(?:dei\s+|di\s+)?comuni|comunità\s+montana|regione\s+autonoma|regione|"
    r"università|politecnico\s+di|ministero\s+(?:del|dell)|camera\s+di\s+commercio|"
    r"azienda\s+(?:sanitaria|ospedaliera|unit|socio|regionale|speciale|di|usl|ulss)|agenzia|"
    r"a\.?t\.?s\.?\s|a\.?s\.?s\.?t\.?\s|a\.?s\.?l\.?\s|consorzio|ente\s+parco|parco\s+(?:regionale|nazionale)"
    r"|autorità|istituto|fondazione|presidenza\s+del\s+consiglio|libero\s+consorzio"
)
_LETTERHEAD = re.compile(rf"(?:{_KINDS})\b.{{0,100}}$", re.I)
_CUT = re.compile(
    r"\s*(?:\(|\s[-–—]\s|,|;|\bpresidenza\s+del\b|c\.\s?f\.|p\.\s?i(?:va|\.)|\d).*$", re.I
)
_SMALL = r"(?:d[aei]l?|del|dell[ao]|dell['’]|dei|degli|delle|per|ed?|con|in|a|al|alla|l['’]|d['’])"
_CAP = r"[A-ZÀ-Ý][A-Za-zà-ÿÀ-Ý'’.\-]*"
#: A body named in running text, in mixed case.
_MENTION = re.compile(
    r"(?<![\wÀ-ÿ])(?:Comune|Città|Provincia|Unione|Comunità|Regione|Università|Politecnico|Ministero|"
    r"Camera|Azienda|Agenzia|ATS|ASST|ASL|Consorzio|Ente|Parco|Autorità|Istituto|Fondazione)"
    rf"(?:\s+(?:{_SMALL}\s*){{0,2}}{_CAP}){{1,8}}"
)
_REGION = re.compile(
    r"Regione\s+(?:Autonoma\s+)?((?:Valle\s+d['’]\s?Aosta)|[A-Z][a-z]+(?:[-\s][A-Z][a-z]+){0,2})"
)
_INSTITUTED = re.compile(r"(?:ha\s+)?istitui(?:to|sce|ta)\s+(?:l['’]|la\s+|il\s+|lo\s+)", re.I)
_NOT_A_BODY = re.compile(
    r"Regione\s+(?:e|ed|in|con)\b|Istituto\s+(?:di\s+)?(?:Credito|Comprensivo)|Ente\s+(?:Locale|Parte)"
    r"|Camera\s+dei\b|Autorit\w+\s+(?:di\s+Gestione|di\s+Audit|Giudiziaria|Competente)"
)
_LOWER = frozenset(
    ("di", "de", "del", "dei", "della", "delle", "dello", "degli", "e", "ed", "per", "a", "al",
     "alla", "con", "in", "il", "la", "lo", "le", "i", "gli", "da")
)  # fmt: skip


def letterhead(blocks: tuple[Block, ...]) -> str | None:
    """The body named at the start of one of ``blocks``: ``COMUNE DI …`` in title case."""
    for at, block in enumerate(blocks):
        text = block.testo.lstrip("“\"'")
        if len(text) > 260 or not _LETTERHEAD.match(text[:160]):
            continue
        name = _CUT.sub("", text[:160]).strip(" .:–-")
        if len(name.split()) < 2 and at + 1 < len(blocks):
            name = f"{name} {blocks[at + 1].testo}"
        if 1 < len(name.split()) <= 12 and (is_upper(name) or name[0].isupper()):
            return title_case(name)
    return None


def title_case(name: str) -> str:
    """A name set in capitals, in title case; others as they are.

    >>> title_case("COMUNE DI REGGIO NELL'EMILIA")
    "Comune di Reggio nell'Emilia"
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
        elif len(word) <= 4 and word in ("ats", "asst", "asl", "aria"):
            words.append(word.upper())
        else:
            words.append(word.capitalize())
    return " ".join(words)


def region(text: str) -> str | None:
    """The Region named most often: ``Regione Lombardia``."""
    names = Counter(" ".join(found.group().split()) for found in _REGION.finditer(text))
    return names.most_common(1)[0][0] if names else None


def named_body(text: str) -> str | None:
    """The body that an act without letterhead is of, from how its text speaks of it.

    A recital that says what law instituted it decides; else the body named most often, a
    Region counting only when it is alone.
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
    if own and names[own[0]] >= 2:
        return printed[own[0]]
    return region(text) or (printed[own[0]] if own else None)


def _clean(name: str) -> str:
    return re.sub(r"\s+", " ", name).strip(" .,;:-–'’")
