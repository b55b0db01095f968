"""The most that a grant can be, which is still the grant, as against the most that can be spent.

>>> is_most_of_grant("un contributo massimo di ", "altro")
True
>>> is_most_of_grant("spese di consulenza fino a un massimo di ", "altro")
False
"""

import regex

from models.vocabulary import RuoloImporto

# The most that can be granted is still the grant; the most that can be spent is a limit.
_GRANT = (
    r"(?:contribut[oi]|agevolazion[ei]|voucher|fondo\s+perduto|sovvenzion[ei]|bonus|indennità"
    r"|incentiv[oi]|sussidi[oi]?|premi[oi]?)"
)
_OF_GRANT = r"(?:(?<![^\W\d_])(?:del|della|delle|dei|degli|dal|sul|soglia\s+di)\s+|dell[’']\s?)"
_CAP = (
    r"(?:massim[oaie]\b|limite\b|tetto\b|[fs]ino\s+ad?\b|non\s+oltre\b"
    r"|non\s+(?:potrà|può)\s+(?:superare|eccedere))"
)
_AMOUNT_OF = r"(?:importo|ammontare|entità|valore|misura)\s+"
_GRANT_CAP = regex.compile(
    rf"(?<![^\W\d_])(?:(?:{_AMOUNT_OF}{_OF_GRANT}|(?<!{_OF_GRANT}|per\s+)){_GRANT}\b"
    rf"(?P<mezzo>[^;€]{{0,170}}?){_CAP}"
    rf"|{_CAP}\s+{_OF_GRANT}{_GRANT}\b)(?P<poi>[^;€]{{0,60}})\Z",
    regex.IGNORECASE,
)
# In a section on the grant: ``pari al 50% delle spese ammesse, fino a un massimo di``.
_CAP_LAST = regex.compile(
    rf"(?<![^\W\d_])(?:{_CAP}|massimal[ei]\b)[^;€]{{0,20}}\Z", regex.IGNORECASE
)
_NOT_GRANT = regex.compile(
    r"spes[ae]\b|cost[oi]\b|investiment|garanzi|prestit|mutu[oi]\b|finanziament"
    r"|de\s+minimis|soglia|ISEE|reddit|fattur|minim|inferior"
    r"|superior|maggior|minor",
    regex.IGNORECASE,
)
_SHARE_OF_COST = regex.compile(
    r"(?:%|copertura(?:\s+(?:parziale|integrale|totale))?)\s?(?:(?:del(?:la|le|l[’'])?|dei|degli|sulla|sulle|sui)\s?)"
    r"(?:spes[ae]|cost[oi]|investiment[oi])\b(?:\s+(?:[a-zà]*ammess|ammissibil|sostenut|rendicontat|effettiv)\w+){0,3}",
    regex.IGNORECASE,
)
_NEAR = 22


def is_most_of_grant(before: str, title: RuoloImporto) -> bool:
    """Whether ``before`` ends in the most that a grant can be: ``un contributo massimo di``."""
    # A share of the costs is no cost: ``una sovvenzione del 70% dei costi, fino a``.
    words = _SHARE_OF_COST.sub("%", before)
    cap = _GRANT_CAP.search(words)
    if cap is not None:
        return not _NOT_GRANT.search((cap["mezzo"] or "")[-_NEAR:] + " " + cap["poi"])
    return (
        title == "contributo"
        and _CAP_LAST.search(words) is not None
        and not (_NOT_GRANT.search(words))
    )
