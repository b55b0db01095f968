"""The likely correct reading of a code that fails its rule, where exactly one exists.

First another code of the same kind in the document, one character away; then the one reading
that keeps the rule after one character is changed, added or taken out. Where the rule is only a
form, or too weak to tell readings apart, only letters and figures that look alike are exchanged.

>>> likely("cig", "98295587DE", [])
'98295587DD'
>>> likely("codice_fiscale", "9774323O159", []), likely("codice_fiscale", "97743230158", [])
('97743230159', None)
"""

import re
import string
from collections.abc import Callable, Iterable, Iterator

_ALPHABET = string.digits + string.ascii_uppercase
_ALIKE = {
    "O": "0", "Q": "0", "D": "0", "I": "1", "L": "1", "Z": "2", "S": "5", "G": "6", "T": "7",
    "B": "8", "0": "O", "1": "I", "2": "Z", "5": "S", "6": "G", "8": "B",
}  # fmt: skip
#: Nearly every code of the public works registry keeps this form (l. 3/2003, art. 11).
_CUP = re.compile(r"[B-J][1-9]\d[B-J]\d{7}000[1-9]")
_PERSON = re.compile(
    r"[A-Z]{6}[0-9LMNPQRSTUV]{2}[ABCDEHLMPRST][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]"
)
#: Values of the characters in odd places (d.m. 23 December 1976).
_ODD = (
    1,
    0,
    5,
    7,
    9,
    13,
    15,
    17,
    19,
    21,
    2,
    4,
    18,
    20,
    11,
    3,
    6,
    8,
    12,
    14,
    16,
    10,
    22,
    25,
    24,
    23,
)


def likely(kind: str, value: str, others: Iterable[str]) -> str | None:
    """The one likely reading of a broken code; ``others`` are the document's right ones."""
    rule = _RULES.get(kind)
    if rule is None:
        return None
    near = {other for other in others if other != value and _one_edit_apart(value, other)}
    if near:
        return near.pop() if len(near) == 1 else None
    if kind == "cig":
        found = {reading for reading in _edits(value) if rule(reading)}
        if len(found) == 1:
            return found.pop()
    found = {reading for reading in _look_alikes(value) if rule(reading)}
    return found.pop() if len(found) == 1 else None


def _one_edit_apart(one: str, other: str) -> bool:
    """Whether one character is changed, missing or too many, or two neighbours exchanged."""
    if abs(len(one) - len(other)) > 1:
        return False
    longer, shorter = sorted((one, other), key=len, reverse=True)
    same = next((at for at, c in enumerate(shorter) if c != longer[at]), len(shorter))
    if len(longer) > len(shorter):
        return longer[same + 1 :] == shorter[same:]
    return longer[same + 1 :] == shorter[same + 1 :] or (
        longer[same : same + 2] == shorter[same : same + 2][::-1]
        and longer[same + 2 :] == shorter[same + 2 :]
    )


def _edits(value: str) -> Iterator[str]:
    for at in range(len(value) + 1):
        yield value[:at] + value[at + 1 :]
        for char in _ALPHABET:
            yield value[:at] + char + value[at + 1 :]
            yield value[:at] + char + value[at:]


def _look_alikes(value: str) -> Iterator[str]:
    for at, char in enumerate(value):
        if char in _ALIKE:
            yield value[:at] + _ALIKE[char] + value[at + 1 :]
        if at and char == value[at - 1]:
            yield value[:at] + value[at + 1 :]


def _is_cup(value: str) -> bool:
    return _CUP.fullmatch(value) is not None


def _is_cig(value: str) -> bool:
    """An old CIG: seven digits times 211 modulo 4091; a smart one modulo 251."""
    if re.fullmatch(r"\d{7}[0-9A-F]{3}", value):
        return int(value[:7]) * 211 % 4091 == int(value[7:], 16)
    if re.fullmatch(r"[XYZ][0-9A-F]{9}", value):
        return int(value[3:], 16) * 211 % 251 == int(value[1:3], 16)
    return False


def _is_tax_code(value: str) -> bool:
    if _PERSON.fullmatch(value):
        return _check_letter(value[:15]) == value[15]
    return _is_vat_number(value)


def _check_letter(characters: str) -> str:
    total = 0
    for at, char in enumerate(characters):
        place = int(char) if char.isdigit() else ord(char) - ord("A")
        total += place if at % 2 else _ODD[place]
    return chr(ord("A") + total % 26)


def _is_vat_number(value: str) -> bool:
    """Eleven digits that pass Luhn's check."""
    if not re.fullmatch(r"[0-9]{11}", value) or value == "0" * 11:
        return False
    doubled = (int(char) * (1 + at % 2) for at, char in enumerate(value))
    return sum(n - 9 if n > 9 else n for n in doubled) % 10 == 0


def _is_iban(value: str) -> bool:
    """An Italian IBAN whose number leaves 1 modulo 97 (ISO 7064)."""
    if not re.fullmatch(r"IT\d{2}[A-Z]\d{10}[0-9A-Z]{12}", value):
        return False
    return int("".join(str(int(char, 36)) for char in value[4:] + value[:4])) % 97 == 1


_RULES: dict[str, Callable[[str], bool]] = {
    "cup": _is_cup,
    "cig": _is_cig,
    "codice_fiscale": _is_tax_code,
    "partita_iva": _is_vat_number,
    "iban": _is_iban,
}
