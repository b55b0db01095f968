"""Who is named in running text as receiving aid, or as ill or in need: names not to be shown.

Legislative decree 33/2013, article 26 c. 4, forbids publishing who receives aid when that tells
of illness or hardship. Lists of beneficiaries are read as such; here are the persons whom a
paragraph names: after ``sig.ra``, before ``nata a``, or beside the fiscal code made from the name.
Whoever acts in an office or for a firm is not among them.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import regex

from extractor.literals import Beginning
from extractor.store.persons import is_natural_person
from models import Estrazione

_HARDSHIP = re.compile(
    r"\b(?:contribut[oi] (?:economic|straordinari|una tantum|assistenzial|socio)"
    r"|assistenz[ae] economic"
    r"|suss?idi|indigen|disagi|bisogn[oi]|povert|fragil|vulnerabil|morosità incolpevol"
    r"|non[- ]autosufficien|disabil|handicap|invalid|inabil"
    r"|assegn[oi] d[i’'] ?(?:cura|maternit|nucleo)"
    r"|caregiver|buon[oi] (?:spesa|servizi|libr)|bonus|canon[ei] di locazion|reddito di"
    r"|ricover|rett[ae] (?:di|per)|casa di riposo|comunità (?:alloggio|educativ|terapeutic)"
    r"|affid(?:o|ament[oi]) (?:familiar|di minor|etero)|minor[ei]\b|tutel[ae] (?:de|di) minor"
    r"|amministra(?:tore|zione) di sostegno|trattament[oi] sanitari|t\.?s\.?o\.?\b|patologi|malatti"
    r"|infortuni|cure mediche|spese (?:mediche|sanitarie|funerarie|funebri)|inidone|104/1992"
    r"|l(?:egge|\.) ?104|210/1992|congedo straordinario|gravidanza|maternità|servizi[oi] social"
    r"|assistenz[ae] (?:social|domiciliar|scolastic|educativ|sanitari|specialistic))",
    re.I,
)
_GRANT = re.compile(
    r"\b(?:contribut[oi]|sovvenzion|benefici|borse? di studio|indennizz|rimbors)", re.I
)

_CAPITAL, _SMALL = "A-ZÀ-ÖØ-Þ", "a-zß-öø-ÿ"
_WORD = (
    rf"(?:[DLO]['’])?[{_CAPITAL}](?:[{_SMALL}]{{1,20}}|[{_CAPITAL}]{{1,20}})"
    rf"(?:['’-][{_CAPITAL}{_SMALL}]{{1,20}})?['’]?(?![\w@])"
)
_PARTICLE = r"(?:(?:de|di|da|la|lo|del|della|dello)\s)?"
_FULL = rf"{_WORD}(?:\s{{1,2}}{_PARTICLE}{_WORD}){{1,3}}"
_TITLE = (
    r"(?i:\b(?:sig\.?\s?(?:ra|na|ri|re)?\.?|sigg?\.?(?:ri|re)?|signor[ae]?|signorina|minor[ei]"
    r"|dipendente|alunn[oa]|student(?:e|essa)|figli[oa]|coniuge|nucleo familiare d(?:i|el|ella)"
    r"|(?:beneficiari[oa]|richiedente|istante)(?=\s?:)))"
)
_TITLED = Beginning(
    rf"{_TITLE}[ :,\n]{{1,3}}(?:{_TITLE}[ :,\n]{{1,3}})?(?P<nome>{_FULL})",
    "sig", "minor", "dipendente", "alunn", "student", "figli", "coniuge", "nucleo familiare d",
    "beneficiari", "richiedente", "istante",
)  # fmt: skip
_SURNAMED = regex.compile(
    rf"(?i:\bsig\.?\s?(?:ra|na)?\.?|\bsignora?)\s{{1,2}}(?P<nome>{_WORD})(?!\s{{1,2}}{_WORD})"
)
_BORN_AFTER = regex.compile(rf"(?P<nome>{_FULL})[\s,(]{{1,3}}(?i:nat[oa])\s")
#: What follows such a name: a cheap search before it.
_BORN = re.compile(r"[nN](?<=[\s,(].)[aA][tT][oOaA]\s")
_NAMES = re.compile(rf"(?<!\w){_FULL}")
_CODE = re.compile(r"(?<!\w)([A-Z]{6})[0-9L-V]{2}[A-T][0-9L-V]{2}[A-Z][0-9L-V]{3}[A-Z](?!\w)", re.I)
# The same from its seventh character: six letters are everywhere, what follows them is rare
_CODE_FROM_YEAR = re.compile(
    r"[0-9L-Vl-v](?=[0-9L-Vl-v][A-Ta-t][0-9L-Vl-v]{2}[A-Za-z][0-9L-Vl-v]{3}[A-Za-z]\b)"
    r"(?<=\b[A-Za-z]{6}.)"
)
#: What every fiscal code has, and few texts: a cheap search before that of one.
_DIGIT_AND_LETTER = re.compile(r"\d[A-Za-z]")
_FIRM_NUMBER = re.compile(r"p(?:\.|artita)?\s?iva", re.I)
# Where and when someone was born, and lives: enough to know who it is
_ABOUT = re.compile(
    r"\bnat[oa]\s+(?:a|in|ad)\s[^;\n]{2,60}?\d{4}"
    r"|\bresident[ei]\s+(?:a|ad|in|alla|presso)\s[^;\n]{3,90}?"
    r"(?=[;\n]|,?\s(?:c\.?\s?f|codice|nat[oa]|iban|per|con|un|il|la|che|tramite|mediante)\b|\.?$)",
    re.I,
)
_NO_NAME = re.compile(
    r"\b(?:sindac|segretari|responsabil|dirigent|assessor|president|direttor|prefett|ministr|comandant"
    r"|consiglier|commissari|rappresentant|procurator|general|comunal|regional|provincial|statal"
    r"|servizi|settor|area|uffici|piano|fondo|legge|decreto|art|euro|via|piazza|corso|codice|avviso"
    r"|allegat|programm|progett|contribut|domand|istanz|determin|deliber|social|persone|famigli)",
    re.I,
)
_FIRM_AFTER = re.compile(
    r"[\s,]{0,2}(?:s\.?\s?r\.?\s?l|s\.?\s?p\.?\s?a|s\.?\s?n\.?\s?c|s\.?\s?a\.?\s?s|soc)", re.I
)
_AROUND = 200
"""Characters on either side of a fiscal code in which its holder's name is looked for."""
_OF_NO_OFFICE = frozenset({"altro", "autore"})


