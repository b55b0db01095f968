"""CUP, *Codice Unico di Progetto*: the code of a public investment project (l. 3/2003, art. 11).

Fifteen characters: a letter, two digits, a letter, two digits (the year of the decision), nine
digits. There is no published check digit. Of 18,297 real codes all but one also keep a tighter
form: letters from B to J, a second character that is no zero, and an end ``000`` and a digit
from 1. A code of the loose form alone is valid, with a warning.

The word CUP is also a *Centro Unificato di Prenotazione*: alone it is no code.

>>> check("E46G23000300002")
Check(valido=True, motivo=None)
>>> check("22E220003400004").valido
False
>>> [found.valore for found in find("C.U.P.: J54 J25 0009 90006 – CUP unico regionale")]
['J54J25000990006']
"""

from collections.abc import Iterator

import regex

from extractor.facts.anchors import Anchored
from extractor.facts.codes.finding import VALID, Check, code, compact, long_runs
from models import Codice

_LOOSE = regex.compile(r"[A-Z]\d{2}[A-Z]\d{11}")
_TIGHT = regex.compile(r"[B-J][1-9]\d[B-J]\d{2}\d{5}000[1-9]")

_LABEL = r"(?<![^\W\d_])C\.?\s?U\.?\s?P\.?(?![^\W\d_])"
# What may stand between the word and the code: ``CUP ASSEGNATO AL PROGETTO``, ``CUP n.``
_BETWEEN = (
    r"(?:[\s:.,;=()\[\]\-–—\"“”«»]|(?:n|nr|n°|num|numero|codice|unico|di|assegnato|al|del|della"
    r"|progetto|intervento|master|è|il|seguente|provvisorio)(?![^\W\d_]))"
)
_BROKEN = r"[A-Z0-9](?:[\s.\-]{0,2}[A-Z0-9]){14}(?![A-Z0-9])"

_LABELLED = Anchored(
    ("cup", "cu.", "cu ", "c.", "c "),
    rf"{_LABEL}{_BETWEEN}{{0,16}}+(?:(?P<codice>{_BROKEN})|(?P<altro>[A-Z0-9]{{12,20}}(?![A-Z0-9])))",
)
_ALONE = regex.compile(r"(?<![A-Za-z0-9])[A-Z]\d{2}[A-Z]\d{11}(?![A-Za-z0-9])")

_AS_DIGIT = str.maketrans("OQILS", "00115")
_LETTERS_AT = (0, 3)


def check(value: str) -> Check:
    """Whether ``value``, compacted, has the form of a CUP."""
    if len(value) != 15:
        return Check(False, f"{len(value)} caratteri invece di 15")
    if _TIGHT.fullmatch(value):
        return VALID
    if _LOOSE.fullmatch(value):
        return Check(True, "forma insolita per un CUP")
    return Check(False, "un CUP ha una lettera, due cifre, una lettera e undici cifre")


def repair(value: str) -> str | None:
    """``value`` with letters read for digits put right (``O`` for ``0``), if it is then a CUP."""
    characters = [
        char if at in _LETTERS_AT else char.translate(_AS_DIGIT) for at, char in enumerate(value)
    ]
    repaired = "".join(characters)
    return repaired if _LOOSE.fullmatch(repaired) else None


def find(text: str) -> Iterator[Codice]:
    """Every CUP in ``text``: after its label even when broken or wrong, alone by its form."""
    seen = set()
    for match in _LABELLED.finditer(text):
        found = _labelled(text, match)
        if found is not None:
            seen.add(found.inizio)
            yield found
    for start in long_runs(text):
        match = _ALONE.match(text, start)
        if match is not None and start not in seen:
            value = match.group()
            sure = 0.95 if _TIGHT.fullmatch(value) else 0.7
            yield code(
                text, match.span(), "cup", fonte="cup_forma", check=check(value), confidenza=sure
            )


def _labelled(text: str, match: regex.Match[str]) -> Codice | None:
    for name in ("codice", "altro"):
        if match.group(name) is None:
            continue
        printed = compact(match.group(name)).replace("-", "")
        value = repair(printed)
        if value is not None:
            sure = 0.99 if value == match.group(name).upper() else 0.9
            return code(
                text, match.span(name), "cup",
                fonte="cup_etichetta", valore=value, check=check(value), confidenza=sure,
            )  # fmt: skip
        whole = regex.compile(r"[A-Za-z0-9]+").match(text, match.start(name))
        if whole and 12 <= len(whole.group()) <= 20 and sum(map(str.isdigit, whole.group())) > 8:
            value = whole.group().upper()
            return code(
                text, whole.span(), "cup",
                fonte="cup_etichetta", valore=value, check=check(value), confidenza=0.8,
            )  # fmt: skip
    return None
