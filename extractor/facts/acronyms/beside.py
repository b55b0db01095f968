"""Acronyms explained beside them without a declaration: by the words after them, or before.

Nothing says that they are explained, so that every word that counts must give its letter.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from extractor.facts.acronyms.written import (
    AFTER_FIRST,
    LEGAL_FORM,
    QUOTES,
    SIGLA,
    is_sigla,
    record,
)
from extractor.facts.characters import after, before, characters, leading_to, places
from extractor.facts.initials import (
    Word,
    is_small,
    letters,
    spells,
    translated,
    words,
)
from extractor.literals import matches
from extractor.literals import places as literal_places
from models import Acronimo

SENTENCE_END = re.compile(r"[;:!?•]\s|\.(?<!\sS\.)\s+(?=[A-ZÀ-Ú])|[()\t\f]|[“”«»\"]")
_LONGEST_DEFINITION = 16  # words

_CLOSING = ("”", '"', "»", ",")
_TAIL = re.compile(r"[^\W_]*\Z")
_LONGEST_LAST_WORD = 40
# ``il Fondo Sociale Europeo Plus (PR FSE+)``; ``la Politica Agricola Comune (Piani strategici della
# PAC)`` speaks of something else.
_LAST_IN_BRACKETS = re.compile(
    rf"\((?=[^()\n]{{4,50}}\))[“\"«]?[^()\n]{{2,40}}\s(?<!\sdi\s)(?<!\sd[ae][li]\s)(?<!\sd[ae]lla\s)"
    rf"(?P<sigla>{SIGLA})[”\"»]?\)"
)
# ``DNSH - Do No Significant Harm``, ``“TUB”: il Testo Unico Bancario``, a row of a table
_THE = r"(?:(?:il|lo|la|i|gli|le|un|una)\s+|l['’]\s?)?"
_MEANS = (
    r"(?:(?:\s?[:,])?\s+(?:acronimo|sigla|abbreviazione)\s+(?:inglese\s+)?"
    r"(?:di|per|che\s+sta\s+per|d(?:all|ell)['’]\s?inglese)\s"
    r"|\s[–—‐-]\s|\s?:\s|\s?=\s?|\t|\s(?=[“\"«])"
    r"|\s+(?:s(?:i\s+|['’]\s?)(?:intend(?:e|ono)|indica(?:no)?)|indica|significa|sta\s+per"
    r"|che\s+sta\s+per|identifica|designa|ossia|cioè|ovvero|vale\s+a\s+dire)\s:?\s?"
    r"|\s+è\s+l['’]acronimo\s+di\s|,\s(?=[“\"«]|(?P=prima)[a-zà-ù])"
    # ``a) «SSN», il Servizio sanitario nazionale``
    r"|(?<=[”\"»]),\s(?=(?:il|lo|la|i|gli|le)\s|l['’])"
    r"|,\s(?:ossia|cioè|ovvero|vale\s+a\s+dire)\s|(?P<articolo>\s(?=(?:il|lo|la|i|gli|le)\s|l['’]))"
    # ``CME Computo Metrico Estimativo``, in a list
    r"|\s(?=(?P=prima)[a-z]))"
)
_BEFORE_WORDS = re.compile(
    rf"(?P<sigla>(?P<prima>[A-Z]){AFTER_FIRST})(?P<chiude>[”\"»’'\]])?{_MEANS}{_THE}[“\"«]?(?=[^\W\d_])"
)


DASH = re.compile(r"\s[–—‐-]\s")


def beside(text: str) -> Iterator[Acronimo]:
    """Abbreviations before their words without brackets, of three letters and more."""
    for match in _LAST_IN_BRACKETS.finditer(text):
        sigla = match["sigla"]
        if may_stand_beside(sigla):
            start = strict_start(text, match.start(), sigla)
            if start is not None:
                definition = text[start : match.start()]
                yield record(text, start, match.end() - 1, sigla, definition, 0.7)
    refused: Counter[str] = Counter()
    for match in matches(_BEFORE_WORDS, text, _first_letters(text)):
        sigla = match["sigla"]
        if refused[sigla] > _PATIENCE:
            continue
        stop = _stop(text, match)
        refused[sigla] += stop is None
        if stop is not None and not _is_company(text, match.end(), stop):
            yield record(text, match.start(), stop, sigla, text[match.end() : stop], 0.8)


def _first_letters(text: str) -> list[int]:
    """The capitals that a word begins with which has another or a figure: ``AgID``, ``S3``."""
    here = characters(text)
    goes_on = here.capital | here.figure
    goes_on |= here.one_of(".&/-") & after(goes_on)
    goes_on = leading_to(here.small, _MOST_SMALL, goes_on)
    return places(here.capital & ~before(here.word | here.one_of(".-")) & after(goes_on))


_MOST_SMALL = 3


def _is_company(text: str, start: int, stop: int) -> bool:
    """Whether the words are a company's own name: ``F.I.M.A. - FABBRICA IMPIANTI … S.R.L.``."""
    return text[start:stop].isupper() and _COMPANY.match(text, stop) is not None


