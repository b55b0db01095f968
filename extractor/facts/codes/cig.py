"""CIG, *Codice Identificativo di Gara*: ten characters that ANAC gives to a tender or a lot.

Three shapes are in use.

- *ordinario*, until autumn 2023: seven digits and three hexadecimal ones; the first seven times
  211, modulo 4091, are the last three.
- *smart*: X, Y or Z, two hexadecimal digits, then seven; these times 211, modulo 251, are the two.
- *nuovo*, since autumn 2023 (d.lgs. 36/2023): a letter from A to U and nine hexadecimal
  digits, without a check digit. The first two characters run on with time: A0 in 2023, B0 to BC
  until June 2026.

A code of the new shape with a prefix outside that run, whose other characters fit the check of
an older shape, is an older code with a wrong first character.

>>> check("98295587DD"), kind("98295587DD")
(Check(valido=True, motivo=None), 'ordinario')
>>> check("Z473DE739C").valido, check("BAF895FF86").valido, check("98295587DE").valido
(True, True, False)
>>> [(found.valore, found.valido) for found in find("CIG: CUP: J27G22000110006 CIG: A001A8B83A")]
[('A001A8B83A', True)]
"""

from collections.abc import Iterator
from typing import Literal

import regex

from extractor.facts.anchors import Anchored
from extractor.facts.codes.finding import VALID, Check, code, compact, long_runs
from models import Codice

Kind = Literal["ordinario", "smart", "nuovo"]

_ORDINARY = regex.compile(r"\d{7}[0-9A-F]{3}")
_SMART = regex.compile(r"[XYZ][0-9A-F]{9}")
_NEW = regex.compile(r"[A-U][0-9A-F]{9}")
# The prefixes seen in 5,323 real codes of the new shape, to the end of their second letter.
_ISSUED = regex.compile(r"A0|B[0-9A-F]")

# OCR reads the I as an l, a 1 or a bar.
_LABEL = r"(?:(?<![^\W\d_])|(?<=smart))C\.?\s?[IL1|]\.?\s?G\.?(?![^\W\d_])"
_BETWEEN = (
    r"(?:[\s:.,;=()\[\]\-–—\"“”«»]|(?:n|nr|n°|num|numero|codice|derivato|padre|master|figlio|lotto"
    r"|della|del|di|procedura|gara|è|il|seguente|smart|simog)(?![^\W\d_]))"
)
_BROKEN = r"[A-Z0-9](?:[\s.\-]?[A-Z0-9]){9}(?![A-Z0-9])"
_LABELLED = Anchored(
    ("cig", "clg", "c1g", "c|g", "ci.", "ci g", "cl.", "cl ", "c1", "c|", "c.", "c "),
    rf"{_LABEL}{_BETWEEN}{{0,14}}+(?:(?P<codice>{_BROKEN})|(?P<altro>[A-Z0-9]{{8,12}}(?![A-Z0-9])))",
    joined="smart",
)
_ALONE = regex.compile(r"(?<![A-Za-z0-9.,/_\-])[A-Z0-9][0-9A-F]{9}(?![A-Za-z0-9_]|[.,/\-]\d)")
_WORD = regex.compile(r"(?<![^\W\d_])C\.?I\.?G(?![^\W\d_])", regex.IGNORECASE)

# Letters that are no hexadecimal digits, and the digit that OCR read them for.
_AS_DIGIT = str.maketrans("OQILS", "00115")


def kind(value: str) -> Kind | None:
    """The shape of ``value``, compacted: old, smart or new; None when it has none of them."""
    if _ORDINARY.fullmatch(value):
        return "ordinario"
    if _SMART.fullmatch(value):
        return "smart"
    return "nuovo" if _NEW.fullmatch(value) else None


