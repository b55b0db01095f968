"""What the ways of printing a body's name have in common, and what tells two bodies apart.

Words are compared without case, accents, marks, hyphens and the little words between them;
the legal form of a company counts, in one spelling. Names that the law gives to kinds of bodies
(*Agenzia di tutela della salute*: ATS) are brought to their abbreviation.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from extractor.facts.regions import ADJECTIVES, REGIONS

_FORMS = (
    ("scarl", r"\.?\s?c\.?\s?a\.?\s?r\.?\s?l\.?|\.?\s?c\.?\s?r\.?\s?l\.?"
              r"|oc(?:ieta|\.)?\s+cons(?:ortile|\.)\s+a\s+r(?:esponsabilita|\.)\s?l(?:imitata|\.)"),
    ("scpa", r"\.?\s?c\.?\s?p\.?\s?a\.?"),
    ("srls", r"\.?\s?r\.?\s?l\.?\s?s\.?"),
    ("srl", r"\.?\s?r\.?\s?l\.?(?:\s+unipersonale)?"
            r"|oc(?:ieta|\.)\s+a\s+r(?:esponsabilita|\.)\s?l(?:imitata|\.)"),
    ("spa", r"\.?\s?p\.?\s?a\.?|oc(?:ieta|\.)\s+per\s+azioni"),
    ("snc", r"\.?\s?n\.?\s?c\.?|oc(?:ieta|\.)\s+in\s+nome\s+collettivo"),
    ("sas", r"\.?\s?a\.?\s?s\.?|oc(?:ieta|\.)\s+in\s+accomandita\s+semplice"),
    ("sapa", r"\.?\s?a\.?\s?p\.?\s?a\.?"),
    ("coop", r"(?:oc(?:ieta|\.)?|\.)\s*coop(?:erativa|\.)?(?:\s+soc(?:iale|\.))?(?:\s+onlus)?"),
)  # fmt: skip
"""Legal forms of companies; each begins with an s, which is looked for first."""
_FORM = re.compile(
    rf"s(?<![\w.]s)(?:{'|'.join(f'(?P<{name}>{form})' for name, form in _FORMS)})(?!\w)"
)
COMPANY = (
    r"(?:S\.?\s?[Pp]\.?\s?[Aa]|s\.?p\.?a|S\.?\s?[Rr]\.?\s?[Ll](?:\.?\s?[Ss])?|s\.?r\.?l|S\.?[Nn]\.?[Cc]"
    r"|s\.?n\.?c|S\.?[Aa]\.?[Ss]|s\.?a\.?s|S\.?[Cc]\.?[Aa]\.?[Rr]\.?[Ll]|s\.?c\.?a\.?r\.?l)"
)
"""Legal forms of companies as printed, in abbreviation, without the last dot."""

_LITTLE = frozenset(re.findall(
    r"\w+",
    r"di del della dello dell dei degli delle d da dal dalla per l il lo la gli i le e ed in a "
    r"al alla alle allo all ai con su sul sulla sull nel nella nell un uno ",
))  # fmt: skip
_KINDS_BY_LAW = (
    ("agenzia tutela salute", "ats"), ("azienda tutela salute", "ats"),
    ("azienda sociosanitaria territoriale", "asst"),
    ("azienda unita sanitaria locale", "ausl"), ("azienda usl", "ausl"),
    ("azienda sanitaria locale", "asl"), ("azienda ospedaliera universitaria", "aou"),
    ("azienda ospedaliero universitaria", "aou"),
    ("azienda unita locale sociosanitaria", "ulss"), ("azienda ulss", "ulss"),
    ("camera commercio industria artigianato agricoltura", "cciaa"),
    ("camera commercio industria agricoltura artigianato", "cciaa"), ("camera commercio", "cciaa"),
    ("universita studi", "universita"), ("regione autonoma", "regione"),
    ("giunta regionale", "regione"), ("regione siciliana", "regione sicilia"),
    ("citta metropolitana", "citta_metropolitana"), ("citta", "comune"),
)  # fmt: skip
"""Heads of names that one norm gives to all bodies of a kind, each with its short one."""
_BY_FIRST_WORD = {
    word: [
        (head.split(), short.split()) for head, short in _KINDS_BY_LAW if head.split()[0] == word
    ]
    for word in {head.split()[0] for head, _ in _KINDS_BY_LAW}
}

_GENERIC = frozenset(re.findall(
    r"\w+",
    r"societa ditta impresa operatore economico spett le oe ing arch dott geom ",
))  # fmt: skip
_REGIONAL = re.compile(rf"(?:{'|'.join(ADJECTIVES)})[aeio]|regional[ei]")
_OF_REGION = re.compile(
    rf"(?<!\w)(?:(?P<nome>{REGIONS})|(?P<aggettivo>{'|'.join(ADJECTIVES)})[aeio])(?!\w)"
)

_KINDS = (
    ("ministero", r"ministero|presidenza consiglio"), ("regione", r"regione"),
    ("citta_metropolitana", r"citta_metropolitana"),
    ("provincia", r"provincia|libero consorzio comunale"),
    ("unione_comuni", r"unione comuni|unione comune|comunita montana|unione montana"),
    ("comune", r"comune|roma capitale"),
    ("azienda_sanitaria", r"ats|asst|asl|ausl|ulss|aou|irccs|azienda ospedalier[ao]|ospedale"),
    ("universita", r"universita|politecnico|ateneo|accademia|conservatorio"),
    ("camera_commercio", r"cciaa"), ("agenzia", r"agenzia|arpa"), ("autorita", r"autorita|garante"),
    ("consorzio", r"consorzio"), ("azienda", r"azienda|aler"), ("fondazione", r"fondazione"),
    ("associazione", r"associazione|asd|pro loco"), ("istituto", r"istituto|liceo|scuola"),
    ("stato", r"stato"), ("unione_europea", r"unione europea|commissione europea"),
)  # fmt: skip
_KIND = re.compile("|".join(rf"(?P<{kind}>(?:{head})(?!\w))" for kind, head in _KINDS))
HEADS = (
    "Agenzia|Azienda|Ministero|Comune|Citt[aà]|Regione|Provincia|Universit[aà]|Politecnico|Consorzio"
    "|Autorit[aà]|Istituto|Ente|ASST|ATS|ASL|AUSL|IRCCS|Fondazione|Camera|Comunit[aà]|Unione|Prefettura"
    "|Parco|Associazione|Tribunale|Presidenza|Accademia|Conservatorio|Unioncamere|Garante|Banca"
)
"""First words of a body's name, as a pattern."""
_HEAD = re.compile(
    rf"(?:{HEADS}|Commissione Europea|Cooperativa|Corte|Consiglio (?:regionale|di Stato)"
    r"|Dipartimento|Ragioneria|Stato$|Parrocchia|Santuario|Distretto|Pro Loco|Croce|Aler|Arpa)\b",
    re.I,
)
_NO_BODY = re.compile(
    r"(?:comunit[aà]\s+(?!montan|collinar|europ|isolan|mont)|autorit[aà]\s+di\s+(?:gestione|audit|certif|pagam)"
    r"|regione\b.*\s[-–]\s|(?:comuni|parrocchie|province|regioni|aziende|enti|associazioni|imprese"
    r"|societ[aà]|istituti|universit[aà])\s+(?:aderent|interessat|firmatar|associat|partecipant|che\b))",
    re.I,
)
"""Categories and functions that begin as bodies do."""
_INDIVIDUAL = re.compile(
    r"\b(?:ditta\s+individuale|impresa\s+individuale|az(?:ienda|\.)\s*agr(?:icola|\.)|studio|farmacia|dott"
    r"|avv|ing|arch|geom|rag|sig)\b",
    re.I,
)


