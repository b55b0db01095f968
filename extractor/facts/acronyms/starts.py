"""Where the words begin that the abbreviation after them stands for, by its letters."""

import re
from collections.abc import Iterator, Sequence

from extractor.facts.acronyms.beside import floor
from extractor.facts.acronyms.known import head_before
from extractor.facts.acronyms.written import LEGAL_FORM, is_sigla
from extractor.facts.initials import (
    Word,
    is_small,
    letters,
    nearly_translated,
    singular,
    spells,
    translated,
    within,
    words,
)

_LONGEST_DEFINITION = 16  # words
_LONGEST_LONG = 22


def begun_start(text: str, given: Sequence[Word], sigla: str) -> int | None:
    """Where words with capitals begin that give the first letters of an abbreviation used again.

    Acts leave out the end of a long name: ``Direttore dell’Esecuzione (DEC)``.
    """
    wanted = letters(sigla)
    telling = [word for word in given if not is_small(word.lettere) and not word.lettere.isdigit()]
    for lacking in (1, 2):
        tail = telling[lacking - len(wanted) :]
        if not lacking < len(tail) == len(wanted) - lacking:
            continue
        begun = all(
            text[word.inizio].isupper() and word.lettere[0] == char
            for word, char in zip(tail, wanted, strict=False)
        )
        if begun and used_again(text, sigla):
            return tail[0].inizio
    return None


def declared_start(text: str, end: int, sigla: str) -> int | None:
    """Where the name begins that an act declares to call so, whatever its letters.

    Its last words with capitals, and what follows them; a word in capitals for a party (``di
    seguito “COMUNE”``) is no abbreviation.
    """
    if len(letters(sigla)) > 7 or _is_ordinary(text, sigla):
        return None
    start = None
    given = _without_legal_form(text, words(text, floor(text, end, 160), end), end)
    for word in reversed(given):
        if text[word.inizio].isupper():
            start = word.inizio
        elif start is not None and not is_small(word.lettere):
            break
    return _phrase_start(text, end) if start is None and sigla.isupper() else start


def _phrase_start(text: str, end: int) -> int | None:
    """Where the words without capitals begin that an article goes before, or a preposition with
    its article: ``sui sistemi multilaterali di negoziazione``."""
    start = None
    for count, word in enumerate(reversed(words(text, floor(text, end, 120), end))):
        if ARTICLE.fullmatch(word.lettere):
            return start if 2 <= count <= _LONGEST_PHRASE else None
        start = word.inizio
    return None


ARTICLE = re.compile(r"il|lo|la|i|gli|le|un[oa]?|l|(?:su|a|da|ne)(?:l|llo|lla|i|gli|lle|ll)|all?")
_LONGEST_PHRASE = 8  # words


_PARTIES = frozenset((
    "ente", "comune", "parte", "parti", "ditta", "impresa", "societa", "codice", "legge", "fondo",
    "bando", "piano", "stato",
))  # fmt: skip


def _is_ordinary(text: str, sigla: str) -> bool:
    """Whether letters in capitals are a word of the language, which the act uses as one."""
    word = sigla.lower()
    return sigla.isupper() and (
        word in _PARTIES or re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None
    )