def check(value: str) -> Check:
    """Whether ``value``, compacted, is a CIG with the right check digits."""
    if len(value) != 10:
        return Check(False, f"{len(value)} caratteri invece di 10")
    shape = kind(value)
    if shape is None:
        return Check(False, "nessuna delle tre forme di un CIG")
    if shape == "ordinario":
        right = f"{int(value[:7]) * 211 % 4091:03X}"
        return (
            VALID if right == value[7:] else Check(False, f"finale {value[7:]} invece di {right}")
        )
    if shape == "smart":
        right = f"{int(value[3:], 16) * 211 % 251:02X}"
        return (
            VALID
            if right == value[1:3]
            else Check(False, f"controllo {value[1:3]} invece di {right}")
        )
    if not _ISSUED.match(value) and _fits_older_shape(value):
        return Check(False, "primo carattere errato: il resto è di un CIG di forma precedente")
    return VALID


def repair(value: str) -> str:
    """``value`` with letters read for digits put right (``O`` for ``0``), if that makes a CIG."""
    repaired = value.translate(_AS_DIGIT)
    if repaired == value or kind(value) is not None:
        return value
    by_head = value[0] + repaired[1:]
    return next((form for form in (by_head, repaired) if check(form).valido), value)


def find(text: str) -> Iterator[Codice]:
    """Every CIG in ``text``: after its label even when broken or wrong, alone by its form."""
    seen = set()
    labelled = False
    for match in _LABELLED.finditer(text):
        labelled = True
        found = _labelled(text, match)
        if found is not None:
            seen.add(found.inizio)
            yield found
    for start in long_runs(text):
        match = _ALONE.match(text, start)
        if match is None or start in seen or not _speaks_of_itself(text, match, labelled):
            continue
        yield code(
            text,
            match.span(),
            "cig",
            fonte="cig_forma",
            check=check(match.group()),
            confidenza=0.85,
        )


def _fits_older_shape(value: str) -> bool:
    if int(value[3:], 16) * 211 % 251 == int(value[1:3], 16):
        return True
    if not _ORDINARY.fullmatch("0" + value[1:]):
        return False
    return any(check(f"{digit}{value[1:]}").valido for digit in range(10))


def _labelled(text: str, match: regex.Match[str]) -> Codice | None:
    if match.group("codice") is not None:
        printed = compact(match.group("codice")).replace("-", "")
        value = repair(printed)
        broken = len(match.group("codice")) > 10
        outcome = check(value)
        if kind(value) is not None and (outcome.valido or not broken):
            sure = 0.99 if outcome.valido and not broken else 0.9
            return code(
                text, match.span("codice"), "cig",
                fonte="cig_etichetta", valore=value, check=outcome, confidenza=sure,
            )  # fmt: skip
    whole = regex.compile(r"[A-Za-z0-9]+").match(
        text, match.start("codice") if match.group("codice") else match.start("altro")
    )
    if whole and 8 <= len(whole.group()) <= 12 and sum(map(str.isdigit, whole.group())) > 3:
        value = whole.group().upper()
        return code(
            text, whole.span(), "cig",
            fonte="cig_etichetta", valore=value, check=check(value), confidenza=0.8,
        )  # fmt: skip
    return None


def _speaks_of_itself(text: str, match: regex.Match[str], labelled: bool) -> bool:
    """Whether ten characters without a label are a CIG: by their check, in an act with CIGs."""
    value = match.group()
    shape = kind(value)
    if shape is None or len(value) != 10 or not check(value).valido:
        return False
    has_letters = any(map(str.isalpha, value))
    if shape == "ordinario":
        # A telephone number passes the check once in four thousand times.
        return has_letters or _near_word(text, match.start())
    if shape == "smart":
        return True
    # A letter and figures alone are as well an account of a chart of accounts
    return (
        any(map(str.isalpha, value[1:]))
        and sum(map(str.isdigit, value)) > 2
        and (labelled or _near_word(text, match.start()))
    )


def _near_word(text: str, offset: int) -> bool:
    return _WORD.search(text, max(offset - 3000, 0), offset) is not None
