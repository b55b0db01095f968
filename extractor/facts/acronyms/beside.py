"""Acronyms explained beside them without a declaration: by the words before or after.

Nothing says that they are explained, so that every word that counts must give its letter.
"""

import re
from collections.abc import Iterator

import regex

from extractor.facts.acronyms.written import CLOSE, SIGLA, is_lowered, is_sigla, record
from extractor.facts.initials import (
    Word,
    agrees,
    in_capitals,
    is_small,
    letters,
    singular,
    spells,
    words,
)
from models import Acronimo

SENTENCE_END = re.compile(r"[;:!?•]\s|\.\s+(?=[A-ZÀ-Ú])|[()\t\f]|[“”«»\"]")
_LONGEST_DEFINITION = 16  # words

_BRACKETS = re.compile(r"\((?P<definizione>[^()\n\t]{6,140})\)")
_BEFORE_BRACKETS = re.compile(rf"(?<![\w.])(?P<sigla>{SIGLA}){CLOSE}[¹²³⁴-⁹]{{0,2}}\s+$")
_CLOSING = ("”", '"', "»", ",")
_TAIL = re.compile(r"[^\W_]*\Z")
_LONGEST_LAST_WORD = 40
# The place is judged after the first letter: a class of letters is what the engine looks for.
_PLAIN = r"(?P<sigla>[A-Z](?<=[\s“\"«–—-].)(?:[A-Z]{2,7}|\.(?:[A-Z]\.){2,7}))(?![\w’'])"
# ``“Segnalazione Certificata di Inizio Attività” - SCIA``, ``… Inizio Lavori “libera” C.I.L.``
_APPOSED = re.compile(_PLAIN)
_JOINT = regex.compile(
    r"(?r)(?:(?P<altro>\s[“\"«][^“”\"«»\n]{1,40}[”\"»])|[”\"»])?"
    r"(?:\s[–—‐-]\s|\s|(?<=\w)[–—-])[“\"«]?"
)
# ``il Fondo Sociale Europeo Plus (PR FSE+)``; ``la Politica Agricola Comune (Piani strategici della
# PAC)`` speaks of something else.
_LAST_IN_BRACKETS = re.compile(
    rf"\((?=[^()\n]{{4,50}}\))[“\"«]?[^()\n]{{2,40}}\s(?<!\sdi\s)(?<!\sd[ae][li]\s)(?<!\sd[ae]lla\s)"
    rf"(?P<sigla>{SIGLA})[”\"»]?\)"
)
# ``DNSH - Do No Significant Harm``, ``“TUB”: il Testo Unico Bancario``, a row of a table
_THE = r"(?:(?:il|lo|la|i|gli|le|un|una)\s+|l['’]\s?)?"
_MEANS = (
    r"(?:(?:\s?[:,])?\s+(?:acronimo|sigla|abbreviazione)\s+(?:inglese\s+)?(?:di|per|che\s+sta\s+per)\s"
    r"|\s[–—‐-]\s|\s?:\s|\s?=\s?|\t|\s(?=[“\"«])"
    r"|\s+(?:si\s+intend(?:e|ono)|indica|significa|sta\s+per|che\s+sta\s+per|ossia|cioè|ovvero)\s:?\s?"
    r"|,\s(?:ossia|cioè|ovvero)\s|(?P<articolo>\s(?=(?:il|lo|la|i|gli|le)\s|l['’])))"
)
_BEFORE_WORDS = re.compile(
    rf"(?P<sigla>[A-Z](?<![\w.-][A-Z])(?=[a-z]{{0,3}}[.&/-]?[A-Z\d])"
    rf"{SIGLA.removeprefix('[a-z]?[A-Z]')})(?P<chiude>[”\"»’'])?{_MEANS}{_THE}[“\"«]?(?=[^\W\d_])"
)


def explained(text: str) -> Iterator[Acronimo]:
    """Abbreviations with their words in brackets: *DURC (Documento Unico di Regolarità …)*."""
    for match in _BRACKETS.finditer(text):
        before = _BEFORE_BRACKETS.search(text, max(match.start() - 26, 0), match.start())
        if before is None:
            continue
        sigla, definition = _without_note(before["sigla"]), match["definizione"]
        if is_sigla(sigla):
            given = _explaining(sigla, definition)
        else:  # ``MimIt (ministero dell’Industria e del made in Italy)``
            told = is_lowered(sigla) and len(definition.split()) > 2
            given = definition if told and agrees(sigla, definition) else None
        if given is not None:
            end = match.end() if given == definition else match.start(1) + len(given)
            yield record(text, before.start(), end, sigla, given)


