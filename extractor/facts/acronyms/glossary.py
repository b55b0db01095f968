"""The glossaries of an act: *ACRONIMI E GLOSSARIO*, a table of *Sigla* and *Definizione*."""

import re
from collections.abc import Iterator
from itertools import chain, pairwise
from typing import NamedTuple

from extractor.facts.acronyms.written import SIGLA, is_lowered, is_sigla, record
from extractor.facts.anchors import lowered, starts, stems
from extractor.facts.initials import agrees, in_capitals, letters, words
from extractor.literals import matches
from models import Acronimo


class _Entry(NamedTuple):
    """A row of a glossary as it grows over its lines."""

    inizio: int
    fine: int
    sigla: str
    definizione: str


_TITLE = re.compile(
    r"^[^\S\n]{0,8}(?:(?:art\.?\s?|articolo\s)?(?:[a-z]\.?)?\d[\d.]{0,6}\)?[^\S\n]{1,4}(?:[–-]\s)?)?"
    r"(?:(?:acronimo|sigla|abbreviazione|termine|voce)(?:\s?(?:/|e|o|ed)\s?(?:acronimo|sigla|abbreviazione|termine))?"
    r"\t(?:definizione|descrizione|significato|denominazione"
    r"|(?:per\s+)?esteso)|(?:(?:elenco|indice|lista|tabella|legenda|glossario)\s+"
    r"(?:degli\s+|delle\s+|di\s+|dei\s+)?)?(?:(?:principali|definizioni|termini)\s*,?\s*(?:ed?\s+)?"
    r"(?:degli\s+|delle\s+)?)?(?:acronimi|glossario|abbreviazioni|sigle|legenda)"
    r"(?:\s*(?:,|e|ed|/)\s*(?:degli\s+|delle\s+|dei\s+)?"
    r"(?:acronimi|glossario|abbreviazioni|definizioni|sigle|termini)){0,2}"
    r"(?:\s+(?:utilizzat|usat|ricorrent|impiegat)[ie])?(?:\s+nel\s+(?:testo|documento))?"
    # A list of terms may hold abbreviations too
    r"|(?:termini\s+e\s+definizioni|definizioni\s+e\s+termini))"
    r"(?:\s?\(\d{1,2}\))?[^\S\n]*:?[^\S\n]*$",
    re.I | re.M,
)
_TITLE_WORDS = stems(
    "acronim", "sigl", "abbreviazion", "termin", "voce", "elenco", "indice", "lista", "tabella",
    "legenda", "glossario", "principali", "definizion",
)  # fmt: skip
_LONGEST_NUMBER = 40  # of the title's article or point, before it
_COLUMN_TITLES = re.compile(
    r"(?:nome|sigla|acronimo|abbreviazione|termine|voce)[\s/]+(?:\w+\s+)?"
    r"(?:descrizione|definizione|significato|denominazione|estesa|per\s+esteso).*",
    re.I,
)
_ROW = re.compile(
    rf"[-•*\s]*(?P<apre>\[)?(?P<sigla>{SIGLA})(?(apre)\])(?:\s*[:=–—-]\s+|\s+)(?P<definizione>\S.*)"
)
# ``AgID, Agenzia\t…``, ``Platform as a Service, PaaS\t…``: several names before a tab
_NAMES = re.compile(r"(?P<nomi>[^\t\n;:()]{4,70})\t\S")
_BETWEEN_NAMES = re.compile(r"\s?[,/]\s?|\so\s")
# A term that is no abbreviation, in a row of its own: ``[Erogatore]``, ``Cogestione — modalità``
_TERM = re.compile(r"[-•*\s]*(?:\[[^\]\n]{2,60}\]\s|[^\t:—–\n]{2,60}(?:\t|:\s|\s[—–]\s))\S.*")
_ALONE = re.compile(rf"[-•*\s]*(?P<sigla>{SIGLA})\s*[:=]?")
_LONGEST_GLOSSARY = 30_000
_LINE = re.compile(r"[^\n\f]*\S[^\n\f]*")
_UNFINISHED = re.compile(r"(?:\b[a-z]{1,5}|[,‐–-])$")


def find(text: str) -> Iterator[Acronimo]:
    """The rows of the act's glossaries."""
    done = 0
    for title in matches(_TITLE, text, _lines_of_titles(text)):
        if title.start() < done:
            continue
        for entry in _entries(text, title.end(), min(len(text), title.end() + _LONGEST_GLOSSARY)):
            done = entry.fine
            entry = _named_above(text, entry)
            said = _what_it_stands_for(entry)
            # One in brackets is explained by them, as in any text.
            spelt = agrees(entry.sigla, said) and not said.startswith("(")
            fits = spelt or _fits(entry.sigla, entry.definizione)
            if fits and _is_key(entry.sigla):
                row = record(text, entry.inizio, entry.fine, entry.sigla, said)
                yield row.model_copy(update={"fonte": "glossario", "confidenza": 1.0})


def _lines_of_titles(text: str) -> Iterator[int]:
    """The beginnings of the lines that one of the words of a title stands near the beginning of."""
    for at in starts(lowered(text), _TITLE_WORDS):
        line = text.rfind("\n", 0, at) + 1
        if at - line <= _LONGEST_NUMBER:
            yield line


def _named_above(text: str, entry: _Entry) -> _Entry:
    """A row whose name ends the line above: ``Software as a Service,`` over ``SaaS``."""
    above = text.rfind("\n", 0, max(0, entry.inizio - 1)) if text[entry.inizio - 1] == "\n" else -1
    name = text[above + 1 : entry.inizio].strip()
    if len(name) > _LONGEST_NAME or not name.endswith(",") or not agrees(entry.sigla, name):
        return entry
    return _Entry(above + 1, entry.inizio + len(entry.sigla), entry.sigla, name)


