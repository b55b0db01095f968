"""Codice fiscale and partita IVA: the tax codes of persons and bodies.

A natural person's codice fiscale (d.P.R. 605/1973, d.m. 23 December 1976) has sixteen characters,
the last a check letter; letters stand for digits where two persons would share one (omocodia). A
body's has eleven digits with a Luhn check, and so has a partita IVA (d.P.R. 633/1972, art. 35),
which a company's codice fiscale equals. python-stdnum knows both; of codes that begin with 8 or 9
(bodies without a partita IVA) only the Luhn check is asked.

One mention can give both: ``C.F. e P.IVA 05017630152``.

>>> check_fiscal_code("97743230159"), check_fiscal_code("05017630153").valido
(Check(valido=True, motivo=None), False)
>>> [(found.tipo, found.valore) for found in find("C.F. e P.IVA 05017630152")]
[('codice_fiscale', '05017630152'), ('partita_iva', '05017630152')]
"""

from collections.abc import Iterator

import regex
from stdnum import luhn
from stdnum.exceptions import InvalidChecksum, InvalidComponent, ValidationError
from stdnum.it import codicefiscale

from extractor.facts.anchors import Anchored
from extractor.facts.codes.finding import VALID, Check, code, compact, long_runs
from extractor.facts.columns import HeadedCell, cells_under
from models import Codice
from models.vocabulary import TipoCodice

_FISCAL = (
    r"(?:(?<![^\W\d_]|[^\W\d_]\.)C\.?\s?F\.?(?![^\W\d_])"
    r"|(?<![^\W\d_])cod(?:ice|\.)?\s{0,3}fisc(?:ale|\.)?(?![^\W\d_])"
    # What farms are known by is their codice fiscale (d.P.R. 503/1999).
    r"|(?<![^\W\d_])(?-i:CUAA)(?![^\W\d_]))"
)
_VAT = (
    r"(?:(?<![^\W\d_])p(?:artita|art\.?|\.)?\s{0,3}[il1|]\.?\s?v\.?\s?a\.?(?![^\W_\d])"
    r"|(?<![^\W\d_]|[^\W\d_]\.)P\.\s?I\.?(?![^\W\d_])|(?<![^\W\d_])PI(?![^\W\d_])"
    r"|(?<![^\W\d_])VAT(?:\s(?:number|code|n[.°r]{1,2}))?(?![^\W\d_]))"
)
_AND = r"[\s/,\-–+&]{0,4}(?:(?:ed?|e/o)(?![^\W\d_]))?[\s/,\-–+&]{0,4}"
_BETWEEN = (
    r"(?:[\s:.,;=()\[\]\-–—/°º\"“”«»]|(?:n|nr|num|numero|della|del|di|gruppo|iva|è|e|il|seguente"
    r"|italiana|italiano|attribuito)(?![^\W\d_])|IT(?=\s?\d))"
)
# ``Codice fiscale e numero di iscrizione al Registro delle Imprese di Milano 0501…``
_REGISTER = r"(?:[^\d\n]{0,40}(?:iscri[zt]|registro)[^\d\n]{0,60})?"

_MONTH = "[ABCDEHLMPRST]"
_DIGIT = "[0-9LMNPQRSTUV]"
PERSON = rf"[A-Z]{{6}}{_DIGIT}{{2}}{_MONTH}{_DIGIT}{{2}}[A-Z]{_DIGIT}{{3}}[A-Z]"
"""The form of a person's codice fiscale."""

_GAP = r"[\s.]{0,2}"
_BROKEN_PERSON = rf"[A-Z](?:{_GAP}[A-Z]){{5}}(?:{_GAP}[0-9A-Z]){{9}}{_GAP}[A-Z](?![A-Z0-9])"
_BROKEN_BODY = rf"\d(?:{_GAP}\d){{10}}(?!\d)"

_LABELLED = Anchored(
    (
        "cf",
        "c.",
        "c ",
        "codice",
        "cod.",
        "cod ",
        "codf",
        "partita",
        "part.",
        "part ",
        "partiv",
        "partl",
        "part1",
        "part|",
        "p.",
        "p ",
        "pi",
        "pl",
        "p1",
        "p|",
        "cuaa",
        "vat",
    ),
    rf"(?:(?P<cf>{_FISCAL})(?:{_AND}(?P<piva2>{_VAT}))?|(?P<piva>{_VAT})(?:{_AND}(?P<cf2>{_FISCAL}))?)"
    rf"{_REGISTER}{_BETWEEN}{{0,10}}+"
    rf"(?:(?P<ente>{_BROKEN_BODY})|(?P<persona>{_BROKEN_PERSON})|(?P<altro>[A-Z0-9]{{8,18}})(?![A-Z0-9]))",
)
_PERSON_ALONE = regex.compile(rf"(?<![A-Za-z0-9])(?:{PERSON})(?![A-Za-z0-9])")
_BODY = regex.compile(r"\s*(?:IT\s?)?(\d{11})\s*")
_FISCAL_HEAD = regex.compile(_FISCAL, regex.IGNORECASE)
_VAT_HEAD = regex.compile(_VAT, regex.IGNORECASE)
_AS_DIGIT = str.maketrans("OQIL", "0011")
_DIGITS_AT = (6, 7, 9, 10, 12, 13, 14)
# O and I never stand for a digit in a codice fiscale: omocodia has other letters.
_MISREAD = str.maketrans("OI", "01")


