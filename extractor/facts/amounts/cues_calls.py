"""The words before an amount that calls for works and for grants print; see ``cues``."""

from extractor.facts.amounts.cues import Row

_QTE = r"(?:QTE\w{0,4}|quadro\s+tecnico[\s-]+economico)"
# ``OG3 importo``, ``categoria OS21, per un importo di``
_CLASS = r"O[GS]\s?\d{1,2}(?:-?[AB])?\s?,?\s+(?:per\s+)?(?:un\s+)?(?:l[’']\s?)?importo\b"

CALL_ROWS: tuple[Row, ...] = (
    ("costo_progetto", 4.3, (rf"importo\s+(?:del\s+)?{_QTE}\b",)),
    ("altro", 4.3, (r"spes[ae]\s+non\s+ammissibil[ei]\b", _CLASS)),
)
