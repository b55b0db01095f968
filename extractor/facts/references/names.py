"""Acts cited by their name: codes, consolidated laws, the GDPR.

A name whose act changed over time stands for the one in force at the citing act's date. It takes
the number only where the citing act prints that number too (or the name itself does: ``T.U.
445/2000``); else it stays of tipo ``codice`` with the URN alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from extractor.facts.references.gates import Gate
from extractor.facts.references.grammar import piece
from models.vocabulary import TipoRiferimento


@dataclass(frozen=True, slots=True)
class Text:
    """An act that a name stands for, in force from ``dal``."""

    tipo: TipoRiferimento
    numero: str | None
    data: str
    dal: str = ""

    @property
    def anno(self) -> int:
        """The year of the act."""
        return int(self.data[:4])


@dataclass(frozen=True, slots=True)
class Name:
    """A name and the acts it stood for, oldest first.

    ``numbered`` names have the number among their words; of ``upper`` ones only capitals count.
    """

    words: str
    texts: tuple[Text, ...]
    numbered: bool = False
    upper: bool = False


def _decree(number: str, day: str, since: str = "") -> Text:
    return Text("decreto_legislativo", number, day, since)


_CONTRACTS = (
    # d.lgs. 50/2016 art. 216; d.lgs. 36/2023 art. 229: effective from 1 July 2023
    _decree("163", "2006-04-12", "2006-07-01"),
    _decree("50", "2016-04-18", "2016-04-19"),
    _decree("36", "2023-03-31", "2023-07-01"),
)
_PRIVACY = (Text("decreto_legislativo", "196", "2003-06-30"),)
_GDPR = (Text("regolamento_ue", "679", "2016-04-27"),)
_DIGITAL = (_decree("82", "2005-03-07"),)
_LOCAL = (_decree("267", "2000-08-18"),)
_DOCUMENTS = (Text("dpr", "445", "2000-12-28"),)
_CIVIL = (Text("codice", None, "1942-03-16"),)
_PENAL = (Text("codice", None, "1930-10-19"),)
_CIVIL_TRIAL = (Text("codice", None, "1940-10-28"),)
_PENAL_TRIAL = (Text("codice", None, "1988-09-22"),)

CODE_URNS = {
    "1942-03-16": "urn:nir:stato:regio.decreto:1942-03-16;262",
    "1930-10-19": "urn:nir:stato:regio.decreto:1930-10-19;1398",
    "1940-10-28": "urn:nir:stato:regio.decreto:1940-10-28;1443",
    "1988-09-22": "urn:nir:presidente.repubblica:decreto:1988-09-22;447",
    "1947-12-27": "urn:nir:stato:costituzione:1947-12-27",
}
"""URNs of the codes and of the Constitution, by their date."""

_S = r"\s{1,3}"
_LAWS = rf"(?:delle{_S}leggi{_S})?(?:sull'ordinamento{_S})?"

# Consolidated laws cited by their number alone: ``T.U. 445/2000``.
_NUMBERED = (
    ("267", "2000", _LOCAL),
    ("445", "2000", _DOCUMENTS),
    ("165", "2001", (_decree("165", "2001-03-30"),)),
    ("380", "2001", (Text("dpr", "380", "2001-06-06"),)),
    ("327", "2001", (Text("dpr", "327", "2001-06-08"),)),
    ("115", "2002", (Text("dpr", "115", "2002-05-30"),)),
    ("81", "2008", (_decree("81", "2008-04-09"),)),
    ("175", "2016", (_decree("175", "2016-08-19"),)),
    ("286", "1998", (_decree("286", "1998-07-25"),)),
    ("58", "1998", (_decree("58", "1998-02-24"),)),
    ("385", "1993", (_decree("385", "1993-09-01"),)),
    ("297", "1994", (_decree("297", "1994-04-16"),)),
    ("309", "1990", (Text("dpr", "309", "1990-10-09"),)),
    ("917", "1986", (Text("dpr", "917", "1986-12-22"),)),
    ("1775", "1933", (Text("regio_decreto", "1775", "1933-12-11"),)),
    ("773", "1931", (Text("regio_decreto", "773", "1931-06-18"),)),
)

NAMES: tuple[Name, ...] = (
    Name(rf"codice{_S}(?:dei{_S}contratti|degli{_S}appalti)(?:{_S}pubblici)?", _CONTRACTS),
    Name(rf"(?:testo{_S}unico{_S}{_LAWS}(?:degli|sugli|dell'ordinamento{_S}degli){_S}enti{_S}locali"
         rf"|testo{_S}unico{_S}enti{_S}locali)", _LOCAL),
    Name(r"t\.?u\.?e\.?l\.?", _LOCAL, upper=True),
    Name(rf"codice{_S}(?:dell'|della{_S})amministrazione{_S}digitale", _DIGITAL),
    *(
        Name(rf"t\.?\s?u\.?(?:\s?e\.?\s?l\.?)?\s{{1,2}}(?:n\.?\s{{0,2}})?{number}/(?:{year[:2]})?{year[2:]}",
             texts, True)
        for number, year, texts in _NUMBERED
    ),
    Name(r"c\.?a\.?d\.?", _DIGITAL, upper=True),
    Name(r"gdpr|rgpd", _GDPR, upper=True),
    Name(rf"regolamento{_S}generale{_S}(?:europeo{_S})?sulla{_S}protezione{_S}dei{_S}dati"
         rf"(?:{_S}personali)?", _GDPR),
    Name(rf"codice{_S}(?:in{_S}materia{_S}di{_S}protezione{_S}dei{_S}dati{_S}personali"
         rf"|della{_S}privacy|privacy)", _PRIVACY),
    Name(rf"testo{_S}unico{_S}(?:delle{_S}disposizioni{_S}legislative{_S}e{_S}regolamentari{_S})?"
         rf"(?:in{_S}materia{_S}di|sulla|della){_S}documentazione{_S}amministrativa", _DOCUMENTS),
    Name(rf"codice{_S}antimafia|codice{_S}delle{_S}leggi{_S}antimafia",
         (_decree("159", "2011-09-06"),)),
    Name(rf"codice{_S}dell'ambiente|testo{_S}unico{_S}(?:dell'ambiente|ambientale)",
         (_decree("152", "2006-04-03"),)),
    Name(rf"codice{_S}del{_S}terzo{_S}settore", (_decree("117", "2017-07-03"),)),
    Name(rf"(?:nuovo{_S})?codice{_S}della{_S}strada", (_decree("285", "1992-04-30"),)),
    Name(rf"codice{_S}del{_S}consumo", (_decree("206", "2005-09-06"),)),
    Name(rf"codice{_S}dei{_S}beni{_S}culturali(?:{_S}e{_S}del{_S}paesaggio)?",
         (_decree("42", "2004-01-22"),)),
    Name(rf"codice{_S}della{_S}protezione{_S}civile", (_decree("1", "2018-01-02"),)),
    Name(rf"codice{_S}della{_S}crisi{_S}d'impresa(?:{_S}e{_S}dell'insolvenza)?",
         (_decree("14", "2019-01-12"),)),
    Name(rf"codice{_S}del{_S}processo{_S}amministrativo|c\.p\.a\.(?=[\s,;)])",
         (_decree("104", "2010-07-02"),)),
    Name(rf"codice{_S}delle{_S}comunicazioni{_S}elettroniche", (_decree("259", "2003-08-01"),)),
    Name(rf"codice{_S}dell'ordinamento{_S}militare", (_decree("66", "2010-03-15"),)),
    Name(rf"statuto{_S}dei{_S}lavoratori", (Text("legge", "300", "1970-05-20"),)),
    Name(rf"testo{_S}unico{_S}(?:dell'|in{_S}materia{_S})edilizia",
         (Text("dpr", "380", "2001-06-06"),)),
    Name(rf"testo{_S}unico{_S}(?:sul|del){_S}pubblico{_S}impiego", (_decree("165", "2001-03-30"),)),
    Name(rf"testo{_S}unico{_S}bancario", (_decree("385", "1993-09-01"),)),
    Name(r"t\.?u\.?b\.?", (_decree("385", "1993-09-01"),), upper=True),
    Name(r"t\.?u\.?i\.?r\.?", (Text("dpr", "917", "1986-12-22"),), upper=True),
    Name(rf"codice{_S}civile|c\.\s?c\.(?=[\s,;)])|cod\.\s?civ\.", _CIVIL),
    Name(rf"codice{_S}di{_S}procedura{_S}civile|c\.\s?p\.\s?c\.", _CIVIL_TRIAL),
    Name(rf"codice{_S}di{_S}procedura{_S}penale|c\.\s?p\.\s?p\.", _PENAL_TRIAL),
    Name(rf"codice{_S}penale|c\.\s?p\.(?=[\s,;)])|cod\.\s?pen\.", _PENAL),
    Name(rf"costituzione(?:{_S}(?:della{_S}repubblica(?:{_S}italiana)?|italiana))?|cost\.",
         (Text("costituzione", None, "1947-12-27"),)),
    Name(r"t\.?f\.?u\.?e\.?", (Text("trattato", None, "1957-03-25"),), upper=True),
    Name(rf"trattato{_S}(?:sul{_S}funzionamento{_S}dell'unione{_S}europea|ce)",
         (Text("trattato", None, "1957-03-25"),)),
)  # fmt: skip
"""All names, the longer before the shorter that it begins with."""

_GATE = Gate(
    (
        "codice", "cod.", "c.", "costituzione", "cost.", "cad", "ca.d", "testo", "t.", "t ", "tu ",
        "tu.", "tue", "tub", "tui", "trattato", "tf", "gdpr", "rgpd", "regolamento",
        "statuto", "nuovo",
    ),
    r"c(?<!\wc)(?:odice\s|od\.|\.\s?[cp]\.|ost(?:ituzione|\.)|\.?a\.?d(?!\w))"
    r"|t(?<!\wt)(?:esto\s{1,3}unico|\.?\s?u\.?(?:e|b|i|\s{1,2}[n\d])|rattato\s|\.?f\.?u\.?e)"
    r"|g(?<!\wg)dpr|r(?<!\wr)(?:gpd|egolamento\s{1,3}generale)|s(?<!\ws)tatuto\s{1,3}dei"
    r"|n(?<!\wn)uovo\s{1,3}codice",
)  # fmt: skip
_COMPILED = tuple((piece(rf"(?:{name.words})(?!\w)"), name) for name in NAMES)
_NEEDS_ARTICLE = frozenset({"costituzione", "trattato"})


def find_names(
    text: str, low: str, lower: str, places: set[int]
) -> Iterator[tuple[int, int, Name]]:
    """Every name in the text; ``places`` are the offsets to which articles lead."""
    done = 0
    defined = "amministrazione digitale" in low
    for gate in _GATE.finditer(low, lower):
        start = gate.start()
        if start < done:
            continue
        for pattern, name in _COMPILED:
            found = pattern.match(low, start)
            if found and _counts(text, found, name, start in places, defined):
                done = found.end()
                yield start, done, name
                break


def _counts(text: str, found: re.Match[str], name: Name, has_article: bool, defined: bool) -> bool:
    printed = text[found.start() : found.end()]
    if name.upper and not printed.replace(".", "").isupper():
        return False
    abbreviated = "." in printed and not printed[-1].isdigit()
    abbreviated = abbreviated or (printed == "CAD" and not defined)
    named = name.texts[0].tipo in _NEEDS_ARTICLE
    return has_article or not (abbreviated or named)


def in_force(name: Name, citing: date | None) -> Text | None:
    """The act that the name stands for at a date; without a date, only where it never changed."""
    if len(name.texts) == 1:
        return name.texts[0]
    if citing is None:
        return None
    day = citing.isoformat()
    past = [text for text in name.texts if text.dal <= day]
    return past[-1] if past else name.texts[0]
