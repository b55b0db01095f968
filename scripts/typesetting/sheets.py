"""Tables that a text saved from PDF has lost, found again by the words of their headers.

In the text of a determinazione or a plan the cells of a table stand one after the other, on
lines of their own. Each recipe here knows a kind of table by its header and rebuilds its rows;
when its rows are not as expected the lines are set as text.
"""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

Rows = list[tuple[str, ...]]


class Sheet(NamedTuple):
    """A rebuilt table; ``titolo`` is set above it, ``intestazioni`` counts its header rows."""

    righe: Rows
    intestazioni: int = 0
    titolo: str = ""


class Recipe(NamedTuple):
    """Where a table begins and ends in the blocks of a text, and how its rows are rebuilt."""

    inizio: re.Pattern[str]
    fine: re.Pattern[str]
    build: Callable[[list[str]], list[Sheet]]


_NAME = r"[A-ZÀ-Ý][a-zà-ÿ]+ [A-ZÀ-Ý][a-zà-ÿ]+"
_CONTACT = re.compile(
    rf"({_NAME}) (Referente (?:Responsabile|Operativo)) (.+?)(?= {_NAME} Referente|$)"
)
_DATE = r"\d\d/\d\d/\d{4}"
_MONEY = r"[\d.]+,\d\d"
_RELEASE = re.compile(rf"(\d\d[A-Z]\d\d-\d\d) (.+?) ({_DATE}) ({_DATE}) ({_MONEY}) ({_MONEY})")
_RELEASE_HEAD = (
    "Codice Rilascio", "Titolo rilascio", "Data Rilascio", "Data Validazione",
    "Importo Rilascio al netto di IVA", "Importo Rilascio al lordo di IVA",
)  # fmt: skip
_DESCRIBED = re.compile(r"(\S+) (.+?) (corpo|canone|consumo)( .+)?$")
_SERVICE = re.compile(r"(SCH-\S+) (.+?) (Sviluppo e Gestione|Sviluppo|Gestione)$")
_VOLUME = re.compile(r"(.+?) (\d[\d.]*-\d[\d.]*)(?: |$)")
_CODED = re.compile(r"([A-Z]\.\d{1,2})(?: |$)")

_SHEET_SECTION = r"--[A-ZÀ ]+--"
_SHEET_LABELS = (
    "CUP ASSEGNATO AL PROGETTO", "Localizzazione", "Descrizione sintetica del progetto",
    "Anno di decisione", "Opera/infrastruttura interessata dal progetto",
    "Strumento di programmazione", "Legge Obiettivo", "Codifica Locale",
    "Indirizzo o Area geografica di riferimento", "Data Chiusura Prevista", "Bene o servizio",
    "Cumulativo", "Provvisorio", "Soggetto Richiedente", "Concentratore",
    r"Tipologia relativa allo stato Master \(.+?un Master\)", "Stato(?= Attivo)",
    "Categoria Soggetto Titolare", "Soggetto Titolare", "Unità Organizzativa", "Natura",
    "Tipologia copertura finanziaria", "Tipologia(?= NUOVA)", "Sottosettore", "Settore",
    "Categoria", "Sponsorizzazione", r"Costo totale del progetto \(in euro\)",
    "Importo in lettere in euro", "Data generazione completo",
    r"Importo del finanziamento pubblico richiesto/assegnato \(in euro\)", "Contatti:",
)  # fmt: skip
_SHEET_FIELD = re.compile(rf"(?:^|(?<= ))({_SHEET_SECTION}|{'|'.join(_SHEET_LABELS)})(?= |$)")


def _contacts(lines: list[str]) -> list[Sheet]:
    headed = lines[1:2] == ["Nominativo Ruolo Ente"]
    head = [("Nominativo", "Ruolo", "Ente")] if headed else []
    rows = [match.groups() for match in _CONTACT.finditer(" ".join(lines[1 + headed :]))]
    return [Sheet([*head, *rows], len(head), lines[0])] if rows else []


def _schedule(lines: list[str]) -> list[Sheet]:
    rows = [match.groups() for match in _RELEASE.finditer(" ".join(lines[1:]))]
    return [Sheet([_RELEASE_HEAD, *rows], 1, lines[0])] if rows else []


