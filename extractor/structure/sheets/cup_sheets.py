"""CUP sheets: a project as registered in the CUP system of the Italian State.

The sheet is printed by the system that assigns the *Codice Unico di Progetto* (law 3/2003,
art. 11; CIPE resolution 143/2002). Its labels are fixed; which of them are printed depends on
the nature of the project. A field is the text between its label and the next one.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

import regex

from extractor.structure.sheets.grid import Source
from extractor.structure.sheets.values import clean, decimal, iso_date
from models import SchedaCup

#: The heading that the system prints, or a sheet's own title with the code below it.
_TITLE = r"(?:scheda|dettaglio|dati|corredo\s+informativo)\b[^\n]{0,40}\bCUP\b[^\n]{0,20}\n"
_SHEET = re.compile(
    rf"(?:CUP\s+ASSEGNATO\s+AL\s+PROGETTO|^[ \t]*{_TITLE}(?:[^\n]{{0,80}}\n){{0,3}}?"
    r"[ \t]*(?:CODICE\s+)?CUP)\s*:?\s+([A-Z]\d{2}[A-Z]\d{11})(?!\w)",
    re.I | re.M,
)
#: What every code of a sheet has at its end, to see at once that there is none.
_CODE_END = regex.compile(r"\d{11}(?<=[A-Z]\d\d[A-Z]\d{11})(?!\w)", regex.I)
_LONGEST_SHEET = 12_000
_SECTION = re.compile(r"--+\s*[A-ZÀ-Ù' /]{4,60}?\s*--+")
_END = re.compile(r"\f|\n\s*(?:ALLEGATO|Allegato)\b")

_LABELS = (
    "Localizzazione",
    "Descrizione sintetica del progetto",
    "Descrizione del progetto",
    "Descrizione intervento",
    "Anno di decisione",
    "Nome infrastruttura interessata dal progetto",
    "Opera/infrastruttura interessata dal progetto",
    "Struttura/infrastruttura interessata dal progetto",
    "Denominazione struttura/infrastruttura",
    "Denominazione progetto",
    "Denominazione beneficiario",
    "Ragione sociale",
    "Partita IVA",
    "Tipologia studio o progetto",
    "Denominazione ente corso",
    "Denominazione corso",
    "Obiettivo del corso",
    "Modalità intervento frequenza",
    "Strumento di programmazione",
    "Descrizione strumento di programmazione",
    "Legge Obiettivo",
    "Numero delibera CIPE",
    "Anno delibera CIPE",
    "Altre informazioni",
    "Codifica Locale",
    "Indirizzo o Area geografica di riferimento",
    "Data Chiusura Prevista",
    "Data Chiusura Effettiva",
    "Bene o servizio",
    "Finalità",
    "Cumulativo",
    "Provvisorio",
    "Tipologia relativa allo stato Master",
    "CUP Master",
    "Ragioni del collegamento",
    "Stato",
    "Soggetto Richiedente",
    "Concentratore",
    "Soggetto Titolare",
    "Categoria Soggetto Titolare",
    "Sottocategoria Soggetto Titolare",
    "Unità Organizzativa",
    "Natura",
    "Tipologia",
    "Settore",
    "Sottosettore",
    "Categoria",
    "Categoria CUP",
    "Sezione",
    "Divisione",
    "Gruppo",
    "Classe",
    "Sponsorizzazione",
    "Finanza di progetto",
    "Costo totale del progetto",
    "Costo del progetto",
    "Finanziamento pubblico assegnato",
    "Copertura finanziaria",
    "Importo in lettere in euro",
    "Tipologia copertura finanziaria",
    "Importo del finanziamento pubblico richiesto/assegnato",
    "Importo del finanziamento pubblico",
    "Data generazione completo",
    "Data generazione provvisorio",
    "Data generazione",
    "Data ultima modifica",
    "Data cancellazione",
    "Data revoca",
    "Motivo revoca",
)
"""The labels of the sheet. The more precise of two that begin alike is told by its length."""


def _spelling(label: str) -> str:
    """The pattern of a label: any white space, any initial but the first large or small, or all
    in capitals."""
    first, *others = label.split()
    words = [re.escape(first)]
    words += [f"[{word[0].upper()}{word[0].lower()}]{re.escape(word[1:])}" for word in others]
    capitals = [re.escape(word) for word in label.upper().split()]
    either = "|".join(r"\s+".join(spelt) for spelt in (words, capitals))
    return f"(?:{either})".replace("/", r"\s*/\s*")


_IN_BRACKETS = r"(?:\s*\([^()]{1,200}\))?"
_LABEL = re.compile(
    r"(?<!\S)(?P<label>"
    + "|".join(map(_spelling, sorted(_LABELS, key=len, reverse=True)))
    + rf"){_IN_BRACKETS}\s*:?(?!\S)"
)
_UNMISTAKABLE = frozenset({"concentratore", "cumulativo", "provvisorio", "sponsorizzazione"})
_WORDS_AMOUNT = "importo_in_lettere_in_euro"
_INDICATORS = re.compile(
    r"Codice\s+indicatore\s+Descrizione\s+Tipologia\s+indicatore\s+"
    r"(?P<codice>\w{1,8})\s+(?P<descrizione>\S.{0,200}?)\s+"
    r"(?P<tipologia>FISICO|FINANZIARIO|PROCEDURALE|OCCUPAZIONALE|ECONOMICO|[A-Z]{4,30})(?!\S)",
    re.S,
)
# The foot or head of each page: where to ask for help. Not a field of the project on its own.
_CONTACTS = re.compile(
    r"Contatti:?\s*Sito:?\s+(?P<sito>\S+)\s+Numero\s+verde[^\n\d]{0,40}(?P<numero>[\d. ]{7,16}\d)",
    re.I,
)


class _Label(NamedTuple):
    """A printed label: its bounds and the column that it names."""

    inizio: int
    fine: int
    nome: str


def read(source: Source) -> Iterator[SchedaCup]:
    """The CUP sheets of the act, each project once."""
    if _CODE_END.search(source.testo, source.inizio, source.fine) is None:
        return
    seen: set[str] = set()
    starts = [*_SHEET.finditer(source.testo, source.inizio, source.fine)]
    for at, start in enumerate(starts):
        limit = starts[at + 1].start() if at + 1 < len(starts) else source.fine
        limit = min(limit, start.end() + _LONGEST_SHEET)
        end = _sheet_end(source.testo, start.end(), limit)
        fields = _fields(source.testo, start.end(), end) | _contacts(source, start.start(), end)
        code = start[1].upper()
        if fields and code not in seen:
            seen.add(code)
            yield SchedaCup(
                inizio=start.start(),
                fine=start.end(1),
                testo=source.testo[start.start() : start.end(1)],
                fonte="scheda_cup",
                cup=code,
                campi=fields,
                completamenti=((start.end(1), end),),
            )


def slug(label: str) -> str:
    """The name of a label's column: lower case, without accents, words joined by ``_``.

    >>> slug("Opera/infrastruttura interessata dal progetto")
    'opera_infrastruttura_interessata_dal_progetto'
    """
    plain = unicodedata.normalize("NFKD", label.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")


def _sheet_end(text: str, inizio: int, limit: int) -> int:
    """Where the sheet ends: after its last indicator or label, before another attachment."""
    found = _END.search(text, inizio, limit)
    limit = found.start() if found else limit
    indicators = _INDICATORS.search(text, inizio, limit)
    return indicators.end() if indicators else limit


def _fields(text: str, inizio: int, fine: int) -> dict[str, str]:
    labels = _labels(text, inizio, fine)
    fields: dict[str, str] = {}
    amount = ""
    for at, label in enumerate(labels):
        end = labels[at + 1].inizio if at + 1 < len(labels) else fine
        value = _value(text, label.fine, end)
        name = label.nome
        if name == _WORDS_AMOUNT and amount:
            name, value = f"{amount}_in_lettere", value.replace(" ", "")
        elif decimal(value) is not None and name.startswith(("costo", "importo", "finanziamento")):
            # The amount in words names its amount without what was done with it.
            amount = name.removesuffix("_richiesto_assegnato")
            value = decimal(value) or value
        if name.startswith("anno_"):
            value = value[:4] if value[:4].isdigit() else value
        if value and name not in fields:
            fields[name] = iso_date(value) or value
    indicators = _INDICATORS.search(text, inizio, fine)
    if indicators:
        fields |= {
            f"{name}_indicatore": clean(value) for name, value in indicators.groupdict().items()
        }
    return fields


def _labels(text: str, inizio: int, fine: int) -> list[_Label]:
    """The labels of the sheet in text order, each once.

    A label of one word may be a word of a value (``Categoria``): it counts where it begins a
    line or a cell only. One of several words counts anywhere.
    """
    found: list[_Label] = []
    names: set[str] = set()
    for match in _LABEL.finditer(text, inizio, fine):
        name = slug(match["label"])
        first = match.start() == inizio or text[match.start() - 1] in "\n\t\f"
        if (first or "_" in name or name in _UNMISTAKABLE) and (
            name not in names or name == _WORDS_AMOUNT
        ):
            found.append(_Label(match.start(), match.end(), name))
            names.add(name)
    return found


def _value(text: str, inizio: int, fine: int) -> str:
    """The words of a field: up to the next section's title or the page's contacts."""
    words = text[inizio:fine]
    for stop in (_SECTION.search(words), _CONTACTS.search(words), _INDICATORS.search(words)):
        if stop is not None:
            words = words[: stop.start()]
    return clean(words)


def _contacts(source: Source, inizio: int, fine: int) -> dict[str, str]:
    found = _CONTACTS.search(source.testo, max(source.inizio, inizio - 400), fine)
    if found is None:
        return {}
    return {"sito": found["sito"], "numero_verde": clean(found["numero"])}
