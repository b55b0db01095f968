"""The codes by which Lombardy's assignments to its in-house companies are known.

- *codice incarico*, ``24C90``: the year and a letter with a number;
- *codice rilascio*, ``24C90-01``: a release of the assignment;
- *scheda servizio*, ``SCH-495_03``: a service sheet, with its version;
- *RCC*, the number in the register ``Convenzioni e Contratti``;
- *codice gara*: a tender's own code (``ARIA_2023_116_F``), its number in the buyer's plan
  (``202481``, in a list under ``procedure di acquisizione``), on MePA (``RDO n. 3456789``) or at
  ANAC (``numero gara 8123456``).

They are internal numbers: no rule is published, so ``valido`` is empty.

>>> sorted((found.tipo, found.valore) for found in find("Incarico 24C90, rilascio 24C90-01"))
[('codice_incarico', '24C90'), ('codice_rilascio', '24C90-01')]
>>> [found.valore for found in find("le procedure di acquisizione: \\n202481 CUP Unico.")]
['202481']
"""

from collections.abc import Iterator

import regex

from extractor.facts.anchors import Anchored
from extractor.facts.codes.finding import NUMBER_SIGN, code
from extractor.facts.dates import DATE_SOURCE, parse_date
from models import Codice
from models.vocabulary import TipoCodice

_LETTERS = r"[^\W\d_]"
_WORD_START = r"(?<![\w\-/.])"
_ASSIGNMENT = r"\d{2}[A-Z]\d{2,3}"
_TENDER = r"[A-Z]{2,12}_(?:20)\d{2}_\d{1,5}(?:_[A-Z0-9]{1,4}){0,2}"

_RELEASE = regex.compile(rf"{_WORD_START}{_ASSIGNMENT}-\d{{2}}(?![\w\-])")
_ASSIGNED = Anchored(
    ("incarico", "convenzione"),
    rf"(?<!{_LETTERS})(?:incarico|convenzione)[\s:]{{1,4}}(?:{NUMBER_SIGN}[\s:]*)?"
    rf"(?P<codice>{_ASSIGNMENT})(?!\w|-\d)",
)
_SHEET = Anchored(("sch-", "sch "), r"(?<![\w\-])SCH\s?-\s?\d{1,5}(?:_\d{1,3})?(?![\w])")
_REGISTER = Anchored(
    ("rcc", "rc.", "r.c"),
    rf"(?<!{_LETTERS})R\.?C\.?C\.?\s*{NUMBER_SIGN}?\s*(?P<codice>\d{{1,7}}(?:/\d{{4}})?)(?![\w]|[.,]\d)"
    rf"(?:\s*(?:del|in\s+data)\s+(?P<data>{DATE_SOURCE}))?",
)
_TENDER_CODE = Anchored(
    (), rf"(?<![\w\-.])(?-i:{_TENDER})(?!\w)", elsewhere=(r"_20\d\d_\d",), back=12
)
_TENDER_NUMBER = Anchored(
    (
        "gara",
        "rdo",
        "rd.",
        "r.d",
        "trattativa",
        "td",
        "t.d",
        "procedura",
        "negoziazione",
        "sintel",
        "richiesta",
        "ordinativo",
        "oda",
        "od.",
        "o.d",
        "piattaforma",
        "id ",
        "ordine",
    ),
    rf"(?<!{_LETTERS})(?:(?<=(?:codice|numero|n\.|id|identificativo)\s*(?:di\s+)?)gara"
    rf"|gara\s+{NUMBER_SIGN}|(?:gara|procedura|negoziazione|sintel)\s+(?:sintel\s+)?ID|sintel|(?:R\.?d\.?O\.?|richiesta\s+di\s+offerta)(?:\s+(?:evoluta|aperta|semplice|MePA))?"
    # An order on MePA has the number of its procedure and its own.
    r"|ordinativo(?:\s+di\s+(?:fornitura|acquisto))?|(?<=mepa\s*\)?\s*)procedura(?=\s+n)"
    r"|procedura(?=\s+n[.°]{1,2}\s?\d{6,8}\s+(?:su|del)(?:lla?)?\s+(?:piattaforma|mepa|portale|sistema))"
    r"|piattaforma(?:\s+di\s+e-procurement)?\s+\S{0,15}acquistinret[ea]pa(?:\.it)?"
    r"|id\s+negoziazione|negoziazione(?=\s+n)|ordine\s+(?:diretto\s+)?(?:su(?:l)?\s+)?(?=mepa)"
    r"|ordine\s+diretto\s+d(?:i\s+|[’'])acquisto|O\.?D\.?A\.?(?=\s+(?:MePA\s+)?(?:n|\d))"
    rf"|trattativa(?:\s+diretta)?(?:\s*\(T\.?D\.?\))?|T\.?D\.?(?=\s*(?:MePA\s*)?n))(?!{_LETTERS})(?:\s+(?:ANAC|MePA|Consip|SIMOG|sintel))?[\s:.\-–]*(?:{NUMBER_SIGN}(?=[\s:\d]))?[\s:.\-–]*"
    r"(?P<codice>\d{6,9})(?![\w]|[.,/]\d)",
)
# The heading of a list of tenders, and the lines below it.
_TENDER_LIST = Anchored(
    ("procedur", "gara/", "gare/"),
    rf"(?<!{_LETTERS})(?:procedur[ae]\s+di\s+(?:acquisizione|gara)|gar[ae]/convenzion[ei])"
    r"[^:;]{0,120}:(?P<elenco>(?:[\s•◦▪\-–—]*\d{6}\s+[A-Z][^\n;:]{0,120}[\n;]?){1,20})",
)
_LISTED = regex.compile(r"(?<!\d)\d{6}(?=\s+\p{Lu})")

_BY_FORM: tuple[tuple[TipoCodice, regex.Pattern[str] | Anchored, float], ...] = (
    ("codice_rilascio", _RELEASE, 0.95),
    ("codice_incarico", _ASSIGNED, 0.97),
    ("scheda_servizio", _SHEET, 0.97),
    ("rcc", _REGISTER, 0.97),
    ("codice_gara", _TENDER_CODE, 0.9),
    ("codice_gara", _TENDER_NUMBER, 0.85),
)


def find(text: str) -> Iterator[Codice]:
    """Every code of an assignment or of a tender in ``text``."""
    for kind, pattern, sure in _BY_FORM:
        for match in pattern.finditer(text):
            groups = match.groupdict()
            span = match.span("codice") if "codice" in groups else match.span()
            printed = parse_date(groups["data"]) if groups.get("data") else None
            yield code(
                text, span, kind, fonte=f"{kind}_forma", confidenza=sure,
                data=printed.isoformat() if printed else None,
            )  # fmt: skip
    for listing in _TENDER_LIST.finditer(text):
        for match in _LISTED.finditer(text, *listing.span("elenco")):
            yield code(
                text, match.span(), "codice_gara", fonte="codice_gara_elenco", confidenza=0.9
            )