def _described(lines: list[str]) -> list[Sheet]:
    match = _DESCRIBED.match(" ".join(lines[1:]))
    if match is None:
        return []
    title = match[2] + (match[4] or "")
    return [Sheet([("Codice rilascio", "Titolo rilascio", "Tipologia di rilascio"),
                   (match[1], title, match[3])], 1)]  # fmt: skip


def _services(lines: list[str]) -> list[Sheet]:
    match = _SERVICE.match(" ".join(lines[1:]))
    if match is None:
        return []
    head = ("Codice scheda servizio", "Titolo scheda servizio",
            "Tipologia attività (sviluppo/gestione)")  # fmt: skip
    return [Sheet([head, match.groups()], 1)]


def _volumes(lines: list[str]) -> list[Sheet]:
    rows = [(m[1], m[2]) for m in _VOLUME.finditer(" ".join(lines[1:]))]
    return [Sheet([("Classe di Utenza", "Volumi previsti"), *rows], 1)] if rows else []


def _acronyms(lines: list[str]) -> list[Sheet]:
    head = [tuple(lines[0].split(" ", 1))] if lines[0] == "Nome Descrizione" else []
    rows: Rows = []
    for line in lines[1:]:
        match = re.match(r"(\S+(?: S\.p\.A\.)?) (.+)", line)
        if match is None:
            return []
        rows.append((match[1], match[2]))
    return [Sheet([*head, *rows], len(head), "" if head else lines[0])]


def _coded(lines: list[str]) -> list[Sheet]:
    rows: Rows = []
    for line in lines[1:]:
        if match := _CODED.match(line):
            rows.append((match[1], line[match.end() :]))
        elif rows:
            rows[-1] = (rows[-1][0], f"{rows[-1][1]} {line}".strip())
    return [Sheet([("ID", "Interventi strategici"), *rows], 1)] if rows else []


def _cup_sheet(lines: list[str]) -> list[Sheet]:
    """The CUP sheet of OpenCUP: a table of labels and values under each of its sections."""
    pieces = _SHEET_FIELD.split(" ".join(lines))
    sheets = [Sheet([])]
    for label, value in zip(pieces[1::2], pieces[2::2], strict=True):
        if label.startswith("--") or label == "Contatti:":
            sheets.append(Sheet([], 0, f"{label} {value.strip()}".strip()))
        else:
            sheets[-1].righe.append((label, value.strip()))
    return [sheet for sheet in sheets if sheet.righe or sheet.titolo]


def _indicators(lines: list[str]) -> list[Sheet]:
    head = ("Codice indicatore", "Descrizione", "Tipologia indicatore")
    match = re.match(r"(\d+) (.+) (\S+)$", " ".join(lines[1:]))
    return [Sheet([head, match.groups()], 1)] if match else []


_NEVER = re.compile(r"(?!)")
RECIPES: Sequence[Recipe] = (
    Recipe(re.compile(r".*le seguenti persone:$"), re.compile(r"[−-] |\d+\. [A-Z]"), _contacts),
    Recipe(re.compile(r"Attività a CORPO$"), re.compile(r"CUP Unico"), _schedule),
    Recipe(re.compile(r"Codice rilascio Titolo"), re.compile(r"Descrizione$"), _described),
    Recipe(re.compile(r"Codice scheda servizio"), re.compile(r"\d+\. [A-Z]"), _services),
    Recipe(re.compile(r"Classe di Utenza Volumi"), re.compile(r"Stagionalità"), _volumes),
    Recipe(re.compile(r"ACRONIMI E GLOSSARIO$"), re.compile(r"\d+\. [A-Z]"), _acronyms),
    Recipe(re.compile(r"Nome Descrizione$"), re.compile(r"Executive summary"), _acronyms),
    Recipe(re.compile(r"ID Interventi strategici$"), re.compile(r"ID |Nell’"), _coded),
    Recipe(re.compile(r"CUP ASSEGNATO AL PROGETTO"), re.compile(r"Codice indicatore"), _cup_sheet),
    Recipe(re.compile(r"Codice indicatore"), _NEVER, _indicators),
)


def rebuilt(texts: Sequence[str], at: int) -> tuple[list[Sheet], int] | None:
    """The tables that begin at block ``at`` and the block after them, if a recipe fits there."""
    for recipe in RECIPES:
        if not recipe.inizio.match(texts[at]):
            continue
        end = at + 1
        while end < len(texts) and end < at + 90 and not recipe.fine.match(texts[end]):
            end += 1
        if sheets := recipe.build(list(texts[at:end])):
            return sheets, end
    return None
