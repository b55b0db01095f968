"""Names that give an abbreviation only most of its letters, or give them in another order.

The syntax must say the rest: brackets that hold the abbreviation alone, right after the name.
"""

import re
from collections import Counter
from collections.abc import Sequence

from extractor.facts.acronyms.beside import floor
from extractor.facts.acronyms.starts import ARTICLE, GOES_ON, used_again
from extractor.facts.initials import Word, in_capitals, is_small, letters, spells, within, words

_LONGEST_DEFINITION = 16  # words
_FEW_LETTERS = 3
_MANY_LETTERS = 5


def covered_start(text: str, end: int, sigla: str) -> int | None:
    """Where a name begins most of whose words an abbreviation in brackets passes over.

    ``disegno di legge di iniziativa della Giunta Regionale (DDLR)``: the name begins with a
    capital or after an article, its first word gives the first letter and its last word the
    last; of three letters, each is of a capital and no other word has one.
    """
    wanted = letters(sigla)
    given = words(text, floor(text, end, 160), end)[-_LONGEST_DEFINITION:]
    if not given or is_small(given[-1].lettere):
        return None
    if len(wanted) < _FEW_LETTERS:
        return _of_two_letters(text, given, sigla)
    if "-" in sigla or any(word.lettere == wanted for word in given):
        return None
    for at in range(len(given) - 2, -1, -1):
        if given[at].lettere[0] != wanted[0] or not _begins_a_name(text, given, at):
            continue
        stops = range(at + 2, len(given)) if text[given[at].inizio].isupper() else ()
        whole = any(
            _in_capitals_only(text, given[at:stop], wanted)
            for stop in stops
            if GOES_ON.match(text, given[stop - 1].fine, given[-1].fine)
        )
        if whole or _in_capitals_only(text, given[at:], wanted):
            return given[at].inizio
        if text[given[at].inizio].isupper() and _begun_by(given[at:], wanted):
            return given[at].inizio
        if len(wanted) > _FEW_LETTERS and _covers(text, given[at:], wanted):
            return given[at].inizio
    return None


def _of_two_letters(text: str, given: Sequence[Word], sigla: str) -> int | None:
    """``Indice di edificabilità territoriale (IT)``, where the letters are a word of the act's."""
    telling = [word for word in given if not is_small(word.lettere)][-_FEW_LETTERS:]
    if len(telling) < _FEW_LETTERS or not sigla.isalpha() or not text[telling[0].inizio].isupper():
        return None
    ends = telling[0].lettere[0] + telling[-1].lettere[0] == sigla.lower()
    small = all(text[word.inizio].islower() for word in telling[1:])
    return telling[0].inizio if ends and small and used_again(text, sigla) else None


def _begun_by(given: Sequence[Word], wanted: str) -> bool:
    """Whether the first words, three at least, give four letters or more and a few others follow.

    ``Indice nazionale dei domicili digitali delle persone fisiche (INAD)``
    """
    if len(wanted) <= _FEW_LETTERS:
        return False
    for stop in range(3, len(given)):
        first = tuple(word.lettere for word in given[:stop])
        after = sum(not is_small(word.lettere) for word in given[stop:])
        enough = sum(not is_small(word) for word in first) >= _FEW_LETTERS
        if after <= _MOST_AFTER and enough and spells(wanted, first, 0):
            return True
    return False


_MOST_AFTER = 5


def _covers(text: str, given: Sequence[Word], wanted: str) -> bool:
    """Whether words give the letters but for some that give none, or some letters no word gives."""
    pieces = tuple(word.lettere for word in given)
    skipped = min(len(wanted) - 2, _MOST_PASSED_OVER)
    if pieces[-1][0] in wanted[-2:] and spells(wanted, pieces, skipped):
        return True
    if within(wanted, pieces):
        return True
    # ``Consorzio Interuniversitario per il Calcolo (CINECA)``
    initials = [word.lettere[0] for word in given if not is_small(word.lettere)]
    left = iter(wanted)
    return (
        _MANY_LETTERS <= len(wanted) <= 2 * len(initials)
        and _FEW_LETTERS <= len(initials) <= len(wanted)
        and text[given[0].inizio].isupper()
        and all(char in left for char in initials)
    )


_MOST_PASSED_OVER = 3