_COMPANY = re.compile(rf"(?:\s[–—-])?\s(?:{LEGAL_FORM}|S\.?N\.?C\.?|S\.?A\.?S\.?)(?!\w)", re.I)

_PATIENCE = 40
"""How often an abbreviation may stand before other words before it is passed over."""


def _stop(text: str, match: re.Match[str]) -> int | None:
    """Where the words end that an abbreviation before them stands for."""
    sigla, quoted = match["sigla"], match["chiude"] is not None
    listed = match["articolo"] is not None
    if listed and not _PER.search(text, match.start() - 7, match.start()):
        return None
    joint = text[match.end("sigla") : match.end()]  # ``OS = oneri sociali``
    entry = _is_entry(text, match)
    row = joint == " " and _ROW_MARK.search(text, match.start() - 4, match.start()) is not None
    said = any(char.isalpha() for char in joint) and not listed  # ``RP significa Rete Pedonale``
    certain = quoted or entry or listed or row or said or "=" in joint
    if not may_stand_beside(sigla) and not (certain and is_sigla(sigla)):
        return None
    in_cells = text[match.end("sigla")] == "\t"
    loosely = quoted or in_cells or said or "=" in joint
    stop = _end_of_words(text, match.end(), sigla, loosely=loosely)
    if stop is None and (entry or _says_a_name(text, match, joint)):
        stop = _end_of_words(text, match.end(), sigla, loosely=True)
    if stop is None and (entry or said or _says_a_name(text, match, joint)):
        stop = _translated_end(text, match.end(), sigla)
    marked = in_cells or "=" in joint or _ROW_MARK.search(text, match.start() - 4, match.start())
    enough = may_stand_beside(sigla) and (entry or said or len(letters(sigla)) >= _ENOUGH_LETTERS)
    if stop is None and (entry or said or marked) and enough and text[match.end()].isupper():
        # ``PSP: Piano Strategico Nazionale della PAC``
        stop = _end_of_words(text, match.end(), sigla, loosely=True, lacking=1)
    if row and stop is not None and text[stop : stop + 1] not in ("", ";", "\n", ",", "."):
        return stop if may_stand_beside(sigla) else None
    return stop


_ROW_MARK = re.compile(r"(?:[\n;:•*–-]|^)[^\S\n]{0,2}\Z")


def _says_a_name(text: str, match: re.Match[str], joint: str) -> bool:
    """Whether a dash joins a long abbreviation to a name: ``IdPC - Identity Provider del …``."""
    dashed = DASH.match(joint) is not None and text[match.end()].isupper()
    return dashed and len(letters(match["sigla"])) >= _ENOUGH_LETTERS


# ``per “CIG” il codice identificativo di gara``
_PER = re.compile(r"(?<!\w)(?:[Pp]er|[Cc]on)\s{1,2}[“\"«]?\Z")


def _is_entry(text: str, match: re.Match[str]) -> bool:
    """Whether an abbreviation is the entry of a list of definitions: ``c) UE: Unione europea``."""
    joint = match.group()
    if ":" not in joint and (
        match["chiude"] is None or joint[joint.index(match["chiude"]) + 1] != ","
    ):
        return False
    before = match.start("sigla")
    mark = _ENTRY_MARK.search(text, max(before - 12, 0), before)
    return mark is not None and mark.group().strip() != ""


# ``“PMI”: le imprese che rientrano nella definizione di micro, piccola e media impresa``
_ENTRY_MARK = re.compile(
    r"(?:^|[\n;])[^\S\n]{0,4}(?:[a-z]{1,3}\)|[a-z]\.|\d{1,2}[.)]|[-–•*])?\s{0,3}[“\"«]?$"
)
_ENTRY = re.compile(
    rf"[“\"«](?P<sigla>{SIGLA})[”\"»]\s?(?::|[–—-]\s)\s?"
    r"(?=(?:i|gli|le|il|lo|la|l['’]|un|un[ao])(?!\w))"
)
_ENTRY_REACH = 170