def _without_note(sigla: str) -> str:
    """The abbreviation without a footnote's number: ``TEP1``."""
    return sigla[:-1] if len(sigla) > 3 and sigla[-1].isdigit() and sigla[:-1].isupper() else sigla


def _explaining(sigla: str, definition: str) -> str | None:
    """The words in brackets, or the first part of them, that explain the abbreviation."""
    quoted = _QUOTED.match(definition)  # ``MSBOS ("Maximum Surgical …", ovvero quantità)``
    parts = (quoted["parole"],) if quoted else (definition, *_PARTS.split(definition, 1)[:1])
    for given in dict.fromkeys(parts):
        if _explains(sigla, given):
            return given
    # ``FIRE (Federazione italiana per l’uso razionale dell’energia)``: one gives no letter
    longer = len(letters(sigla)) > 3 and sigla not in definition.split()
    return definition if longer and agrees(sigla, definition, skips=1) else None


_QUOTED = re.compile(r"\s?(?P<parole>[“\"«][^“”\"«»]{6,100}[”\"»])\s?[,;–-]")
_DASH = re.compile(r"\s[–—‐-]\s")
_PARTS = re.compile(r",|\s[–—-]\s|\s?/\s?")


def beside(text: str) -> Iterator[Acronimo]:
    """Abbreviations beside their words without brackets, of three letters and more."""
    for match in _APPOSED.finditer(text):
        yield from _after_words(text, match)
    for match in _LAST_IN_BRACKETS.finditer(text):
        sigla = match["sigla"]
        if _may_stand_beside(sigla):
            start = strict_start(text, match.start(), sigla)
            if start is not None:
                definition = text[start : match.start()]
                yield record(text, start, match.end() - 1, sigla, definition, 0.7)
    for match in _BEFORE_WORDS.finditer(text):
        sigla, quoted = match["sigla"], match["chiude"] is not None
        listed = match["articolo"] is not None
        if listed and not _PER.search(text, match.start() - 7, match.start()):
            continue
        joint = text[match.end("sigla") : match.end()]  # ``OS = oneri sociali``
        entry = _is_entry(text, match)
        if _may_stand_beside(sigla) or (
            (quoted or entry or listed or "=" in joint) and is_sigla(sigla)
        ):
            in_cells = text[match.end("sigla")] == "\t"
            stop = _end_of_words(text, match.end(), sigla, loosely=quoted or in_cells)
            if stop is None and entry:
                stop = _end_of_words(text, match.end(), sigla, loosely=True)
            if stop is not None:
                definition = text[match.end() : stop]
                yield record(text, match.start(), stop, sigla, definition, 0.8)


# ``per “CIG” il codice identificativo di gara``
_PER = re.compile(r"(?<!\w)(?:[Pp]er|[Cc]on)\s{1,2}[“\"«]?\Z")


def _is_entry(text: str, match: re.Match[str]) -> bool:
    """Whether an abbreviation is the entry of a list of definitions: ``c) UE: Unione europea``."""
    if ":" not in match.group():
        return False
    before = match.start("sigla")
    mark = _ENTRY_MARK.search(text, max(before - 12, 0), before)
    return mark is not None and mark.group().strip() != ""


# ``“PMI”: le imprese che rientrano nella definizione di micro, piccola e media impresa``
_ENTRY_MARK = re.compile(
    r"(?:^|[\n;])[^\S\n]{0,4}(?:[a-z]{1,3}\)|[a-z]\.|\d{1,2}[.)]|[-–•*])?\s{0,3}$"
)
_ENTRY = re.compile(
    rf"[“\"«](?P<sigla>{SIGLA})[”\"»]\s?(?::|[–—-]\s)\s?"
    r"(?=(?:i|gli|le|il|lo|la|l['’]|un|un[ao])(?!\w))"
)
_ENTRY_REACH = 170