_LONGEST_NAME = 80


def _what_it_stands_for(entry: _Entry) -> str:
    """The words of a row that spell its abbreviation, without what is said of the thing then."""
    for stop in _PAUSE.finditer(entry.definizione):
        if agrees(entry.sigla, entry.definizione[: stop.start()]):
            return entry.definizione[: stop.start()]
    return entry.definizione


_PAUSE = re.compile(r"(?:[.,;]|\s[(–—]|\s-)(?=\s?\S)")


def _fits(sigla: str, definition: str) -> bool:
    """Whether a glossary's row explains an abbreviation: a term in capitals may stand in one."""
    wanted = letters(sigla)
    given = words(definition)
    if any(word.lettere == wanted for word in given) and not agrees(sigla, definition, 1):
        return False  # it speaks of the abbreviation rather than say what it stands for
    initials = {word.lettere[0] for word in given}
    begun = len(wanted) <= 8 and wanted[0] in initials and not _WRITTEN_AS_A_WORD.search(sigla)
    begun = begun or (is_lowered(sigla) and _begins_so(sigla, definition))
    return begun or agrees(sigla, definition, 1) or in_capitals(sigla, definition)


# ``API-First`` is a term that the letters of its explanation need to spell.
_WRITTEN_AS_A_WORD = re.compile(r"[a-zà-ù]{3}")


def _entries(text: str, at: int, limit: int) -> Iterator[_Entry]:
    """Rows one after the other; a line that is none goes on the last one, or ends the glossary."""
    entry: _Entry | None = None
    begun = False
    lines = _LINE.finditer(text, at, limit)
    for place, (line, after) in enumerate(pairwise(chain(lines, (None,)))):
        if line is None:
            break
        words_ = line.group().strip()
        start = line.start() + len(line.group()) - len(line.group().lstrip())
        new = _row_of_one(words_, start) or _row_of_names(words_, start)
        if new is not None:
            if entry is not None:
                yield entry
            entry, begun = new, True
        elif _TERM.fullmatch(words_) and not _COLUMN_TITLES.fullmatch(words_):
            if entry is not None:
                yield entry
            entry, begun = None, True
        elif entry is not None and _continues(entry, words_, after):
            joined = f"{entry.definizione} {words_}"
            entry = _Entry(entry.inizio, start + len(words_), entry.sigla, joined)
        elif begun or (place > 1 and not _COLUMN_TITLES.fullmatch(words_)):
            break
    if entry is not None:
        yield entry


def _row_of_one(line: str, start: int) -> _Entry | None:
    """The row of an abbreviation that stands alone before what it stands for."""
    row = _ROW.fullmatch(line) or _ALONE.fullmatch(line)
    if row is None or _is_term(row) or not _is_row(row):
        return None
    definition = row.groupdict().get("definizione") or ""
    sigla = row["sigla"] if "." in row["sigla"][:-1] else row["sigla"].rstrip(".")
    return _Entry(start + row.start("sigla"), start + len(line), sigla, definition)


def _row_of_names(line: str, start: int) -> _Entry | None:
    """The row of an abbreviation that stands among other names of its thing.

    What it stands for is another name that it is spelt by, or what the row says then.
    """
    row = _NAMES.match(line)
    names = _BETWEEN_NAMES.split(row["nomi"]) if row is not None else []
    siglas = [name for name in names if _SIGLA.fullmatch(name) and is_sigla(name)]
    if row is None or len(names) < 2 or len(siglas) != 1:
        return None
    sigla = siglas[0]
    for name in names:
        if name != sigla and len(name.split()) > 1 and agrees(sigla, name):
            return _Entry(start, start + row.end("nomi"), sigla, name)
    return _Entry(start, start + len(line), sigla, line[row.end("nomi") :].strip())


_SIGLA = re.compile(SIGLA)


def _is_key(sigla: str) -> bool:
    """Whether a row may be of an abbreviation: one is written as a name in some (*Consip*)."""
    return is_sigla(sigla) or (is_lowered(sigla) and sigla[0].isupper())


def _is_row(row: re.Match[str]) -> bool:
    """Whether a line is a row of an abbreviation, of one written as a name only if it is spelt."""
    definition = row.groupdict().get("definizione") or ""
    return is_sigla(row["sigla"]) or (
        is_lowered(row["sigla"])
        and len(words(definition)) > 1
        and _begins_so(row["sigla"], definition)
    )


def _begins_so(sigla: str, definition: str) -> bool:
    stops = [stop.start() for stop in _PAUSE.finditer(definition)]
    return any(agrees(sigla, definition[:stop]) for stop in (*stops, len(definition)))


def _is_term(row: re.Match[str]) -> bool:
    """Whether a row that begins with an abbreviation explains a longer term: ``ID anagrafe
    impianti: numero identificativo``."""
    term = _LONGER_TERM.match(row.group(), row.end("sigla"))
    return term is not None and not agrees(row["sigla"], term["altro"])


_LONGER_TERM = re.compile(r" (?P<altro>[a-zà-ù][^:;.()\t]{2,50}):\s")


def _continues(entry: _Entry, line: str, after: re.Match[str] | None) -> bool:
    """Whether a line goes on the definition above it rather than end the glossary."""
    if not entry.definizione or line[0].islower() or _UNFINISHED.search(entry.definizione):
        return len(entry.definizione) < 300
    row = _ROW.fullmatch(after.group().strip()) if after is not None else None
    return not re.match(r"\d", line) and row is not None and is_sigla(row["sigla"])
