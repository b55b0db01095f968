"""The most that is granted: ``il contributo è concesso nel limite massimo di € 10.000,00``.

It is what the grant is, no limit that the act sets to others; the least that is granted
(``contributo minimo``) and what a grant must not exceed for a rule to hold (``per contributi fino a
€ 5.000,00 non è dovuta la ritenuta``) are limits.

>>> is_most_granted("un contributo massimo pari a "), is_most_granted("per contributi fino a ")
(True, False)
"""

import regex

_REACH = 100
_SAID = regex.compile(
    r"(?:massim[oaie]|minim[oaie]|concedibil\w|erogabil\w|riconoscibil\w|[fs]ino\s+ad?|non\s+oltre|superare|eccedere"
    r"|superior[ei]|aumentat|incrementat|maggiorat|elevat|ammonta|nel\s+limite)",
    regex.IGNORECASE,
)
"""One of the words that tell a most: asked first, as it is cheap."""

_END = r"\s*:?\s*(?:€|euro)?\s*\Z"
_NOT_FOR = r"(?<!(?<![^\W\d_])(?:per|sui|ai|dei|oltre|di|gli)\s+)"
# ``interventi che prevedono un contributo massimo di`` tells the lines of a call apart.
_NOT_OF_LINES = r"(?<!(?<![^\W\d_])(?:per|dei|oltre|prevedono\s+un)\s+)"
_WORD = r"(?<![^\W\d_])"
_GRANT = (
    rf"{_WORD}(?:contribut[oi]|agevolazion[ei]|sovvenzion[ei]|voucher|bonus|aiuto|sussidio"
    r"|borsa\s+di\s+studio|finanziamento\s+a\s+fondo\s+perduto)"
)
# ``contributo a fondo perduto``, ``contributo regionale concedibile``
_KIND = (
    r"(?:\s+(?:a\s+fondo\s+perduto|in\s+conto\s+(?:capitale|interessi|impianti)|regional[ei]|comunal[ei]|pubblic[oa]"
    r"|economic[oa]|concedibil[ei]|erogabil[ei]|riconoscibil[ei]))"
)
_IS = (
    r"(?:di|pari\s+ad?|è(?:\s+(?:pari\s+ad?|di))?|(?:è\s+)?(?:fissat|stabilit)[oa]\s+in"
    r"|(?:è\s+)?elevat[oa]\s+ad?)"
)
_FEW = r"(?:[a-zàè’']+\s+){0,10}?"
_MOST_OF = r"massim[oaie](?:\s+complessiv[oa])?\s+(?:di|pari\s+ad?)"
# ``è concesso``, ``consiste``, ``copre``: the verbs that grant.
_IS_GRANTED = (
    r"(?:(?:è|viene|sarà|sono|saranno)\s+(?:conces|riconosciut|erogat|determinat)"
    r"|consist|copr[ei]|(?:a\s+fondo\s+perduto|in\s+conto\s+(?:capitale|interessi|impianti))\b)"
)
_PATTERNS = tuple(
    regex.compile(pattern + _END, regex.IGNORECASE)
    for pattern in (
        # ``è concesso … nel limite massimo di``, ``… e per un importo massimo di``
        rf"{_GRANT}\b[^.;:€]{{0,40}}?{_IS_GRANTED}[^;€\t]{{0,220}}?"
        rf"(?:nel\s+limite|(?:fino|sino)\s+ad?|entro\s+(?:il\s+limite|un)|per\s+un\s+(?:importo|ammontare|valore)|da|ad?)\s*"
        rf"(?:un\s+)?{_MOST_OF}",
        # ``è concesso … e comunque non oltre``
        rf"{_GRANT}\b[^.;:€]{{0,40}}?{_IS_GRANTED}[^;€\t]{{0,160}}?comunque\s+(?:non\s+oltre|entro|[fs]ino\s+ad?)",
        # ``contributo massimo``, ``agevolazione massima per ciascun progetto è pari a``
        rf"{_NOT_OF_LINES}{_GRANT}{_KIND}{{0,2}}\s+massim[oaie](?:\s+{_FEW}{_IS})?",
        rf"{_GRANT}{_KIND}{{0,2}}\s+massim[oaie]\s+{_FEW}non\s+(?:potrà|può)\s+(?:comunque\s+)?"
        r"(?:superare|eccedere)",
        # ``importo massimo di contributo pari ad``, ``il valore massimo del voucher è di``
        rf"{_WORD}(?:importo|ammontare|limite|valore|entità|misura)\s+massim[oa]\s+(?:di|del(?:la|l[’'])?)\s*{_GRANT}\s+{_FEW}{_IS}",
        # ``un voucher del valore massimo di``, ``i voucher avranno un importo unitario massimo di``
        rf"{_GRANT}\s+(?:[a-zà]+\s+){{0,4}}?(?:(?:del|di|dal|per\s+un|avr(?:à|anno)\s+un)\s?)?(?:valore|importo)\s+(?:[a-zà]+\s+)?"
        rf"{_MOST_OF}",
        # ``contributo a fondo perduto fino a``, ``la sovvenzione potrà arrivare fino a``
        rf"{_NOT_FOR}{_GRANT}{_KIND}{{0,2}}(?:\s+(?:potrà|può)\s+(?:arrivare|ammontare))?\s+[fs]ino\s+ad?(?:\s*l[’']\s?importo\s+di)?",
        rf"{_GRANT}[^.;:€\d]{{0,60}}?\s+(?:può|potrà)\s+(?:arrivare|ammontare)\s+(?:[fs]ino\s+)?ad?(?:\s+un\s+{_MOST_OF})?",
        # ``l’importo del contributo non potrà eccedere``
        rf"{_WORD}(?:importo|ammontare)\s+del(?:la|l[’'])?\s*{_GRANT}{_KIND}{{0,2}}\s+non\s+(?:potrà|può)\s+(?:comunque\s+)?"
        r"(?:superare|eccedere|essere\s+superiore\s+ad?)(?:\s*(?:l[’']\s?importo|il\s+limite|la\s+somma)\s+di)?",
        # ``il beneficio è aumentato di un importo non superiore a``
        rf"{_WORD}(?:benefici|contribut|agevolazion|incentiv|sovvenzion|aiut)[oei]\s+(?:è|viene|sarà|può\s+essere|potrà\s+essere)\s+"
        r"(?:[a-zà]+\s+)?(?:aumentat|incrementat|maggiorat|elevat)[oa]\s+[^;.€]{0,90}",
    )
)


def is_most_granted(before: str) -> bool:
    """Whether the words before an amount say that it is the most that is granted."""
    if _SAID.search(before, max(0, len(before) - _REACH)) is None:
        return False
    return any(pattern.search(before) for pattern in _PATTERNS)