def entries(text: str) -> Iterator[Acronimo]:
    """The entries of a list of definitions whose words spell the abbreviation further on."""
    for match in matches(_ENTRY, text, literal_places(text, *QUOTES)):
        if not _ENTRY_MARK.search(text, max(match.start() - 12, 0), match.start()):
            continue
        sigla = match["sigla"]
        stop = _ENTRY_END.search(text, match.end(), match.end() + _ENTRY_REACH)
        end = stop.start() if stop else min(len(text), match.end() + _ENTRY_REACH)
        found = _spelt_within(text, match.end(), end, sigla) if may_stand_beside(sigla) else None
        if found is not None:
            definition = text[found[0] : found[1]]
            yield record(text, match.start("sigla"), found[1], sigla, definition, 0.75)


_ENTRY_END = re.compile(r"[;\n]|\.\s")


def _spelt_within(text: str, start: int, end: int, sigla: str) -> tuple[int, int] | None:
    """The first words between two places that spell the abbreviation, initial by initial."""
    wanted = letters(sigla)
    given = words(text, start, end)
    for at, first in enumerate(given):
        if first.lettere[0] != wanted[0] or is_small(first.lettere):
            continue
        for stop in range(at + 2, min(at + _LONGEST_DEFINITION, len(given)) + 1):
            if not is_small(given[stop - 1].lettere) and _spelt_by_initials(wanted, given[at:stop]):
                return first.inizio, given[stop - 1].fine
    return None


def may_stand_beside(sigla: str) -> bool:
    return is_sigla(sigla) and len(letters(sigla)) > 2


def strict_start(text: str, end: int, sigla: str, *, dashed: bool = False) -> int | None:
    """Where the words just before ``end`` begin that spell the abbreviation, all of them.

    They begin with a capital, unless a dash between the two says that they belong together.
    """
    wanted = letters(sigla)
    if _last_initial(text, end).casefold() != wanted[-1]:
        return None
    given = words(text, floor(text, end, 120), end)
    for at in range(len(given) - 2, -1, -1):
        begins = given[at].lettere[0] == wanted[0] and (dashed or text[given[at].inizio].isupper())
        if begins and _is_spelt(text, wanted, given[at:]):
            return given[at].inizio
    return None


_ENOUGH_LETTERS = 4


def spelt_start(
    text: str, end: int, sigla: str, fewest: int = 2, fewest_letters: int = _ENOUGH_LETTERS
) -> int | None:
    """Where words with a first capital begin of which each gives a letter or more, all told.

    ``Tassa sui rifiuti - TARI``: four letters and more, of ``fewest`` words that count or more;
    fewer letters are enough where quotes say that they are a name.
    """
    wanted = letters(sigla)
    if len(wanted) < fewest_letters or text.find(sigla[0], max(0, end - 120), end) < 0:
        return None
    given = words(text, floor(text, end, 120), end)[-_LONGEST_DEFINITION:]
    for at in range(len(given) - fewest, -1, -1):
        first = given[at]
        if first.lettere[0] != wanted[0] or not text[first.inizio].isupper():
            continue
        pieces = tuple(word.lettere for word in given[at:])
        if sum(not is_small(word) for word in pieces) >= fewest and spells(wanted, pieces, 0):
            return first.inizio if wanted not in pieces else None
    return None


def skipped_start(text: str, end: int, sigla: str) -> int | None:
    """Where a name with a first capital begins of which one word inside gives no letter.

    ``Centro Studi Provinciale sulle Acque Interne - CSAI``: four letters and more.
    """
    wanted = letters(sigla)
    if len(wanted) < _ENOUGH_LETTERS or _last_initial(text, end).casefold() != wanted[-1]:
        return None
    given = words(text, floor(text, end, 120), end)[-_LONGEST_DEFINITION:]
    for at in range(len(given) - len(wanted), -1, -1):
        first = given[at]
        if first.lettere[0] == wanted[0] and text[first.inizio].isupper():
            initials = [w.lettere[0] for w in given[at:] if not is_small(w.lettere)]
            if len(initials) == len(wanted) + 1 and any(
                wanted == "".join(initials[:out] + initials[out + 1 :])
                for out in range(1, len(wanted))
            ):
                return first.inizio
    return None


def _last_initial(text: str, end: int) -> str:
    """The first letter of the last word before ``end``, in quotes or not; or nothing."""
    words_before = text[max(0, end - _LONGEST_LAST_WORD) : end].rsplit(maxsplit=1)
    last = words_before[-1] if words_before else ""
    last = last[:-1] if last.endswith(_CLOSING) else last
    if not last.isalnum():
        tail = _TAIL.search(last)
        last = tail.group() if tail else ""
    return "" if last[:1].isdecimal() else last[:1]


