"""The verbs that begin the points of an act and govern their amounts: ``DI LIQUIDARE …``.

>>> match = PATTERN.match("2. di dover procedere alla liquidazione della somma")
>>> match and ROLES[match.lastgroup]
('liquidazione', 2.8)
"""

import regex

from extractor.facts.amounts.cues import Cue

# No verb below begins as these words do: what they take is not given back.
_ENACTS = r"(?:(?:determina|delibera|decreta|dispone|ordina)\s*:?\s+)?+"
_PROCEEDS = (
    r"(?:(?:dover|poter|voler)\s+|(?:procedere|provvedere)\s+(?:alla\s+|al\s+|all[’']\s?|ad?\s+)"
    r"|(?:disporre|autorizzare|approvare)\s+(?:la\s+|il\s+|l[’']\s?)){0,2}+"
)
PATTERN = regex.compile(
    rf"[\W\d]{{0,8}}+{_ENACTS}(?:(?:di|si)\s+){{0,2}}+{_PROCEEDS}(?:"
    r"(?P<impegno>(?:sub\s?-?\s?)?impegn(?:are|o)\b|impegna\b(?!\s+ad?\s)|prenotare|imputare"
    r"|assumere\b[^;:€]{0,60}?\bimpegno\b)"
    r"|(?P<liquidazione>(?:ri)?liquida(?:re|zione)?\b|pagare\b|pagamento\b|corrispondere\b)"
    r"|(?P<accertamento>accert(?:are|a)\b(?!\s+(?:che|se)\b)"
    r"|assumere\b[^;:€]{0,60}?\baccertamento\b)"
    r"|(?P<incasso>incamerare|introitare|incassare|riscuotere)|(?P<rimborso>rimborsare|restituire)|(?P<assegnazione>assegnare|ripartire)"
    r"|(?P<dotazione>stanziare|destinare)|(?P<contributo>concedere|erogare))",
    regex.IGNORECASE,
)
"""The verb with which a point of the operative part begins; its group is the role."""

ROLES: dict[str | None, Cue] = {
    "impegno": ("impegno", 2.8),
    "liquidazione": ("liquidazione", 2.8),
    "accertamento": ("accertamento", 2.8),
    # Of what is taken or given back the words say what it was: ``restituire la cauzione di``.
    "incasso": ("accertamento", 4.9),
    "rimborso": ("rimborso", 5.0),
    "assegnazione": ("assegnazione", 2.8),
    "contributo": ("contributo", 2.8),
    "dotazione": ("dotazione", 2.8),
}
"""What each verb makes of its object, and how strongly it tells so."""
