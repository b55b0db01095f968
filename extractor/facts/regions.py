"""The Regions by name and by adjective, as acts print them.

The names are sources of patterns, in lower case, for text in lower case or ``regex.IGNORECASE``.
"""

REGIONS = (
    r"abruzzo|basilicata|calabria|campania|emilia[-\s]romagna|friuli(?:[-\s]venezia\s+giulia)?"
    r"|lazio|liguria|lombardia|marche|molise|piemonte|puglia|sardegna|sicilia|siciliana|toscana"
    r"|trentino(?:[-\s]alto\s+adige)?|umbria|vall(?:e|ee)\s+d[’']aosta|veneto"
)
"""The names of the Regions."""

ADJECTIVES = {
    "abruzzes": "Abruzzo", "lucan": "Basilicata", "calabres": "Calabria", "campan": "Campania",
    "emilian": "Emilia-Romagna", "friulan": "Friuli-Venezia Giulia", "lazial": "Lazio",
    "ligur": "Liguria", "lombard": "Lombardia", "marchigian": "Marche", "molisan": "Molise",
    "piemontes": "Piemonte", "puglies": "Puglia", "sard": "Sardegna", "sicilian": "Sicilia",
    "toscan": "Toscana", "umbr": "Umbria", "valdostan": "Valle d'Aosta", "venet": "Veneto",
}  # fmt: skip
"""The stems of the adjectives of the Regions: ``la legge regionale lombarda``."""

ADJECTIVE = rf"(?:{'|'.join(ADJECTIVES)})[aeio](?![a-z])"
"""An adjective of a Region."""