class Name(NamedTuple):
    """A printed name in its compared form: its words, and its company's legal form."""

    parole: tuple[str, ...]
    forma: str

    @property
    def key(self) -> str:
        """The same for all the ways to print the name; empty when there is no name."""
        return "".join(self.parole) + (f" {self.forma}" if self.forma and self.parole else "")

    @property
    def slug(self) -> str:
        """The name as a readable identifier."""
        return "-".join(filter(None, (*self.parole, self.forma))).replace("_", "-")


def plain(text: str) -> str:
    """Text in lower case, without accents, with words cut at a line's end joined again.

    >>> plain("AZIENDA  per l’Inno-\\nvazione, CITTA’")
    "azienda per l'innovazione, citta"
    """
    if "\n" in text:
        # A hyphen before a line's end: the next piece goes on in the same word
        text = _HYPHENATED.sub("", text)
    text = text.replace("’", "'").replace("`", "'")
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join([letter for letter in text if not unicodedata.combining(letter)])
    if "'" in text:
        # An apostrophe behind a word stands for its accent: CITTA'
        text = _ACCENT.sub("", text)
    return " ".join(text.casefold().split())


_HYPHENATED = re.compile(r"(?<=\w)[-‐­]\s*\n\s*(?=\w)")
_ACCENT = re.compile(r"(?<=\w)'(?!\w)")
_PROVINCE = re.compile(r"\((?:[a-z]{2}|provincia di [^)]{2,40})\)")
_SPELT = re.compile(r"(?<=\b\w)\.\s?(?=\w\b)")
_SOCIO = re.compile(r"\bsocio[\s-]+(?=\w)")
_AND = re.compile("&")