class _Place(NamedTuple):
    """A paragraph and what its act is about."""

    testo: str
    oggetto: str


def recipients(records: Estrazione) -> Iterator[str]:
    """What names the persons who receive aid, as printed: names, where born, where they live."""
    subjects = {act.id: act.oggetto or "" for act in records.atti}
    known = {_words(each.nome) for each in records.persone if each.funzione not in _OF_NO_OFFICE}
    for part in records.parti:
        if part.foglia and part.testo:
            yield from _named(_Place(part.testo, subjects.get(part.atto_id or "", "")), known)


def _named(place: _Place, known: set[frozenset[str]]) -> Iterator[str]:
    text = place.testo
    found = set(_of_codes(place))
    cued = list(_TITLED.finditer(text))
    if _BORN.search(text):
        cued += _BORN_AFTER.finditer(text)
    in_need = (cued or _SURNAMED.search(text)) and _tells(place, _HARDSHIP)
    if in_need:
        found.update(each["nome"] for each in cued if not _FIRM_AFTER.match(text, each.end("nome")))
    names = [name for name in found if not _is_other(name, known)]
    for name in names:
        words = name.split()
        # What follows a name may begin with a capital too
        yield from (" ".join(words[:count]) for count in range(2, len(words) + 1))
    if in_need:
        surnames = {word for each in known for word in each}
        for match in _SURNAMED.finditer(text):
            surname = match["nome"]
            if not _words(surname) & surnames and not _NO_NAME.search(surname):
                yield surname
    if names:
        yield from (match[0] for match in _ABOUT.finditer(text))


def _tells(place: _Place, pattern: re.Pattern[str]) -> bool:
    return any(pattern.search(text) is not None for text in (place.oggetto, place.testo))


def _of_codes(place: _Place) -> Iterator[str]:
    """The names from which the fiscal codes beside them are made, where something is granted."""
    text = place.testo
    if not (_DIGIT_AND_LETTER.search(text) and _CODE_FROM_YEAR.search(text)):
        return
    if not (_tells(place, _HARDSHIP) or _tells(place, _GRANT)):
        return
    for code in _CODE.finditer(text):
        if _FIRM_NUMBER.search(text[code.end() : code.end() + 40]):
            continue
        near = text[max(0, code.start() - _AROUND) : code.end() + _AROUND]
        names = [name for match in _NAMES.finditer(near) for name in _within(match[0])]
        yield from (name for name in names if code[1].upper() in _codes(name.split()))


def _within(name: str) -> Iterator[str]:
    words = name.split()
    for start in range(len(words) - 1):
        for end in range(start + 2, len(words) + 1):
            yield " ".join(words[start:end])


def _codes(words: list[str]) -> Iterator[str]:
    """The first six letters of the fiscal codes that a name may have (d.m. 23 December 1976)."""
    for cut in range(1, len(words)):
        for surname, given in ((words[:cut], words[cut:]), (words[cut:], words[:cut])):
            yield _three("".join(surname)) + _three("".join(given), given=True)


def _three(name: str, *, given: bool = False) -> str:
    """
    >>> _three("Rossi"), _three("Gianfranco", given=True), _three("Fò")
    ('RSS', 'GFR', 'FOX')
    """
    letters = [each for each in unicodedata.normalize("NFKD", name).upper() if "A" <= each <= "Z"]
    consonants = [each for each in letters if each not in "AEIOU"]
    if given and len(consonants) > 3:
        del consonants[1]
    vowels = [each for each in letters if each in "AEIOU"]
    return "".join([*consonants, *vowels, "X", "X"][:3])


def _is_other(name: str, known: Iterable[frozenset[str]]) -> bool:
    """Whether a name is no private person's: a body's, an office's, of who acts in one."""
    words = _words(name)
    acts = any(each <= words or words <= each for each in known)
    return acts or _NO_NAME.search(name) is not None or not is_natural_person(name, None)


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+", name.casefold()))