def standing(text: str, word: str) -> Iterator[int]:
    """Where a word stands alone in a text: no letter or figure on either side of it."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (_IS_WORD.match(text, at - 1) if at else None) and not _IS_WORD.match(text, end):
            yield at
        at = text.find(word, end)


_IS_WORD = re.compile(r"\w")


def definition_start(text: str, end: int, sigla: str, declared: bool) -> int | None:
    """Where the words begin whose initials are the acronym, going back from ``end``."""
    given = words(text, floor(text, end, 220), end)[-_LONGEST_DEFINITION:]
    wanted = letters(re.sub(rf"\s{LEGAL_FORM}$", "", sigla))
    tail = _without_legal_form(text, given, end)
    starts = [
        (at, tuple(word.lettere for word in tail[at:]))
        for at in range(len(tail) - 2, -1, -1)
        if not is_small(tail[at].lettere) and tail[at].lettere != wanted
    ]
    for skips in range(_most_skipped(wanted, declared=declared) + 1):
        for at, pieces in starts:
            if pieces[0][0] == wanted[0] and spells(wanted, pieces, skips):
                return tail[at].inizio
    doubled = singular(wanted)
    for at, pieces in starts if doubled is not None else ():
        if spells(doubled or "", pieces, 0):
            return tail[at].inizio
    if len(wanted) > _FEW_LETTERS:
        for at, pieces in starts:
            if text[tail[at].inizio].isupper() and within(wanted, pieces):
                return tail[at].inizio
    if head_before(sigla, tail) is not None:
        return None  # its words are customary, and not those that lend it the most letters
    return _translated_start(text, [(word.lettere, word.inizio) for word in tail], sigla)


def _most_skipped(wanted: str, *, declared: bool) -> int:
    """How many words that count may give no letter: chance seldom gives many letters."""
    if declared or len(wanted) >= _MANY_LETTERS:
        return 2
    return 1 if len(wanted) > 2 else 0


_FEW_LETTERS = 3
_MANY_LETTERS = 5


def quoted_start(text: str, end: int, sigla: str) -> int | None:
    """Where a name begins that ends in quotes and gives its letters before them or in all.

    ``Programma Operativo Nazionale “Per la Scuola” 2014-2020 (PON)``, ``Unione dei Comuni “Terre
    d’Acqua” (UTA)``.
    """
    quoted = _QUOTED_END.search(text, max(0, end - 90), end)
    if quoted is None:
        return None
    wanted = letters(sigla)
    before = words(text, floor(text, quoted.start(), 120), quoted.start())[-_LONGEST_DEFINITION:]
    for given, skips in ((before, 0), ([*before, *words(text, quoted.start(), end)], 1)):
        for at in range(len(before) - 1, -1, -1):
            first = before[at]
            if first.lettere[0] != wanted[0] or not text[first.inizio].isupper():
                continue
            pieces = [word for word in given[at:] if not is_small(word.lettere)]
            if len(pieces) > 1 and spells(wanted, tuple(word.lettere for word in pieces), skips):
                return first.inizio
    return None


_QUOTED_END = re.compile(
    r"[\s-](?P<nome>[“\"«][^“”\"«»\n()]{3,70}[”\"»])(?:\s20\d\d(?:\s?[-–/]\s?\d{2,4})?)?\s*\Z"
)


def long_start(text: str, end: int, sigla: str) -> int | None:
    """Where a name begins that goes on after the abbreviation's words, of whom or what it is.

    ``Piano Strategico Nazionale della PAC 2023-2027 dell'Italia (PSP)``, ``Residenze sanitarie
    assistenziali per anziani (RSA)``. The abbreviation must be used elsewhere in the act, or
    the name begin with a capital.
    """
    wanted = letters(sigla)
    given = words(text, floor(text, end, 180), end)[-_LONGEST_LONG:]
    firsts = [
        at
        for at in range(len(given) - 3, -1, -1)
        if given[at].lettere[0] == wanted[0]
        and not is_small(given[at].lettere)
        and given[at].lettere != wanted
    ]
    if len(wanted) < 3 or not firsts:
        return None
    again = used_again(text, sigla)
    # A small letter inside tells that a small word is meant: ``Contratto di Fiume Adda (CdF)``.
    telling = any(char.islower() for char in sigla)
    stops = [
        stop
        for stop in range(2, len(given))
        if telling
        or GOES_ON.match(text, given[stop - 1].fine, given[-1].fine)
        or _is_described(text, given, stop)
    ]
    # ``Piano nazionale degli investimenti complementari al PNRR (PNC)``
    last = text[given[-1].inizio : given[-1].fine] if given else ""
    of_another = last.isupper() and last != sigla and is_sigla(last)
    lenient = again or of_another or len(wanted) >= _MANY_LETTERS
    for skips in (0, 1) if lenient else (0,):
        for at in firsts:
            if not again and text[given[at].inizio].islower():
                continue
            for stop in stops:
                pieces = tuple(word.lettere for word in given[at:stop])
                if stop > at + 1 and spells(wanted, pieces, skips):
                    return given[at].inizio
    return None


def _is_described(text: str, given: Sequence[Word], stop: int) -> bool:
    """Whether a name in capitals ends before ``stop`` and a few words describe it after."""
    after = given[stop:]
    return (
        len(after) <= _LONGEST_DESCRIPTION
        and text[given[stop - 1].inizio].isupper()
        and all(text[word.inizio].islower() for word in after)
    )


_LONGEST_DESCRIPTION = 3  # words
GOES_ON = re.compile(
    r"(?:,\s|\s+)(?:sezione\s|sede\s|d(?:el(?:l[aeo])?|ei|egli|i)(?!\w)|dell[’']|per\s|a(?:l(?:la)?|i)?\s|in\s|\d|[–—-]\s)"
)


def _without_legal_form(text: str, given: Sequence[Word], end: int) -> Sequence[Word]:
    """The words without a company's form at their end: it gives no letter."""
    form = re.search(rf"(?<=\s){LEGAL_FORM}[\s,]*$", text[max(0, end - 20) : end])
    limit = end - (len(form.group()) if form else 0)
    return [word for word in given if word.fine <= limit]


def _translated_start(text: str, given: list[tuple[str, int]], sigla: str) -> int | None:
    """As ``definition_start`` for an abbreviation whose letters come in another order.

    One that lacks a letter must be used elsewhere in the act.
    """
    starts = [at for at in range(len(given) - 2, -1, -1) if not is_small(given[at][0])]
    pieces = {at: [word for word, _ in given[at:]] for at in starts}
    for at in starts:
        if translated(sigla, pieces[at]):
            return given[at][1]
    for at in starts:
        if nearly_translated(sigla, pieces[at]) and used_again(text, sigla):
            return given[at][1]
    return None


def used_again(text: str, sigla: str) -> bool:
    """Whether an abbreviation stands in the text more than once."""
    places = standing(text, sigla.rstrip("."))
    return next(places, None) is not None and next(places, None) is not None
