"""What a column of a list holds, told from its title; and rows read where no cell is marked.

A kind of column has the words that announce it and the shape of its values. Where the text
draws no cells (a table of a PDF flattened to lines, a hard-wrapped text file), the titles in a
row give the order of the kinds, and the kinds' shapes cut the rows.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from extractor.structure.sheets.values import DATE, EXACT_AMOUNT, TIME

_FISCAL_CODE = r"[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z]|\d{11}"
_OUTCOME = (
    r"(?:NON\s+)?(?:PARZIALMENTE\s+)?"
    r"(?:AMMESS[AOIE]|AMMISSIBIL[EI]|FINANZIAT[AOIE]|FINANZIABIL[EI]|IDONE[AOIE]|ACCOLT[AOIE]"
    r"|CONCESS[AOIE]|ESCLUS[AOIE]|RESPINT[AOIE]|RITIRAT[AOIE]|RINUNCIATARI[AO]|POSITIV[AO]|NEGATIV[AO])"
)


@dataclass(frozen=True, slots=True)
class Column:
    """A kind of column: its name, the words of its title, the shape of its values."""

    nome: str
    titolo: str
    valore: str


# Pieces of titles. A title may end with its currency: IMPORTO (IN EURO).
_OF = r"(?:\s+|\s+(?:DEL|DELLA|DI)\s+|\s+DELL['’]\s*)"
_NUMBER_OF = r"(?:ID|N(?:UMERO|\.|°|R\.?)|COD(?:ICE|\.))\s*(?:(?:DELLA|DEL|DI)\s+)?"
_APPLICATION = r"(?:PRATICA|DOMANDA|PROGETTO|ISTANZA|RICHIESTA|PROPOSTA)"
_PROTOCOL = r"(?:PROTOCOLLO|PROT\.?)"
_VAT_NUMBER = r"(?:PARTITA\s+IVA|P\.?\s?I\.?V\.?A\.?)"
_FISCAL = r"(?:C\.?\s?F\.?|COD(?:ICE|\.)\s+FISCALE)"
_GRANT = r"(?:CONTRIBUTO|AGEVOLAZIONE|FINANZIAMENTO|AIUTO|SOSTEGNO|PREMIO|VOUCHER)"
_GRANTED = (
    r"(?:CONCESS[OA]|CONCEDIBILE|ASSEGNAT[OA]|AMMESS[OA]|FINANZIATO|RICONOSCIUTO|SPETTANTE"
    r"|EROGABILE|FINANZIABILE|LIQUIDABILE)"
)
_ASKED = (
    r"(?:TOTALE|COMPLESSIV[OA]|DEL|DELL['’]|DELLA|PROGETTO|INTERVENTO|PUBBLICO"
    r"|RICHIEST[OA]|AMMESS[OA]|AMMISSIBILE)"
)
_IN_EUROS = r"(?:\s*\(?(?:€|IN\s+EURO|EURO)\)?)?"
_PROJECT = r"(?:PROGETTO|INTERVENTO|INIZIATIVA|EVENTO)"
_NAME = (
    r"(?:DENOMINAZIONE|RAGIONE\s+SOCIALE|NOMINATIVO|COGNOME\s+E\s+NOME|BENEFICIARI[OA]?"
    r"|RICHIEDENT[EI]|SOGGETT[OI]|IMPRESA|DITTA|ENTE|COMUNE|ASSOCIAZIONE|ORGANIZZAZIONE)"
)
_APPLICANT = (
    r"(?:RICHIEDENTE|BENEFICIARI[OA]|PROPONENTE|IMPRESA|DITTA|ENTE|CAPOFILA|ATTUATORE"
    r"|RAGIONE\s+SOCIALE|AZIENDA)"
)
_STAGE = r"(?:ISTRUTTORIA|VALUTAZIONE)(?:\s+(?:TECNICA|FORMALE|FINALE))?"

COLUMNS = (
    # The order matters where titles overlap: the first kind whose words are found takes it.
    Column(
        "data_protocollo",
        rf"DATA\s+(?:E\s+ORA\s+)?(?:DI\s+)?"
        rf"(?:{_PROTOCOL}|(?:PRESENTAZIONE|INVIO)(?:\s+DOMANDA)?)",
        rf"{DATE}(?:\s+(?:ore\s+)?{TIME})?",
    ),
    Column(
        "codice_fiscale",
        rf"{_FISCAL}(?:\s*[/–-]?\s*(?:E\s+|O\s+)?{_VAT_NUMBER})?(?:{_OF}{_APPLICANT})?"
        rf"|{_VAT_NUMBER}|C\.?U\.?A\.?A\.?(?!\w)",
        _FISCAL_CODE,
    ),
    Column("cup", r"(?:CODICE\s+)?C\.?U\.?P\.?(?!\w)", r"[A-Z]\d{2}[A-Z]\d{11}"),
    # Numbers in the national register of State aid: no record takes them, but they are columns.
    Column("cor", r"(?:CODICE\s+)?(?:SIAN[\s-]?|RNA\s*[–-]\s*)?(?:COR|RNA)(?!\w)", r"\d{4,12}"),
    Column(
        "id_domanda",
        rf"{_NUMBER_OF}{_APPLICATION}|ID(?:ENTIFICATIVO)?(?!\w)|PRATICA",
        r"(?=[\w./-]{0,24}\d)[A-Z0-9][\w./-]{1,24}",
    ),
    Column(
        "protocollo",
        rf"(?:N(?:UMERO|\.|°|R\.?)?\s*(?:DI\s+)?)?{_PROTOCOL}(?:{_OF}DOMANDA)?",
        r"[A-Z]{0,6}\d*[./-]?[\w./-]*\d|-",
    ),
    Column(
        "ordine",
        r"(?:N(?:\.|°|R\.?|UM\.?|UMERO)?(?:\s*(?:D['’]\s*)?ORD(?:INE|\.))?"
        r"|POS(?:IZIONE|\.)|PROGR(?:ESSIVO|\.)|#)",
        r"\d{1,5}",
    ),
    Column(
        "punteggio",
        r"PUNT(?:EGGIO|I|\.)(?:\s+(?:TOTALE|FINALE|ASSEGNATO|COMPLESSIVO|ATTRIBUITO|CONSEGUITO))?",
        r"\d{1,4}(?:[.,]\d{1,4})?|-",
    ),
    Column(
        "esito",
        rf"ESITO(?:{_OF}{_STAGE})?|STATO(?:\s+DOMANDA)?",
        rf"{_OUTCOME}.{{0,400}}?",
    ),
    Column(
        "contributo",
        rf"(?:(?:IMPORTO\s+)?(?:DEL\s+)?{_GRANT}|IMPORTO)(?:\s+(?:PUBBLICO|REGIONALE))?"
        rf"\s+{_GRANTED}{_IN_EUROS}",
        EXACT_AMOUNT,
    ),
    Column(
        "importo",
        rf"(?:SPESA|COSTO|IMPORTO|INVESTIMENTO|{_GRANT})(?:\s+{_ASKED}){{0,4}}{_IN_EUROS}",
        EXACT_AMOUNT,
    ),
    Column("note", rf"NOT[EA](?!\w)|MOTIVAZION[EI](?:{_OF}\w+)?|OSSERVAZIONI", r".{0,900}?"),
    Column(
        "titolo",
        rf"TITOLO(?:{_OF}{_PROJECT})?|(?:DENOMINAZIONE|DESCRIZIONE|OGGETTO){_OF}{_PROJECT}",
        r".{2,400}?",
    ),
    Column(
        "denominazione",
        rf"{_NAME}(?:(?:\s*/\s*|{_OF})(?:SOGGETTO\s+)?{_APPLICANT})?",
        r".{2,240}?",
    ),
    Column(
        "comune",
        r"(?:COMUNE|SEDE|PROV(?:INCIA|\.)?|LOCALIT[AÀ]['’]?)(?:\s+(?:LEGALE|OPERATIVA))?",
        r".{2,60}?",
    ),
)
"""The kinds of column of a list of applicants or beneficiaries."""

_SHAPES = {column.nome: column.valore for column in COLUMNS}
_FREE = frozenset({"denominazione", "note", "comune", "titolo", "esito"})


_ANY_TITLE = "|".join(f"(?P<k{at}>{column.titolo})" for at, column in enumerate(COLUMNS))
_TITLE = re.compile(rf"(?:{_ANY_TITLE})(?=\s|$)", re.I)
_WHOLE_TITLES = tuple(
    (
        column.nome,
        re.compile(rf"\s*(?:{column.titolo})\s*[.:*]?\s*(?:\([^()]{{0,60}}\))?\s*", re.I),
    )
    for column in COLUMNS
)


@lru_cache(maxsize=2048)
def kind(title: str) -> str | None:
    """The kind of a column, from its title: ``N. PROTOCOLLO`` is a ``protocollo``."""
    return next((name for name, whole in _WHOLE_TITLES if whole.fullmatch(title)), None)


def kinds(heading: Sequence[str]) -> tuple[str | None, ...]:
    """The kind of each column; of two columns of one kind only the first keeps it.

    A place (``COMUNE``) names the beneficiary only where no other column does. Among many known
    columns one whose title says more is known by its first words.
    """
    found: list[str | None] = []
    for title in heading:
        name = kind(title)
        if name == "denominazione" and name in found and not _PLACE.fullmatch(title.strip()):
            earlier = found.index(name)
            if _PLACE.fullmatch(heading[earlier].strip()):
                found[earlier] = None
        found.append(None if name in found else name)
    if sum(name is not None for name in found) >= _ENOUGH_COLUMNS:
        for at, title in enumerate(heading):
            begun = _TITLE.match(title) if found[at] is None else None
            if begun is not None and begun.lastgroup is not None:
                name = COLUMNS[int(begun.lastgroup[1:])].nome
                found[at] = None if name in found else name
    return tuple(found)


def after_title(words: str) -> str:
    """What a title's cell holds beyond its title: words of the row that a page break cut.

    >>> after_title("DATA PROTOCOLLO 20:05"), after_title("N. PROTOCOLLO")
    ('20:05', '')
    """
    begun = _TITLE.match(words) if kind(words) is None else None
    return words[begun.end() :].strip() if begun else ""


_ENOUGH_COLUMNS = 4
_PLACE = re.compile(r"(?:COMUNE|ENTE)(?:\s+\w+)?", re.I)


_GAP = re.compile(r"\s+")


def heading_at(text: str, at: int, end: int) -> tuple[tuple[str, ...], int]:
    """The kinds whose titles stand one after the other at ``at``, and where they end."""
    found: list[str] = []
    while at < end:
        title = _TITLE.match(text, at, end)
        if title is None or title.lastgroup is None:
            break
        name = COLUMNS[int(title.lastgroup[1:])].nome
        if name in found:
            break
        found.append(name)
        gap = _GAP.match(text, title.end(), end)
        at = title.end()
        if gap is None:
            break
        at = gap.end()
    return tuple(found), at


@lru_cache(maxsize=256)
def row_pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """The pattern of a row of these kinds, cells separated by any white space.

    A last cell of free text ends where the caller bounds the search.
    """
    cells = [f"(?P<{name}>{_SHAPES[name]})" for name in names]
    end = r"\s*\Z" if names[-1] in _FREE else r"(?!\S)"
    return re.compile(r"\s+".join(cells) + end, re.I | re.S)


def row_start(names: tuple[str, ...], number: int) -> re.Pattern[str]:
    """The pattern of the beginning of the row with this number: the number and the next cell."""
    shape = _SHAPES[names[1]] if names[1] not in _FREE else r"\S"
    return re.compile(
        rf"(?<!\S)(?={number}\s+(?:{shape})(?!\S))"
        if shape != r"\S"
        else rf"(?<=\n)(?={number}\s+\S)",
        re.I,
    )


def can_be_cut(names: Sequence[str]) -> bool:
    """Whether rows of these kinds can be told apart without marks between their cells."""
    free = [name in _FREE and name != "esito" for name in names]
    return bool(names) and names[0] == "ordine" and not any(a and b for a, b in pairwise(free))