def nearly_start(text: str, end: int, sigla: str) -> int | None:
    """Where words begin that spell the abbreviation but for one letter, one word for each.

    ``Segnalazione Certificata Inizio Lavori (S.C.I.A.)``: a slip, not another name.
    """
    wanted = letters(sigla)
    given = [w for w in words(text, floor(text, end, 160), end) if not is_small(w.lettere)]
    tail = given[-len(wanted) :]
    if len(wanted) < 4 or len(tail) < len(wanted) or not text[tail[0].inizio].isupper():
        return None
    same = sum(word.lettere[0] == char for word, char in zip(tail, wanted, strict=True))
    return tail[0].inizio if same == len(wanted) - 1 and tail[0].lettere[0] == wanted[0] else None


def _end_of_words(
    text: str, start: int, sigla: str, *, loosely: bool, lacking: int = 0
) -> int | None:
    """Where the words end that begin at ``start`` and spell the abbreviation, all of them.

    ``loosely`` lets a word give more than its first letter, as in any definition; ``lacking`` is
    how many may give none.
    """
    wanted = letters(sigla)
    lacking = max(lacking, _lacking(wanted))
    if text[start].casefold() != wanted[0]:
        return None
    given = words(text, start, _sentence_end(text, start, start + 120))
    for count in range(2, min(len(given), _LONGEST_DEFINITION) + 1):
        pieces = given[:count]
        telling = [word for word in pieces if not is_small(word.lettere)]
        if len(telling) < 2 or telling[-1] is not pieces[-1]:
            continue
        if _is_spelt(text, wanted, pieces) or (
            loosely and spells(wanted, tuple(word.lettere for word in pieces), lacking)
        ):
            return given[count - 1].fine
    return None


def _translated_end(text: str, start: int, sigla: str) -> int | None:
    """Where a name ends whose initials are the letters in another order: ``GDPR – …``."""
    if text[start].islower() or text[start].casefold() not in letters(sigla):
        return None
    given = words(text, start, _sentence_end(text, start, start + 120))
    telling = [word for word in given if not is_small(word.lettere)][: len(letters(sigla))]
    found = translated(sigla, [word.lettere for word in telling])
    return telling[-1].fine if found else None


def _lacking(wanted: str) -> int:
    """How many words may give no letter, where the abbreviation is long: ``UNCEM``."""
    return int(len(wanted) > _ENOUGH_LETTERS)


def _spelt_by_initials(wanted: str, given: Sequence[Word]) -> bool:
    """Whether each word that counts gives its first letter, and no word another one."""
    if wanted == "".join(word.lettere[0] for word in given if not is_small(word.lettere)):
        return True
    if not 2 < len(wanted) <= len(given):
        return False
    # ``documento di trasporto - DDT``: a preposition may give its letter too.
    initials = [re.escape(w.lettere[0]) + "?" * is_small(w.lettere) for w in given]
    return re.fullmatch("".join(initials), wanted) is not None


def _is_spelt(text: str, wanted: str, given: Sequence[Word]) -> bool:
    """Whether words give their initials, or those with capitals do and few others stand between.

    ``Testo Unico delle leggi sull’ordinamento degli Enti Locali`` (TUEL).
    """
    if _spelt_by_initials(wanted, given):
        return True
    telling = [word for word in given if not is_small(word.lettere)]
    capital = [word for word in telling if text[word.inizio].isupper()]
    return (
        len(capital) >= _FEWEST_CAPITALS
        and len(telling) - len(capital) <= _MOST_OTHERS
        and capital[-1] is telling[-1]
        and wanted == "".join(word.lettere[0] for word in capital)
    )


_FEWEST_CAPITALS = 4
_MOST_OTHERS = 2


def floor(text: str, end: int, reach: int) -> int:
    """How far back the sentence that ends at ``end`` is to be read."""
    begins = max(0, end - reach)
    stops = _stops(text)
    for at in reversed(stops[bisect_left(stops, begins) : bisect_left(stops, end)]):
        stop = SENTENCE_END.match(text, at, end)
        if stop is not None and text[stop.end() : end].strip(" ”\"»’'"):
            return stop.end()
    return begins


def _sentence_end(text: str, start: int, limit: int) -> int:
    """Where the sentence that goes on at ``start`` ends, at the latest at ``limit``."""
    stops = _stops(text)
    for at in stops[bisect_left(stops, start) : bisect_left(stops, limit)]:
        if SENTENCE_END.match(text, at, limit):
            return at
    return min(len(text), limit)


@lru_cache(maxsize=2)
def _stops(text: str) -> tuple[int, ...]:
    """The places of the signs that may end a sentence, as ``SENTENCE_END`` tells."""
    here = characters(text)
    signs = here.one_of(";:!?•.") & after(here.space)
    return tuple(places(signs | here.one_of('()\t\f“”«»"')))