@lru_cache(maxsize=50_000)
def name_of(text: str) -> Name:
    """The compared form of a printed name.

    >>> name_of("Società ARIA S.P.A.").key == name_of("Aria SpA").key == "aria spa"
    True
    >>> name_of("COMUNE DI FORLI'").slug, name_of("Città di Forlì").slug
    ('comune-forli', 'comune-forli')
    """
    text = plain(text)
    if "(" in text:
        text = _PROVINCE.sub(" ", text)
    found = [match for match in _FORM.finditer(text) if match.start()]
    form = found[-1].lastgroup or "" if found else ""
    if found:
        text = f"{text[: found[-1].start()]} {text[found[-1].end() :]}"
    if "." in text:
        text = _SPELT.sub("", text)  # A.S.S.T.
    text = text.replace("&", " e ")
    if "socio" in text:
        text = _SOCIO.sub("socio", text)
    return Name(_kept(_PIECES.findall(text), generic=bool(form)), form)


def _kept(words: list[str], *, generic: bool = False) -> tuple[str, ...]:
    """The words that tell a name from others, its head in the short form that the law gives."""
    kept = [word for word in words if word not in _LITTLE] or words
    while generic and len(kept) > 1 and kept[0] in _GENERIC:
        kept = kept[1:]
    for head, short in _BY_FIRST_WORD.get(kept[0], ()) if kept else ():
        if kept[: len(head)] == head:
            return (*short, *kept[len(head) :])
    return tuple(kept)


def kind_of(name: Name) -> str:
    """The kind of a body, as its name says it: ``comune``, ``azienda_sanitaria``, ``societa``…

    >>> kind_of(name_of("Agenzia di Tutela della Salute di Brescia")), kind_of(name_of("Rossi srl"))
    ('azienda_sanitaria', 'societa')
    """
    if name.forma:
        return "societa"
    found = _KIND.match(" ".join(name.parole))
    return found.lastgroup or "altro" if found else "altro"


def says_body(text: str) -> bool:
    """Whether words are the name of a body, and not of a person or of a thing."""
    name = name_of(text)
    if not name.parole or len(text) > 160 or _NO_BODY.match(text.strip()):
        return False
    if name.forma:
        return len(name.key) > 5
    return bool(_HEAD.match(text.strip())) and not _INDIVIDUAL.search(text) and len(name.parole) > 1


def is_category(text: str) -> bool:
    """Whether words that begin as a body's name are of many bodies, or of none.

    >>> is_category("Comuni aderenti al protocollo"), is_category("Comunità montana di Alfa")
    (True, False)
    """
    return _NO_BODY.match(text.strip()) is not None


_OFFICE = re.compile(
    r"\s*[-–,]\s*(?:(?:Direzion|Dipartiment|Settor|Area\b|Servizi|Uffici|Struttur|D\.?G\.|U\.?O\.).*)$"
)


def without_office(text: str) -> str:
    """A body's name without the office of it that follows, and with its spaces reduced.

    >>> without_office("Ministero della  Salute - Direzione Generale della prevenzione")
    'Ministero della Salute'
    """
    return _OFFICE.sub("", " ".join(text.split()))


def is_extension(short: Name, long: Name) -> bool:
    """Whether one name is the other with nothing more than the Region's adjective or a legal form.

    Each word must stand in the longer one, in order, whole or as the end of a compound.

    >>> a = name_of("Agenzia di vigilanza del sistema sanitario")
    >>> b = name_of("Agenzia di vigilanza del sistema sociosanitario lombardo")
    >>> is_extension(a, b), is_extension(name_of("ATS"), name_of("ATS di Brescia"))
    (True, False)
    """
    if (short.forma and short.forma != long.forma) or len(short.parole) < 2:
        return False
    rest = list(long.parole)
    for word in short.parole:
        while rest and not (rest[0] == word or (len(word) > 5 and rest[0].endswith(word))):
            if not _REGIONAL.fullmatch(rest.pop(0)):
                return False
        if not rest:
            return False
        rest.pop(0)
    return all(_REGIONAL.fullmatch(word) for word in rest)


