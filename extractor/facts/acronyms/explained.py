"""Abbreviations with their words in brackets: *DURC (Documento Unico di Regolarità …)*."""

import re
from collections.abc import Iterator

from extractor.facts.acronyms.known import head_of
from extractor.facts.acronyms.written import CLOSE, LEGAL_FORM, SIGLA, is_lowered, is_sigla, record
from extractor.facts.initials import (
    agrees,
    in_capitals,
    is_small,
    letters,
    singular,
    spells,
    translated,
    within,
    words,
)
from models import Acronimo

_BRACKETS = re.compile(r"\((?P<definizione>[^()\n\t]{6,140})\)")
# ``PRIN 2022 (Progetti di Rilevante Interesse Nazionale)``
_YEARS = r"(?:\s20\d\d(?:\s?[-–/]\s?\d{2,4})?)?"
_BEFORE_BRACKETS = re.compile(rf"(?<![\w.])(?P<sigla>{SIGLA}){CLOSE}[¹²³⁴-⁹]{{0,2}}{_YEARS},?\s+$")
_BEFORE_NAME = re.compile(rf"(?<![\w.])(?P<sigla>{SIGLA})\s[“\"«][^“”\"«»\n]{{2,30}}[”\"»]\s+$")


def explained(text: str) -> Iterator[Acronimo]:
    """Abbreviations with their words in brackets: *DURC (Documento Unico di Regolarità …)*."""
    for match in _BRACKETS.finditer(text):
        beside = _BEFORE_BRACKETS.search(text, max(match.start() - 26, 0), match.start())
        found = _explained_by(beside, match)
        if found is None and (beside is None or text[beside.end("sigla")] in '”"»'):
            # ``la R.S.A. “Villa Serena” (Residenza Sanitaria Assistenziale)``
            named = _BEFORE_NAME.search(text, max(match.start() - 50, 0), match.start())
            found = _explained_by(named, match)
        if found is not None:
            yield found
        elif beside is None:
            yield from _said_before(text, match)


def _explained_by(before: re.Match[str] | None, match: re.Match[str]) -> Acronimo | None:
    """The abbreviation before the brackets, where the words in them are its own."""
    if before is None:
        return None
    sigla, definition = _without_note(before["sigla"]), match["definizione"]
    if is_sigla(sigla):
        given = _explaining(_COMPANY.sub("", sigla), definition)
    else:  # ``MimIt (ministero dell’Industria e del made in Italy)``
        begins = definition[0].casefold() == sigla[0].casefold()
        told = begins and is_lowered(sigla) and len(definition.split()) > 2
        given = definition if told and agrees(sigla, definition) else None
    if given is None:
        return None
    end = match.end() if given == definition else match.start(1) + len(given)
    return record(match.string, before.start(), end, sigla, given)


_COMPANY = re.compile(rf"\s{LEGAL_FORM}$")


def _said_before(text: str, match: re.Match[str]) -> Iterator[Acronimo]:
    """``una relazione CAM di cui al d.m. 23 giugno 2022 (Criteri Ambientali Minimi)``: the words in
    brackets, all with capitals, are those of an abbreviation a little before in the sentence."""
    given = [word for word in words(match["definizione"]) if not is_small(word.lettere)]
    if not _FEWEST_WORDS <= len(given) <= _MOST_WORDS:
        return
    if not all(match["definizione"][word.inizio].isupper() for word in given):
        return
    sigla = "".join(word.lettere[0] for word in given).upper()
    at = text.rfind(sigla, max(0, match.start() - _NEAR), match.start())
    between = text[at + len(sigla) : match.start()]
    alone = at >= 0 and not (text[at - 1 : at].isalnum() or between[:1].isalnum())
    if alone and not _OTHER_SENTENCE.search(between):
        yield record(text, at, match.end(), sigla, match["definizione"], 0.6)


_FEWEST_WORDS, _MOST_WORDS = 3, 7
_NEAR = 90  # characters
_OTHER_SENTENCE = re.compile(r"[;:\n\t()]|[a-zà-ù]{4}\.\s")


def _without_note(sigla: str) -> str:
    """The abbreviation without a footnote's number: ``TEP1``."""
    return sigla[:-1] if len(sigla) > 3 and sigla[-1].isdigit() and sigla[:-1].isupper() else sigla


def _explaining(sigla: str, definition: str) -> str | None:
    """The words in brackets, or the first part of them, that explain the abbreviation."""
    if (said := _SAID.match(definition)) is not None:
        return _explaining(sigla, definition[said.end() :])
    quoted = _QUOTED.match(definition)  # ``MSBOS ("Maximum Surgical …", ovvero quantità)``
    parts = (quoted["parole"],) if quoted else (definition, *_PARTS.split(definition, 1)[:1])
    for given in dict.fromkeys(parts):
        if _explains(sigla, given):
            return given
    prefix = _beginning(sigla, definition) or _customary(sigla, definition)
    if prefix is not None:
        return prefix
    if (end := _ending(sigla, definition)) is not None:
        return end
    if agrees(_SAID_TIMES.sub(_repeated, sigla), definition) and sigla[-1].isdecimal():
        return definition
    # ``FIRE (Federazione italiana per l’uso razionale dell’energia)``: one gives no letter
    wanted = letters(sigla)
    given = [word.lettere for word in words(definition)]
    if len(wanted) > 3 and definition[:1].isupper() and within(wanted, given):
        return definition  # ``UONPIA (Unità Operativa di Neuropsichiatria … Adolescenza)``
    longer = len(wanted) > 3 or (len(wanted) == 3 and _ends_in(definition, wanted[-1]))
    longer = longer and wanted not in given
    return definition if longer and agrees(sigla, definition, skips=1) else None