def foreign_start(text: str, end: int, sigla: str) -> int | None:
    """Where a name begins after its article that most letters of an abbreviation are taken from,
    in whatever order: ``l’Alto Commissario delle Nazioni Unite per i Rifugiati (UNHCR)``.
    """
    wanted = Counter(letters(sigla))
    size = wanted.total()
    if size < _FEW_LETTERS or not sigla.isupper() or not sigla.isalpha():
        return None
    given = words(text, floor(text, end, 160), end)[-_LONGEST_DEFINITION:]
    if any(word.lettere == letters(sigla) for word in given):
        return None
    if given and _is_inside(letters(sigla), given[-1].lettere):
        return given[-1].inizio
    for at in range(len(given) - 2, -1, -1):
        if is_small(given[at].lettere) or not _begins_a_name(text, given, at):
            continue
        if (
            at
            and not is_small(given[at - 1].lettere)
            and not ARTICLE.fullmatch(given[at - 1].lettere)
        ):
            continue
        first = "".join(w.lettere[0] for w in given[at:] if not is_small(w.lettere))
        initials = Counter(first)
        if len(first) > 2 * size:
            return None
        shared = (initials & wanted).total()
        if letters(sigla).startswith(first):
            continue  # the letters in their order but for a last one are of another name
        whole = shared == size > _FEW_LETTERS and text[given[at].inizio].isupper()
        if whole or 3 * shared + (size > _FEW_LETTERS) >= 2 * max(size, len(first)):
            return given[at].inizio
    return None


def _is_inside(wanted: str, word: str) -> bool:
    """Whether a long word holds the letters in their order, its first among them and not all its
    first ones: ``elettrocardiogramma (ECG)``, but not ``determinazione (DET)``."""
    left = iter(word)
    return (
        len(word) >= _LONG_WORD
        and word[0] == wanted[0]
        and word[1] != wanted[1]
        and all(char in left for char in wanted)
    )


_LONG_WORD = 15


def _begins_a_name(text: str, given: Sequence[Word], at: int) -> bool:
    """Whether a name may begin at a word: it has a capital or follows an article."""
    return text[given[at].inizio].isupper() or (
        at > 0 and ARTICLE.fullmatch(given[at - 1].lettere) is not None
    )


def _in_capitals_only(text: str, given: Sequence[Word], wanted: str) -> bool:
    telling = [word for word in given if not is_small(word.lettere)]
    capital = [word for word in telling if text[word.inizio].isupper()]
    return (
        len(capital) >= _FEW_LETTERS
        and len(telling) - len(capital) <= _MOST_PASSED_OVER
        and wanted == "".join(word.lettere[0] for word in capital)
    )


def shown_start(text: str, end: int, sigla: str) -> int | None:
    """Where words begin that show the letters by their capitals: ``eXtensible Markup Language``."""
    given = words(text, floor(text, end, 120), end)
    for at in range(len(given) - 2, -1, -1):
        word = text[given[at].inizio : given[at].fine]
        if (
            word[0].islower()
            and not word.islower()
            and in_capitals(sigla, text[given[at].inizio : end])
        ):
            return given[at].inizio
    return None


def shared_start(text: str, end: int, sigla: str) -> int | None:
    """Where a name begins whose first words are those of the one before, in brackets too.

    ``Sportelli Unici per le Attività Produttive (SUAP) e per l’Edilizia (SUE)``; the letters may
    end in those of the one before: ``Documento di Bilancio (DB) e Nota di Aggiornamento (NADB)``.
    """
    before = _ONE_BEFORE.search(text, max(0, end - 140), end)
    if before is None:
        return None
    wanted = letters(sigla)
    after = words(text, before.end(), end)
    own = tuple(word.lettere for word in after if not is_small(word.lettere))
    if wanted.endswith(letters(before["sigla"])) and len(own) > 1:
        rest = wanted.removesuffix(letters(before["sigla"]))
        first = next(word for word in after if not is_small(word.lettere))
        return first.inizio if rest and spells(rest, own, 0) else None
    given = words(text, floor(text, before.start(), 120), before.start())[-_LONGEST_DEFINITION:]
    for at in range(len(given) - 1, -1, -1):
        if given[at].lettere[0] != wanted[0] or not text[given[at].inizio].isupper():
            continue
        telling = [word.lettere for word in given[at:] if not is_small(word.lettere)]
        for count in range(1, len(telling)):
            initials = "".join(word[0] for word in (*telling[:count], *own))
            if own and initials == wanted and len(wanted) > 2:
                return given[at].inizio
    return None


_ONE_BEFORE = re.compile(
    r"\((?P<sigla>[A-Z][A-Za-z.]{1,9})\),?\s(?:e|ed|o|nonché)\s(?=[^()]{0,90}\Z)"
)