_PIECES = re.compile(r"[^\W_]+")
_MOST_WORDS = 14
"""Words of a text that are looked at for the name that it begins with."""


class Stretch(NamedTuple):
    """A piece of a text that may be a name: from where, the words, the name's key."""

    inizio: int
    parole: str
    key: str


@lru_cache(maxsize=2_000)
def beginnings(text: str) -> tuple[Stretch, ...]:
    """The names of two words or more that ``text`` may begin with, the longest first.

    >>> [each.key for each in beginnings("Ente di Alfa, Beta")]
    ['entealfabeta', 'entealfa']
    """
    words = text.split(" ")[:_MOST_WORDS]
    found: list[Stretch] = []
    for said, name in reversed(list(_growing(words))):
        if len(name.parole) > 1 and (not found or found[-1].key != name.key):
            found.append(Stretch(0, said, name.key))
    return tuple(found)


def _growing(words: list[str]) -> Iterator[tuple[str, Name]]:
    """The first two words, the first three, …: each with its name."""
    alone = _alone(" ".join(words))
    pieces: list[str] = []
    size = 0
    for count, word in enumerate(words, 1):
        said = " ".join(words[:count]).rstrip(".,’'-] ")
        if size <= alone:
            simple = plain(word)
            pieces += _PIECES.findall(simple)
            size += len(simple) + 1 if simple else 0
        if count > 1:
            yield said, (Name(_kept(pieces), "") if size <= alone else name_of(said))


def _alone(text: str) -> int:
    """How many letters from the beginning are words that ``name_of`` takes each by itself, but
    for the heads of names; with the space behind them."""
    if "\n" in text:
        return -1
    simple = plain(text)
    found = [each.search(simple) for each in (_FORM, _PROVINCE, _SPELT, _SOCIO, _AND)]
    return min((match.start() for match in found if match), default=len(simple) + 1)


@lru_cache(maxsize=2_000)
def endings(text: str) -> tuple[Stretch, ...]:
    """The companies' names that ``text`` may end with, the longest first; not all of it."""
    found = []
    for gap in re.finditer(r"\s", text):
        name = name_of(text[gap.end() :])
        if name.forma and name.parole:
            found.append(Stretch(gap.end(), text[gap.end() :], name.key))
    return tuple(found)


def clearer(one: Name | None, other: Name) -> Name:
    """Of two ways to part a name into words, the one that parts it most: ``csi-alfa``."""
    if one is None:
        return other
    return min(one, other, key=lambda name: (-len(name.parole), name.parole))


def shortest(words: str) -> str:
    """The fewest words from the beginning that are the same name: without an ``e gli`` behind.

    >>> shortest("Agenzia per la casa e gli – ")
    'Agenzia per la casa'
    """
    key = name_of(words).key
    while " " in words.strip() and name_of(words.strip().rpartition(" ")[0]).key == key:
        words = words.strip().rpartition(" ")[0]
    return words.strip(" ,;:–-")


def region_of(body: str) -> str:
    """The Region that a body's name says it is of, as part of an identifier; or empty.

    >>> region_of("Agenzia di vigilanza del sistema sociosanitario lombardo"), region_of("ANAC")
    ('lombardia', '')
    """
    found = _OF_REGION.search(plain(body))
    if found is None:
        return ""
    name = found["nome"] or plain(ADJECTIVES[found["aggettivo"]])
    return re.sub(r"[^a-z]+", "-", "sicilia" if name == "siciliana" else name)


def without_region(name: Name) -> Name:
    """A name without the Region's adjective that it ends with."""
    words = name.parole
    while len(words) > 1 and _REGIONAL.fullmatch(words[-1]):
        words = words[:-1]
    return Name(words, name.forma)


def without_regions(name: Name) -> tuple[str, ...]:
    """The words of a name but the adjectives of Regions."""
    return tuple(word for word in name.parole if not _REGIONAL.fullmatch(word))


@lru_cache(maxsize=20_000)
def letters(sigla: str) -> str:
    """A short form without dots, spaces and case.

    >>> letters("A.C.S.S."), letters("AgID")
    ('acss', 'agid')
    """
    return "".join(re.findall(r"[^\W_]", plain(sigla)))


def person_words(name: str) -> tuple[str, ...]:
    """The words of a person's name, whichever comes first.

    >>> person_words("ROSSI Maria") == person_words("Maria Rossi")
    True
    """
    return tuple(sorted(re.findall(r"[^\W_]+", plain(name).replace("'", ""))))
