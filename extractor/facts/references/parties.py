"""The parties of a cited agreement: ``convenzione n. 12/2024 tra Regione Puglia e InnovaPuglia``.

An agreement is made by all of its parties; so all stand in ``ente``, in the order printed.
"""

import regex

_UPPER = r"[A-ZÀ-Ý][\w.&’'-]{0,40}"
_JOINT = r"(?:(?:di|del|della|dello|dei|degli|delle|per|la)\s+|dell[’']\s?|l[’']\s?)"
_PARTY = rf"(?:(?:il|lo|la|i|le|gli)\s+|l[’']\s?)?({_UPPER}(?:\s+{_JOINT}{{0,2}}{_UPPER}){{0,8}})"
_BETWEEN = regex.compile(
    r"[\s,)]{0,3}(?:(?:stipulat|sottoscritt|siglat|sancit)[oae]\s+)?(?:(?:tra|fra)\s+)"
    rf"{_PARTY}(?:,\s+{_PARTY}){{0,6}}\s*,?\s+ed?\s+(?:(?:tra|fra)\s+)?{_PARTY}"
)
_REACH = 400


def parties(text: str, end: int) -> str | None:
    """The parties named right after the words of an agreement, which end at ``end``.

    >>> parties("la convenzione tra il Comune di Roccaverde, la Provincia e l'ASP Sud", 14)
    'Comune di Roccaverde; Provincia; ASP Sud'
    >>> parties("la convenzione tra le parti", 14) is None
    True
    """
    found = _BETWEEN.match(text, end, min(len(text), end + _REACH))
    if found is None:
        return None
    names = [name for group in (1, 2, 3) for name in found.captures(group)]
    return "; ".join(" ".join(name.split()).rstrip(",;") for name in names)