def check_fiscal_code(value: str) -> Check:
    """Whether ``value``, compacted, is a right codice fiscale, of a person or of a body."""
    if value.isdigit():
        return check_vat_number(value)
    if len(value) != 16:
        return Check(False, f"{len(value)} caratteri invece di 16")
    try:
        codicefiscale.validate(value)
    except InvalidChecksum:
        return Check(False, "lettera di controllo errata")
    except InvalidComponent:
        return Check(False, "data di nascita impossibile")
    except ValidationError:
        return Check(False, "forma diversa da quella di un codice fiscale")
    return VALID


def repair(value: str) -> str:
    """A person's codice fiscale with letters read for digits put right, if that makes it valid.

    >>> repair("RSSMRA8OAO1F205X")
    'RSSMRA80A01F205X'
    """
    if len(value) != 16 or check_fiscal_code(value).valido:
        return value
    read = "".join(
        char.translate(_MISREAD) if at in _DIGITS_AT else char for at, char in enumerate(value)
    )
    return read if check_fiscal_code(read).valido else value


def check_vat_number(value: str) -> Check:
    """Whether ``value`` has eleven digits with the right Luhn digit."""
    if not value.isdigit():
        return Check(False, "una partita IVA ha undici cifre")
    if len(value) != 11:
        return Check(False, f"{len(value)} cifre invece di 11")
    if value == "0" * 11 or not luhn.is_valid(value):
        return Check(False, "cifra di controllo errata")
    return VALID


def find(text: str) -> Iterator[Codice]:
    """Every tax code in ``text``: after a label, in a headed column, a person's by its form."""
    seen = set()
    for match in _LABELLED.finditer(text):
        for found in _labelled(text, match):
            seen.add(found.inizio)
            yield found
    for start in long_runs(text):
        match = _PERSON_ALONE.match(text, start)
        if match is not None and start not in seen:
            seen.add(start)
            outcome = check_fiscal_code(match.group())
            yield code(
                text, match.span(), "codice_fiscale", fonte="codice_fiscale_forma",
                check=outcome, confidenza=0.95 if outcome.valido else 0.7,
            )  # fmt: skip
    for _, cell, kinds in cells_under(text, _kinds_of_column):
        yield from _in_column(text, cell, kinds, seen)


def _kinds(fiscal: bool, vat: bool) -> list[TipoCodice]:
    kinds: list[tuple[TipoCodice, bool]] = [("codice_fiscale", fiscal), ("partita_iva", vat)]
    return [kind for kind, present in kinds if present]


def _labelled(text: str, match: regex.Match[str]) -> Iterator[Codice]:
    name = match.lastgroup
    value = compact(match.group(name))
    kinds = _kinds(bool(match["cf"] or match["cf2"]), bool(match["piva"] or match["piva2"]))
    if name == "altro":
        digits = sum(map(str.isdigit, value))
        if digits < 6:
            return
        if (repaired := value.translate(_AS_DIGIT)).isdigit():
            value = repaired
        elif len(value) < 14:
            return
    if name == "persona" or (name == "altro" and not value.isdigit()):
        kinds = ["codice_fiscale"]
        value = repair(value)
    for kind in kinds:
        outcome = check_vat_number(value) if kind == "partita_iva" else check_fiscal_code(value)
        if name == "persona" and not outcome.valido and len(match.group(name)) > 16:
            return  # words after a label, sixteen letters and digits by chance
        yield code(
            text, match.span(name), kind, fonte="codice_fiscale_etichetta",
            valore=value, check=outcome, confidenza=0.98 if outcome.valido else 0.85,
        )  # fmt: skip


def _kinds_of_column(heading: str) -> list[TipoCodice]:
    """The kinds of tax code in a column with this heading."""
    return _kinds(_FISCAL_HEAD.search(heading) is not None, _VAT_HEAD.search(heading) is not None)


def _in_column(
    text: str, cell: HeadedCell, kinds: list[TipoCodice], seen: set[int]
) -> Iterator[Codice]:
    match = _BODY.fullmatch(cell.testo)
    if match is None:
        return
    start = cell.inizio + match.start(1)
    if start in seen:
        return
    value = match.group(1)
    for kind in kinds:
        yield code(
            text, (start, start + 11), kind, fonte="codice_fiscale_colonna",
            check=check_vat_number(value), confidenza=0.95,
        )  # fmt: skip