def entries(text: str) -> Iterator[Acronimo]:
    """The entries of a list of definitions whose words spell the abbreviation further on."""
    for match in _ENTRY.finditer(text):
        if not _ENTRY_MARK.search(text, max(match.start() - 12, 0), match.start()):
            continue
        sigla = match["sigla"]
        stop = _ENTRY_END.search(text, match.end(), match.end() + _ENTRY_REACH)
        end = stop.start() if stop else min(len(text), match.end() + _ENTRY_REACH)
        found = _spelt_within(text, match.end(), end, sigla) if _may_stand_beside(sigla) else None
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


def _after_words(text: str, match: re.Match[str]) -> Iterator[Acronimo]:
    sigla, at = match["sigla"], match.start()
    joint = _JOINT.match(text, max(at - 46, 0), at)
    if joint is None or not _may_stand_beside(sigla):
        return
    # What stands in quotes are the words themselves, or a part of the name that gives no letter.
    quoted = joint["altro"] is not None
    ends = (joint.end("altro") - 1, joint.start()) if quoted else (joint.start(),)
    for end in ends:
        dashed = _DASH.search(joint.group()) is not None
        start = strict_start(text, end, sigla, dashed=dashed)
        if start is None and dashed:
            start = spelt_start(text, end, sigla)
        if start is None:
            continue
        yield record(text, start, match.end("sigla"), sigla, text[start:end], 0.8)
        return
    start = nearly_start(text, ends[-1], sigla) if "." in sigla else None
    if start is not None:
        yield record(text, start, match.end("sigla"), sigla, text[start : ends[-1]], 0.5)


def _may_stand_beside(sigla: str) -> bool:
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


def spelt_start(text: str, end: int, sigla: str, fewest: int = 2) -> int | None:
    """Where words with a first capital begin of which each gives a letter or more, all told.

    ``Tassa sui rifiuti - TARI``: four letters and more, of ``fewest`` words that count or more.
    """
    wanted = letters(sigla)
    if len(wanted) < _ENOUGH_LETTERS:
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


_ENOUGH_LETTERS = 4


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


def _end_of_words(text: str, start: int, sigla: str, *, loosely: bool) -> int | None:
    """Where the words end that begin at ``start`` and spell the abbreviation, all of them.

    ``loosely`` lets a word give more than its first letter, as in any definition.
    """
    wanted = letters(sigla)
    if text[start].casefold() != wanted[0]:
        return None
    stop = SENTENCE_END.search(text, start, start + 120)
    given = words(text, start, stop.start() if stop else min(len(text), start + 120))
    for count in range(2, min(len(given), _LONGEST_DEFINITION) + 1):
        pieces = given[:count]
        telling = [word for word in pieces if not is_small(word.lettere)]
        if len(telling) < 2 or telling[-1] is not pieces[-1]:
            continue
        if _is_spelt(text, wanted, pieces) or (
            loosely and spells(wanted, tuple(word.lettere for word in pieces), 0)
        ):
            return given[count - 1].fine
    return None


def _spelt_by_initials(wanted: str, given: list[Word]) -> bool:
    """Whether each word that counts gives its first letter, and no word another one."""
    if wanted == "".join(word.lettere[0] for word in given if not is_small(word.lettere)):
        return True
    if not 2 < len(wanted) <= len(given):
        return False
    # ``documento di trasporto - DDT``: a preposition may give its letter too.
    initials = [re.escape(w.lettere[0]) + "?" * is_small(w.lettere) for w in given]
    return re.fullmatch("".join(initials), wanted) is not None


def _is_spelt(text: str, wanted: str, given: list[Word]) -> bool:
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


def _explains(sigla: str, definition: str) -> bool:
    definition = definition.strip(' “”"«»')
    if not definition[:1].isalnum() or len(definition.split()) < 2 or sigla in definition.split():
        return False
    doubled = singular(letters(sigla))  # ``LL.PP. (Lavori Pubblici)``
    return (
        agrees(sigla, definition)
        or in_capitals(sigla, definition)
        or (doubled is not None and agrees(doubled, definition))
    )


def floor(text: str, end: int, reach: int) -> int:
    """How far back the sentence that ends at ``end`` is to be read."""
    begins = max(0, end - reach)
    for stop in SENTENCE_END.finditer(text, begins, end):
        if text[stop.end() : end].strip(" ”\"»’'"):
            begins = stop.end()
    return begins
