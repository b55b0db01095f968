"""Rows of a release schedule (*cronoprogramma*) in text without cells.

Where a table was read as lines, a row ends in two dates and two amounts, ``31/12/2024 31/12/2024
2.460.145,60 3.001.377,63``, and the headings stand somewhere above it, broken over lines.

>>> text = "Importo\\nRilascio al\\nnetto di IVA\\nImporto\\nRilascio al\\nlordo di IVA\\n"
>>> text += "24C90-01 Avvio 31/12/2024 31/12/2024 100,00 122,00"
>>> sorted(headings(text).values())
['Importo rilascio al lordo di IVA', 'Importo rilascio al netto di IVA']
"""

import regex

_NUMBER = r"\d{1,3}(?:\.\d{3}){0,4},\d{2}(?!\d)"
_DATE = r"\d{1,2}[/.]\d{1,2}[/.]\d{4}"
_ROW = regex.compile(rf"{_DATE}\s+{_DATE}\s+(?P<primo>{_NUMBER})\s+(?P<secondo>{_NUMBER})")
_HEADINGS = regex.compile(
    r"importo\s+rilascio\s+al\s+(?P<primo>netto|lordo)\s+di\s+IVA\s+importo\s+rilascio\s+al"
    r"\s+(?:netto|lordo)\s+di\s+IVA",
    regex.IGNORECASE,
)


def headings(text: str) -> dict[int, str]:
    """The heading of each amount of a schedule's rows, by the amount's first character."""
    above = [(match.end(), match["primo"].lower()) for match in _HEADINGS.finditer(text)]
    found: dict[int, str] = {}
    if not above:
        return found
    for row in _ROW.finditer(text):
        first = next((name for end, name in reversed(above) if end <= row.start()), None)
        if first is None:
            continue
        second = "lordo" if first == "netto" else "netto"
        found[row.start("primo")] = f"Importo rilascio al {first} di IVA"
        found[row.start("secondo")] = f"Importo rilascio al {second} di IVA"
    return found