def _ends_in(definition: str, letter: str) -> bool:
    """Whether the last word with a capital begins with the letter, as the first has one too."""
    last = words(definition)[-1:]
    return (
        definition[:1].isupper() and bool(last) and definition[last[0].inizio].casefold() == letter
    )


# ``(acronimo di …)``, ``(ossia …)``, ``(in inglese …)``
_SAID = re.compile(
    r"\s?(?:(?:acronimo|sigla|abbreviazione)\s(?:inglese\s)?(?:di|per)|ossia|ovvero|cioè|vale\sa\sdire"
    r"|(?:che\s)?sta\sper|(?:in|dall['’])\s?inglese|ing\.|letteralmente),?:?\s"
    r"(?:(?:il|lo|la|i|gli|le)\s|l['’])?"
)
_QUOTED = re.compile(r"\s?(?P<parole>[“\"«][^“”\"«»]{6,100}[”\"»])\s?[,;–-]")
# ``S3 (Smart Specialisation Strategy)``
_SAID_TIMES = re.compile(r"([A-Z])([2-5])\Z")


def _repeated(match: re.Match[str]) -> str:
    return match[1] * int(match[2])


_PARTS = re.compile(r",|\s[–—-]\s|\s?/\s?")


def _beginning(sigla: str, definition: str) -> str | None:
    """The first words in brackets that explain the abbreviation, where the name goes on after them.

    ``Sis.Co. (Sistema delle Conoscenze della Regione)``
    """
    wanted = letters(sigla)
    given = words(definition)
    if len(wanted) < 3 or not given or not definition[given[0].inizio].isupper():
        return None
    for count in range(2, len(given)):
        pieces = tuple(word.lettere for word in given[:count])
        enough = len(wanted) > 3 and sum(not is_small(word) for word in pieces) > 2
        goes_on = enough or _GOES_ON.match(definition, given[count - 1].fine)
        if goes_on and spells(wanted, pieces, 0):
            return definition[: given[count - 1].fine]
    return None


_GOES_ON = re.compile(
    r"\s(?:d(?:el(?:l[aeo])?|ei|egli|i)(?!\w)|dell[’']|per\s|in\s|a[li]?\s|ex\s|20\d\d)"
)


def _ending(sigla: str, definition: str) -> str | None:
    """The words in brackets where the last of them, all with capitals, give the letters:
    ``NIS (Directive on Security of Network and Information Systems)``; or where they say what a
    system is that has a name of its own: ``EDMA (Piattaforma documentale di Regione …)``."""
    wanted = letters(sigla)
    given = words(definition)
    if len(wanted) < 3 or any(word.lettere == wanted for word in given):
        return None
    if len(wanted) > 3 and sigla.isupper() and sigla.isalpha() and _SYSTEM.fullmatch(definition):
        return definition
    capital = [w for w in given if definition[w.inizio].isupper()][-len(wanted) :]
    if len(capital) < len(wanted) or "".join(w.lettere[0] for w in capital) != wanted:
        return None
    last = given[given.index(capital[0]) :]
    small = all(is_small(word.lettere) for word in last if word not in capital)
    return definition if small and last[-1] is capital[-1] else None


_SYSTEM = re.compile(
    r"(?:la\s|il\s|l['’])?(?:[Pp]iattaforma|[Ss]istema|[Pp]ortale|[Bb]anca\s[Dd]ati|[Rr]egistro"
    r"|[Aa]pplicativo|[Ss]oftware|[Aa]rchivio|[Aa]nagrafe|[Gg]estionale)"
    r"\s[a-zà-ù][^\d,;:/()\n]{4,70}"
)


def _customary(sigla: str, definition: str) -> str | None:
    """The words in brackets that translate the abbreviation: *HACCP (analisi dei pericoli …)*."""
    given = [word.lettere for word in words(definition)]
    if len(given) < 2 or letters(sigla) in given:
        return None
    return definition if head_of(sigla, given[0]) or translated(sigla, given) else None


def _words(definition: str) -> list[str]:
    return [word.strip('“”"«»') for word in definition.split()]


def _explains(sigla: str, definition: str) -> bool:
    definition = definition.strip(' “”"«»')
    if not definition[:1].isalnum() or len(definition.split()) < 2 or sigla in _words(definition):
        return False
    doubled = singular(letters(sigla))  # ``LL.PP. (Lavori Pubblici)``
    return (
        agrees(sigla, definition)
        or in_capitals(sigla, definition)
        or (doubled is not None and agrees(doubled, definition))
    )
